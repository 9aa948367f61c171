use super::{CLIENTS, first_line, sent, text};
use crate::{
    client::Client,
    config::ClientOptions,
    delivery::{DeliveryUrl, DeliveryUrlOptions, Transformation},
    error::ErrorKind,
    explain::{ExplainOptions, ExplainedRequest},
    reference::{FileReference, GroupReference},
    transport::Target,
};
use percent_encoding::percent_decode_str;
use std::{collections::HashMap, sync::LazyLock};
use tokio::runtime::{Builder, Runtime};
use url::Url;

/// Segments of a path (`path`) or values of a query (`query`), one a line; a link of an answer (`link`), the base of
/// an API (`base`), a delivery URL (`delivery`), an operation on an image (`operation`), what stands for a file (`file`) or a group (`group`); or a file, a key and a value of
/// metadata, one a line, for a call that is shown as a command (`call`).
pub fn urls(data: &[u8]) {
    let (form, rest) = first_line(data);
    let text = &*text(rest);
    match form {
        b"path" => path(text),
        b"query" => query(text),
        b"link" => CLIENTS.iter().for_each(|client| link(client, text)),
        b"base" => base(text),
        b"group" => group(text),
        b"call" => call(text),
        b"delivery" => delivery(text),
        b"operation" => operation(text),
        _ => file(text),
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// Segments mean what they say: none of them ends another, the path or the folder.
fn path(text: &str) {
    let segments: Vec<&str> = text.split('\n').collect();
    for client in &*CLIENTS {
        let url = sent(client, &Target::path(segments.iter().copied()));
        let path = url.path().strip_prefix(Url::parse(client.api_base()).unwrap().path()).unwrap();
        let read: Vec<String> = path.strip_suffix('/').unwrap().split('/').map(decoded).collect();
        assert_eq!(read, segments, "{url}");
        assert_eq!(url.query(), None);
    }
}

fn query(text: &str) {
    let values: Vec<&str> = text.split('\n').collect();
    let names = || ["limit", "from", "ordering"].into_iter().cycle();
    let mut target = Target::path(["files"]);
    for (name, value) in names().zip(&values) {
        target = target.query(name, value);
    }
    for client in &*CLIENTS {
        let url = sent(client, &target);
        let read: Vec<_> = url.query_pairs().map(|(_, value)| value.into_owned()).collect();
        assert_eq!(read, values, "{url}");
    }
    replace(&target, values[0]);
}

/// A parameter that is put in the place of its old value is there once, and nothing else changes.
fn replace(target: &Target, value: &str) {
    let pairs = |target: &Target| -> Vec<(String, String)> {
        let (Target::Path(text) | Target::Absolute(text)) = target;
        let query = text.split_once('?').map_or("", |(_, query)| query);
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let halves = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        halves.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let changed = target.with_query("offset", value);
    assert_eq!(decoded(changed.query_value("offset").unwrap()), value);
    let (mut before, mut after) = (pairs(target), pairs(&changed));
    before.retain(|(name, _)| name != "offset");
    assert_eq!(after.iter().filter(|(name, _)| name == "offset").count(), 1, "{changed:?}");
    after.retain(|(name, _)| name != "offset");
    assert_eq!(after, before, "{changed:?}");
    assert_eq!(changed.with_query("offset", value), changed);
}

/// A link is followed as it is, on the origin of the base and nowhere else.
fn link(client: &Client, text: &str) {
    let base = Url::parse(client.api_base()).unwrap();
    match Target::link(text, &base) {
        Ok(target) => {
            let url = sent(client, &target);
            assert_eq!(Target::link(url.as_str(), &base).unwrap(), target);
            assert_eq!(base.join(text).unwrap().origin(), base.origin());
            replace(&target, text);
            sent(client, &target.with_query("offset", text));
        }
        Err(error) => {
            assert!([ErrorKind::Decode, ErrorKind::ForeignOrigin].contains(error.kind()));
        }
    }
}

fn base(text: &str) {
    let base = || Some(text.to_owned());
    let options = ClientOptions {
        api_base: base(),
        upload_base: base(),
        cdn_base: base(),
        ..ClientOptions::default()
    };
    let client = match CLIENTS[0].with_options(options) {
        Ok(client) => client,
        Err(error) => return assert_eq!(*error.kind(), ErrorKind::Configuration),
    };
    let base = Url::parse(client.api_base()).unwrap();
    assert_eq!(base.as_str(), client.api_base());
    assert!(base.path().ends_with('/') && base.query().is_none() && base.fragment().is_none());
    assert!(["http", "https"].contains(&base.scheme()) && base.has_host());
    assert!(base.username().is_empty() && base.password().is_none());
    for client in [client.with_options(ClientOptions::default()).unwrap(), client] {
        let bases = [client.api_base(), client.upload_base(), client.cdn_base()];
        assert_eq!(bases, [base.as_str(); 3]);
        let url = sent(&client, &Target::path(["files", ".."]));
        assert_eq!(url.as_str(), format!("{base}files/%2E%2E/"));
    }
}

fn file(text: &str) {
    let reference = FileReference::from(text);
    let Ok(uuid) = reference.uuid("file") else {
        assert!(reference.source("file").is_err(), "{text:?} is no file but a source");
        return;
    };
    assert!(uuid.len() == 36 && uuid == uuid.to_ascii_lowercase(), "{uuid}");
    assert_eq!(FileReference::from(&uuid).uuid("file").unwrap(), uuid);
    assert!(GroupReference::from(text).id("group").is_err(), "{text:?} is a file and a group");
    let source = reference.source("file").unwrap();
    assert!(!source.contains(['?', '#']), "{source} may hold a token");
    let again = FileReference::from(&source);
    assert_eq!((again.uuid("file").unwrap(), again.source("file").unwrap()), (uuid, source));
}

fn group(text: &str) {
    let Ok(id) = GroupReference::from(text).id("group") else { return };
    let (uuid, count) = id.split_once('~').unwrap();
    assert_eq!(FileReference::from(uuid).uuid("file").unwrap(), uuid);
    assert!((1..=9999).contains(&count.parse::<u32>().unwrap()), "{id}");
    assert_eq!(GroupReference::from(&id).id("group").unwrap(), id);
    assert!(FileReference::from(text).uuid("file").is_err(), "{text:?} is a file and a group");
    for client in &*CLIENTS {
        sent(client, &Target::path(["groups", &id]));
    }
}

/// A delivery URL that can be taken apart is put together again as the same, and signed for itself alone.
fn delivery(text: &str) {
    let Ok(url) = text.parse::<DeliveryUrl>() else { return };
    let built = url.to_string();
    let again: DeliveryUrl = built.parse().unwrap();
    assert_eq!(again, url, "{built}");
    assert_eq!(again.to_string(), built);
    if let Ok(parsed) = CLIENTS[0].delivery().parse_url(text) {
        assert_eq!(parsed, url);
    }
}

/// An operation that is taken stays one chain of operations, in the file's own URL.
fn operation(text: &str) {
    let Ok(built) = Transformation::new().raw(text) else { return };
    assert_eq!(built.text.parse::<Transformation>().unwrap(), built);
    let options = DeliveryUrlOptions { transformation: Some(built.clone()), filename: None };
    let uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78";
    let url = CLIENTS[0].delivery().url(uuid, options).unwrap();
    let read = CLIENTS[0].delivery().parse_url(&url).unwrap();
    assert_eq!((read.uuid.as_deref(), read.transformation), (Some(uuid), built.text), "{url}");
    assert_eq!((read.filename, read.query), (None, None), "{url}");
    assert_eq!(Url::parse(&url).unwrap().as_str(), url, "a browser asks for another URL");
}

/// A call with its checks, its URL and its body, to the command that is shown of it.
fn call(text: &str) {
    static RUNTIME: LazyLock<Runtime> =
        LazyLock::new(|| Builder::new_current_thread().enable_time().build().unwrap());

    let mut lines = text.splitn(3, '\n');
    let mut line = || lines.next().unwrap_or_default().to_owned();
    let (file, key, value) = (line(), line(), line());
    for client in &*CLIENTS {
        let (file, key, value) = (file.clone(), key.clone(), value.clone());
        let kept = value.clone();
        let shown =
            RUNTIME.block_on(client.explain(ExplainOptions::default(), |client| async move {
                client.metadata().set(file, &key, &value).await
            }));
        match shown {
            Ok(request) => command(&request, &kept),
            Err(error) => assert_eq!(*error.kind(), ErrorKind::InvalidParameter),
        }
    }
}

fn command(request: &ExplainedRequest, value: &str) {
    let body = request.body.as_deref().unwrap();
    assert_eq!(serde_json::from_str::<String>(body).unwrap(), value);
    let words = shell_words(&request.curl);
    let (fixed, options) = words.split_at(4);
    assert_eq!(fixed, ["curl", "-X", "PUT", &request.url]);
    let mut headers = HashMap::new();
    for option in options.chunks(2) {
        match option {
            [name, header] if name == "-H" => {
                let (name, value) = header.split_once(": ").unwrap();
                headers.insert(name.to_owned(), value.to_owned());
            }
            [name, text] => assert_eq!((&**name, &**text), ("--data-raw", body)),
            _ => panic!("half an option: {}", request.curl),
        }
    }
    assert_eq!(headers, request.headers);
}

/// Words of a line as a POSIX shell reads them, as far as quotes and backslashes go.
fn shell_words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut characters = line.chars();
    let mut is_quoted = false;
    while let Some(character) = characters.next() {
        let word = words.last_mut().unwrap();
        match character {
            '\'' => is_quoted = !is_quoted,
            '\\' if !is_quoted => word.push(characters.next().unwrap()),
            ' ' if !is_quoted => words.push(String::new()),
            other => {
                let is_plain = other.is_ascii_alphanumeric() || other == '-';
                assert!(is_quoted || is_plain, "{other:?} means something to a shell: {line}");
                word.push(other);
            }
        }
    }
    assert!(!is_quoted, "{line}");
    words
}
