use chrono::Utc;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::json;
use sha2::Sha256;
use uploadcare_emulator::Emulator;

use crate::{
    cdn::fetch,
    client::{Project, header},
};

const SECRET: &str = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211";
const OLD: &str = "00ff";

fn signed(secret: &str, message: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(&hex::decode(secret).unwrap()).unwrap();
    mac.update(message.as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

fn acl_token(secret: &str, expires: i64, acl: &str) -> String {
    let message = format!("exp={expires}~acl={acl}");
    format!("{message}~hmac={}", signed(secret, &message))
}

#[tokio::test]
async fn tokens_open_what_they_name() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let seed = json!({ "files": [uuid] });
    let (_, group) = project.control(Method::POST, "groups", seed).await;
    let group = group["first_id"].as_str().unwrap().to_owned();
    let encoded = group.replace('~', "%7e");
    let (open, later) = (format!("/{uuid}/"), Utc::now().timestamp() + 300);
    assert_eq!(fetch(&project, &open).await.status(), 200);
    let secrets = json!({ "delivery_secrets": [OLD, SECRET] });
    let (status, settings) = project.control(Method::PATCH, "", secrets.clone()).await;
    assert_eq!((status, &settings["delivery_secrets"]), (200, &secrets["delivery_secrets"]));

    let exact = acl_token(SECRET, later, &open);
    let all = acl_token(OLD, later, "/*");
    let of_file = acl_token(SECRET, later, &format!("/{uuid}/*"));
    let of_group = acl_token(SECRET, later, &format!("/{encoded}/*"));
    let page = acl_token(SECRET, later, &format!("/{encoded}/"));
    let message = format!("exp={later}~url=%2f{uuid}%2f");
    let of_url = format!("exp={later}~hmac={}", signed(SECRET, &message));
    let message = format!("exp={later}~url=%2f{encoded}%2f");
    let of_group_url = format!("exp={later}~hmac={}", signed(SECRET, &message));
    let past = acl_token(SECRET, later - 400, "/*");
    let foreign = acl_token("aa", later, "/*");
    let crop = format!("/{uuid}/-/crop/1x1/2,3/");
    let of_crop = acl_token(SECRET, later, &crop.replace(',', "%2c"));
    for (path, token, status, reason) in [
        (&open, &exact, 200, ""),
        (&open, &all, 200, ""),
        (&open, &of_url, 200, ""),
        (&open, &of_file, 200, ""),
        (&format!("/{uuid}/b.txt"), &of_file, 200, ""),
        (&format!("/{uuid}/b.txt"), &exact, 403, "outside"),
        (&format!("/{uuid}/b.txt"), &of_url, 403, "signature"),
        (&format!("/{group}/"), &page, 200, ""),
        (&format!("/{group}/"), &of_group_url, 200, ""),
        (&format!("/{group}/"), &of_group, 200, ""),
        (&format!("/{encoded}/"), &of_group, 200, ""),
        (&format!("/{group}/nth/0/"), &of_group, 200, ""),
        (&format!("/{group}/archive/zip/"), &of_group, 200, ""),
        (&format!("/{group}/nth/0/"), &page, 403, "outside"),
        (&format!("/{group}/"), &of_file, 403, "outside"),
        // Let in, but no image.
        (&crop, &of_crop, 400, "not images"),
        (&open, &past, 403, "expired"),
        (&open, &foreign, 403, "signature"),
        (&open, &"x".to_owned(), 403, "can not be read"),
        (&open, &String::new(), 403, "missing"),
    ] {
        let response = fetch(&project, &format!("{path}?token={token}")).await;
        assert_eq!(response.status(), status, "{path} {token}");
        if status != 200 {
            assert_eq!(header(&response, "content-type"), "text/html; charset=UTF-8");
        }
        let text = response.text().await.unwrap();
        assert!(text.contains(reason), "{path} {token} {text}");
    }
    assert_eq!(fetch(&project, &open).await.status(), 403);
    let query = format!("{open}?other=1&token={exact}&more=2");
    assert_eq!(fetch(&project, &query).await.status(), 200);
    for record in emulator.requests(project.public_key()) {
        assert!(!record.query.unwrap_or_default().contains("hmac"));
    }
    emulator.set_clock_offset(301);
    let response = fetch(&project, &query).await;
    assert_eq!(response.status(), 403);
    assert!(response.text().await.unwrap().contains("expired"));

    let other = Project::new(&emulator);
    let foreign = other.upload("a.txt", "text/plain", b"text".to_vec()).await;
    assert_eq!(fetch(&other, &format!("/{foreign}/")).await.status(), 200);
    for bad in [json!(["x"]), json!([""]), json!(["aaa"]), json!(["aa", "bb", "cc"]), json!([1])] {
        let patch = json!({ "delivery_secrets": bad });
        assert_eq!(project.control(Method::PATCH, "", patch).await.0, 400, "{bad}");
    }
    let (status, _) = project.control(Method::PATCH, "", json!({ "delivery_secrets": [] })).await;
    assert_eq!((status, fetch(&project, &open).await.status().as_u16()), (200, 200));
}
