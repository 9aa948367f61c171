use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use reqwest::Method;
use serde_json::json;
use uploadcare_emulator::Emulator;

use crate::{
    cdn::{fetch, fixture},
    client::{Project, header},
};

async fn group(project: &Project, files: &[&str]) -> String {
    let (status, group) = project.control(Method::POST, "groups", json!({ "files": files })).await;
    assert_eq!(status, 201);
    group["first_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn groups_are_shown_and_their_files_delivered() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let photo = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let text = project.upload("<a>.txt", "text/plain", b"text".to_vec()).await;
    let with_effects = format!("{photo}/-/resize/40x20/-/rotate/90/");
    let broken = format!("{photo}/-/resize/x/");
    let id = group(&project, &[&photo, &text, &with_effects, &broken]).await;
    let response = fetch(&project, &format!("/{id}/")).await;
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "content-type"), "text/html; charset=UTF-8");
    let page = response.text().await.unwrap();
    for link in [
        format!("href=\"/{text}/\""),
        format!("href=\"/{photo}/-/resize/40x20/-/rotate/90/\""),
        format!("href=\"/{id}/nth/3/\""),
        "&lt;a&gt;.txt".to_owned(),
    ] {
        assert!(page.contains(&link), "{link} {page}");
    }
    for (path, status, sides) in [
        ("nth/0/", 200, ["", ""]),
        ("nth/1/", 200, ["", ""]),
        ("nth/2/", 200, ["20", "40"]),
        ("nth/2/-/crop/10x30/a.jpg", 200, ["10", "30"]),
        ("nth/0/-/crop/10x30/", 200, ["10", "30"]),
        ("nth/1/-/crop/10x30/", 400, ["", ""]),
        ("nth/2/-/json/", 200, ["20", "40"]),
        ("nth/3/", 400, ["", ""]),
        ("nth/4/", 404, ["", ""]),
        ("nth/x/", 404, ["", ""]),
    ] {
        let response = fetch(&project, &format!("/{id}/{path}")).await;
        assert_eq!(response.status(), status, "{path}");
        let told = ["x-image-width", "x-image-height"].map(|name| header(&response, name));
        assert_eq!(told, sides, "{path}");
    }
    let named = fetch(&project, &format!("/{id}/nth/1/b.txt")).await;
    assert_eq!(header(&named, "content-disposition"), "inline; filename=b.txt");
    assert_eq!(named.text().await.unwrap(), "text");
    project.call(Method::DELETE, &format!("/files/{text}/storage/")).await;
    assert_eq!(fetch(&project, &format!("/{id}/nth/1/")).await.status(), 404);
    assert_eq!(fetch(&project, &format!("/{id}/archive/zip/")).await.status(), 404);
    assert!(fetch(&project, &format!("/{id}/")).await.text().await.unwrap().contains("(removed)"));
    project.call(Method::DELETE, &format!("/groups/{id}/")).await;
    assert_eq!(fetch(&project, &format!("/{id}/")).await.status(), 404);
}

#[tokio::test]
async fn archives_have_the_originals() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let mut expected = BTreeMap::new();
    let mut files = Vec::new();
    for (name, inside, bytes) in [
        ("photo.jpg", "photo.jpg", fixture("photo.jpg")),
        ("a.txt", "a.txt", b"one".to_vec()),
        ("A.txt", "A (1).txt", b"two".to_vec()),
        ("Привет, мир.txt", "Привет, мир.txt", b"three".to_vec()),
        ("empty", "empty", Vec::new()),
    ] {
        files.push(project.upload(name, "text/plain", bytes.clone()).await);
        expected.insert(inside.to_owned(), bytes);
    }
    files[0].push_str("/-/resize/10x/");
    let (_, seeded) = project.control(Method::POST, "files", json!({ "size": 100_000 })).await;
    files.push(seeded["first_uuid"].as_str().unwrap().to_owned());
    expected.insert("file-1.txt".to_owned(), vec![b'.'; 100_000]);
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let id = group(&project, &files).await;

    let response = fetch(&project, &format!("/{id}/archive/zip/all%20of%20it.zip")).await;
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "content-type"), "application/zip");
    let disposition = "attachment; filename=\"all of it.zip\"";
    assert_eq!(header(&response, "content-disposition"), disposition);
    let bytes = response.bytes().await.unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut seen = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        seen.insert(entry.name().unwrap().into_owned(), content);
    }
    assert_eq!(seen, expected);

    let response = fetch(&project, &format!("/{id}/archive/tar/")).await;
    assert_eq!(header(&response, "content-type"), "application/x-tar");
    let name = format!("attachment; filename={}.tar", &id[..36]);
    assert_eq!(header(&response, "content-disposition"), name);
    let bytes = response.bytes().await.unwrap();
    let mut tar = tar::Archive::new(&*bytes);
    let mut seen = BTreeMap::new();
    for entry in tar.entries().unwrap() {
        let mut entry = entry.unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        seen.insert(entry.path().unwrap().to_str().unwrap().to_owned(), content);
    }
    assert_eq!(seen, expected);

    assert_eq!(fetch(&project, &format!("/{id}/archive/rar/")).await.status(), 400);
    let (_, large) = project.control(Method::POST, "files", json!({ "size": 1 << 30 })).await;
    let large = large["first_uuid"].as_str().unwrap();
    let id = group(&project, &[large, large, files[1]]).await;
    let response = fetch(&project, &format!("/{id}/archive/zip/")).await;
    assert_eq!(response.status(), 400);
    assert!(response.text().await.unwrap().contains("larger than 2 GB"));
}
