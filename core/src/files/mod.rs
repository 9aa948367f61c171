//! Files of the project (REST API: Files).

mod batch;
mod copy;

pub use batch::BatchOptions;
pub(crate) use batch::hits_all;
pub use copy::{CopyLocalOptions, CopyRemoteOptions};

use crate::{
    client::Client,
    error::{Error, Result, check_known, check_range},
    model::{BatchResult, FileInfo, RemoteCopy, Timestamp},
    page::{List, ListItem, Reading, check_cursor_alone, slices},
    reference::FileReference,
    search::SearchOptions,
    transport::{Method, Request, Target},
};
use uploadcare_macros::{open_enum, operations, options};

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
    /// Requests at the same time: 1 to 32. Default 1. More read the list from several places at once, which is several times
    /// faster where answers take their time; 4 to 8 are enough.
    pub concurrency: Option<i64>,
    /// Whether files may come in any order, which is faster with `concurrency`. Such a list goes forward only. What is
    /// uploaded after it began may come or not. Default false.
    pub unordered: Option<bool>,
    /// Go on where a list was left: the text its cursor gave, in any process or language. It
    /// brings its own selection, so only `prefetch` and `concurrency` may be given beside it.
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
    const ORDER: &'static str = "datetime_uploaded";
    const ID: &'static str = "uuid";

    fn id(&self) -> &str {
        &self.uuid
    }

    fn position(&self) -> Timestamp {
        self.datetime_uploaded
    }
}

#[operations]
impl Files {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists files, one by one or page by page. Nothing is sent until the first is asked for.
    ///
    /// `options`: which files, in which order.
    /// Errors: `invalid_parameter` for an option out of its range or an unreadable cursor.
    /// Reference: REST API, List of files.
    pub fn list(&self, options: ListFilesOptions) -> Result<List<FileInfo>> {
        let ListFilesOptions { prefetch, concurrency, unordered, .. } = options;
        let reading = Reading::new(prefetch, concurrency, unordered)?;
        if let Some(cursor) = &options.cursor {
            let rest = ListFilesOptions {
                prefetch: None,
                concurrency: None,
                cursor: None,
                ..options.clone()
            };
            check_cursor_alone(rest == ListFilesOptions::default())?;
            return List::resume(self.client.clone(), cursor, FileInfo::LIST, reading);
        }
        Ok(List::new(self.client.clone(), options.target()?, reading))
    }

    /// Divides a list among several processes or machines: parts of about the same size, each as text to be given as
    /// the `cursor` of a list of its own, wherever that runs. Together they have every one of the files once.
    ///
    /// Sizes are estimated by looking at some places: some ten requests for each part. A list that is
    /// short has fewer parts. What comes while they are read is in the last part, or not at all.
    ///
    /// `count`: parts, 1 to 1000, at most. A few for each reader even out what was estimated badly.
    /// `options`: which files. How they are read is said when a part is read.
    /// Returns: the parts, oldest first; the files of a part come in any order.
    /// Errors: `invalid_parameter` for an option out of its range, or a `cursor`.
    /// Reference: REST API, List of files.
    pub async fn list_slices(&self, count: i64, options: ListFilesOptions) -> Result<Vec<String>> {
        if options.cursor.is_some() {
            return Err(Error::parameter(
                "cursor",
                "must not be given: a list is divided from its start",
            ));
        }
        slices::<FileInfo>(&self.client, options.target()?, count).await
    }

    /// Finds files by their names, types, metadata, tags, sizes and dates, one by one or page by
    /// page. Nothing is sent until the first is asked for.
    ///
    /// New files are found after some seconds. Without `sort` the best matches come first, and
    /// pages may overlap: give a `sort` to walk through many.
    ///
    /// `options`: what to find; at least one condition.
    /// Errors: `invalid_parameter` for an option out of its range, or without any condition;
    /// `search_window` on the way past the first 999 results, which is as far as the service goes;
    /// `rejected` with `field_errors` for what the service refuses.
    /// Reference: REST API, File search.
    pub fn search(&self, options: SearchOptions) -> Result<List<FileInfo>> {
        options.list(&self.client)
    }

    /// Gets one file. A removed file is still found, with `datetime_removed` set.
    ///
    /// `file`: the file.
    /// `options`: what to fetch of it.
    /// Errors: `invalid_parameter` if it is no file, `not_found` if the project has no such file.
    /// Reference: REST API, File info.
    pub async fn get(
        &self,
        file: impl Into<FileReference>,
        options: GetFileOptions,
    ) -> Result<FileInfo> {
        let uuid = file.into().uuid("file")?;
        let mut target = Target::path(["files", &uuid]);
        if options.include_appdata == Some(true) {
            target = target.query("include", "appdata");
        }
        self.client.transport().send(&Request::rest(Method::GET, target)).await?.json()
    }

    /// Stores one file, so that it is kept. A temporary file is removed after 24 hours.
    ///
    /// `file`: the file.
    /// Errors: `invalid_parameter` if it is no file, `not_found` if the project has no such file.
    /// Reference: REST API, Store file.
    pub async fn store(&self, file: impl Into<FileReference>) -> Result<FileInfo> {
        self.storage(Method::PUT, file.into()).await
    }

    /// Deletes one file for good. Copies in the caches of the CDN stay a while.
    ///
    /// `file`: the file.
    /// Returns: the file with `datetime_removed` set.
    /// Errors: `invalid_parameter` if it is no file, `not_found` if the project has no such file.
    /// Reference: REST API, Delete file.
    pub async fn delete(&self, file: impl Into<FileReference>) -> Result<FileInfo> {
        self.storage(Method::DELETE, file.into()).await
    }

    /// Stores any number of files, 100 per request, several requests at a time.
    ///
    /// A failed request costs nothing of the others: what it was about comes back in the result.
    ///
    /// `files`: the files. None are no error: nothing is sent then.
    /// `options`: how to go about it.
    /// Returns: every file stored and every problem, each in the order given.
    /// Errors: `invalid_parameter` for an option out of its range. If all requests fail, the error
    /// of the first.
    /// Reference: REST API, Batch file storing.
    pub async fn store_many(
        &self,
        files: impl IntoIterator<Item = impl Into<FileReference>>,
        options: BatchOptions,
    ) -> Result<BatchResult> {
        let files = files.into_iter().map(Into::into).collect();
        batch::run(&self.client, Method::PUT, files, &options).await
    }

    /// Deletes any number of files for good, 100 per request, several requests at a time.
    ///
    /// A failed request costs nothing of the others: what it was about comes back in the result.
    ///
    /// `files`: the files. None are no error: nothing is sent then.
    /// `options`: how to go about it.
    /// Returns: every file deleted and every problem, each in the order given.
    /// Errors: `invalid_parameter` for an option out of its range. If all requests fail, the error
    /// of the first.
    /// Reference: REST API, Batch file delete.
    pub async fn delete_many(
        &self,
        files: impl IntoIterator<Item = impl Into<FileReference>>,
        options: BatchOptions,
    ) -> Result<BatchResult> {
        let files = files.into_iter().map(Into::into).collect();
        batch::run(&self.client, Method::DELETE, files, &options).await
    }

    /// Copies a file within the project, with the transformations of its URL if it has any.
    ///
    /// The service answers before the copy is made: until then it has the size 0 and no
    /// `content_info`. Set `wait` to get it settled. Up to 5 GB, with transformations 100 MB.
    ///
    /// `file`: the file, or its CDN URL with transformations.
    /// `options`: whether to store the copy, its metadata, and whether to wait.
    /// Returns: the copy.
    /// Errors: `invalid_parameter` for what is no file or an option out of its range, `rejected`
    /// for a file that cannot be copied, `wait_timeout` if the copy has not settled in time.
    /// Reference: REST API, Copy file to local storage.
    pub async fn copy_local(
        &self,
        file: impl Into<FileReference>,
        options: CopyLocalOptions,
    ) -> Result<FileInfo> {
        copy::local(&self.client, file.into(), options).await
    }

    /// Copies a file, with the transformations of its URL if it has any, to a storage of your own
    /// that is connected to the project. Up to 5 GB.
    ///
    /// `file`: the file, or its CDN URL with transformations.
    /// `target`: name of the storage, as the project has it.
    /// `options`: name and visibility of the copy.
    /// Returns: where the copy is, and whether it was there already.
    /// Errors: `invalid_parameter` for what is no file or an empty name, `rejected` for an unknown
    /// storage or a bad pattern.
    /// Reference: REST API, Copy file to remote storage.
    pub async fn copy_remote(
        &self,
        file: impl Into<FileReference>,
        target: &str,
        options: CopyRemoteOptions,
    ) -> Result<RemoteCopy> {
        copy::remote(&self.client, file.into(), target, options).await
    }
}

impl Files {
    async fn storage(&self, method: Method, file: FileReference) -> Result<FileInfo> {
        let uuid = file.uuid("file")?;
        let request = Request::rest(method, Target::path(["files", &uuid, "storage"]));
        self.client.transport().send(&request).await?.json()
    }
}

impl ListFilesOptions {
    fn target(&self) -> Result<Target> {
        let mut target = Target::path(["files"]);
        if let Some(limit) = self.limit {
            check_range("limit", limit, 1, 1000)?;
            target = target.query("limit", &limit.to_string());
        }
        if let Some(ordering) = &self.ordering {
            check_known("ordering", ordering.as_str(), FileOrdering::KNOWN)?;
            target = target.query("ordering", ordering.as_str());
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
