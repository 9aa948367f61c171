use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::Emulator;

use crate::{
    cdn::{fetch, fixture},
    client::{Project, header},
};

async fn info(project: &Project, path: &str) -> Value {
    let response = fetch(project, path).await;
    assert_eq!(response.status(), 200, "{path}");
    assert_eq!(header(&response, "content-type"), "application/json");
    assert_eq!(header(&response, "cache-control"), "public, max-age=86400");
    response.json().await.unwrap()
}

#[tokio::test]
async fn images_are_described() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let photo = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let mut seen = info(&project, &format!("/{photo}/-/json/")).await;
    let file = project.get_json(&format!("/files/{photo}/")).await;
    let mut expected = file["content_info"]["image"].clone();
    expected["id"] = json!(photo);
    let hash = |info: &mut Value| {
        let hash = info.as_object_mut().unwrap().remove("hash").unwrap();
        assert_eq!(hash.as_str().unwrap().len(), 16);
        u64::from_str_radix(hash.as_str().unwrap(), 16).unwrap()
    };
    let blurhash = seen.as_object_mut().unwrap().remove("blurhash").unwrap();
    assert_eq!(blurhash.as_str().unwrap().len(), 52);
    let original = hash(&mut seen);
    assert_eq!(seen, expected);

    // As it is looked at: turned by its EXIF, and without it.
    let path = format!("/{photo}/-/preview/100x100/-/format/png/-/json/");
    let mut seen = info(&project, &path).await;
    assert_eq!((&seen["width"], &seen["height"]), (&json!(67), &json!(100)));
    assert_eq!((&seen["format"], &seen["color_mode"]), (&json!("PNG"), &json!("RGB")));
    for absent in ["orientation", "geo_location", "datetime_original"] {
        assert_eq!(seen[absent], Value::Null, "{absent}");
    }
    assert!((hash(&mut seen) ^ original).count_ones() > 16);
    let path = format!("/{photo}/-/autorotate/no/-/preview/100x100/-/json/");
    assert!((hash(&mut info(&project, &path).await) ^ original).count_ones() < 6);

    let response = fetch(&project, &format!("/{photo}/-/blur_region/faces/-/json/")).await;
    assert_eq!(header(&response, "x-emulator-not-rendered"), "blur_region");
    assert_eq!(header(&response, "x-image-width"), "427");
    assert!(header(&response, "access-control-expose-headers").contains("X-Image-Width"));

    let response = fetch(&project, &format!("/{photo}/-/jsonp/")).await;
    assert_eq!(header(&response, "content-type"), "application/javascript");
    let text = response.text().await.unwrap();
    let inner = text.strip_prefix("uploadcare_callback(").and_then(|text| text.strip_suffix(");"));
    let inner: Value = serde_json::from_str(inner.unwrap()).unwrap();
    assert_eq!(inner, info(&project, &format!("/{photo}/-/json/")).await);

    let text = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    assert_eq!(info(&project, &format!("/{text}/-/json/")).await, json!({ "id": text }));
}

#[tokio::test]
async fn colours_and_faces() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let drawing = project.upload("drawing.png", "image/png", fixture("drawing.png")).await;
    let path = format!("/{drawing}/-/crop/10x10/center/-/main_colors/5/");
    let colours = info(&project, &path).await;
    assert_eq!((&colours["width"], &colours["format"]), (&json!(10), &json!("PNG")));
    let list = colours["main_colors"].as_array().unwrap();
    assert!((1..=5).contains(&list.len()), "{list:?}");
    let setfill = format!("/{drawing}/-/preview/-/setfill/102030/-/format/jpeg/-/main_colors/2/");
    let list = info(&project, &setfill).await["main_colors"].clone();
    let list: Vec<[i32; 3]> = serde_json::from_value(list).unwrap();
    assert_eq!(list.len(), 2);
    let is_near = |colour: &[i32; 3]| {
        colour.iter().zip([0x10, 0x20, 0x30]).all(|(is, filled)| (is - filled).abs() <= 8)
    };
    assert!(list.iter().any(is_near), "{list:?}");
    let many = info(&project, &format!("/{drawing}/-/main_colors/256/")).await;
    assert!(many["main_colors"].as_array().unwrap().len() > 20);

    let path = format!("/{drawing}/detect_faces/");
    let seen = info(&project, &path).await;
    assert_eq!((&seen["faces"], &seen["width"]), (&json!([]), &json!(480)));
    let faces = json!([[10, 20, 30, 40], [1, 2, 3, 4]]);
    let patch = json!({ "faces": faces });
    assert_eq!(project.control(Method::PATCH, &format!("files/{drawing}"), patch).await.0, 200);
    assert_eq!(info(&project, &path).await["faces"], faces);
    let bad = json!({ "faces": [[1, 2, 3]] });
    assert_eq!(project.control(Method::PATCH, &format!("files/{drawing}"), bad).await.0, 400);
}

#[tokio::test]
async fn animations_become_videos() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let gif = project.upload("animation.gif", "image/gif", fixture("animation.gif")).await;
    for (operations, kind, name) in [
        ("", "video/mp4", "animation.mp4"),
        ("-/format/webm/-/quality/lighter/", "video/webm", "animation.webm"),
        ("-/resize/100x/-/crop/10x10/center/a.mp4", "video/mp4", "a.mp4"),
        ("-/scale_crop/10x10/-/preview/", "video/mp4", "animation.mp4"),
    ] {
        let response = fetch(&project, &format!("/{gif}/gif2video/{operations}")).await;
        assert_eq!(response.status(), 200, "{operations}");
        assert_eq!(header(&response, "content-type"), kind);
        assert_eq!(header(&response, "x-emulator-not-rendered"), "gif2video");
        let disposition = header(&response, "content-disposition");
        assert_eq!(disposition, format!("inline; filename={name}"));
        let bytes = response.bytes().await.unwrap();
        let signature: &[u8] = if kind == "video/mp4" { b"ftyp" } else { b"webm" };
        assert!(bytes.windows(4).any(|part| part == signature), "{operations}");
    }
    for bad in ["format/mov", "quality/smart", "flip", "crop/face", "scale_crop/1x1/smart", ""] {
        let response = fetch(&project, &format!("/{gif}/gif2video/-/{bad}/")).await;
        assert_eq!(response.status(), 400, "{bad}");
    }
}
