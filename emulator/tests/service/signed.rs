use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::{
    Method, RequestBuilder,
    multipart::{Form, Part},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uploadcare_emulator::{Clock, Emulator, ProjectKeys};

use crate::{client::Project, shared::shared};

const ISSUED: i64 = 1_767_225_600;

async fn at(seconds: i64) -> Emulator {
    let clock = Clock::fixed(DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds));
    Emulator::builder().clock(clock).start().await.unwrap()
}

/// A project that insists on signed uploads.
async fn strict(emulator: &Emulator, keys: ProjectKeys) -> Project {
    let project = Project::with_keys(emulator, keys);
    let (status, _) = project.control(Method::PATCH, "", json!({ "signed_uploads": true })).await;
    assert_eq!(status, 200);
    project
}

fn token(project: &Project, header: &Header, claims: &Value) -> String {
    let key = EncodingKey::from_secret(&Sha256::digest(&project.keys.secret_key));
    jsonwebtoken::encode(header, claims, &key).unwrap()
}

fn bearer(project: &Project, claims: &Value) -> String {
    token(project, &Header::default(), claims)
}

fn signature(secret: &str, expire: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    hex::encode(mac.chain_update(expire).finalize().into_bytes())
}

fn upload(project: &Project, files: usize, more: &[(&str, &str)]) -> RequestBuilder {
    let form = (0..files).fold(project.form(), |form, number| {
        form.part(number.to_string(), Part::text("a").file_name("a"))
    });
    let add = |form: Form, (name, value): &(&str, &str)| {
        form.text((*name).to_owned(), (*value).to_owned())
    };
    let url = format!("{}/base/?jsonerrors=1", project.base);
    project.http.post(url).multipart(more.iter().fold(form, add))
}

/// The code of the refusal; empty when there is none.
async fn code(request: RequestBuilder) -> String {
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    answer["error"]["error_code"].as_str().unwrap_or_default().to_owned()
}

async fn code_of(project: &Project, token: &str) -> String {
    code(upload(project, 1, &[]).bearer_auth(token)).await
}

#[tokio::test]
async fn signatures_are_checked() {
    let emulator = at(ISSUED).await;
    let project = strict(&emulator, emulator.create_project()).await;
    let secret = &project.keys.secret_key;
    let next = (ISSUED + 1).to_string();
    let right = signature(secret, &next);
    for (fields, expected) in [
        (vec![], "SignatureRequiredError"),
        (vec![("expire", &*next)], "SignatureRequiredError"),
        (vec![("signature", &*right)], "SignatureExpirationRequiredError"),
        (vec![("signature", &right), ("expire", "soon")], "SignatureExpirationInvalidError"),
        (
            vec![
                ("signature", &signature(secret, &ISSUED.to_string())),
                ("expire", &ISSUED.to_string()),
            ],
            "SignatureExpirationError",
        ),
        (vec![("signature", &right), ("expire", "1900000000")], "SignatureInvalidError"),
        (vec![("signature", &right[..31]), ("expire", &next)], "SignatureInvalidError"),
        (vec![("signature", &right), ("expire", &next)], ""),
    ] {
        assert_eq!(code(upload(&project, 1, &fields)).await, expected, "{fields:?}");
    }
    let text = project.post_form(project.form(), "").await;
    assert_eq!(
        (text.status().as_u16(), &*text.text().await.unwrap()),
        (400, "`signature` is required.")
    );
    // A signature comes before a token, be it right or wrong.
    let good = bearer(&project, &json!({ "iat": ISSUED, "exp": ISSUED + 60 }));
    let both =
        |signature: &str| upload(&project, 1, &[("signature", signature), ("expire", &next)]);
    assert_eq!(code(both("no").bearer_auth(&good)).await, "SignatureInvalidError");
    assert_eq!(code(both(&right).bearer_auth("no")).await, "");
    assert_eq!(code(upload(&project, 1, &[("expire", &next)]).bearer_auth(&good)).await, "");

    let key = project.public_key();
    for path in ["/multipart/start/", "/from_url/", "/group/"] {
        let fields = [("UPLOADCARE_PUB_KEY", key), ("pub_key", key)];
        let url = format!("{}{path}?jsonerrors=1", project.base);
        assert_eq!(code(project.http.post(&url).form(&fields)).await, "SignatureRequiredError");
        let signed = [fields[0], fields[1], ("signature", &right), ("expire", &next)];
        let missing = code(project.http.post(&url).form(&signed)).await;
        assert!(!missing.is_empty() && !missing.starts_with("Signature"), "{missing}");
    }
    for path in ["/multipart/complete/", "/info/", "/group/info/", "/from_url/status/"] {
        let method = if path.contains("complete") { Method::POST } else { Method::GET };
        let url =
            format!("{}{path}?jsonerrors=1&pub_key={key}&UPLOADCARE_PUB_KEY={key}", project.base);
        assert!(!code(project.http.request(method, url)).await.starts_with("Signature"), "{path}");
    }
    project.control(Method::PATCH, "", json!({ "signed_uploads": false })).await;
    assert_eq!(code(upload(&project, 1, &[("signature", "no")]).bearer_auth("no")).await, "");
}

#[tokio::test]
async fn every_published_signature_and_token() {
    let Some(vectors) = shared("spec/vectors.json") else { return };
    let emulator = at(30).await;
    let signatures = vectors["upload_legacy_signature"]["vectors"].as_array().unwrap();
    assert!(signatures.len() >= 5);
    for (number, vector) in signatures.iter().enumerate() {
        let text = |name: &str| vector[name].as_str().unwrap();
        let keys = json!({ "public_key": format!("k{number}"), "secret_key": text("secret_key") });
        let url = format!("{}projects", emulator.control_base());
        let made = reqwest::Client::new().post(url).json(&keys).send().await.unwrap();
        let project = strict(&emulator, made.json().await.unwrap()).await;
        let expire = ("expire", text("expire"));
        let right = upload(&project, 1, &[("signature", text("signature")), expire]);
        assert_eq!(code(right).await, "", "{vector}");
        let obsolete =
            upload(&project, 1, &[("signature", text("obsolete_md5_signature")), expire]);
        assert_eq!(code(obsolete).await, "SignatureInvalidError");
    }

    let emulator = at(ISSUED + 60).await;
    let project = strict(&emulator, emulator.projects()[0].clone()).await;
    let tokens = vectors["upload_jwt"]["vectors"].as_array().unwrap();
    let accepted = tokens.iter().filter(|vector| vector["expect_accepted"] == true).count();
    assert!(accepted >= 4 && tokens.len() >= accepted + 8, "{accepted} of {}", tokens.len());
    for vector in tokens {
        assert_eq!(vector["secret_key"], project.keys.secret_key);
        let expected =
            if vector["expect_accepted"] == true { "" } else { "AccessTokenInvalidError" };
        let authorization = vector["authorization"].as_str().unwrap();
        let request = upload(&project, 1, &[]).header("Authorization", authorization);
        assert_eq!(code(request).await, expected, "{}", vector["name"]);
    }
    let matches = vectors["upload_jwt"]["scope_matching"].as_array().unwrap();
    assert!(matches.len() >= 8);
    for case in matches {
        let restrictions = json!({ "restrictions": { "scope": case["scope"] } });
        let claims = json!({ "iat": ISSUED, "exp": ISSUED + 3600, "uc": restrictions });
        let key = project.public_key();
        let fields = [("UPLOADCARE_PUB_KEY", key), ("pub_key", key)];
        let path = case["path"].as_str().unwrap();
        let url = format!("{}{path}?jsonerrors=1", project.base);
        let request = project.http.post(url).form(&fields).bearer_auth(bearer(&project, &claims));
        let forbidden = code(request).await == "ScopeForbiddenError";
        assert_eq!(forbidden, case["allowed"] == false, "{case}");
    }
}

#[tokio::test]
async fn the_claims_of_tokens_are_checked() {
    let emulator = at(ISSUED).await;
    let project = strict(&emulator, emulator.create_project()).await;
    let claims = |change: Value| {
        let mut claims = json!({ "iat": ISSUED, "exp": ISSUED + 60 });
        claims.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        claims
    };
    let restricted =
        |restrictions: Value| claims(json!({ "uc": { "restrictions": restrictions } }));
    let scopes = |count: usize| json!({ "scope": vec!["/*"; count] });
    let long = |length: usize| json!({ "scope": [format!("/{}", "a".repeat(length - 1)), "/*"] });
    let operations = |count: Value| json!({ "limits": { "operations": count } });
    for good in [
        claims(json!({})),
        claims(json!({ "iss": "a", "sub": "", "jti": "b" })),
        claims(json!({ "exp": ISSUED + 86_400 })),
        claims(json!({ "iat": ISSUED - 86_399, "exp": ISSUED + 1 })),
        claims(json!({ "uc": {} })),
        restricted(json!({})),
        restricted(scopes(16)),
        restricted(long(64)),
        restricted(operations(json!(100_000))),
    ] {
        assert_eq!(code_of(&project, &bearer(&project, &good)).await, "", "{good}");
    }
    for bad in [
        json!({ "iat": ISSUED }),
        json!({ "exp": ISSUED + 1 }),
        claims(json!({ "iat": ISSUED as f64 + 0.5 })),
        claims(json!({ "iat": ISSUED.to_string() })),
        claims(json!({ "iat": ISSUED + 1 })),
        claims(json!({ "exp": ISSUED })),
        claims(json!({ "exp": ISSUED + 86_401 })),
        claims(json!({ "iss": 1 })),
        claims(json!({ "sub": null })),
        claims(json!({ "aud": "a" })),
        claims(json!({ "nbf": ISSUED })),
        claims(json!({ "uc": null })),
        claims(json!({ "uc": { "foo": 1 } })),
        restricted(json!({ "foo": 1 })),
        restricted(scopes(0)),
        restricted(scopes(17)),
        restricted(long(65)),
        restricted(json!({ "scope": ["/base*"] })),
        restricted(json!({ "scope": ["/*", "*"] })),
        restricted(json!({ "scope": "/*" })),
        restricted(operations(json!(0))),
        restricted(operations(json!(100_001))),
        restricted(operations(json!(1.5))),
        restricted(json!({ "limits": { "foo": 1 } })),
    ] {
        let token = bearer(&project, &bad);
        assert_eq!(code_of(&project, &token).await, "AccessTokenInvalidError", "{bad}");
    }
    let plain = claims(json!({}));
    for header in
        [Header::new(Algorithm::HS384), Header { typ: Some("JOSE".into()), ..Header::default() }]
    {
        let token = token(&project, &header, &plain);
        assert_eq!(code_of(&project, &token).await, "AccessTokenInvalidError");
    }
    for nonsense in ["a", "a.b.c"] {
        assert_eq!(code_of(&project, nonsense).await, "AccessTokenInvalidError");
    }
    let other = Project::with_keys(&emulator, emulator.create_project());
    assert_eq!(code_of(&project, &bearer(&other, &plain)).await, "AccessTokenInvalidError");
    let answer = upload(&project, 1, &[]).bearer_auth("a.b.c").send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["error"]["status_code"], 401);
    assert!(answer["error"]["content"].as_str().unwrap().starts_with("Invalid token. Reason: "));

    let clock = async |seconds: i64| {
        project.control(Method::POST, "clock", json!({ "offset_seconds": seconds })).await;
    };
    let token = bearer(&project, &plain);
    clock(59).await;
    assert_eq!(code_of(&project, &token).await, "");
    clock(60).await;
    assert_eq!(code_of(&project, &token).await, "AccessTokenExpiredError");
    clock(-1).await;
    assert_eq!(code_of(&project, &token).await, "AccessTokenInvalidError");
    project.control(Method::PATCH, "", json!({ "token_leeway_seconds": 30 })).await;
    for (seconds, expected) in
        [(-31, "AccessTokenInvalidError"), (-30, ""), (89, ""), (90, "AccessTokenExpiredError")]
    {
        clock(seconds).await;
        assert_eq!(code_of(&project, &token).await, expected, "{seconds}");
    }
    let logged = emulator.requests(project.public_key());
    assert!(logged.iter().any(|record| record.scheme.as_deref() == Some("bearer")));
}

#[tokio::test]
async fn the_operations_of_a_token_are_counted() {
    let emulator = Emulator::start().await.unwrap();
    let project = strict(&emulator, emulator.create_project()).await;
    let now = Utc::now().timestamp();
    let limits = json!({ "restrictions": { "limits": { "operations": 3 } } });
    let claims = |id: &str| json!({ "iat": now, "exp": now + 60, "jti": id, "uc": limits });
    let token = bearer(&project, &claims("a"));
    let send = async |files: usize| code(upload(&project, files, &[]).bearer_auth(&token)).await;
    assert_eq!(send(4).await, "OperationsLimitExceededError");
    assert_eq!(send(0).await, "FilesRequiredError");
    assert_eq!(send(2).await, "");
    assert_eq!(send(2).await, "OperationsLimitExceededError");
    // What was refused does not count.
    let bad = upload(&project, 1, &[("metadata[a b]", "c")]).bearer_auth(&token);
    assert_eq!(code(bad).await, "FileMetadataKeyForbiddenError");
    let key = project.public_key();
    let url = format!("{}/multipart/start/?jsonerrors=1", project.base);
    let fields = [
        ("UPLOADCARE_PUB_KEY", key),
        ("filename", "a"),
        ("size", "10485760"),
        ("content_type", "a/b"),
    ];
    let start = || project.http.post(&url).form(&fields).bearer_auth(&token);
    assert_eq!(code(start()).await, "");
    assert_eq!(code(start()).await, "OperationsLimitExceededError");
    assert_eq!(send(1).await, "OperationsLimitExceededError");
    let group = project.http.post(format!("{}/group/?jsonerrors=1&pub_key={key}", project.base));
    assert_eq!(code(group.bearer_auth(&token)).await, "GroupFilesInvalidError");
    assert_eq!(code_of(&project, &bearer(&project, &claims("b"))).await, "");
}
