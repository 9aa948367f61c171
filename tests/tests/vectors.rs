//! Signatures that others have published or that the live service accepted.

use serde_json::Value;
use std::time::{Duration, UNIX_EPOCH};
use uploadcare::{
    CreateUploadTokenOptions,
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
    let Some(path) = shared("spec/vectors.json") else { return };
    let all: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
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
    let Some(path) = shared("spec/vectors.json") else { return };
    let all: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
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
    let Some(path) = shared("spec/vectors.json") else { return };
    let all: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
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
