use futures::future::join_all;
use reqwest::{Method, Response};
use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt, net::TcpStream};
use uploadcare_emulator::{Emulator, RateLimit, Seed};

use crate::{
    client::{Project, header},
    faults::{add, eventually},
    receiver::Receiver,
    shared::shared,
    webhooks::subscribe,
};

const MIB: usize = 1 << 20;
const PART: usize = 5 * MIB;

/// Bytes of which no two pieces are the same.
pub fn bytes(size: usize) -> Vec<u8> {
    (0..size as u32).flat_map(u32::to_be_bytes).take(size).collect()
}

async fn post(project: &Project, path: &str, fields: &[(&str, &str)]) -> Response {
    let url = format!("{}{path}", project.base);
    let key = [("UPLOADCARE_PUB_KEY", project.public_key())];
    project.http.post(url).form(&[&key[..], fields].concat()).send().await.unwrap()
}

async fn started(project: &Project, size: usize, more: &[(&str, &str)]) -> (String, Vec<String>) {
    let size = size.to_string();
    let fields = [("filename", "a (1).bin"), ("size", &size), ("content_type", "application/x-a")];
    let answer = post(project, "/multipart/start/", &[&fields[..], more].concat()).await;
    assert_eq!(answer.status(), 200);
    let answer: Value = answer.json().await.unwrap();
    let urls = answer["parts"].as_array().unwrap().iter();
    let urls = urls.map(|url| url.as_str().unwrap().to_owned()).collect();
    (answer["uuid"].as_str().unwrap().to_owned(), urls)
}

async fn put(project: &Project, url: &str, bytes: &[u8]) -> Response {
    let request = project.http.put(url).header("Content-Type", "application/octet-stream");
    request.body(bytes.to_vec()).send().await.unwrap()
}

async fn complete(project: &Project, uuid: &str) -> (u16, String) {
    let answer = post(project, "/multipart/complete/", &[("uuid", uuid)]).await;
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// The code of an error of the storage.
async fn refused(answer: Response) -> (u16, String) {
    assert_eq!(header(&answer, "content-type"), "application/xml");
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    let code = text.split_once("<Code>").unwrap().1.split_once("</Code>").unwrap().0;
    (status, code.to_owned())
}

#[tokio::test]
async fn parts_make_a_file() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let mut receiver = Receiver::start(&[]).await;
    for event in ["file.uploaded", "file.stored"] {
        subscribe(&project, &receiver.base, event, json!({})).await;
    }
    let content = bytes(11 * MIB);
    let more = [("UPLOADCARE_STORE", "1"), ("metadata[pet]", "cat"), ("tags", "b, A")];
    let (uuid, urls) = started(&project, content.len(), &more).await;
    assert_eq!(urls.len(), 3);
    let place = format!("{}{uuid}/a1.bin?uploadId=", emulator.storage_base());
    for (number, url) in urls.iter().enumerate() {
        assert!(url.starts_with(&place), "{url}");
        assert!(url.contains(&format!("&partNumber={}&X-Amz-Algorithm=", number + 1)), "{url}");
        assert!(url.contains("&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="));
    }
    let info = format!("/info/?pub_key={}&file_id={uuid}", project.public_key());
    assert_eq!(project.get(&info).await.status(), 404);
    let mismatch = (400, "File size mismatch. Not all parts uploaded?".to_owned());
    assert_eq!(complete(&project, &uuid).await, mismatch);

    // What came last counts.
    assert_eq!(put(&project, &urls[1], &content[..PART]).await.status(), 200);
    let parts = urls.iter().zip(content.chunks(PART)).rev();
    for answer in join_all(parts.map(|(url, part)| put(&project, url, part))).await {
        assert_eq!(answer.status(), 200);
        assert_eq!(header(&answer, "x-amz-server-side-encryption"), "AES256");
        assert_eq!(header(&answer, "etag").len(), 34);
        assert_eq!(header(&answer, "content-length"), "0");
    }
    assert!(receiver.is_empty());
    let (status, answer) = complete(&project, &uuid).await;
    assert_eq!(status, 200);
    let file: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(file, project.get_json(&info).await);
    assert_eq!(file["size"], content.len());
    assert_eq!((&file["is_ready"], &file["is_stored"]), (&json!(true), &json!(true)));
    assert_eq!(
        (&file["filename"], &file["original_filename"]),
        (&json!("a1.bin"), &json!("a (1).bin"))
    );
    assert_eq!(file["mime_type"], "application/x-a");
    assert_eq!(file["metadata"], json!({ "pet": "cat" }));
    assert_eq!(receiver.sorted_events(2).await, ["file.stored", "file.uploaded"]);
    assert_eq!(project.get_json(&format!("/files/{uuid}/")).await["tags"], json!(["b", "a"]));

    let delivered = project.http.get(format!("{}/{uuid}/", project.base)).send().await.unwrap();
    assert_eq!(delivered.status(), 200);
    assert!(header(&delivered, "etag").ends_with("-3\""));
    assert!(delivered.bytes().await.unwrap() == content);
    let already = (400, "File is already uploaded.".to_owned());
    assert_eq!(complete(&project, &uuid).await, already);
    let late = put(&project, &urls[0], &content[..PART]).await;
    assert_eq!(refused(late).await, (404, "NoSuchUpload".to_owned()));
}

#[tokio::test]
async fn starts_are_checked() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let mib_10 = "10485760";
    for (change, message) in [
        (("filename", ""), "filename is required."),
        (("size", ""), "size is required."),
        (("content_type", ""), "content_type is required."),
        (("size", "1.5"), "size should be integer."),
        (
            ("size", "10485759"),
            "File size can not be less than 10485760 bytes. Please use direct upload instead of \
             multipart.",
        ),
        (("size", "5000000000001"), "File size exceeds project limit."),
        (("part_size", "x"), "Multipart Upload Part Size should be an integer."),
        (
            ("part_size", "5242879"),
            "Multipart Upload Part Size can not be less than 5242880 bytes.",
        ),
        (
            ("part_size", "5368709121"),
            "Multipart Upload Part Size can not be more than 5368709120 bytes.",
        ),
        // 10,001 parts.
        (("size", "52428800001"), "Multipart Upload Part Size can not be less than 5242881 bytes."),
        (
            ("metadata[a b]", "c"),
            "File's metadata key `a b` contains symbols not allowed by the metadata key format.",
        ),
    ] {
        let fields = [change, ("filename", "a"), ("size", mib_10), ("content_type", "a/b")];
        let answer = post(&project, "/multipart/start/", &fields).await;
        let status = answer.status();
        assert_eq!((status.as_u16(), &*answer.text().await.unwrap()), (400, message), "{change:?}");
    }
    let (_, urls) = started(&project, 50_000 * MIB, &[]).await;
    assert_eq!(urls.len(), 10_000);
    let query = format!(
        "?UPLOADCARE_PUB_KEY={}&filename=a&size={mib_10}&content_type=a/b&part_size=6000000",
        project.public_key()
    );
    let url = format!("{}/multipart/start/{query}", project.base);
    let answer: Value = project.http.post(url).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["parts"].as_array().unwrap().len(), 2);
    project.control(Method::PATCH, "", json!({ "file_size_limit": 11 * MIB })).await;
    started(&project, 11 * MIB, &[]).await;
    let size = (11 * MIB + 1).to_string();
    let fields = [("filename", "a"), ("size", &*size), ("content_type", "a/b")];
    let answer = post(&project, "/multipart/start/", &fields).await;
    assert_eq!(answer.text().await.unwrap(), "File size exceeds project limit.");

    for (uuid, status, message) in [
        ("", 400, "uuid is required."),
        ("x", 400, "uuid is invalid."),
        ("00000000-0000-4000-8000-000000000000", 404, "File is not found."),
    ] {
        assert_eq!(complete(&project, uuid).await, (status, message.to_owned()));
    }
    let direct = project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    assert_eq!(complete(&project, &direct).await.0, 400);
}

#[tokio::test]
async fn plans_are_those_of_the_service() {
    let Some(vectors) = shared("spec/vectors.json") else { return };
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for vector in vectors["multipart_plan"]["vectors"].as_array().unwrap() {
        let (size, part_size) = (vector["size"].to_string(), vector["part_size"].to_string());
        let fields = [
            ("filename", "a"),
            ("size", &size),
            ("part_size", &part_size),
            ("content_type", "a/b"),
        ];
        let answer = post(&project, "/multipart/start/?jsonerrors=1", &fields).await;
        let answer: Value = answer.json().await.unwrap();
        match vector["error"].as_str() {
            Some(code) => assert_eq!(answer["error"]["error_code"], code),
            None => {
                assert_eq!(answer["parts"].as_array().unwrap().len(), vector["parts"], "{vector}");
            }
        }
    }
}

#[tokio::test]
async fn parts_must_have_their_sizes() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let content = bytes(15 * MIB);
    let at = |sizes: [usize; 3]| {
        let (project, content) = (&project, &content);
        async move {
            let (uuid, urls) = started(project, 15 * MIB - 1, &[]).await;
            for (url, size) in urls.iter().zip(sizes) {
                assert_eq!(put(project, url, &content[..size]).await.status(), 200);
            }
            complete(project, &uuid).await
        }
    };
    let small = "File size mismatch. Not all parts uploaded?";
    assert_eq!(at([PART, PART, PART - 2]).await, (400, small.to_owned()));
    let large = "Uploaded size is more than expected.";
    assert_eq!(at([PART, PART, PART]).await, (400, large.to_owned()));
    let wrong = "Can not complete upload. Wrong parts size?";
    assert_eq!(at([PART, PART - 1, PART]).await, (400, wrong.to_owned()));
    assert_eq!(at([PART, PART, PART - 1]).await.0, 200);
}

#[tokio::test]
async fn part_urls_are_checked_as_s3_does() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    project.control(Method::PATCH, "", json!({ "part_url_seconds": 600 })).await;
    let (uuid, urls) = started(&project, 10 * MIB, &[]).await;
    let url = urls[0].as_str();
    assert!(url.contains("X-Amz-Expires=600&"));
    let put = |url: &str| project.http.put(url).header("Content-Type", "a/b").body("x");
    let check = async |request: reqwest::RequestBuilder, status: u16, code: &str| {
        let answer = request.send().await.unwrap();
        assert_eq!(refused(answer).await, (status, code.to_owned()));
    };
    check(put(url).header("Authorization", "Bearer x"), 400, "InvalidArgument").await;
    check(put(&url.replace("=600&", "=601&")), 403, "SignatureDoesNotMatch").await;
    check(put(&url.replace("partNumber=1", "partNumber=3")), 403, "SignatureDoesNotMatch").await;
    check(put(&url.replace("/a1.bin", "/a2.bin")), 403, "SignatureDoesNotMatch").await;
    check(put(url.split_once('?').unwrap().0), 403, "AccessDenied").await;
    check(project.http.put(url).body("x"), 403, "AccessDenied").await;
    let body = reqwest::Body::wrap_stream(futures::stream::iter([Ok::<_, std::io::Error>("x")]));
    let unmeasured = project.http.put(url).header("Content-Type", "a/b").body(body);
    check(unmeasured, 411, "MissingContentLength").await;
    check(project.http.get(url), 405, "MethodNotAllowed").await;
    let elsewhere = url.replace(&uuid, "00000000-0000-4000-8000-000000000000");
    check(put(&elsewhere), 403, "SignatureDoesNotMatch").await;
    assert_eq!(project.http.request(Method::OPTIONS, url).send().await.unwrap().status(), 200);
    // In another order it is the same.
    let (place, query) = url.split_once('?').unwrap();
    let turned = query.split('&').rev().collect::<Vec<_>>().join("&");
    assert_eq!(put(&format!("{place}?{turned}")).send().await.unwrap().status(), 200);
    project.control(Method::POST, "clock", json!({ "offset_seconds": 500 })).await;
    assert_eq!(put(url).send().await.unwrap().status(), 200);
    project.control(Method::POST, "clock", json!({ "offset_seconds": 601 })).await;
    let answer = put(url).send().await.unwrap();
    assert_eq!(answer.status(), 403);
    assert!(answer.text().await.unwrap().contains("<Message>Request has expired</Message>"));
    for path in ["", "x", "_control/", "_control/projects", "x/y"] {
        let answer = project.http.put(format!("{}{path}", emulator.storage_base())).send().await;
        assert!(answer.unwrap().status().is_client_error(), "{path}");
    }
}

#[tokio::test]
async fn parts_are_logged_and_faulty_but_not_throttled() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let (_, urls) = started(&project, 10 * MIB, &[]).await;
    emulator
        .set_rate_limit(project.public_key(), RateLimit { per_second: 0.001, burst: Some(1) })
        .unwrap();
    let before = emulator.stats(project.public_key()).unwrap().requests;
    let route = "/parts/{uuid}/{number}";
    add(&project, json!({ "route": route, "respond": { "status": 503, "body": "Slow Down" } }))
        .await;
    let content = bytes(PART);
    let mut seen = Vec::new();
    for _ in 0..3 {
        let agent = "UploadcareSDK/1.0.0 (Kotlin/2.2)";
        let request = project.http.put(&urls[0]).header("User-Agent", agent);
        let request = request.header("Content-Type", "a/b").body(content.clone());
        seen.push(request.send().await.unwrap().status().as_u16());
    }
    assert_eq!(seen, [503, 200, 200]);
    assert_eq!(emulator.stats(project.public_key()).unwrap().requests, before + 3);
    let records = emulator.requests(project.public_key());
    let records: Vec<_> =
        records.iter().filter(|record| record.route.as_deref() == Some(route)).collect();
    assert_eq!(records.len(), 3);
    assert_eq!(records[0].language.as_deref(), Some("Kotlin"));
    assert_eq!((records[0].status, records[0].body_size), (503, PART as u64));
    assert!(records[0].query.as_ref().unwrap().ends_with("X-Amz-Signature=***"));
    assert!(emulator.routes().iter().any(|served| served.route == route && served.method == "PUT"));

    for (fault, arrives) in [
        (json!({ "route": route, "drop": true }), false),
        (json!({ "route": route, "lose": true }), true),
    ] {
        let (uuid, urls) = {
            emulator.clear_rate_limit(project.public_key()).unwrap();
            started(&project, 10 * MIB, &[]).await
        };
        assert_eq!(put(&project, &urls[1], &content).await.status(), 200);
        add(&project, fault).await;
        let request = project.http.put(&urls[0]).header("Content-Type", "a/b");
        assert!(request.body(content.clone()).send().await.is_err());
        assert_eq!(complete(&project, &uuid).await.0, if arrives { 200 } else { 400 });
    }
}

#[tokio::test]
async fn a_part_that_breaks_off_leaves_nothing() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let content = bytes(10 * MIB);
    let (uuid, urls) = started(&project, content.len(), &[]).await;
    for (url, part) in urls.iter().zip(content.chunks(PART)) {
        assert_eq!(put(&project, url, part).await.status(), 200);
    }
    let storage = emulator.storage_base().trim_start_matches("http://").trim_end_matches('/');
    let target = urls[0].split_once(storage).unwrap().1;
    let mut connection = TcpStream::connect(storage).await.unwrap();
    let head = format!(
        "PUT {target} HTTP/1.1\r\nHost: {storage}\r\nContent-Type: a/b\r\n\
         Content-Length: {PART}\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    connection.write_all(&[0; 1000]).await.unwrap();
    drop(connection);
    let cancelled = || emulator.stats(project.public_key()).unwrap().cancelled == 1;
    eventually(cancelled).await;
    assert!(cancelled());
    assert_eq!(complete(&project, &uuid).await.0, 200);
    let delivered = project.http.get(format!("{}/{uuid}/", project.base)).send().await.unwrap();
    assert!(delivered.bytes().await.unwrap() == content);
}

#[tokio::test]
async fn ranges_are_delivered() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let content = bytes(10 * MIB + 7);
    let (uuid, urls) = started(&project, content.len(), &[]).await;
    for (url, part) in urls.iter().zip(content.chunks(PART)) {
        put(&project, url, part).await;
    }
    assert_eq!(complete(&project, &uuid).await.0, 200);
    let size = content.len();
    let url = format!("{}/{uuid}/", project.base);
    let ask = async |range: &str| {
        let request = project.http.get(&url).header("Range", format!("bytes={range}"));
        let answer = request.send().await.unwrap();
        let place = header(&answer, "content-range").to_owned();
        (answer.status().as_u16(), place, answer.bytes().await.unwrap())
    };
    for (range, from, to) in [
        ("0-0".to_owned(), 0, 1),
        (format!("{}-{}", PART - 2, PART + 1), PART - 2, PART + 2),
        ("5-99999999".to_owned(), 5, size),
        (format!("{}-", size - 9), size - 9, size),
        ("-3".to_owned(), size - 3, size),
    ] {
        let place = format!("bytes {from}-{}/{size}", to - 1);
        let answer = ask(&range).await;
        assert_eq!((answer.0, &answer.1), (206, &place));
        assert!(answer.2 == content[from..to], "{range}");
    }
    assert_eq!(ask(&format!("{size}-")).await.1, format!("bytes */{size}"));
    for whole in ["x", "3-2", "0-1,3-4"] {
        let answer = ask(whole).await;
        assert!(answer.0 == 200 && answer.2 == content, "{whole}");
    }
    let seed = Seed { size: 100, ..Seed::default() };
    let seeded = emulator.seed(project.public_key(), seed).unwrap().first_uuid.unwrap();
    let request = project.http.get(format!("{}/{seeded}/", project.base));
    let answer = request.header("Range", "bytes=90-200").send().await.unwrap();
    assert_eq!(answer.bytes().await.unwrap(), ".".repeat(10));
}
