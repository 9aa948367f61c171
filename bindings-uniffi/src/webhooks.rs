//! What webhooks deliver. No client is needed.

use crate::Result;
use std::sync::Arc;
use uploadcare::{WebhookDelivery, WebhookReceiver};

/// Receives what webhooks deliver.
#[derive(Debug, uniffi::Object)]
pub struct NativeWebhookReceiver {
    receiver: WebhookReceiver,
}

#[uniffi::export]
impl NativeWebhookReceiver {
    /// A receiver of deliveries that are signed with one of these secrets.
    #[uniffi::constructor]
    pub fn new(secrets: Vec<String>) -> Result<Arc<Self>> {
        Ok(Arc::new(Self { receiver: WebhookReceiver::new(secrets)? }))
    }

    /// Reads a delivery, if it is genuine.
    pub fn receive(&self, body: Vec<u8>, signature: Option<String>) -> Result<WebhookDelivery> {
        Ok(self.receiver.receive(&body, signature.as_deref())?)
    }

    /// Finds out whether a delivery is genuine.
    pub fn verify(&self, body: Vec<u8>, signature: Option<String>) -> Result<()> {
        Ok(self.receiver.verify(&body, signature.as_deref())?)
    }
}

/// Name of the header that the signature comes in.
#[uniffi::export]
pub fn webhook_signature_header() -> String {
    WebhookReceiver::SIGNATURE_HEADER.to_owned()
}
