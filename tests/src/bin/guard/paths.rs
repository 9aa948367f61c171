//! The paths that are watched.

use crate::stage::{Figures, Stage};
use futures::TryStreamExt;
use serde_json::Value;
use std::path::Path;
use uploadcare::{
    Client, DeliveryUrlOptions, GetFileOptions, ImageFormat, ImageQuality, ListFilesOptions,
    ScaleCropOptions, Transformation, UploadOptions, WebhookReceiver,
};
use uploadcare_tests::root;

type Run = fn() -> Figures;

/// Each by its name in `tests/guard/figures.json`.
pub const PATHS: [(&str, Run); 10] = [
    ("get", get),
    ("page", page),
    ("list", list),
    ("list_unordered", list_unordered),
    ("list_ordered", list_ordered),
    ("upload_small", upload_small),
    ("upload_64_mib", upload_64_mib),
    ("upload_128_mib", upload_128_mib),
    ("url", url),
    ("webhook", webhook),
];

const CALLS: usize = 50;
const MIB: u64 = 1 << 20;

fn get() -> Figures {
    let (stage, uuid) = Stage::with_files(1);
    let client = stage.client();
    let calls = async |count: usize| {
        for _ in 0..count {
            let file = client.files().get(&*uuid, GetFileOptions::default()).await;
            assert_eq!(file.expect("the file is there").uuid, uuid);
        }
    };
    stage.outcome(calls(5));
    stage.measure(calls(CALLS))
}

/// Takes a list to its end; the number of files.
pub async fn walk(client: &Client, options: ListFilesOptions) -> usize {
    let mut list = client.files().list(options).expect("the options are right");
    let mut count = 0;
    while list.try_next().await.expect("a list without an error").is_some() {
        count += 1;
    }
    count
}

fn listing(files: u64, concurrency: i64, unordered: bool) -> Figures {
    let (stage, _) = Stage::with_files(files);
    let client = stage.client();
    let options = || ListFilesOptions {
        limit: Some(1000),
        concurrency: Some(concurrency),
        unordered: Some(unordered),
        ..ListFilesOptions::default()
    };
    stage.outcome(async {
        let mut list = client.files().list(options()).expect("the options are right");
        list.try_next().await.expect("no error").expect("a file");
    });
    stage.measure(async { assert_eq!(walk(&client, options()).await as u64, files) })
}

fn page() -> Figures {
    listing(1000, 1, false)
}

fn list() -> Figures {
    listing(10_000, 1, false)
}

/// Nothing but requests: the rest depends on the order that answers come in, and so do they a little.
fn requests_of_listing(unordered: bool) -> Figures {
    let mut runs = [(); 3].map(|()| listing(10_000, 4, unordered));
    runs.sort_by_key(Figures::requests);
    let [_, middle, _] = runs;
    middle.only_requests()
}

fn list_unordered() -> Figures {
    requests_of_listing(true)
}

fn list_ordered() -> Figures {
    requests_of_listing(false)
}

fn upload_small() -> Figures {
    let (stage, _) = Stage::with_files(0);
    let client = stage.client();
    let content: Vec<u8> = (0..10_240_u32).map(|number| number as u8).collect();
    let uploads = async |count: usize| {
        for _ in 0..count {
            let uploaded = client.uploads().upload(content.clone(), UploadOptions::default()).await;
            assert_eq!(uploaded.expect("an upload").size, 10_240);
        }
    };
    stage.outcome(uploads(3));
    stage.measure(uploads(20))
}

fn upload_large(size: u64) -> Figures {
    let (stage, _) = Stage::with_files(0);
    let client = stage.client();
    let upload = async |path: &Path| {
        let uploaded = client.uploads().upload(path, UploadOptions::default()).await;
        uploaded.expect("an upload").size as u64
    };
    let file = |size: u64| {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        file.as_file().set_len(size).expect("room on the disk");
        file
    };
    // What the first upload needs once is not counted, connections among it.
    let first = file(32 * MIB);
    stage.outcome(async { assert_eq!(upload(first.path()).await, 32 * MIB) });
    let file = file(size);
    stage.measure(async { assert_eq!(upload(file.path()).await, size) })
}

fn upload_64_mib() -> Figures {
    upload_large(64 * MIB)
}

fn upload_128_mib() -> Figures {
    upload_large(128 * MIB)
}

fn url() -> Figures {
    let client = Client::builder().public_key("demopublickey").build().expect("settings");
    let delivery = client.delivery();
    Figures::of_heap(|| {
        for _ in 0..CALLS {
            let transformation = Transformation::new()
                .scale_crop(300, 300, ScaleCropOptions::default())
                .and_then(|it| it.rotate(90))
                .and_then(|it| it.grayscale())
                .and_then(|it| it.quality(ImageQuality::Lighter))
                .and_then(|it| it.format(ImageFormat::Png));
            let options = DeliveryUrlOptions {
                transformation: Some(transformation.expect("a transformation")),
                filename: Some("a photo.png".to_owned()),
            };
            let url = delivery.url("9be0fa33-6b9c-4a4f-8ff6-2d9e4f5bd8ba", options);
            assert!(url.expect("a URL").ends_with("/a%20photo.png"));
        }
    })
}

fn webhook() -> Figures {
    let cases = root().join("tests/cases/webhooks_received.json");
    let cases = std::fs::read_to_string(cases).expect("cases of deliveries");
    let cases: Value = serde_json::from_str(&cases).expect("JSON");
    let given = &cases[0]["steps"][0]["call"]["args"];
    let text = |name: &str| given[name].as_str().expect("a text").to_owned();
    let (body, signature) = (text("body"), text("signature"));
    let receiver = WebhookReceiver::new(["old secret", "new secret"]).expect("secrets");
    Figures::of_heap(|| {
        for _ in 0..CALLS {
            let delivery = receiver.receive(body.as_bytes(), Some(&signature));
            assert!(delivery.expect("a genuine delivery").data.is_some());
        }
    })
}
