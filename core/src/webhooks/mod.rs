//! Webhooks of the project (REST API: Webhooks).

mod receive;

pub use receive::{
    WebhookDelivery, WebhookHook, WebhookInitiator, WebhookInitiatorDetail, WebhookInitiatorType,
    WebhookPreviousValues, WebhookReceiver,
};

use crate::{
    client::Client,
    error::{Error, Result, quoted},
    model::{Webhook, WebhookEvent},
    transport::{Method, Request, Target},
};
use serde::Serialize;
use uploadcare_macros::{operations, options};
use url::Url;

/// What a new webhook is like.
#[options]
pub struct CreateWebhookOptions {
    /// Whether deliveries are made. Default true.
    pub is_active: Option<bool>,
    /// Secret to sign deliveries with: 1 to 32 characters. Default: none, and no signature.
    #[secret]
    pub signing_secret: Option<String>,
    /// Version of the payload. Default `0.7`, the only one there is.
    pub version: Option<String>,
}

/// What to change of a webhook; what is not given stays.
#[options]
pub struct UpdateWebhookOptions {
    /// Where deliveries go: an `http` or `https` URL of up to 255 characters.
    pub target_url: Option<String>,
    /// What the webhook is told of.
    pub event: Option<WebhookEvent>,
    /// Whether deliveries are made.
    pub is_active: Option<bool>,
    /// Secret to sign deliveries with: up to 32 characters. An empty one ends signing.
    #[secret]
    pub signing_secret: Option<String>,
}

/// Webhooks of the project: who is told when something happens to a file (REST API: Webhooks).
#[derive(Debug, Clone)]
pub struct Webhooks {
    client: Client,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    target_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a WebhookEvent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_active: Option<bool>,
    /// The inner one is null to end signing.
    #[serde(skip_serializing_if = "Option::is_none")]
    signing_secret: Option<Option<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
}

#[operations]
impl Webhooks {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists all webhooks of the project.
    ///
    /// Errors: `forbidden` or `rejected` if the project's plan has no webhooks.
    /// Reference: REST API, List of webhooks.
    pub async fn list(&self) -> Result<Vec<Webhook>> {
        let request = Request::rest(Method::GET, Target::path(["webhooks"]));
        self.client.transport().send(&request).await?.json()
    }

    /// Gets one webhook.
    ///
    /// `id`: identifier of the webhook.
    /// Errors: `invalid_parameter` for a negative number, `not_found` if the project has no such
    /// webhook.
    /// Reference: REST API, Webhooks.
    pub async fn get(&self, id: i64) -> Result<Webhook> {
        let request = Request::rest(Method::GET, target(id)?);
        self.client.transport().send(&request).await?.json()
    }

    /// Makes a webhook: an event of the project is then told to a URL of yours.
    ///
    /// `target_url`: where deliveries go: an `http` or `https` URL of up to 255 characters.
    /// `event`: what the webhook is told of.
    /// `options`: whether it is active, and its signing secret.
    /// Errors: `invalid_parameter` for a bad URL or secret, `rejected` if there is such a webhook
    /// already or the project's plan has no webhooks, `forbidden` if the plan has none.
    /// Reference: REST API, Create webhook.
    pub async fn create(
        &self,
        target_url: &str,
        event: WebhookEvent,
        options: CreateWebhookOptions,
    ) -> Result<Webhook> {
        check_target_url(target_url)?;
        if let Some(secret) = &options.signing_secret {
            check_secret(secret, 1)?;
        }
        let body = Body {
            target_url: Some(target_url),
            event: Some(&event),
            is_active: options.is_active,
            signing_secret: options.signing_secret.as_deref().map(Some),
            version: options.version.as_deref(),
        };
        let request = Request::rest(Method::POST, Target::path(["webhooks"])).json(&body)?.once();
        self.client.transport().send(&request).await?.json()
    }

    /// Changes a webhook.
    ///
    /// `id`: identifier of the webhook.
    /// `options`: what to change.
    /// Errors: `invalid_parameter` for a bad number, URL or secret, `not_found` if the project has no
    /// such webhook, `rejected` if there is another one like that.
    /// Reference: REST API, Update webhook.
    pub async fn update(&self, id: i64, options: UpdateWebhookOptions) -> Result<Webhook> {
        if let Some(url) = &options.target_url {
            check_target_url(url)?;
        }
        if let Some(secret) = &options.signing_secret {
            check_secret(secret, 0)?;
        }
        let request = Request::rest(Method::PUT, target(id)?).json(&options.body())?;
        self.client.transport().send(&request).await?.json()
    }

    /// Deletes a webhook.
    ///
    /// `id`: identifier of the webhook.
    /// Errors: `invalid_parameter` for a negative number, `not_found` if the project has no such
    /// webhook.
    /// Reference: REST API, Webhooks.
    pub async fn delete(&self, id: i64) -> Result<()> {
        let request = Request::removal(target(id)?);
        self.client.transport().send(&request).await.map(drop)
    }

    /// Deletes the webhooks of a URL.
    ///
    /// `target_url`: where their deliveries go: a URL of up to 255 characters.
    /// Errors: `invalid_parameter` for a bad URL, `not_found` perhaps, if nothing is sent there.
    /// Reference: REST API, Delete webhook.
    pub async fn delete_by_url(&self, target_url: &str) -> Result<()> {
        #[derive(Serialize)]
        struct Body<'a> {
            target_url: &'a str,
        }

        check_target_url(target_url)?;
        let target = Target::path(["webhooks", "unsubscribe"]);
        let request = Request::removal(target).json(&Body { target_url })?;
        self.client.transport().send(&request).await.map(drop)
    }
}

impl UpdateWebhookOptions {
    fn body(&self) -> Body<'_> {
        let secret = self.signing_secret.as_deref();
        Body {
            target_url: self.target_url.as_deref(),
            event: self.event.as_ref(),
            is_active: self.is_active,
            signing_secret: secret.map(|secret| (!secret.is_empty()).then_some(secret)),
            version: None,
        }
    }
}

fn target(id: i64) -> Result<Target> {
    if id < 0 {
        return Err(Error::parameter("id", format_args!("must be 0 or more, not {id}")));
    }
    Ok(Target::path(["webhooks", &id.to_string()]))
}

fn check_target_url(url: &str) -> Result<()> {
    let is_web =
        Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let length = url.chars().count();
    if is_web && length <= 255 {
        return Ok(());
    }
    Err(Error::parameter(
        "target_url",
        if is_web {
            format!("must have at most 255 characters, not {length}")
        } else {
            format!("must be an http or https URL, not {}", quoted(url))
        },
    ))
}

/// Says how long the secret is, not what it is.
fn check_secret(secret: &str, least: usize) -> Result<()> {
    let length = secret.chars().count();
    if (least..=32).contains(&length) {
        return Ok(());
    }
    Err(Error::parameter(
        "signing_secret",
        format_args!("must have {least} to 32 characters, not {length}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_secret_ends_signing_and_no_secret_leaves_it() {
        let body = |secret: Option<&str>| {
            let signing_secret = secret.map(str::to_owned);
            let options = UpdateWebhookOptions { signing_secret, ..Default::default() };
            serde_json::to_string(&options.body()).unwrap()
        };
        assert_eq!(body(None), "{}");
        assert_eq!(body(Some("")), r#"{"signing_secret":null}"#);
        assert_eq!(body(Some("s")), r#"{"signing_secret":"s"}"#);
    }
}
