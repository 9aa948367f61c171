//! For the bindings: what belongs to a call of another language, such as the thread or the event loop that
//! waits for it, reachable from listeners and signers that are called on its way.

use std::{any::Any, future::Future, sync::Arc};

type Scope = Arc<dyn Any + Send + Sync>;

tokio::task_local! {
    static SCOPE: Scope;
}

/// Carries out a call within a scope.
#[doc(hidden)]
pub async fn with<T>(scope: Scope, call: impl Future<Output = T>) -> T {
    SCOPE.scope(scope, call).await
}

/// The scope of the current call, if it has one of this type.
#[doc(hidden)]
pub fn current<T: Any + Send + Sync>() -> Option<Arc<T>> {
    SCOPE.try_with(|scope| scope.clone().downcast().ok()).ok().flatten()
}

/// Work of another task that belongs to the same call.
pub(crate) fn inherited<T>(work: impl Future<Output = T>) -> impl Future<Output = T> {
    let scope = SCOPE.try_with(Clone::clone).ok();
    async move {
        match scope {
            Some(scope) => SCOPE.scope(scope, work).await,
            None => work.await,
        }
    }
}
