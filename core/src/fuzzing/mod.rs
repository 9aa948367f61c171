//! What must hold for any input, however broken: run over random bytes by the fuzzers in `fuzz/`, and over
//! their corpus by its tests.
//!
//! Each input is text that a person can read: its first line says what it is, the rest is given to that.

// What cannot be is to panic here.
#![allow(clippy::unwrap_used)]

mod answers;
mod conversions;
mod cursors;
mod times;
mod urls;

pub use answers::answers;
pub use conversions::conversions;
pub use cursors::cursors;
pub use times::times;
pub use urls::urls;

use crate::{
    client::Client,
    transport::{Method, Request, Target},
};
use std::{borrow::Cow, sync::LazyLock};
use url::{Position, Url};

type Fuzzer = fn(&[u8]);

/// All of them, by the names of their corpora.
pub const FUZZERS: [(&str, Fuzzer); 5] = [
    ("answers", answers),
    ("conversions", conversions),
    ("cursors", cursors),
    ("times", times),
    ("urls", urls),
];

/// Clients with and without a path in their base.
static CLIENTS: LazyLock<[Client; 2]> = LazyLock::new(|| {
    ["https://api.example.test/", "https://api.example.test:8080/behind/a/proxy"].map(|base| {
        let builder = Client::builder().public_key("demopublickey").secret_key("demosecretkey");
        let builder = builder.upload_base("https://upload.example.test/");
        builder.cdn_base("https://cdn.example.test/").api_base(base).build().unwrap()
    })
});

fn first_line(data: &[u8]) -> (&[u8], &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    (&data[..end], data.get(end + 1..).unwrap_or_default())
}

fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// The URL that a request to the target goes to. What is signed is what the target says, below the base or
/// the origin, and that alone.
fn sent(client: &Client, target: &Target) -> Url {
    let base = Url::parse(client.api_base()).unwrap();
    let url = client.transport().url(&Request::rest(Method::GET, target.clone())).unwrap();
    assert_eq!(url.origin(), base.origin(), "{url} is on another origin");
    let signed = &url[Position::BeforePath..Position::AfterQuery];
    let said = match target {
        Target::Path(path) => format!("{}{path}", base.path()),
        Target::Absolute(path) => path.clone(),
    };
    assert_eq!(signed, said, "the URL is another than was said");
    assert_eq!((url.username(), url.password(), url.fragment()), ("", None, None));
    url
}
