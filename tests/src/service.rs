//! The emulator as a black box, as the runners of every language see it.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::sync::Arc;
use uploadcare_emulator::Emulator;

/// A running emulator: the one of the environment, else one of our own.
#[derive(Clone)]
pub struct Service {
    ready: Value,
    http: reqwest::Client,
    _own: Option<Arc<Emulator>>,
}

/// Keys of a project.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Public key.
    pub public_key: String,
    /// Secret key.
    pub secret_key: String,
}

impl Service {
    /// Joins the emulator that `UPLOADCARE_EMULATOR` describes, or starts one.
    pub async fn start() -> Self {
        let http = reqwest::Client::new();
        if let Ok(line) = std::env::var("UPLOADCARE_EMULATOR") {
            let ready = serde_json::from_str(&line).expect("UPLOADCARE_EMULATOR holds JSON");
            return Self { ready, http, _own: None };
        }
        let emulator = Emulator::start().await.expect("the emulator starts");
        let ready = json!({
            "api_base": emulator.api_base(),
            "upload_base": emulator.upload_base(),
            "cdn_base": emulator.cdn_base(),
            "control_base": emulator.control_base(),
        });
        Self { ready, http, _own: Some(Arc::new(emulator)) }
    }

    /// A base URL: `api_base`, `upload_base`, `cdn_base` or `control_base`.
    pub fn base(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap_or_default()
    }

    /// The emulator's origin, without a slash at the end.
    pub fn origin(&self) -> &str {
        self.base("api_base").trim_end_matches('/')
    }

    /// Calls the control API.
    pub async fn control(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        let url = format!("{}{path}", self.base("control_base"));
        let mut request = self.http.request(method, url);
        if !body.is_null() {
            request = request.json(body);
        }
        let answer = request.send().await.expect("the control API answers");
        let status = answer.status();
        (status, answer.json().await.unwrap_or_default())
    }

    /// A project of one's own.
    pub async fn project(&self) -> Keys {
        self.project_of(None).await
    }

    /// The token of an account of one's own.
    pub async fn account(&self) -> String {
        let (status, account) = self.control(Method::POST, "accounts", &json!({})).await;
        assert_eq!(status, 201, "{account}");
        account["token"].as_str().unwrap_or_default().to_owned()
    }

    /// A project of one's own, of an account or of none.
    pub async fn project_of(&self, account: Option<&str>) -> Keys {
        let body = account.map_or(json!({}), |token| json!({"account": token}));
        let (status, keys) = self.control(Method::POST, "projects", &body).await;
        assert_eq!(status, 201, "{keys}");
        let text = |name: &str| keys[name].as_str().unwrap_or_default().to_owned();
        Keys { public_key: text("public_key"), secret_key: text("secret_key") }
    }

    /// Arranges something of a project: `files` or `faults`.
    pub async fn arrange(&self, keys: &Keys, what: &str, body: &Value) {
        let path = format!("projects/{}/{what}", keys.public_key);
        let (status, answer) = self.control(Method::POST, &path, body).await;
        assert!(status.is_success(), "{what}: {status} {answer}");
    }

    /// The requests logged for a public key, as `METHOD target`.
    pub async fn requests(&self, public_key: &str) -> Vec<String> {
        let path = format!("requests?public_key={public_key}&settled=true");
        let (_, answer) = self.control(Method::GET, &path, &Value::Null).await;
        let text =
            |request: &Value, name: &str| request[name].as_str().unwrap_or_default().to_owned();
        let all = answer["requests"].as_array().cloned().unwrap_or_default();
        all.iter()
            .map(|request| {
                let query = request["query"].as_str().filter(|query| !query.is_empty());
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                format!("{} {}{query}", text(request, "method"), text(request, "path"))
            })
            .collect()
    }

    /// The requests logged for a public key, as `METHOD route`.
    pub async fn routes(&self, public_key: &str) -> Vec<String> {
        let path = format!("requests?public_key={public_key}&settled=true");
        let (_, answer) = self.control(Method::GET, &path, &Value::Null).await;
        let text =
            |request: &Value, name: &str| request[name].as_str().unwrap_or_default().to_owned();
        let all = answer["requests"].as_array().cloned().unwrap_or_default();
        all.iter()
            .map(|request| format!("{} {}", text(request, "method"), text(request, "route")))
            .collect()
    }

    /// A client of a project, with one attempt per call.
    pub fn client(&self, keys: &Keys) -> uploadcare::Client {
        uploadcare::Client::builder()
            .public_key(&keys.public_key)
            .secret_key(&keys.secret_key)
            .api_base(self.base("api_base"))
            .upload_base(self.base("upload_base"))
            .cdn_base(self.base("cdn_base"))
            .max_retries(0)
            .build()
            .expect("the settings are right")
    }
}
