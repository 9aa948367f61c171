use crate::{call::answer_now, failure::thrown};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use uploadcare::WebhookReceiver;

/// Receives what webhooks deliver.
#[napi]
pub struct NativeWebhookReceiver {
    receiver: WebhookReceiver,
}

#[napi]
impl NativeWebhookReceiver {
    #[napi(constructor, catch_unwind)]
    pub fn new(env: &Env, secrets: Vec<String>) -> Result<Self> {
        let receiver = WebhookReceiver::new(secrets).map_err(|error| thrown(env, &error))?;
        Ok(Self { receiver })
    }

    /// A delivery as JSON text, if it is genuine.
    #[napi(catch_unwind)]
    pub fn receive(&self, env: &Env, body: &[u8], signature: Option<String>) -> Result<String> {
        answer_now(env, self.receiver.receive(body, signature.as_deref()))
    }

    #[napi(catch_unwind)]
    pub fn verify(&self, env: &Env, body: &[u8], signature: Option<String>) -> Result<()> {
        let outcome = self.receiver.verify(body, signature.as_deref());
        outcome.map_err(|error| thrown(env, &error))
    }
}
