//! A client with no more in it than the tests need.

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use reqwest::{
    Client, Method, RequestBuilder, Response,
    multipart::{Form, Part},
};
use serde_json::Value;
use sha1::Sha1;
use uploadcare_emulator::{Emulator, ProjectKeys};

pub const ACCEPT: &str = "application/vnd.uploadcare-v0.7+json";

/// The signature of a REST request, computed from the published rule.
pub fn signature(
    secret: &str,
    method: &str,
    body: &[u8],
    kind: &str,
    date: &str,
    target: &str,
) -> String {
    let body = hex::encode(Md5::digest(body));
    let text = format!("{method}\n{body}\n{kind}\n{date}\n{target}");
    let mut mac = Hmac::<Sha1>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(text.as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

pub fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// A client of one project.
pub struct Project {
    pub keys: ProjectKeys,
    pub base: String,
    pub http: Client,
}

impl Project {
    pub fn new(emulator: &Emulator) -> Self {
        Self::with_keys(emulator, emulator.create_project())
    }

    pub fn with_keys(emulator: &Emulator, keys: ProjectKeys) -> Self {
        let base = emulator.api_base().trim_end_matches('/').to_owned();
        Self { keys, base, http: Client::new() }
    }

    pub fn public_key(&self) -> &str {
        &self.keys.public_key
    }

    /// A request with simple authentication.
    pub fn simple(&self, method: Method, target: &str) -> RequestBuilder {
        let url = if target.starts_with("http") {
            target.to_owned()
        } else {
            format!("{}{target}", self.base)
        };
        let keys = format!("{}:{}", self.keys.public_key, self.keys.secret_key);
        self.http
            .request(method, url)
            .header("Accept", ACCEPT)
            .header("Authorization", format!("Uploadcare.Simple {keys}"))
    }

    /// A signed request with a date of the caller's.
    pub fn signed(&self, target: &str, date_header: &str, date: &str) -> RequestBuilder {
        let kind = "application/json";
        let signature = signature(&self.keys.secret_key, "GET", b"", kind, date, target);
        self.http
            .get(format!("{}{target}", self.base))
            .header("Accept", ACCEPT)
            .header("Content-Type", kind)
            .header(date_header, date)
            .header("Authorization", format!("Uploadcare {}:{signature}", self.keys.public_key))
    }

    pub async fn get(&self, target: &str) -> Response {
        self.simple(Method::GET, target).send().await.unwrap()
    }

    pub async fn get_json(&self, target: &str) -> Value {
        let response = self.get(target).await;
        assert_eq!(response.status(), 200, "{target}");
        response.json().await.unwrap()
    }

    /// A call with a JSON body; status and JSON of the answer.
    pub async fn send(&self, method: Method, target: &str, body: Value) -> (u16, Value) {
        answer(self.simple(method, target).json(&body)).await
    }

    /// A call without a body.
    pub async fn call(&self, method: Method, target: &str) -> (u16, Value) {
        answer(self.simple(method, target)).await
    }

    /// Puts files into the project and returns their UUIDs, oldest first.
    pub async fn seeded(&self, seed: Value) -> Vec<String> {
        let (status, seeded) = self.control(Method::POST, "files", seed).await;
        assert_eq!(status, 201);
        let count = seeded["count"].as_u64().unwrap();
        let list = format!("/files/?limit={count}&ordering=-datetime_uploaded");
        let page = self.get_json(&list).await;
        let files = page["results"].as_array().unwrap().iter().rev();
        files.map(|file| file["uuid"].as_str().unwrap().to_owned()).collect()
    }

    /// Uploads one file and returns its UUID.
    pub async fn upload(&self, name: &str, kind: &str, bytes: Vec<u8>) -> String {
        let part = Part::bytes(bytes).file_name(name.to_owned()).mime_str(kind).unwrap();
        let response = self.post_form(self.form().part("file", part), "").await;
        assert_eq!(response.status(), 200);
        let answer: Value = response.json().await.unwrap();
        answer["file"].as_str().unwrap().to_owned()
    }

    pub fn form(&self) -> Form {
        Form::new().text("UPLOADCARE_PUB_KEY", self.keys.public_key.clone())
    }

    pub async fn post_form(&self, form: Form, query: &str) -> Response {
        let url = format!("{}/base/{query}", self.base);
        self.http.post(url).multipart(form).send().await.unwrap()
    }

    /// A call of the control API under this project; the answer as JSON.
    pub async fn control(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/_control/projects/{}/{path}", self.base, self.keys.public_key);
        let url = url.trim_end_matches('/');
        let response = self.http.request(method, url).json(&body).send().await.unwrap();
        let status = response.status().as_u16();
        (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
    }
}

async fn answer(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}

pub fn detail(text: &str) -> Value {
    serde_json::json!({ "detail": text })
}

pub fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}
