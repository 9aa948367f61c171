//! Signatures that others have published or that the live service accepted.

use serde_json::Value;
use uploadcare::auth::{SignedRequest, rest_signature, signed_authorization, simple_authorization};
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
