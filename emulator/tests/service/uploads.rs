use std::io::Cursor;

use image::{DynamicImage, Frame, ImageFormat, RgbaImage, codecs::gif::GifEncoder};
use reqwest::{
    Method,
    multipart::{Form, Part},
};
use serde_json::{Value, json};
use uploadcare_emulator::Emulator;

use crate::client::{Project, header};

fn encoded(image: DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A little-endian TIFF directory: tag, type, count and the value or its offset.
fn directory(entries: &[(u16, u16, u32, u32)]) -> Vec<u8> {
    let mut bytes = (entries.len() as u16).to_le_bytes().to_vec();
    for (tag, kind, count, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 4]);
    bytes
}

/// A JPEG with EXIF put behind its first marker.
fn jpeg_with_exif() -> Vec<u8> {
    const DATA: u32 = 300;
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(directory(&[
        (0x0112, 3, 1, 6),
        (0x011a, 5, 1, DATA),
        (0x011b, 5, 1, DATA),
        (0x0128, 3, 1, 2),
        (0x8769, 4, 1, 120),
        (0x8825, 4, 1, 150),
    ]));
    tiff.resize(120, 0);
    tiff.extend(directory(&[(0x9003, 2, 20, DATA + 8)]));
    tiff.resize(150, 0);
    tiff.extend(directory(&[
        (1, 2, 2, u32::from(b'S')),
        (2, 5, 3, DATA + 28),
        (3, 2, 2, u32::from(b'E')),
        (4, 5, 3, DATA + 52),
    ]));
    tiff.resize(DATA as usize, 0);
    let rational =
        |parts: &[u32]| parts.iter().flat_map(|part| part.to_le_bytes()).collect::<Vec<u8>>();
    tiff.extend(rational(&[300, 1]));
    tiff.extend(b"2023:06:24 15:09:48\0");
    tiff.extend(rational(&[55, 1, 30, 1, 0, 1]));
    tiff.extend(rational(&[37, 1, 15, 1, 36, 1]));
    let image = encoded(DynamicImage::new_rgb8(20, 10), ImageFormat::Jpeg);
    let mut bytes = image[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend((tiff.len() as u16 + 8).to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&image[2..]);
    bytes
}

#[tokio::test]
async fn a_png_goes_in_and_comes_out() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let png = encoded(DynamicImage::new_rgba8(31, 17), ImageFormat::Png);
    let part = Part::bytes(png.clone()).file_name("my cat (1).png");
    let form = project
        .form()
        .text("UPLOADCARE_STORE", "auto")
        .text("metadata[pet]", "cat")
        .text("metadata[-:45az_]", "пёс")
        .text("tags", " Cat ,dog,CAT,")
        .text("signature", "ignored")
        .text("expire", "1")
        .text("source", "local")
        .part("photo", part);
    let response = project.post_form(form, "").await;
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "content-type"), "application/json");
    assert_eq!(header(&response, "access-control-allow-origin"), "*");
    assert_eq!(header(&response, "access-control-allow-methods"), "POST, OPTIONS");
    let answer: Value = response.json().await.unwrap();
    let uuid = answer["photo"].as_str().unwrap();
    assert_eq!((uuid.len(), &uuid[14..15]), (36, "4"));

    let file = project.get_json(&format!("/files/{uuid}/")).await;
    let image = json!({
        "dpi": null, "width": 31, "format": "PNG", "height": 17, "sequence": false,
        "color_mode": "RGBA", "orientation": null, "geo_location": null,
        "datetime_original": null,
    });
    assert_eq!(
        file,
        json!({
            "datetime_removed": null,
            "datetime_stored": file["datetime_uploaded"],
            "datetime_uploaded": file["datetime_uploaded"],
            "is_image": true,
            "is_ready": true,
            "mime_type": "image/png",
            "original_file_url": format!("{}/{uuid}/mycat1.png", project.base),
            "original_filename": "my cat (1).png",
            "size": png.len(),
            "url": format!("{}/files/{uuid}/", project.base),
            "uuid": uuid,
            "variations": null,
            "content_info": {
                "mime": { "mime": "image/png", "type": "image", "subtype": "png" },
                "image": image,
            },
            "metadata": { "pet": "cat", "-:45az_": "пёс" },
            "tags": ["cat", "dog"],
        })
    );
    let uploaded = file["datetime_uploaded"].as_str().unwrap();
    assert_eq!((uploaded.len(), &uploaded[19..20], &uploaded[26..]), (27, ".", "Z"));
    assert_eq!(project.get_json("/files/").await["results"][0], file);

    let delivered = project.http.get(file["original_file_url"].as_str().unwrap()).send().await;
    let delivered = delivered.unwrap();
    assert_eq!(header(&delivered, "content-type"), "image/png");
    assert_eq!(delivered.bytes().await.unwrap(), png);

    let query = format!("/info/?pub_key={}&file_id={uuid}", project.public_key());
    let info = project.get_json(&query).await;
    assert_eq!(
        info,
        json!({
            "size": png.len(), "total": png.len(), "done": png.len(), "uuid": uuid,
            "file_id": uuid, "original_filename": "my cat (1).png", "is_image": true,
            "is_stored": true, "image_info": image, "video_info": null,
            "content_info": file["content_info"], "is_ready": true, "filename": "mycat1.png",
            "mime_type": "application/octet-stream", "metadata": file["metadata"],
        })
    );
}

#[tokio::test]
async fn images_tell_about_themselves() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let info = async |name: &str, bytes: Vec<u8>| {
        let uuid = project.upload(name, "application/octet-stream", bytes).await;
        project.get_json(&format!("/files/{uuid}/")).await["content_info"].clone()
    };
    let facts = info("a.jpg", jpeg_with_exif()).await;
    assert_eq!(facts["mime"]["mime"], "image/jpeg");
    assert_eq!(
        facts["image"],
        json!({
            "dpi": [300, 300], "width": 20, "format": "JPEG", "height": 10, "sequence": false,
            "color_mode": "RGB", "orientation": 6,
            "geo_location": { "latitude": -55.5, "longitude": 37.26 },
            "datetime_original": "2023-06-24T15:09:48",
        })
    );
    let facts = info("l.jpg", encoded(DynamicImage::new_luma8(3, 4), ImageFormat::Jpeg)).await;
    assert_eq!(facts["image"]["color_mode"], "L");
    let facts = info("la.png", encoded(DynamicImage::new_luma_a8(3, 4), ImageFormat::Png)).await;
    assert_eq!(facts["image"]["color_mode"], "LA");

    let gif = |frames: usize| {
        let mut bytes = Vec::new();
        let mut encoder = GifEncoder::new(&mut bytes);
        let frame = || Frame::new(RgbaImage::new(6, 5));
        encoder.encode_frames((0..frames).map(|_| frame())).unwrap();
        drop(encoder);
        bytes
    };
    let facts = info("still.gif", gif(1)).await;
    assert_eq!(facts["image"]["sequence"], false);
    let facts = info("moving.gif", gif(3)).await;
    assert_eq!(facts["image"]["sequence"], true);
    assert_eq!((&facts["image"]["width"], &facts["image"]["format"]), (&json!(6), &json!("GIF")));

    let facts = info("a.txt", b"test".to_vec()).await;
    assert_eq!(
        facts,
        json!({ "mime": { "mime": "text/plain", "type": "text", "subtype": "plain" } })
    );
    let mut mp4 = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2".to_vec();
    mp4.resize(64, 0);
    assert_eq!(info("a.mp4", mp4).await["mime"]["mime"], "video/mp4");
    // Cut anywhere, an image is never more than not understood.
    for image in [jpeg_with_exif(), gif(2), encoded(DynamicImage::new_rgb8(2, 2), ImageFormat::Png)]
    {
        for end in (0..image.len()).step_by(23) {
            info("cut", image[..end].to_vec()).await;
        }
    }
}

#[tokio::test]
async fn several_files_are_answered_by_part_name() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let part = |name: &str| Part::text(name.to_owned()).file_name(name.to_owned());
    let form = project
        .form()
        .text("UPLOADCARE_STORE", "0")
        .part("sample1.txt", part("sample1.txt"))
        .part("образец 2.txt", part("привет.txt"));
    let answer: Value = project.post_form(form, "").await.json().await.unwrap();
    let second = answer["образец 2.txt"].as_str().unwrap();
    let file = project.get_json(&format!("/files/{second}/")).await;
    assert_eq!(file["original_filename"], "привет.txt");
    let url = format!("{}/{second}/noroot.txt", project.base);
    assert_eq!(file["original_file_url"], url);
    assert!(file["datetime_stored"].is_null());
    assert_ne!(answer["sample1.txt"], answer["образец 2.txt"]);
    let totals = &project.get_json("/files/").await["totals"];
    assert_eq!(totals, &json!({ "removed": 0, "stored": 0, "unstored": 2 }));
}

#[tokio::test]
async fn storing_follows_the_field_and_the_project() {
    let emulator = Emulator::start().await.unwrap();
    let url = format!("{}projects", emulator.control_base());
    let http = reqwest::Client::new();
    for autostore in [true, false] {
        let new = json!({ "autostore": autostore });
        let keys = http.post(&url).json(&new).send().await.unwrap().json().await.unwrap();
        let project = Project::with_keys(&emulator, keys);
        for (store, wanted) in
            [(None, autostore), (Some("auto"), autostore), (Some("1"), true), (Some("0"), false)]
        {
            let mut form = project.form();
            if let Some(store) = store {
                form = form.text("UPLOADCARE_STORE", store);
            }
            let form = form.part("file", Part::text("a").file_name("a"));
            let answer: Value = project.post_form(form, "").await.json().await.unwrap();
            let path = format!("/files/{}/", answer["file"].as_str().unwrap());
            let file = project.get_json(&path).await;
            assert_eq!(file["datetime_stored"].is_string(), wanted, "{autostore} {store:?}");
        }
    }
}

async fn refusal(project: &Project, form: impl Fn() -> Form) -> (u16, String, String) {
    let response = project.post_form(form(), "").await;
    let status = response.status().as_u16();
    let kind = header(&response, "content-type").to_owned();
    assert_eq!(header(&response, "access-control-allow-origin"), "*");
    let text = response.text().await.unwrap();
    assert_eq!(kind, "text/plain; charset=utf-8", "{text}");
    let wrapped = project.post_form(form(), "?jsonerrors=1").await;
    assert_eq!(wrapped.status(), 200);
    assert_eq!(header(&wrapped, "content-type"), "application/json");
    let wrapped: Value = wrapped.json().await.unwrap();
    let error = &wrapped["error"];
    assert_eq!((&error["status_code"], &error["content"]), (&json!(status), &json!(text)));
    (status, text, error["error_code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn refusals_in_every_wire_form() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let file = || Part::text("a").file_name("a.txt");
    let with = |name: String, value: String| project.form().text(name, value).part("file", file());
    let check = async |form: &dyn Fn() -> Form, status: u16, code: &str, text: &str| {
        let wanted = (status, text.to_owned(), code.to_owned());
        assert_eq!(refusal(&project, form).await, wanted);
    };
    check(
        &|| Form::new().part("file", file()),
        403,
        "ProjectPublicKeyRequiredError",
        "UPLOADCARE_PUB_KEY is required.",
    )
    .await;
    check(
        &|| Form::new().text("UPLOADCARE_PUB_KEY", ""),
        403,
        "ProjectPublicKeyRequiredError",
        "UPLOADCARE_PUB_KEY is required.",
    )
    .await;
    check(
        &|| Form::new().text("UPLOADCARE_PUB_KEY", "nobody").part("file", file()),
        403,
        "ProjectPublicKeyInvalidError",
        "UPLOADCARE_PUB_KEY is invalid.",
    )
    .await;
    check(&|| project.form(), 400, "FilesRequiredError", "Request does not contain files.").await;
    let metadata = |key: String, value: String| with(format!("metadata[{key}]"), value);
    for (key, value, code, text) in [
        (
            String::new(),
            "v".to_owned(),
            "FileMetadataKeyEmptyError",
            "File's metadata key can not be empty.",
        ),
        (
            "a b".to_owned(),
            "v".to_owned(),
            "FileMetadataKeyForbiddenError",
            "File's metadata key `a b` contains symbols not allowed by the metadata key format.",
        ),
        (
            "k".to_owned(),
            String::new(),
            "FileMetadataValueEmptyError",
            "Value of the file metadata key `k` can not be empty.",
        ),
        (
            "k".to_owned(),
            "v".repeat(513),
            "FileMetadataValueLengthTooBigError",
            "Value of file metadata's key `k` can not be more than 512 symbols in length.",
        ),
    ] {
        check(&|| metadata(key.clone(), value.clone()), 400, code, text).await;
    }
    let text = format!(
        "Length of file metadata key `{}...` can not be more than 64 symbols.",
        "k".repeat(64)
    );
    check(
        &|| metadata("k".repeat(65), "v".to_owned()),
        400,
        "FileMetadataKeyLengthTooBigError",
        &text,
    )
    .await;
    check(
        &|| metadata("k".to_owned(), "v".to_owned()).text("metadata[k]", "w"),
        400,
        "FileMetadataKeyDuplicatedError",
        "File's metadata key `k` has a duplicate.",
    )
    .await;
    let many = |count: usize| {
        (0..count).fold(with("x".to_owned(), "y".to_owned()), |form, n| {
            form.text(format!("metadata[{n}]"), "v")
        })
    };
    check(
        &|| many(51),
        400,
        "FileMetadataKeysNumberTooBigError",
        "A file can not have more than 50 metadata keys.",
    )
    .await;
    assert_eq!(project.post_form(many(50), "").await.status(), 200);
    let long = metadata("k".repeat(64), "ё".repeat(512));
    assert_eq!(project.post_form(long, "").await.status(), 200);
    let tags = |count: usize| (0..count).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    check(
        &|| with("tags".to_owned(), tags(51)),
        400,
        "UploadViewsError",
        "Too many tags: 51 (max 50).",
    )
    .await;
    assert_eq!(project.post_form(with("tags".to_owned(), tags(50)), "").await.status(), 200);
    check(
        &|| with("x".to_owned(), "a\0b".to_owned()),
        400,
        "NullCharactersForbiddenError",
        "Null characters are not allowed.",
    )
    .await;
    check(
        &|| with("UPLOADCARE_FILE_ID".to_owned(), "mine".to_owned()),
        400,
        "UploadcareFileIdInvalidError",
        "UPLOADCARE_FILE_ID should be a valid UUID.",
    )
    .await;

    let chosen = "27c7846b-a019-4516-a5e4-de635f822161";
    let own = || with("UPLOADCARE_FILE_ID".to_owned(), chosen.to_owned());
    let answer: Value = project.post_form(own(), "").await.json().await.unwrap();
    assert_eq!(answer["file"], chosen);
    check(
        &own,
        400,
        "UploadcareFileIdDuplicatedError",
        "UPLOADCARE_FILE_ID is duplicated. You are probably a lottery winner.",
    )
    .await;

    let url = format!("{}/base/", project.base);
    let response = project.http.get(&url).send().await.unwrap();
    assert_eq!(response.status(), 405);
    assert_eq!(response.text().await.unwrap(), "HTTP method GET is not allowed for /base/");
    let broken = project.http.post(&url).header("Content-Type", "multipart/form-data; boundary=x");
    let response = broken.body("--x\r\nnonsense").send().await.unwrap();
    assert_eq!(response.status(), 400);
    assert_eq!(response.text().await.unwrap(), "HTTP POST request parsing failed.");
    let nothing = project.http.post(&url).send().await.unwrap();
    assert_eq!(nothing.text().await.unwrap(), "UPLOADCARE_PUB_KEY is required.");
    // The third form: JSON under the real status.
    let json = project.http.post(&url).header("Accept", "application/json").send().await.unwrap();
    assert_eq!(json.status(), 403);
    let json: Value = json.json().await.unwrap();
    assert_eq!(json["error"]["error_code"], "ProjectPublicKeyRequiredError");
    let options = project.http.request(Method::OPTIONS, &url).send().await.unwrap();
    assert_eq!(options.status(), 200);
    assert_eq!(header(&options, "allow"), "POST, OPTIONS");
    let allowed = header(&options, "access-control-allow-headers");
    assert!(allowed.contains("X-UC-User-Agent"), "{allowed}");
}

#[tokio::test]
async fn info_refuses_what_it_does_not_know() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let key = project.public_key();
    let unknown = "00000000-0000-4000-8000-000000000000";
    for (query, status, text) in [
        (String::new(), 403, "pub_key is required."),
        ("pub_key=nobody".to_owned(), 403, "pub_key is invalid."),
        (format!("pub_key={key}"), 400, "file_id is required."),
        (format!("pub_key={key}&file_id=x"), 400, "file_id is invalid."),
        (format!("pub_key={key}&file_id={unknown}"), 404, "File is not found."),
    ] {
        let response = project.get(&format!("/info/?{query}")).await;
        assert_eq!((response.status().as_u16(), &*response.text().await.unwrap()), (status, text));
    }
}

#[tokio::test]
async fn the_size_of_a_direct_upload_is_limited() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let form = |size| {
        let part = Part::bytes(vec![0_u8; size]).file_name("large.bin");
        project.form().part("file", part)
    };
    assert_eq!(project.post_form(form(104_857_600), "").await.status(), 200);
    let wanted = (
        413,
        "The size of the request is too large.".to_owned(),
        "RequestSizeLimitExceededError".to_owned(),
    );
    assert_eq!(refusal(&project, || form(104_857_601)).await, wanted);
}
