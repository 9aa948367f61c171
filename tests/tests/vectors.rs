//! Signatures that others have published or that the live service accepted.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::time::{Duration, UNIX_EPOCH};
use uploadcare::{
    Client, ClientOptions, CreateUploadTokenOptions, DeliveryTokenKind, DeliveryUrl,
    SignUrlOptions, Timestamp, Transformation, VerifyUrlOptions, WebhookEvent, WebhookReceiver,
    auth::{
        SignedRequest, rest_signature, signed_authorization, simple_authorization,
        upload_signature_at, upload_token,
    },
};
use uploadcare_tests::shared;

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap_or_default()
}

#[test]
fn every_rest_signature() {
    let Some(all) = vectors() else { return };
    let vectors = all["rest_signed_auth"]["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 19, "{} vectors", vectors.len());
    for vector in vectors {
        let request = SignedRequest {
            method: text(vector, "method"),
            target: text(vector, "uri"),
            content_type: text(vector, "content_type"),
            date: text(vector, "date"),
            body: text(vector, "body").as_bytes(),
        };
        let name = text(vector, "name");
        assert_eq!(request.string_to_sign(), text(vector, "string_to_sign"), "{name}");
        let signature = rest_signature(text(vector, "secret_key"), &request);
        assert_eq!(signature, text(vector, "signature"), "{name}");
        let keys = (text(vector, "public_key"), text(vector, "secret_key"));
        let authorization = signed_authorization(keys.0, keys.1, &request);
        assert_eq!(authorization, text(vector, "authorization"), "{name}");
    }
    for vector in all["rest_simple_auth"].as_array().unwrap() {
        let keys = (text(vector, "public_key"), text(vector, "secret_key"));
        assert_eq!(simple_authorization(keys.0, keys.1), text(vector, "authorization"));
    }
}

/// Known without the file of vectors, from the public documentation of the service.
#[test]
fn the_documented_signature() {
    let request = SignedRequest {
        method: "GET",
        target: "/files/?limit=1&stored=true",
        content_type: "application/json",
        date: "Mon, 05 Nov 2018 13:14:41 GMT",
        body: b"",
    };
    assert_eq!(
        rest_signature("demoprivatekey", &request),
        "3cbc4d2cf91f80c1ba162b926f8a975e8bec7995"
    );
}

#[test]
fn every_upload_signature() {
    let Some(all) = vectors() else { return };
    let vectors = all["upload_legacy_signature"]["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 5, "{} vectors", vectors.len());
    for vector in vectors {
        let expire = text(vector, "expire").parse().unwrap();
        let signature = upload_signature_at(text(vector, "secret_key"), expire);
        assert_eq!(signature, text(vector, "signature"), "{expire}");
    }
}

/// Those that the service takes and that can be asked for: others have claims that no option makes.
#[test]
fn upload_tokens() {
    let Some(all) = vectors() else { return };
    let vectors = all["upload_jwt"]["vectors"].as_array().unwrap();
    let mut made = 0;
    for vector in vectors.iter().filter(|vector| vector["expect_accepted"] == true) {
        let claims: Value = serde_json::from_str(text(vector, "payload_json")).unwrap();
        let claim = |name: &str| claims[name].as_str().map(str::to_owned);
        let restrictions = &claims["uc"]["restrictions"];
        let (iat, exp) = (claims["iat"].as_i64().unwrap(), claims["exp"].as_i64().unwrap());
        let options = CreateUploadTokenOptions {
            lifetime: Some(exp - iat),
            issuer: claim("iss"),
            subject: claim("sub"),
            token_id: claim("jti"),
            scope: serde_json::from_value(restrictions["scope"].clone()).unwrap(),
            operations: restrictions["limits"]["operations"].as_i64(),
        };
        let now = UNIX_EPOCH + Duration::from_secs(iat.unsigned_abs());
        let token = upload_token(text(vector, "secret_key"), &options, now).unwrap().token;
        // Members in the order of the vector, else the text cannot be the same.
        if claims.to_string().len() == text(vector, "payload_json").len() {
            let name = text(vector, "name");
            let (ours, theirs) = (parts(&token), parts(text(vector, "token")));
            assert_eq!(ours[0], theirs[0], "{name}");
            if ours[1] == theirs[1] {
                assert_eq!(ours[2], theirs[2], "{name}");
                made += 1;
            }
        }
    }
    assert!(made >= 2, "{made} tokens are as published");
}

fn parts(token: &str) -> Vec<&str> {
    token.split('.').collect()
}

fn vectors() -> Option<Value> {
    let path = shared("spec/vectors.json")?;
    Some(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

fn moment(seconds: i64) -> Option<Timestamp> {
    let time = UNIX_EPOCH + Duration::from_secs(seconds.unsigned_abs());
    Some(Timestamp(time.into()))
}

#[test]
fn every_signed_url() {
    let Some(all) = vectors() else { return };
    let vectors = all["cdn_signed_url"]["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 12, "{} vectors", vectors.len());
    for vector in vectors {
        let name = text(vector, "name");
        let expires = vector["exp"].as_i64().unwrap();
        let url = text(vector, "url");
        let (plain, _) = url.split_once('?').unwrap();
        let base = plain.split_inclusive('/').take(3).collect::<String>();
        let options = ClientOptions {
            cdn_base: Some(base),
            delivery_secrets: Some(vec![text(vector, "secret_hex").to_owned()]),
            ..ClientOptions::default()
        };
        let client = Client::builder().options(options).public_key("demopublickey");
        let delivery = client.build().unwrap().delivery();
        let is_acl = text(vector, "kind") == "acl";
        let sign = SignUrlOptions {
            kind: Some(if is_acl { DeliveryTokenKind::Acl } else { DeliveryTokenKind::Url }),
            acl: is_acl.then(|| text(vector, "acl").to_owned()),
            expires_at: moment(expires),
            now: moment(expires - 1),
            ..SignUrlOptions::default()
        };
        assert_eq!(delivery.signed_url(plain, sign).unwrap(), url, "{name}");
        let verify = |seconds| VerifyUrlOptions { now: moment(seconds) };
        let signed = delivery.verify_signed_url(url, verify(expires - 1)).unwrap();
        assert_eq!(signed.expires_at.timestamp(), expires, "{name}");
        assert!(delivery.verify_signed_url(url, verify(expires)).is_err(), "{name}");
    }
}

#[test]
fn every_host_of_a_project() {
    let Some(all) = vectors() else { return };
    let vectors = all["cname_prefix"]["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 5, "{} vectors", vectors.len());
    for vector in vectors {
        let client = Client::builder().public_key(text(vector, "public_key")).build().unwrap();
        let hosts = client.delivery().hosts().unwrap();
        assert_eq!(hosts.prefix, text(vector, "prefix"));
        assert_eq!(hosts.project_base, format!("{}/", text(vector, "cdn_base")));
        assert_eq!(hosts.signed_base, format!("{}/", text(vector, "secure_cdn_base")));
    }
}

#[test]
fn every_signature_of_a_webhook() {
    let Some(all) = vectors() else { return };
    let vectors = all["webhook_signature"]["vectors"].as_array().unwrap();
    assert!(vectors.len() >= 4, "{} vectors", vectors.len());
    for vector in vectors {
        let receiver = WebhookReceiver::new([text(vector, "signing_secret")]).unwrap();
        let (body, signature) = (text(vector, "body"), text(vector, "header_value"));
        receiver.verify(body.as_bytes(), Some(signature)).unwrap();
        assert!(receiver.verify(format!("{body} ").as_bytes(), Some(signature)).is_err());
        if text(vector, "name") == "ruby-client-known-answer" {
            let delivery = receiver.receive(body.as_bytes(), Some(signature)).unwrap();
            assert_eq!(delivery.hook.event, WebhookEvent::FileUploaded);
            assert!(delivery.data.is_none(), "a payload of that age has no moment of upload");
        }
    }
}

/// What others build is taken apart and put together again without a change.
#[test]
fn every_chain_of_operations() {
    let Some(all) = vectors() else { return };
    let all = &all["transformation_strings"];
    let mut count = 0;
    for vector in all["effects"].as_array().unwrap() {
        let chain = format!("-/{}", text(vector, "effects"));
        assert_eq!(chain.parse::<Transformation>().unwrap().text, chain);
        count += 1;
    }
    for vector in all["paths"].as_array().unwrap() {
        let path = text(vector, "path");
        assert_eq!(path.parse::<DeliveryUrl>().unwrap().to_string(), path);
        count += 1;
    }
    assert!(count >= 19, "{count} vectors");
}
