//! Listeners and signers in JavaScript. The scope of a call leads to them.

use crate::{call::text, mailbox::Mailbox};
use futures::{FutureExt, future::BoxFuture};
use std::sync::Arc;
use uploadcare::{
    CallEvent, Error, EventListener, RequestSigner, Result, Script, SigningRequest, scope,
};

/// What its listener and its signer need to know of a call.
pub struct CallScope {
    pub mailbox: Arc<Mailbox>,
    /// Its number on the thread that runs JavaScript.
    pub call: i64,
}

pub struct Listener;

impl EventListener for Listener {
    fn event(&self, event: CallEvent) {
        if let Some(scope) = scope::current::<CallScope>()
            && let Ok(event) = text(&Script(&event))
        {
            scope.mailbox.tell(scope.call, event);
        }
    }

    fn is_enabled(&self) -> bool {
        scope::current::<CallScope>().is_some()
    }
}

pub struct Signer;

impl RequestSigner for Signer {
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, Result<String>> {
        async move {
            let scope = scope::current::<CallScope>()
                .ok_or_else(|| Error::internal("a call has no scope to sign in"))?;
            let request = text(&Script(&request))?;
            scope.mailbox.ask(scope.call, request).await
        }
        .boxed()
    }
}
