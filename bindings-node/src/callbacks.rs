//! Listeners, signers and what gives credentials, in JavaScript. The scope of a call leads to them.

use crate::{
    call::text,
    mailbox::{Asks, Mailbox},
};
use futures::{FutureExt, future::BoxFuture};
use std::sync::Arc;
use uploadcare::{
    CallEvent, Error, EventListener, RequestSigner, Result, Script, SigningRequest,
    UploadCredential, UploadCredentialProvider, scope,
};

/// What its listener, its signer and what gives its credentials need to know of a call.
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
        async move { ask(Asks::Signature, Some(text(&Script(&request))?)).await }.boxed()
    }
}

pub struct Credentials;

impl UploadCredentialProvider for Credentials {
    fn credential(&self) -> BoxFuture<'_, Result<UploadCredential>> {
        async move { UploadCredential::parse(&ask(Asks::Credential, None).await?) }.boxed()
    }
}

/// Asks what JavaScript has for the current call.
async fn ask(what: Asks, request: Option<String>) -> Result<String> {
    let scope = scope::current::<CallScope>()
        .ok_or_else(|| Error::internal("a call has no scope to ask in"))?;
    scope.mailbox.ask(scope.call, what, request).await
}
