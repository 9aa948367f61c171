//! Groups of files (REST API: Groups).

use crate::{
    client::Client,
    error::{Error, Result, check_known, check_range},
    files::BatchOptions,
    model::{BatchResult, GroupInfo, Timestamp},
    page::{List, ListItem, Reading, check_cursor_alone, slices},
    reference::GroupReference,
    transport::{Method, Request, Target},
};
use uploadcare_macros::{open_enum, operations, options};

/// Which groups to list, and in which order.
#[options]
pub struct ListGroupsOptions {
    /// Groups per page: 1 to 1000. Default 100. The list itself has no limit.
    pub limit: Option<i64>,
    /// Order of the list. Default `datetime_created`: oldest first.
    pub ordering: Option<GroupOrdering>,
    /// Only groups made after this moment; with the newest first, before it. The moment itself is
    /// left out.
    pub starting_from: Option<Timestamp>,
    /// Fetch the next page while the current one is being used, from the second page on.
    /// Default true.
    pub prefetch: Option<bool>,
    /// Requests at the same time: 1 to 32. Default 1. More read the list from several places at once, which is several times
    /// faster where answers take their time.
    pub concurrency: Option<i64>,
    /// Whether groups may come in any order, which is faster with `concurrency`. Such a list goes forward only. What is
    /// made after it began may come or not. Default false.
    pub unordered: Option<bool>,
    /// Go on where a list was left: the text its cursor gave, in any process or language. It
    /// brings its own selection, so only `prefetch` and `concurrency` may be given beside it.
    pub cursor: Option<String>,
}

/// Order of a list of groups.
#[open_enum]
pub enum GroupOrdering {
    /// Oldest first.
    #[wire("datetime_created")]
    DatetimeCreated,
    /// Newest first.
    #[wire("-datetime_created")]
    DatetimeCreatedDescending,
}

/// Groups of files (REST API: Groups).
#[derive(Debug, Clone)]
pub struct Groups {
    client: Client,
}

impl ListItem for GroupInfo {
    const LIST: &'static str = "groups";
    const ORDER: &'static str = "datetime_created";
    const ID: &'static str = "id";

    fn id(&self) -> &str {
        &self.id
    }

    fn position(&self) -> Timestamp {
        self.datetime_created
    }
}

impl ListGroupsOptions {
    fn target(&self) -> Result<Target> {
        let mut target = Target::path(["groups"]);
        if let Some(limit) = self.limit {
            check_range("limit", limit, 1, 1000)?;
            target = target.query("limit", &limit.to_string());
        }
        if let Some(ordering) = &self.ordering {
            check_known("ordering", ordering.as_str(), GroupOrdering::KNOWN)?;
            target = target.query("ordering", ordering.as_str());
        }
        if let Some(from) = &self.starting_from {
            target = target.query("from", &from.to_string());
        }
        Ok(target)
    }
}

#[operations]
impl Groups {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists groups, one by one or page by page. Nothing is sent until the first is asked for.
    ///
    /// `options`: which groups, in which order.
    /// Errors: `invalid_parameter` for an option out of its range or an unreadable cursor.
    /// Reference: REST API, List of groups.
    pub fn list(&self, options: ListGroupsOptions) -> Result<List<GroupInfo>> {
        let ListGroupsOptions { prefetch, concurrency, unordered, .. } = options;
        let reading = Reading::new(prefetch, concurrency, unordered)?;
        if let Some(cursor) = &options.cursor {
            let rest = ListGroupsOptions {
                prefetch: None,
                concurrency: None,
                cursor: None,
                ..options.clone()
            };
            check_cursor_alone(rest == ListGroupsOptions::default())?;
            return List::resume(self.client.clone(), cursor, GroupInfo::LIST, reading);
        }
        Ok(List::new(self.client.clone(), options.target()?, reading))
    }

    /// Divides a list among several processes or machines: parts of about the same size, each as text to be given as
    /// the `cursor` of a list of its own, wherever that runs. Together they have every one of the groups once.
    ///
    /// Sizes are estimated by looking at some places: some ten requests for each part. A list that is
    /// short has fewer parts. What comes while they are read is in the last part, or not at all.
    ///
    /// `count`: parts, 1 to 1000, at most. A few for each reader even out what was estimated badly.
    /// `options`: which groups. How they are read is said when a part is read.
    /// Returns: the parts, oldest first; the groups of a part come in any order.
    /// Errors: `invalid_parameter` for an option out of its range, or a `cursor`.
    /// Reference: REST API, List of groups.
    pub async fn list_slices(&self, count: i64, options: ListGroupsOptions) -> Result<Vec<String>> {
        if options.cursor.is_some() {
            return Err(Error::parameter(
                "cursor",
                "must not be given: a list is divided from its start",
            ));
        }
        slices::<GroupInfo>(&self.client, options.target()?, count).await
    }

    /// Gets one group with its files; null stands for a file that has been removed.
    ///
    /// `group`: the group.
    /// Errors: `invalid_parameter` if it is no group, `not_found` if the project has no such group.
    /// Reference: REST API, Group info.
    pub async fn get(&self, group: impl Into<GroupReference>) -> Result<GroupInfo> {
        let request = Request::rest(Method::GET, target(group.into())?);
        self.client.transport().send(&request).await?.json()
    }

    /// Deletes a group. Its files stay.
    ///
    /// `group`: the group.
    /// Errors: `invalid_parameter` if it is no group, `not_found` if the project has no such group.
    /// Reference: REST API, Delete group.
    pub async fn delete(&self, group: impl Into<GroupReference>) -> Result<()> {
        let request = Request::removal(target(group.into())?);
        self.client.transport().send(&request).await.map(drop)
    }

    /// Deletes the files of a group for good, then the group.
    ///
    /// If a request for the files fails the group stays, so that the rest can be found and tried
    /// again: it is gone when the result has neither `failures` nor `not_tried`.
    ///
    /// `group`: the group.
    /// `options`: how to go about it.
    /// Returns: every file deleted and every problem, in the order of the group.
    /// Errors: `invalid_parameter` for what is no group or an option out of its range, `not_found` if the project has no such group.
    /// Reference: REST API, Batch file delete; Delete group.
    pub async fn delete_with_files(
        &self,
        group: impl Into<GroupReference>,
        options: BatchOptions,
    ) -> Result<BatchResult> {
        options.checked()?;
        let group = self.get(group).await?;
        let files = group.files.into_iter().flatten();
        let result = self.client.files().delete_many(files, options).await?;
        if result.failures.is_empty() && result.not_tried.is_empty() {
            let gone = self.delete(group.id).await;
            gone.map_err(|error| {
                error.with(|info| {
                    let cause = std::mem::take(&mut info.message);
                    info.message = format!("the files are deleted, but not the group: {cause}");
                })
            })?;
        }
        Ok(result)
    }
}

fn target(group: GroupReference) -> Result<Target> {
    Ok(Target::path(["groups", &group.id("group")?]))
}
