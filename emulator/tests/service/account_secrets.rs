use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{EncodingKey, Header};
use reqwest::{Method, multipart::Part};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uploadcare_emulator::{Clock, Emulator, ProjectKeys};

use crate::{
    account::{Account, error},
    client::{Project, http_date},
};

const NOW: i64 = 1_750_000_000;

async fn standing_still() -> Emulator {
    let clock = Clock::fixed(chrono::DateTime::from_timestamp(NOW, 0).unwrap());
    Emulator::builder().clock(clock).start().await.unwrap()
}

/// A project of the account with these keys.
async fn project(emulator: &Emulator, account: &Account, keys: &[&str]) -> Project {
    let url = format!("{}projects", emulator.control_base());
    let new = json!({ "public_key": keys[0], "secret_key": keys[1], "account": account.token });
    let response = reqwest::Client::new().post(url).json(&new).send().await.unwrap();
    assert_eq!(response.status(), 201);
    let [public_key, secret_key] = [keys[0].to_owned(), keys[1].to_owned()];
    Project::with_keys(emulator, ProjectKeys { public_key, secret_key })
}

async fn secrets(account: &Account, project: &Project) -> Vec<Value> {
    let page = account.get_json(&format!("/projects/{}/secrets/", project.public_key())).await;
    page["results"].as_array().unwrap().clone()
}

#[tokio::test]
async fn every_secret_key_proves_the_same() {
    let emulator = standing_still().await;
    let account = Account::new(&emulator);
    let first = project(&emulator, &account, &["pk1", "firstsecretkey"]).await;
    let (status, made) = account.call(Method::POST, "/projects/pk1/secrets/").await;
    let secret = made["secret"].as_str().unwrap();
    assert_eq!((status, secret.len()), (201, 20));
    assert!(secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let listed = secrets(&account, &first).await;
    let view = |id: &Value, hint: &str| json!({ "id": id, "hint": hint, "last_used_at": null });
    assert_eq!(listed[0], view(&listed[0]["id"], "tkey"));
    assert_eq!(listed[1], view(&made["id"], &secret[16..]));
    let keys = ProjectKeys { public_key: "pk1".to_owned(), secret_key: secret.to_owned() };
    let second = Project::with_keys(&emulator, keys);

    let date = http_date(chrono::DateTime::from_timestamp(NOW, 0).unwrap());
    let signed = async |project: &Project| {
        project.signed("/project/", "Date", &date).send().await.unwrap().status().as_u16()
    };
    assert_eq!(signed(&second).await, 200);
    let used = secrets(&account, &first).await;
    assert!(used[0]["last_used_at"].is_null());
    assert_eq!(used[1]["last_used_at"], "2025-06-15T15:06:40.000000Z");
    for project in [&first, &second] {
        assert_eq!(project.get("/project/").await.status(), 200);
        assert_eq!(signed(project).await, 200);
    }
    let wrong = ProjectKeys { public_key: "pk1".to_owned(), secret_key: "wrong".to_owned() };
    let wrong = Project::with_keys(&emulator, wrong);
    assert_eq!(signed(&wrong).await, 401);
    assert_eq!(wrong.get("/project/").await.status(), 401);

    let strict = json!({ "features": { "uploads": { "is_signed_upload_enabled": true } } });
    assert_eq!(account.send(Method::POST, "/projects/pk1/", strict).await.0, 200);
    let by_signature = async |project: &Project| {
        let expire = (NOW + 60).to_string();
        let mac = Hmac::<Sha256>::new_from_slice(project.keys.secret_key.as_bytes()).unwrap();
        let signature = hex::encode(mac.chain_update(&expire).finalize().into_bytes());
        let form = project.form().text("signature", signature).text("expire", expire);
        let part = Part::text("a").file_name("a");
        project.post_form(form.part("file", part), "").await.status().as_u16()
    };
    let by_token = async |project: &Project| {
        let key = EncodingKey::from_secret(&Sha256::digest(&project.keys.secret_key));
        let claims = json!({ "iat": NOW, "exp": NOW + 60 });
        let token = jsonwebtoken::encode(&Header::default(), &claims, &key).unwrap();
        let form = project.form().part("file", Part::text("a").file_name("a"));
        let request = project.http.post(format!("{}/base/", project.base)).multipart(form);
        request.bearer_auth(token).send().await.unwrap().status().as_u16()
    };
    for project in [&first, &second] {
        assert_eq!((by_signature(project).await, by_token(project).await), (200, 200));
    }
    assert_eq!((by_signature(&wrong).await, by_token(&wrong).await), (403, 401));

    // A backend signs with the oldest key that is left.
    let text = json!({ "string_to_sign": "text" });
    let before = first.control(Method::POST, "sign", text.clone()).await;
    let target = format!("/projects/pk1/secrets/{}/", listed[0]["id"].as_str().unwrap());
    assert_eq!(account.call(Method::DELETE, &target).await, (204, Value::Null));
    let after = first.control(Method::POST, "sign", text).await;
    assert_eq!((before.0, after.0), (200, 200));
    assert_ne!(before, after);
    assert_eq!((signed(&first).await, first.get("/project/").await.status().as_u16()), (401, 401));
    assert_eq!((by_signature(&first).await, by_token(&first).await), (403, 401));
    assert_eq!((signed(&second).await, by_token(&second).await), (200, 200));
    let gone = (404, error("Secret not found.", "not_found_error"));
    assert_eq!(account.call(Method::DELETE, &target).await, gone);
}

#[tokio::test]
async fn signed_uploads_need_a_secret_key() {
    let emulator = standing_still().await;
    let account = Account::new(&emulator);
    let project = project(&emulator, &account, &["pk1", "firstsecretkey"]).await;
    project.control(Method::PATCH, "", json!({ "signed_uploads": true })).await;
    let only = secrets(&account, &project).await.remove(0);
    let target = format!("/projects/pk1/secrets/{}/", only["id"].as_str().unwrap());
    let text = "The last secret can not be deleted while signed uploads are enabled.";
    assert_eq!(account.call(Method::DELETE, &target).await, (400, error(text, "last_secret")));
    assert_eq!(project.get("/project/").await.status(), 200);
    project.control(Method::PATCH, "", json!({ "signed_uploads": false })).await;
    assert_eq!(account.call(Method::DELETE, &target).await.0, 204);
    assert_eq!(project.get("/project/").await.status(), 401);
    assert!(secrets(&account, &project).await.is_empty());
    let sign = json!({ "string_to_sign": "text" });
    assert_eq!(project.control(Method::POST, "sign", sign).await.0, 400);
}
