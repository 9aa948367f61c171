//! Delivery URLs: what they are understood as, and what is refused.

use reqwest::{Method, Response};
use serde_json::json;
use uploadcare_emulator::Emulator;

use crate::client::{Project, header};

pub async fn fetch(project: &Project, path: &str) -> Response {
    project.http.get(format!("{}{path}", project.base)).send().await.unwrap()
}

pub fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/files/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

#[tokio::test]
async fn every_delivery_has_its_route() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let gif = project.upload("animation.gif", "image/gif", fixture("animation.gif")).await;
    let seed = json!({ "files": [gif] });
    let (_, group) = project.control(Method::POST, "groups", seed).await;
    let group = group["first_id"].as_str().unwrap().to_owned();
    let paths = [
        (format!("/{gif}/"), "/{uuid}/"),
        (format!("/{gif}/a.gif"), "/{uuid}/{filename}"),
        (format!("/{gif}/-/preview/a.png"), "/{uuid}/-/{operations}"),
        (format!("/{gif}/-/preview/-/json/"), "/{uuid}/-/json/"),
        (format!("/{gif}/-/jsonp/"), "/{uuid}/-/jsonp/"),
        (format!("/{gif}/-/main_colors/2/"), "/{uuid}/-/main_colors/{n}/"),
        (format!("/{gif}/detect_faces//"), "/{uuid}/detect_faces/"),
        (format!("/{gif}/gif2video/-/format/webm/"), "/{uuid}/gif2video/{operations}"),
        (format!("/{group}/"), "/{group}/"),
        (format!("/{}/", group.replace('~', "%7e")), "/{group}/"),
        (format!("/{group}/nth/0/-/preview/"), "/{group}/nth/{index}/"),
        (format!("/{group}/archive/tar/a.tar"), "/{group}/archive/{format}/"),
    ];
    for (path, route) in &paths {
        for method in [Method::GET, Method::HEAD] {
            let url = format!("{}{path}", project.base);
            let response = project.http.request(method.clone(), url).send().await.unwrap();
            assert_eq!(response.status(), 200, "{method} {path}");
            let length: usize = header(&response, "content-length").parse().unwrap();
            assert!(length > 0);
            let bytes = response.bytes().await.unwrap();
            assert_eq!(bytes.len(), if method == Method::GET { length } else { 0 }, "{path}");
            let logged = emulator.requests(project.public_key()).pop().unwrap();
            assert_eq!((logged.method.as_str(), logged.path.as_str()), (method.as_str(), &**path));
            assert_eq!(logged.route.as_deref(), Some(*route));
            let served = emulator.routes();
            assert!(served.iter().any(|served| served.route == *route && served.method == "GET"));
        }
    }
    let fault = json!({ "route": "/{uuid}/-/{operations}", "respond": { "status": 503 } });
    assert_eq!(project.control(Method::POST, "faults", fault).await.0, 201);
    assert_eq!(fetch(&project, &paths[0].0).await.status(), 200);
    assert_eq!(fetch(&project, &paths[2].0).await.status(), 503);
    for path in ["/x/", &format!("/{gif}"), &format!("/{gif}/a/b"), &format!("/{group}/x")] {
        let response = fetch(&project, path).await;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(header(&response, "content-type"), "text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn known_content_is_not_sent_again() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    for path in [format!("/{uuid}/"), format!("/{uuid}/-/preview/50x50/")] {
        let url = format!("{}{path}", project.base);
        let ask = async |headers: &[(&str, &str)]| {
            let request = project.http.get(&url);
            let request = headers
                .iter()
                .fold(request, |request, (name, value)| request.header(*name, *value));
            request.send().await.unwrap()
        };
        let first = ask(&[]).await;
        assert_eq!(header(&first, "cache-control"), "public, max-age=31536000");
        let etag = header(&first, "etag").to_owned();
        let modified = header(&first, "last-modified").to_owned();
        let all = first.bytes().await.unwrap();
        let long_ago = "Mon, 01 Jan 2001 00:00:00 GMT";
        for known in [etag.as_str(), "\"x\", W/\"y\"", &format!("\"x\", W/{etag}"), "*"] {
            let response = ask(&[("If-None-Match", known), ("If-Modified-Since", long_ago)]).await;
            let is_known = known == "*" || known.contains(&etag);
            assert_eq!(response.status(), if is_known { 304 } else { 200 }, "{known}");
            assert_eq!(header(&response, "etag"), etag);
            let length = response.bytes().await.unwrap().len();
            assert_eq!(length, if is_known { 0 } else { all.len() });
        }
        assert_eq!(ask(&[("If-Modified-Since", &modified)]).await.status(), 304);
        assert_eq!(ask(&[("If-Modified-Since", long_ago)]).await.status(), 200);
        let newer = [("If-None-Match", "\"x\""), ("If-Modified-Since", modified.as_str())];
        assert_eq!(ask(&newer).await.status(), 200);
        let range = ("Range", "bytes=5-9");
        for (condition, status) in
            [(etag.as_str(), 206), (&modified, 206), ("\"x\"", 200), (long_ago, 200), ("x", 200)]
        {
            let response = ask(&[range, ("If-Range", condition)]).await;
            assert_eq!(response.status(), status, "{condition}");
            let bytes = response.bytes().await.unwrap();
            assert_eq!(bytes, if status == 206 { all.slice(5..10) } else { all.clone() });
        }
    }
}

#[tokio::test]
async fn names_and_how_browsers_show_files() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let photo = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let pdf = project.upload("a.pdf", "application/pdf", fixture("document.pdf")).await;
    for (path, expected) in [
        (format!("/{photo}/"), "inline; filename=photo.jpg"),
        (format!("/{photo}/-/inline/no/"), "attachment; filename=photo.jpg"),
        (format!("/{photo}/-/preview/-/inline/no/"), "attachment; filename=photo.jpg"),
        (format!("/{photo}/-/inline/no/-/inline/yes/x.jpg"), "inline; filename=x.jpg"),
        (format!("/{pdf}/"), "attachment; filename=a.pdf"),
        (format!("/{pdf}/-/inline/yes/"), "inline; filename=a.pdf"),
        (
            format!("/{photo}/-/preview/a%22%20%C3%A9%0d%0a.jpg"),
            "inline; filename=\"a_ ___.jpg\"; filename*=UTF-8''a%22%20%C3%A9%0D%0A.jpg",
        ),
        (format!("/{photo}/image%5Bx%5D@2x&c.jpg"), "inline; filename=\"image[x]@2x&c.jpg\""),
    ] {
        let response = fetch(&project, &path).await;
        assert_eq!(response.status(), 200, "{path}");
        assert_eq!(header(&response, "content-disposition"), expected, "{path}");
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let photo = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let text = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let no_image = "Not supported for files that are not images.";
    for (path, reason) in [
        (format!("/{photo}/-/resize/0x/"), "Failed parsing &quot;resize/0x&quot;. Expected"),
        (format!("/{photo}/-/%3Cb%3E/"), "Unknown operation &quot;&lt;b&gt;&quot;"),
        (format!("/{photo}/-/preview"), "An operation is missing"),
        (format!("/{photo}/-/json/-/preview/"), "&quot;json&quot; must be the last operation"),
        (format!("/{photo}/-/main_colors/3/-/json/"), "must be the last operation"),
        (format!("/{photo}/-/preview/%ff/"), "is not UTF-8"),
        (format!("/{photo}/gif2video/"), "not GIF images"),
        (format!("/{photo}/gif2video/-/rotate/90/"), "Failed parsing &quot;rotate/90&quot;"),
        (format!("/{text}/-/preview/"), no_image),
        (format!("/{text}/-/format/auto/"), no_image),
        (format!("/{text}/-/flip/-/json/"), no_image),
        (format!("/{text}/-/main_colors/3/"), no_image),
        (format!("/{text}/detect_faces/"), no_image),
    ] {
        let response = fetch(&project, &path).await;
        assert_eq!(response.status(), 400, "{path}");
        assert_eq!(header(&response, "content-type"), "text/html; charset=UTF-8");
        assert_eq!(header(&response, "cache-control"), "public, max-age=3600");
        assert_eq!(
            header(&response, "content-security-policy"),
            "sandbox; default-src 'unsafe-inline' data:; script-src 'none'"
        );
        let page = response.text().await.unwrap();
        assert!(page.contains("<title>400: Bad Request</title>"), "{page}");
        assert!(page.contains(reason), "{path} {page}");
    }
    // A header of a picture of 90 megapixels, with little behind it.
    let mut huge = fixture("drawing.png");
    huge[16..24].copy_from_slice(&[0, 0, 0x23, 0x28, 0, 0, 0x27, 0x10]);
    let huge = project.upload("huge.png", "image/png", huge).await;
    assert_eq!(project.get_json(&format!("/files/{huge}/")).await["is_image"], false);
    let page = fetch(&project, &format!("/{huge}/-/preview/")).await.text().await.unwrap();
    assert!(page.contains(no_image));
    assert_eq!(fetch(&project, &format!("/{huge}/")).await.status(), 200);
}

#[tokio::test]
async fn removed_files_are_not_delivered() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("photo.jpg", "image/jpeg", fixture("photo.jpg")).await;
    let picture = format!("/{uuid}/-/preview/");
    assert_eq!(fetch(&project, &picture).await.status(), 200);
    project.call(Method::DELETE, &format!("/files/{uuid}/storage/")).await;
    let unknown = "00000000-0000-4000-8000-000000000000";
    for path in [
        picture,
        format!("/{uuid}/"),
        format!("/{uuid}/-/json/"),
        format!("/{uuid}/detect_faces/"),
        format!("/{uuid}/gif2video/"),
        format!("/{unknown}/-/nonsense/"),
        format!("/{unknown}~2/"),
        format!("/{unknown}~2/nth/0/"),
        format!("/{unknown}~2/archive/zip/"),
    ] {
        let response = fetch(&project, &path).await;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(header(&response, "content-type"), "image/jpeg", "{path}");
        assert_eq!(header(&response, "cache-control"), "public, max-age=3600");
    }
}
