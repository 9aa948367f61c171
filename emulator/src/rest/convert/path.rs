//! The paths that say what to convert and how.

use uuid::Uuid;

use crate::{store::parse_uuid, work::PAGE_FORMATS};

/// Why a path is not carried out, as the answer puts it.
type Problem = String;

pub(super) struct DocumentPath {
    pub uuid: Uuid,
    pub format: String,
    pub page: Option<u32>,
}

pub(super) struct VideoPath {
    pub uuid: Uuid,
    pub format: String,
    pub thumbs: usize,
}

const MAX_THUMBS: usize = 50;

pub(super) fn bad_path(path: &str) -> Problem {
    format!("Bad path \"{path}\". Use UUID or CDN URL")
}

fn bad_operation(operation: &[&str]) -> Problem {
    format!("CDN Path error: Failed parsing \"{}\"", operation.join("/"))
}

impl DocumentPath {
    pub fn parse(path: &str) -> Result<Self, Problem> {
        let (uuid, operations) = split(path, "document").ok_or_else(|| bad_path(path))?;
        let mut parsed = Self { uuid, format: "pdf".to_owned(), page: None };
        let mut page_operation = None;
        for operation in &operations {
            match operation[..] {
                ["format", format] => parsed.format = format.to_ascii_lowercase(),
                ["page", number] => {
                    let page = positive(number).ok_or_else(|| bad_operation(operation))?;
                    parsed.page = Some(page);
                    page_operation = Some(operation);
                }
                ["dpi" | "quality", number] if positive(number).is_some() => {}
                _ => return Err(bad_operation(operation)),
            }
        }
        match page_operation {
            Some(page) if !PAGE_FORMATS.contains(&parsed.format.as_str()) => {
                Err(format!("{}: not with format {}", bad_operation(page), parsed.format))
            }
            _ => Ok(parsed),
        }
    }
}

impl VideoPath {
    pub fn parse(path: &str) -> Result<Self, Problem> {
        let (uuid, operations) = split(path, "video").ok_or_else(|| bad_path(path))?;
        let mut parsed = Self { uuid, format: "mp4".to_owned(), thumbs: 1 };
        for (number, operation) in operations.iter().enumerate() {
            match operation[..] {
                ["format", format @ ("mp4" | "webm" | "ogg")] => {
                    format.clone_into(&mut parsed.format)
                }
                ["size", ref arguments @ ..] => size(arguments, operation)?,
                ["quality", "normal" | "better" | "best" | "lighter" | "lightest"] => {}
                ["cut", start, length]
                    if is_time(start) && (length == "end" || is_time(length)) => {}
                [name, ref index @ ..] if number + 1 == operations.len() => {
                    parsed.thumbs = thumbs(name, index).ok_or_else(|| bad_operation(operation))?;
                }
                _ => return Err(bad_operation(operation)),
            }
        }
        Ok(parsed)
    }
}

/// Takes a path apart into the UUID and the operations, each with its arguments.
fn split<'a>(path: &'a str, kind: &str) -> Option<(Uuid, Vec<Vec<&'a str>>)> {
    let path = path.split(['?', '#']).next()?;
    let path = match path.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => path,
    };
    let mut segments = path.strip_suffix('/').unwrap_or(path).split('/');
    let uuid = parse_uuid(segments.next()?)?;
    if segments.next()? != kind {
        return None;
    }
    let mut operations: Vec<Vec<&str>> = Vec::new();
    for segment in segments {
        match (segment, operations.last_mut()) {
            ("-", _) => operations.push(Vec::new()),
            (_, Some(operation)) => operation.push(segment),
            (_, None) => return None,
        }
    }
    if operations.iter().any(Vec::is_empty) {
        return None;
    }
    // A delivery URL may end in a name for the file.
    if let Some(operation) = operations.last_mut().filter(|operation| operation.len() > 2)
        && !path.ends_with('/')
        && operation.last().is_some_and(|last| is_filename(last))
    {
        operation.pop();
    }
    Some((uuid, operations))
}

fn is_filename(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(_, ending)| ending.contains(|c: char| c.is_alphabetic()))
}

fn positive(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > 0)
}

fn size(arguments: &[&str], operation: &[&str]) -> Result<(), Problem> {
    let is_side = |side: &str| side.is_empty() || positive(side).is_some_and(|side| side % 4 == 0);
    let sides = arguments.first().and_then(|size| size.split_once('x'));
    let is_size = sides.is_some_and(|(width, height)| {
        is_side(width) && is_side(height) && !(width.is_empty() && height.is_empty())
    });
    if !is_size {
        return Err(format!(
            "CDN Path error: Mandatory argument \"OneOrTwoDimensionsDivisibleByFour(size)\" not \
             found while parsing \"{}\"",
            operation.join("/")
        ));
    }
    match arguments[1..] {
        [] | ["preserve_ratio" | "change_ratio" | "scale_crop" | "add_padding"] => Ok(()),
        _ => Err(bad_operation(operation)),
    }
}

/// Reads the number of thumbnails; one of them may be named by its index.
fn thumbs(name: &str, index: &[&str]) -> Option<usize> {
    let count = positive(name.strip_prefix("thumbs~")?)? as usize;
    let in_range = match index {
        [] => true,
        [index] => index.parse::<usize>().is_ok_and(|index| index < count),
        _ => false,
    };
    (count <= MAX_THUMBS && in_range).then_some(count)
}

/// `[[HHH:]MM:]SS[.sss]`
fn is_time(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts: Vec<_> = text.split(':').collect();
    let Some(seconds) = parts.pop() else { return false };
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    parts.len() <= 2
        && parts.iter().all(|part| is_number(part))
        && is_number(whole)
        && is_number(fraction)
}

#[cfg(test)]
mod tests {
    use super::{DocumentPath, VideoPath, bad_path};

    const UUID: &str = "5ffa2545-ea40-4e71-a9e4-3a8e49b7b737";

    #[test]
    fn document_paths() {
        let parse = |rest: &str| DocumentPath::parse(&format!("{UUID}/{rest}"));
        let seen = |rest: &str| parse(rest).map(|path| (path.format, path.page));
        assert_eq!(seen("document/"), Ok(("pdf".to_owned(), None)));
        assert_eq!(seen("document"), Ok(("pdf".to_owned(), None)));
        let operations = "document/-/format/jpg/-/dpi/200/-/quality/90/-/page/1/";
        assert_eq!(seen(operations), Ok(("jpg".to_owned(), Some(1))));
        let named = "document/-/format/enhanced.jpg/name.jpg";
        assert_eq!(seen(named), Ok(("enhanced.jpg".to_owned(), None)));
        let url = format!("https://cdn.uploadcare.com/{UUID}/document/-/format/png/?a=b");
        assert!(DocumentPath::parse(&url).is_ok_and(|path| path.uuid.to_string() == UUID));
        for bad in ["", "video/", "document/format/pdf/", "document/-/", "document/-/-/format/pdf/"]
        {
            assert_eq!(seen(bad), Err(bad_path(&format!("{UUID}/{bad}"))), "{bad}");
        }
        for bad in ["page/0", "page/x", "page/+1", "dpi/0", "quality", "sepia/1", "page/1"] {
            assert!(parse(&format!("document/-/{bad}/")).is_err(), "{bad}");
        }
        assert!(DocumentPath::parse(UUID).is_err());
    }

    #[test]
    fn video_paths() {
        let parse = |rest: &str| {
            VideoPath::parse(&format!("{UUID}/video/{rest}")).map(|path| (path.format, path.thumbs))
        };
        assert_eq!(parse(""), Ok(("mp4".to_owned(), 1)));
        let all = "-/size/640x/add_padding/-/quality/best/-/cut/000:01:49/2:30.535/-/format/ogg/\
                   -/thumbs~50/";
        assert_eq!(parse(all), Ok(("ogg".to_owned(), 50)));
        for good in ["size/x480", "size/4x8", "cut/0:0:0.0/end", "thumbs~3/2", "format/webm/a.webm"]
        {
            assert!(parse(&format!("-/{good}")).is_ok(), "{good}");
        }
        let bad = "CDN Path error: Mandatory argument \"OneOrTwoDimensionsDivisibleByFour(size)\" \
                   not found while parsing \"size/x/change_ratio\"";
        assert_eq!(parse("-/size/x/change_ratio/"), Err(bad.to_owned()));
        for bad in [
            "size/0x4",
            "size/6x4",
            "size/4x4/stretch",
            "format/avi",
            "quality/good",
            "cut/0:0:0",
            "cut/a/end",
            "cut/0:0:0:0/end",
            "thumbs~0",
            "thumbs~51",
            "thumbs~2/2",
            "thumbs~1/-/format/mp4",
            "preview",
        ] {
            assert!(parse(&format!("-/{bad}/")).is_err(), "{bad}");
        }
    }
}
