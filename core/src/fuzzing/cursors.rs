use super::{CLIENTS, first_line, sent, text};
use crate::{
    client::Client,
    error::{ErrorKind, Result},
    files::ListFilesOptions,
    groups::ListGroupsOptions,
    model::{FileInfo, GroupInfo, Timestamp},
    page::{
        List, ListItem,
        cursor::{self, Parsed, Point, Position},
        window,
    },
    search::SearchOptions,
    transport::Target,
    uploads::UploadOptions,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::DateTime;
use serde::de::DeserializeOwned;
use url::Url;

const LISTS: [&str; 3] = [FileInfo::LIST, GroupInfo::LIST, window::LIST];

/// A cursor (`text`), the JSON within one (`inside`), the options of a list (`files`, `groups`, `search`),
/// a saved upload (`upload`), or a place in a list (`place`): a line each with the list, the query of the page, the microseconds and
/// the identifiers of the last items; of a search, the body in the place of the last two.
pub fn cursors(data: &[u8]) {
    let (form, rest) = first_line(data);
    for client in &*CLIENTS {
        match form {
            b"inside" => read(client, &format!("uc1.{}", URL_SAFE_NO_PAD.encode(rest))),
            b"files" => list::<ListFilesOptions, _>(rest, |options| client.files().list(options)),
            b"groups" => {
                list::<ListGroupsOptions, _>(rest, |options| client.groups().list(options));
            }
            b"search" => list::<SearchOptions, _>(rest, |options| client.files().search(options)),
            b"place" => place(client, &text(rest)),
            b"upload" => upload(client, &text(rest)),
            _ => read(client, &text(rest)),
        }
    }
}

/// Reads a text that may be a cursor. One that can be read aims at its own list and nowhere else.
fn read(client: &Client, text: &str) {
    for list in LISTS {
        match cursor::parse(text, list, client) {
            Ok(parsed) => {
                let (target, is_posted) = match &parsed {
                    Parsed::Position(position) => (&position.target, position.body.is_some()),
                    Parsed::Remains(base, _) => (base, false),
                };
                let url = sent(client, target);
                assert!(url.path().ends_with(&format!("/{list}/")), "{url} is no list of {list}");
                assert_eq!(is_posted, list == window::LIST);
                again(client, &parsed, list);
                if list == window::LIST {
                    within_reach(client, target);
                }
            }
            Err(error) => assert_eq!(*error.kind(), ErrorKind::InvalidParameter),
        }
    }
}

/// A saved upload that can be read is written again as one that says the same.
fn upload(client: &Client, text: &str) {
    let again = |text: &str| client.uploads().resume(text, Vec::new(), UploadOptions::default());
    match again(text) {
        Ok(upload) => assert_eq!(again(&upload.save()).unwrap().save(), upload.save()),
        Err(error) => assert_eq!(*error.kind(), ErrorKind::InvalidParameter),
    }
}

/// What is written is read as the same place.
fn again(client: &Client, parsed: &Parsed, list: &str) {
    let written = match parsed {
        Parsed::Position(position) => cursor::text(position, list, client),
        Parsed::Remains(base, remains) => {
            cursor::text_of_remains(base, remains.clone(), list, client)
        }
    };
    assert_eq!(cursor::parse(&written, list, client).unwrap(), *parsed, "{written}");
}

/// Pages of a search before and after a place stay within reach.
fn within_reach(client: &Client, target: &Target) {
    let number = |target: &Target, name: &str| -> i64 {
        target.query_value(name).map_or(0, |text| text.parse().unwrap_or(0))
    };
    if let Ok(page) = window::within(target.clone()) {
        let (offset, limit) = (number(&page, "offset"), number(&page, "limit"));
        assert!(offset.saturating_add(limit) <= window::REACH, "{page:?}");
    }
    let offset = number(target, "offset");
    if let Some(page) = window::before(target) {
        let (from, limit) = (number(&page, "offset"), number(&page, "limit"));
        assert!(from >= 0 && (1..=window::MOST).contains(&limit), "{page:?}");
        assert_eq!(from + limit, offset.min(window::REACH), "{page:?}");
        sent(client, &page);
    } else {
        assert!(offset <= 0, "there is something before {target:?}");
    }
    if let Some(page) = window::last(target) {
        assert_eq!(number(&page, "offset"), window::REACH - 1);
    }
    for taken in [0, 1, usize::MAX] {
        assert!(number(&window::after(target, taken), "offset") >= offset);
    }
}

/// A list that was not begun goes on at its start.
fn list<O: DeserializeOwned, T: ListItem>(options: &[u8], make: impl Fn(O) -> Result<List<T>>) {
    let Ok(options) = serde_json::from_slice(options) else { return };
    let cursor = match make(options) {
        Ok(list) => list.cursor(),
        Err(error) => return assert_eq!(*error.kind(), ErrorKind::InvalidParameter),
    };
    let resumed = serde_json::from_value(serde_json::json!({ "cursor": cursor })).unwrap();
    assert_eq!(make(resumed).unwrap().cursor(), cursor);
}

fn place(client: &Client, text: &str) {
    let mut lines = text.split('\n');
    let mut line = || lines.next().unwrap_or_default();
    let list = LISTS.into_iter().find(|list| *list == line()).unwrap_or(LISTS[0]);
    let base = Url::parse(client.api_base()).unwrap();
    let query = line();
    let Ok(target) = Target::link(&format!("{}{list}/?{query}", base.path()), &base) else {
        return;
    };
    let position = if list == window::LIST {
        Position { target, after: None, body: Some(line().into()) }
    } else {
        let moment = line().parse().ok().and_then(DateTime::from_timestamp_micros);
        let after = moment.map(Timestamp).filter(is_writable);
        let after = after.map(|moment| Point { moment, ids: lines.map(str::to_owned).collect() });
        Position { target, after, body: None }
    };
    sent(client, &position.target);
    again(client, &Parsed::Position(position), list);
}

/// Whether ISO 8601 has a text for it, with a year of four digits.
pub(super) fn is_writable(moment: &Timestamp) -> bool {
    use chrono::Datelike;
    (0..=9999).contains(&moment.year())
}
