use super::{DIRECT_LIMIT, Source};
use crate::{
    checks,
    client::Client,
    error::{Error, Result, check_range, quoted},
    transport::Fields,
};
use reqwest::multipart::Part;
use std::{collections::HashMap, path::PathBuf};
use uploadcare_macros::{open_enum, options};

/// How to upload a file.
#[options]
pub struct UploadOptions {
    /// Name of the file in the project. Default: the last part of the path, else `file`.
    pub filename: Option<String>,
    /// MIME type that is declared; the service looks at the content itself. Default
    /// `application/octet-stream`.
    pub content_type: Option<String>,
    /// Keep the file (true), or remove it after 24 hours (false). Default: as the project says.
    pub store: Option<bool>,
    /// Metadata of the file: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    /// 1 to 512 characters.
    pub metadata: Option<HashMap<String, String>>,
    /// Tags of the file: up to 50 of 1 to 100 characters `A-Z a-z 0-9 - _ .`; letters become
    /// small.
    pub tags: Option<Vec<String>>,
    /// Size in bytes from which a file is uploaded in parts: 10485760 to 104857601. Default 10485760.
    pub multipart_threshold: Option<i64>,
    /// Size of a part in bytes: 5242880 to 5368709120. Default 5242880, or as much more as it takes for the
    /// file to have at most 10,000 parts.
    pub part_size: Option<i64>,
    /// How many parts of a file are under way at the same time: 1 to 64. Default 8; of a stream, where each of them
    /// is held in memory, and where several files are uploaded, 4.
    pub concurrency: Option<i64>,
    /// How many files are under way at the same time, where several are uploaded: 1 to 64. Default 8.
    pub file_concurrency: Option<i64>,
    /// File in which the state of an upload in parts is kept while it is under way. If it is there when an
    /// upload begins, that goes on from it, whichever process or language has begun it. It holds addresses
    /// to upload to: keep it secret.
    pub state_file: Option<String>,
    /// What to do when the service has forgotten an upload that is to go on. Default `restart`.
    pub on_lost: Option<OnLost>,
}

/// What to do when the service has forgotten an upload that is to go on.
#[open_enum]
pub enum OnLost {
    /// Begin anew, if the content can be read again.
    Restart,
    /// Fail with `upload_lost`.
    Fail,
}

pub(super) const OCTET_STREAM: &str = "application/octet-stream";

/// Smallest size of an upload in parts, and of a part.
pub(super) const LEAST_MULTIPART: u64 = 10_485_760;
pub(super) const LEAST_PART: u64 = 5_242_880;
pub(super) const MOST_PART: u64 = 5_368_709_120;
pub(super) const MOST_PARTS: u64 = 10_000;

/// Options, checked and complete.
#[derive(Clone)]
pub(super) struct Plan {
    pub filename: String,
    pub content_type: String,
    /// `UPLOADCARE_PUB_KEY` and what describes the file.
    pub fields: Fields,
    pub threshold: u64,
    pub part_size: Option<u64>,
    pub concurrency: usize,
    pub state_file: Option<PathBuf>,
    pub restarts: bool,
}

impl Plan {
    /// `files`: how many are under way side by side.
    pub fn new(
        client: &Client,
        source: &Source,
        options: UploadOptions,
        files: usize,
    ) -> Result<Self> {
        let (content_type, filename) = (options.content_type, options.filename);
        let mut fields = vec![(PUBLIC_KEY.to_owned(), client.public_key().to_owned())];
        fields.push(("UPLOADCARE_STORE".to_owned(), store(options.store).to_owned()));
        describe(&mut fields, options.metadata, options.tags)?;
        let content_type = content_type.unwrap_or_else(|| OCTET_STREAM.to_owned());
        Part::bytes(Vec::new()).mime_str(&content_type).map_err(|_| {
            Error::parameter(
                "content_type",
                format_args!(
                    "must be a MIME type such as image/png, not {}",
                    quoted(&content_type)
                ),
            )
        })?;
        let filename = filename.or_else(|| source.filename()).unwrap_or_else(|| "file".to_owned());
        check_filename(&filename)?;
        let threshold = options.multipart_threshold.unwrap_or(LEAST_MULTIPART as i64);
        check_range(
            "multipart_threshold",
            threshold,
            LEAST_MULTIPART as i64,
            DIRECT_LIMIT as i64 + 1,
        )?;
        if let Some(part_size) = options.part_size {
            check_range("part_size", part_size, LEAST_PART as i64, MOST_PART as i64)?;
        }
        let usual = if files > 1 || matches!(source, Source::Stream(_)) { 4 } else { 8 };
        let concurrency = options.concurrency.unwrap_or(usual);
        check_range("concurrency", concurrency, 1, 64)?;
        if let Some(files) = options.file_concurrency {
            check_range("file_concurrency", files, 1, 64)?;
        }
        let restarts = match options.on_lost {
            None | Some(OnLost::Restart) => true,
            Some(OnLost::Fail) => false,
            Some(OnLost::Unknown { value }) => {
                return Err(Error::parameter(
                    "on_lost",
                    format_args!("must be one of {}, not {value:?}", OnLost::KNOWN.join(", ")),
                ));
            }
        };
        Ok(Self {
            filename,
            content_type,
            fields,
            threshold: threshold.unsigned_abs(),
            part_size: options.part_size.map(i64::unsigned_abs),
            concurrency: usize::try_from(concurrency).unwrap_or(1),
            state_file: options.state_file.map(PathBuf::from),
            restarts,
        })
    }

    /// Size of a part of a file of this size.
    pub fn part_size(&self, size: u64) -> Result<u64> {
        if let Some(part_size) = self.part_size {
            if size.div_ceil(part_size) > MOST_PARTS {
                return Err(Error::parameter(
                    "part_size",
                    format_args!(
                        "must be at least {} for {size} bytes: a file has at most {MOST_PARTS} parts",
                        size.div_ceil(MOST_PARTS)
                    ),
                ));
            }
            return Ok(part_size);
        }
        const MIB: u64 = 1 << 20;
        let part_size = LEAST_PART.max(size.div_ceil(MOST_PARTS).next_multiple_of(MIB));
        if part_size > MOST_PART {
            let most = MOST_PART * MOST_PARTS;
            return Err(Error::parameter(
                "source",
                format_args!("has {size} bytes; an upload takes at most {most}"),
            ));
        }
        Ok(part_size)
    }
}

pub(super) const PUBLIC_KEY: &str = "UPLOADCARE_PUB_KEY";

pub(super) fn store(store: Option<bool>) -> &'static str {
    match store {
        None => "auto",
        Some(true) => "1",
        Some(false) => "0",
    }
}

/// Adds metadata and tags, checked.
pub(super) fn describe(
    fields: &mut Fields,
    metadata: Option<HashMap<String, String>>,
    tags: Option<Vec<String>>,
) -> Result<()> {
    if let Some(metadata) = metadata {
        checks::metadata(&metadata)?;
        let mut entries: Vec<_> = metadata.into_iter().collect();
        entries.sort();
        fields.extend(entries.into_iter().map(|(key, value)| (format!("metadata[{key}]"), value)));
    }
    if let Some(tags) = tags {
        let tags = checks::tags("tags", &tags)?;
        if !tags.is_empty() {
            fields.push(("tags".to_owned(), tags.join(",")));
        }
    }
    Ok(())
}

pub(super) fn check_filename(filename: &str) -> Result<()> {
    if filename.is_empty() || filename.chars().any(char::is_control) {
        return Err(Error::parameter(
            "filename",
            "must have at least one character and no control characters",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(part_size: Option<u64>) -> Plan {
        let client = Client::builder().public_key("key").secret_key("secret").build().unwrap();
        let options = UploadOptions {
            part_size: part_size.map(|size| i64::try_from(size).unwrap()),
            ..UploadOptions::default()
        };
        Plan::new(&client, &Source::from(Vec::new()), options, 1).unwrap()
    }

    #[test]
    fn what_is_held_in_memory_or_has_company_has_fewer_parts_under_way() {
        let client = Client::builder().public_key("key").secret_key("secret").build().unwrap();
        let stream = Source::stream(futures::stream::empty(), None);
        let bytes = Source::from(Vec::new());
        for (source, files, set, expected) in [
            (&bytes, 1, None, 8),
            (&stream, 1, None, 4),
            (&bytes, 2, None, 4),
            (&stream, 2, Some(9), 9),
        ] {
            let options = UploadOptions { concurrency: set, ..UploadOptions::default() };
            let plan = Plan::new(&client, source, options, files).unwrap();
            assert_eq!(plan.concurrency, expected, "{source:?}, {files} files");
        }
    }

    #[test]
    fn a_file_has_at_most_ten_thousand_parts() {
        for (size, expected) in [
            (LEAST_MULTIPART, LEAST_PART),
            (LEAST_PART * MOST_PARTS, LEAST_PART),
            (LEAST_PART * MOST_PARTS + 1, 6 << 20),
            (5 << 40, 525 << 20),
            (MOST_PART * MOST_PARTS, MOST_PART),
        ] {
            let part_size = plan(None).part_size(size).unwrap();
            assert_eq!(part_size, expected, "{size}");
            assert!(size.div_ceil(part_size) <= MOST_PARTS);
        }
        assert!(plan(None).part_size(MOST_PART * MOST_PARTS + 1).is_err());
        assert!(plan(Some(LEAST_PART)).part_size(LEAST_PART * MOST_PARTS).is_ok());
        assert!(plan(Some(LEAST_PART)).part_size(LEAST_PART * MOST_PARTS + 1).is_err());
    }
}
