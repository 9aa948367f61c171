//! What webhooks deliver, and whether it is genuine (REST API: Webhooks, signed webhooks).

use crate::{
    error::{Error, ErrorKind, Result},
    model::{FileInfo, Json, Timestamp, WebhookEvent},
};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use std::collections::HashMap;
use uploadcare_macros::{model, open_enum};

/// What a webhook delivered: an event, and the file that it is about (REST API: Webhook payload).
#[model]
pub struct WebhookDelivery {
    /// Who caused the event; null in payloads of older versions.
    pub initiator: Option<WebhookInitiator>,
    /// The webhook, and the event.
    pub hook: WebhookHook,
    /// The file after the event. Null where an older version of the payload has described it another way; what it
    /// said is then among the other fields.
    #[lenient]
    pub data: Option<FileInfo>,
    /// Link to the file on the CDN.
    pub file: Option<String>,
    /// What was changed, as it was before; only when facts of a file were changed.
    #[lenient]
    pub previous_values: Option<WebhookPreviousValues>,
}

/// Who caused an event.
#[model]
pub struct WebhookInitiator {
    /// A call of an API, the service itself, or an add-on.
    pub r#type: WebhookInitiatorType,
    /// More of it.
    pub detail: Option<WebhookInitiatorDetail>,
}

/// What kind of thing caused an event.
#[open_enum]
pub enum WebhookInitiatorType {
    /// A call of an API.
    Api,
    /// The service itself, such as when a temporary file expires.
    System,
    /// An add-on or a conversion.
    Addon,
}

/// More of who caused an event.
#[model]
pub struct WebhookInitiatorDetail {
    /// Identifier of the request at the service.
    pub request_id: Option<String>,
    /// The add-on or the conversion.
    pub addon_name: Option<String>,
    /// The file that a conversion was made from.
    pub source_file_uuid: Option<String>,
}

/// The webhook that delivered.
#[model]
pub struct WebhookHook {
    /// Identifier of the webhook.
    pub id: i64,
    /// What happened.
    pub event: WebhookEvent,
    /// Identifier of the project.
    pub project_id: Option<i64>,
    /// Public key of the project.
    pub project_pub_key: Option<String>,
    /// Where the delivery went.
    pub target: Option<String>,
    /// Whether deliveries are made.
    pub is_active: Option<bool>,
    /// Version of the payload, such as `0.7`.
    pub version: Option<String>,
    /// When the webhook was made.
    pub created_at: Option<Timestamp>,
    /// When the webhook was last changed.
    pub updated_at: Option<Timestamp>,
}

/// Facts of a file before they were changed.
#[model]
pub struct WebhookPreviousValues {
    /// Metadata, if it was changed.
    pub metadata: Option<HashMap<String, String>>,
    /// Results of add-ons, if they were changed.
    pub appdata: Option<Json>,
}

/// Receives what webhooks deliver: it finds out whether a delivery is genuine, and reads it.
#[derive(Clone)]
pub struct WebhookReceiver {
    secrets: Vec<SecretString>,
}

impl WebhookReceiver {
    /// Name of the header that the signature comes in.
    pub const SIGNATURE_HEADER: &'static str = "X-Uc-Signature";

    /// A receiver of deliveries that are signed with one of these secrets: several while one takes the place of
    /// another.
    ///
    /// secrets: Signing secrets of webhooks, at least one, each of 1 to 32 characters.
    ///
    /// Errors: `configuration` for no secret, or one that cannot be one.
    pub fn new(secrets: impl IntoIterator<Item = impl Into<String>>) -> Result<Self> {
        let secrets: Vec<SecretString> =
            secrets.into_iter().map(|secret| SecretString::from(secret.into())).collect();
        if secrets.is_empty() {
            return Err(Error::configuration("secrets", "must be at least one signing secret"));
        }
        for secret in &secrets {
            let length = secret.expose_secret().chars().count();
            if !(1..=32).contains(&length) {
                return Err(Error::configuration(
                    "secrets",
                    format_args!("must have 1 to 32 characters each, not {length}"),
                ));
            }
        }
        Ok(Self { secrets })
    }

    /// Reads a delivery, if it is genuine.
    ///
    /// body: The bytes of the request as they came; not JSON that was read and written again.
    /// signature: The text of the header `X-Uc-Signature`; None if there was none.
    ///
    /// Errors: `invalid_signature`, saying why, if it is not genuine; `decode` if it is, but is no delivery.
    pub fn receive(&self, body: &[u8], signature: Option<&str>) -> Result<WebhookDelivery> {
        self.verify(body, signature)?;
        serde_json::from_slice(body).map_err(|error| {
            Error::new(ErrorKind::Decode, format!("the body is no delivery of a webhook: {error}"))
                .caused_by(error)
        })
    }

    /// Finds out whether a delivery is genuine, in the same time whatever comes out.
    ///
    /// body: The bytes of the request as they came.
    /// signature: The text of the header `X-Uc-Signature`; None if there was none.
    ///
    /// Errors: `invalid_signature`, saying why, if it is not.
    pub fn verify(&self, body: &[u8], signature: Option<&str>) -> Result<()> {
        let wrong = |problem: &str| {
            let error = Error::new(ErrorKind::InvalidSignature, problem);
            Err(error.with(|info| info.parameter = Some("signature".to_owned())))
        };
        let Some(signature) = signature.map(str::trim).filter(|text| !text.is_empty()) else {
            return wrong(
                "the delivery has no signature: has the webhook a signing secret, and is the header \
                 X-Uc-Signature handed on?",
            );
        };
        let Some(digits) = signature.strip_prefix("v1=") else {
            return wrong("the signature is of another version than v1");
        };
        let Some(given) = hex::decode(digits).ok().filter(|bytes| bytes.len() == 32) else {
            return wrong("the signature is not 64 hexadecimal digits");
        };
        let mut is_genuine = false;
        for secret in &self.secrets {
            let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes())
                .map_err(|_| Error::internal("a secret is of no length that a key may have"))?;
            mac.update(body);
            is_genuine |= mac.verify_slice(&given).is_ok();
        }
        if is_genuine {
            return Ok(());
        }
        wrong(
            "the signature does not fit the body: it was made with another secret, or the body is not \
             byte for byte what was sent",
        )
    }
}

impl std::fmt::Debug for WebhookReceiver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WebhookReceiver").field("secrets", &self.secrets.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genuine_or_not() {
        let body = br#"{"a":1}"#;
        let signature = "v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494";
        let receiver = WebhookReceiver::new(["other", "secret"]).unwrap();
        receiver.verify(body, Some(signature)).unwrap();
        let why = |body: &[u8], signature: Option<&str>| {
            let error = receiver.verify(body, signature).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::InvalidSignature);
            error.message().to_owned()
        };
        assert!(why(body, None).contains("no signature"));
        assert!(why(body, Some("v2=aa")).contains("version"));
        assert!(why(body, Some(&signature[..60])).contains("64"));
        for bit in 0..body.len() * 8 {
            let mut changed = body.to_vec();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(why(&changed, Some(signature)).contains("does not fit"));
        }
        assert!(!format!("{receiver:?}").contains("secret\""));
        let error = receiver.receive(body, Some(signature)).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Decode);
        for secrets in [vec![], vec![String::new()], vec!["x".repeat(33)]] {
            let error = WebhookReceiver::new(secrets).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Configuration);
        }
    }

    #[test]
    fn old_payloads_and_unknown_events() {
        let text = r#"{"payload_hash":"1","data":{"uuid":"f08d7c8a-2971-42e0-ab01-780d9039b40b","datetime_uploaded":null},
            "hook":{"id":1,"project_id":2,"event":"file.moved","is_active":true},"file":"https://ucarecdn.com/x/"}"#;
        let delivery: WebhookDelivery = serde_json::from_str(text).unwrap();
        assert_eq!(delivery.hook.event.as_str(), "file.moved");
        assert!(delivery.data.is_none());
        assert!(delivery.extra.contains_key("data") && delivery.extra.contains_key("payload_hash"));
    }
}
