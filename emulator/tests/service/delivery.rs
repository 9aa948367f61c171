use reqwest::Method;
use uploadcare_emulator::{Emulator, Seed};

use crate::client::{Project, header};

#[tokio::test]
async fn originals_are_delivered() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let bytes: Vec<u8> = (0..300_000_u32).flat_map(|n| n.to_le_bytes()).collect();
    let uuid = project.upload("data.bin", "application/x-own", bytes.clone()).await;
    for (name, shown) in [("", "data.bin"), ("data.bin", "data.bin"), ("x", "x")] {
        let path = format!("/{uuid}/{name}");
        let response = project.http.get(format!("{}{path}", project.base)).send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        assert_eq!(header(&response, "content-type"), "application/x-own");
        let disposition = format!("attachment; filename={shown}");
        assert_eq!(header(&response, "content-disposition"), disposition);
        assert_eq!(header(&response, "access-control-allow-origin"), "*");
        assert_eq!(header(&response, "content-length"), "1200000");
        assert_eq!(response.bytes().await.unwrap(), bytes);
    }
    let uuid = project.upload("hello.txt", "text/plain", b"hello\n".to_vec()).await;
    let url = format!("{}/{uuid}/", project.base);
    let response = project.http.request(Method::HEAD, &url).send().await.unwrap();
    assert_eq!(header(&response, "etag"), "\"b1946ac92492d2347c6235b4d2611184\"");
    assert_eq!(header(&response, "content-length"), "6");
    assert_eq!(header(&response, "content-disposition"), "inline; filename=hello.txt");
    let empty = project.upload("empty", "text/plain", Vec::new()).await;
    let response = project.get(&format!("/{empty}/")).await;
    assert_eq!((response.status().as_u16(), response.bytes().await.unwrap().len()), (200, 0));
    let unknown = format!("{}/00000000-0000-4000-8000-000000000000/", project.base);
    let response = project.http.get(unknown).send().await.unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(header(&response, "content-type"), "image/jpeg");
    assert!(image::load_from_memory(&response.bytes().await.unwrap()).is_ok());
    let response = project.http.post(&url).send().await.unwrap();
    assert_eq!(response.status(), 405);
    assert_eq!(header(&response, "allow"), "HEAD, GET, OPTIONS");
    let logged = emulator.requests(project.public_key());
    assert!(logged.iter().all(|record| record.status != 499), "{logged:?}");
}

#[tokio::test]
async fn seeded_files_have_bytes_of_their_size() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let seed = Seed { size: 200_001, filename: "n {n}.txt".to_owned(), ..Seed::default() };
    let uuid = emulator.seed(project.public_key(), seed).unwrap().first_uuid.unwrap();
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert_eq!(file["size"], 200_001);
    let url = format!("{}/{uuid}/n1.txt", project.base);
    assert_eq!(file["original_file_url"], url);
    let bytes = project.http.get(url).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(bytes.len(), 200_001);
}
