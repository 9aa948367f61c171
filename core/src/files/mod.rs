//! Files of the project (REST API: Files).

use crate::{
    client::Client,
    error::{Error, Result, check_range, check_uuid},
    model::{FileInfo, Timestamp},
    page::{List, ListItem},
    transport::{Api, Request, Target},
};
use uploadcare_macros::{open_enum, options};

/// Which files to list, and in which order.
#[options]
pub struct ListFilesOptions {
    /// Files per page: 1 to 1000. Default 100. The list itself has no limit.
    pub limit: Option<i64>,
    /// Order of the list. Default `datetime_uploaded`: oldest first.
    pub ordering: Option<FileOrdering>,
    /// Only stored files (true) or only temporary ones (false). Default: both.
    pub stored: Option<bool>,
    /// Only removed files (true) or only existing ones (false). Default false.
    pub removed: Option<bool>,
    /// Only files uploaded after this moment; with the newest first, before it. The moment
    /// itself is left out.
    pub starting_from: Option<Timestamp>,
    /// Also fetch the results of add-ons (`appdata`). Default false.
    pub include_appdata: Option<bool>,
    /// Fetch the next page while the current one is being used, from the second page on.
    /// Default true.
    pub prefetch: Option<bool>,
    /// Go on where a list was left: the text its cursor gave, in any process or language. It
    /// brings its own selection, so only `prefetch` may be given beside it.
    pub cursor: Option<String>,
}

/// Order of a list of files.
#[open_enum]
pub enum FileOrdering {
    /// Oldest first.
    #[wire("datetime_uploaded")]
    DatetimeUploaded,
    /// Newest first.
    #[wire("-datetime_uploaded")]
    DatetimeUploadedDescending,
}

/// What to fetch of a file.
#[options]
pub struct GetFileOptions {
    /// Also fetch the results of add-ons (`appdata`). Default false.
    pub include_appdata: Option<bool>,
}

/// Files of the project (REST API: Files).
#[derive(Debug, Clone)]
pub struct Files {
    client: Client,
}

impl ListItem for FileInfo {
    const LIST: &'static str = "files";

    fn id(&self) -> &str {
        &self.uuid
    }

    fn position(&self) -> Timestamp {
        self.datetime_uploaded
    }
}

impl Files {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists files, one by one or page by page. Nothing is sent until the first is asked for.
    ///
    /// Errors: `invalid_parameter` for an option out of its range or an unreadable cursor.
    /// Reference: REST API, List of files.
    pub fn list(&self, options: ListFilesOptions) -> Result<List<FileInfo>> {
        let prefetch = options.prefetch.unwrap_or(true);
        if let Some(cursor) = &options.cursor {
            let rest = ListFilesOptions { prefetch: None, cursor: None, ..options.clone() };
            if rest != ListFilesOptions::default() {
                return Err(Error::parameter(
                    "cursor",
                    "brings its own selection: give no other option beside it but `prefetch`",
                ));
            }
            return List::resume(self.client.clone(), cursor, prefetch);
        }
        Ok(List::new(self.client.clone(), options.target()?, prefetch))
    }

    /// Gets one file. A removed file is still found, with `datetime_removed` set.
    ///
    /// `uuid`: identifier of the file.
    /// Errors: `invalid_parameter` if it is no UUID, `not_found` if the project has no such file.
    /// Reference: REST API, File info.
    pub async fn get(&self, uuid: &str, options: GetFileOptions) -> Result<FileInfo> {
        let uuid = check_uuid("uuid", uuid)?;
        let mut target = Target::path(["files", &uuid]);
        if options.include_appdata == Some(true) {
            target = target.query("include", "appdata");
        }
        self.client.transport().send(&Request::get(Api::Rest, target)).await?.json()
    }
}

impl ListFilesOptions {
    fn target(&self) -> Result<Target> {
        let mut target = Target::path(["files"]);
        if let Some(limit) = self.limit {
            check_range("limit", limit, 1, 1000)?;
            target = target.query("limit", &limit.to_string());
        }
        match &self.ordering {
            None => {}
            Some(FileOrdering::Unknown { value }) => {
                let known = FileOrdering::KNOWN.join(", ");
                return Err(Error::parameter(
                    "ordering",
                    format_args!("must be one of {known}, not {value:?}"),
                ));
            }
            Some(ordering) => target = target.query("ordering", ordering.as_str()),
        }
        for (name, value) in [("stored", self.stored), ("removed", self.removed)] {
            if let Some(value) = value {
                target = target.query(name, if value { "true" } else { "false" });
            }
        }
        if let Some(from) = &self.starting_from {
            target = target.query("from", &from.to_string());
        }
        if self.include_appdata == Some(true) {
            target = target.query("include", "appdata");
        }
        Ok(target)
    }
}
