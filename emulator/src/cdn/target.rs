//! What the path of a delivery URL asks for.

use percent_encoding::percent_decode_str;
use uuid::Uuid;

use crate::store::{parse_group_id, parse_uuid};

/// The templates that requests are logged by.
pub(crate) const ROUTES: &[&str] = &[
    FILE,
    NAMED_FILE,
    OPERATIONS,
    JSON,
    JSONP,
    MAIN_COLORS,
    DETECT_FACES,
    GIF2VIDEO,
    GROUP,
    NTH,
    ARCHIVE,
];

const FILE: &str = "/{uuid}/";
const NAMED_FILE: &str = "/{uuid}/{filename}";
const OPERATIONS: &str = "/{uuid}/-/{operations}";
const JSON: &str = "/{uuid}/-/json/";
const JSONP: &str = "/{uuid}/-/jsonp/";
const MAIN_COLORS: &str = "/{uuid}/-/main_colors/{n}/";
const DETECT_FACES: &str = "/{uuid}/detect_faces/";
const GIF2VIDEO: &str = "/{uuid}/gif2video/{operations}";
const GROUP: &str = "/{group}/";
const NTH: &str = "/{group}/nth/{index}/";
const ARCHIVE: &str = "/{group}/archive/{format}/";

#[derive(Debug, PartialEq)]
pub(super) struct Target<'a> {
    pub route: &'static str,
    pub subject: Subject<'a>,
    /// Segments of the operations, as sent, from their first `-` on.
    pub operations: Vec<&'a str>,
    /// Decoded.
    pub filename: Option<String>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Subject<'a> {
    File(Uuid),
    Faces(Uuid),
    Video(Uuid),
    Group((Uuid, usize)),
    Nth((Uuid, usize), &'a str),
    Archive((Uuid, usize), &'a str),
}

impl<'a> Target<'a> {
    /// `None` when the path is no delivery URL.
    pub fn parse(path: &'a str) -> Option<Self> {
        let (first, rest) = path.strip_prefix('/')?.split_once('/')?;
        let (folders, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        // The service does not mind slashes too many.
        let segments: Vec<_> = folders.split('/').filter(|segment| !segment.is_empty()).collect();
        let first = percent_decode_str(first).decode_utf8().ok()?;
        let (route, subject, operations) = match parse_uuid(&first) {
            Some(uuid) => of_file(uuid, &segments, !name.is_empty())?,
            None => of_group(parse_group_id(&first)?, &segments)?,
        };
        if matches!(subject, Subject::Group(_)) && !name.is_empty() {
            return None;
        }
        let decoded = || percent_decode_str(name).decode_utf8_lossy().into_owned();
        let filename = (!name.is_empty()).then(decoded);
        Some(Self { route, subject, operations: operations.to_vec(), filename })
    }
}

type Parts<'a, 's> = (&'static str, Subject<'a>, &'s [&'a str]);

fn of_file<'a, 's>(uuid: Uuid, segments: &'s [&'a str], named: bool) -> Option<Parts<'a, 's>> {
    Some(match segments {
        [] => (if named { NAMED_FILE } else { FILE }, Subject::File(uuid), segments),
        ["-", ..] => {
            let last = segments.rsplit(|segment| *segment == "-").next();
            let route = match last.and_then(|last| last.first()) {
                Some(&"json") => JSON,
                Some(&"jsonp") => JSONP,
                Some(&"main_colors") => MAIN_COLORS,
                _ => OPERATIONS,
            };
            (route, Subject::File(uuid), segments)
        }
        ["detect_faces"] => (DETECT_FACES, Subject::Faces(uuid), &[]),
        ["gif2video", operations @ ..] if matches!(operations, [] | ["-", ..]) => {
            (GIF2VIDEO, Subject::Video(uuid), operations)
        }
        _ => return None,
    })
}

fn of_group<'a, 's>(id: (Uuid, usize), segments: &'s [&'a str]) -> Option<Parts<'a, 's>> {
    Some(match segments {
        [] => (GROUP, Subject::Group(id), segments),
        ["nth", index, operations @ ..] if matches!(operations, [] | ["-", ..]) => {
            (NTH, Subject::Nth(id, index), operations)
        }
        ["archive", format] => (ARCHIVE, Subject::Archive(id, format), &[]),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Subject, Target};

    const UUID: &str = "52da3bfc-7cd8-4861-8b05-126fef7a6994";

    #[test]
    fn every_path_has_its_route() {
        for (path, route, operations, filename) in [
            ("/ID/", "/{uuid}/", "", None),
            ("/ID//", "/{uuid}/", "", None),
            ("/ID/a%20b.jpg", "/{uuid}/{filename}", "", Some("a b.jpg")),
            ("/ID/gif2video", "/{uuid}/{filename}", "", Some("gif2video")),
            ("/ID/-/preview/", "/{uuid}/-/{operations}", "- preview", None),
            (
                "/ID/-/preview//-/flip/a.jpg",
                "/{uuid}/-/{operations}",
                "- preview - flip",
                Some("a.jpg"),
            ),
            ("/ID/-/preview", "/{uuid}/-/{operations}", "-", Some("preview")),
            ("/ID/-/json/", "/{uuid}/-/json/", "- json", None),
            ("/ID/-/flip/-/json/", "/{uuid}/-/json/", "- flip - json", None),
            ("/ID/-/jsonp/", "/{uuid}/-/jsonp/", "- jsonp", None),
            ("/ID/-/main_colors/5/", "/{uuid}/-/main_colors/{n}/", "- main_colors 5", None),
            ("/ID/detect_faces//", "/{uuid}/detect_faces/", "", None),
            (
                "/ID/gif2video/-/format/webm/",
                "/{uuid}/gif2video/{operations}",
                "- format webm",
                None,
            ),
            ("/ID~2/", "/{group}/", "", None),
            ("/ID%7E2/", "/{group}/", "", None),
            ("/ID~2/nth/0/", "/{group}/nth/{index}/", "", None),
            ("/ID~2/nth/0/-/flip/a.jpg", "/{group}/nth/{index}/", "- flip", Some("a.jpg")),
            ("/ID~2/archive/zip/all.zip", "/{group}/archive/{format}/", "", Some("all.zip")),
        ] {
            let path = path.replace("ID", UUID);
            let target = Target::parse(&path).unwrap();
            assert_eq!((target.route, target.filename.as_deref()), (route, filename), "{path}");
            assert_eq!(target.operations.join(" "), operations, "{path}");
        }
    }

    #[test]
    fn what_is_no_delivery_url() {
        for path in ["/", "/ID", "/ID/a/", "/ID/a/b", "/ID/detect_faces/-/flip/", "/IDx/"] {
            assert_eq!(Target::parse(&path.replace("ID", UUID)), None, "{path}");
        }
        for path in ["/ID~02/", "/ID~2", "/ID~2/a", "/ID~2/-/flip/", "/ID~2/nth/", "/ID~2/zip/"] {
            assert_eq!(Target::parse(&path.replace("ID", UUID)), None, "{path}");
        }
        let path = format!("/{UUID}~3/nth/1/");
        let uuid = UUID.parse().unwrap();
        assert_eq!(Target::parse(&path).unwrap().subject, Subject::Nth((uuid, 3), "1"));
    }
}
