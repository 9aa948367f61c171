//! Jobs: what the service works on after it has answered: conversions and add-ons.

mod watch;

pub use watch::JobWatch;

use crate::{
    client::Client,
    error::{Error, Result, check_range, check_uuid, quoted},
    model::{JobInfo, JobRecord, JobState, JobStatus},
    transport::{Method, Request, Target},
    uploads::from_url_status,
    wait::WaitOptions,
    wire::StatusAnswer,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uploadcare_macros::operations;

pub(crate) const DOCUMENT: &str = "document";
pub(crate) const VIDEO: &str = "video";
pub(crate) const CONVERSIONS: &[&str] = &[DOCUMENT, VIDEO];
pub(crate) const FROM_URL: &str = "from_url";

/// A conversion or an add-on at work. Cheap to clone; owns a clone of the client.
#[derive(Debug, Clone)]
pub struct Job {
    client: Client,
    info: JobInfo,
}

/// Jobs that were started before, here or elsewhere.
#[derive(Debug, Clone)]
pub struct Jobs {
    client: Client,
}

#[operations]
impl Jobs {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Opens a job again from its text, in any process or language. Nothing is sent.
    ///
    /// `text`: what saving the job gave.
    /// Returns: the job.
    /// Errors: `invalid_parameter` if the text cannot be read or is of another project.
    pub fn open(&self, text: &str) -> Result<Job> {
        let saved = text
            .trim()
            .strip_prefix(PREFIX)
            .and_then(|json| serde_json::from_str::<Saved>(json).ok());
        let saved = saved.filter(|saved| is_sound(&saved.job)).ok_or_else(|| {
            Error::parameter(
                "text",
                "cannot be read: it must be the whole text that saving a job gave, unchanged",
            )
        })?;
        if saved.public_key != self.client.public_key() {
            return Err(Error::parameter(
                "text",
                format_args!(
                    "is of a job of the project {}, not of {}",
                    saved.public_key,
                    self.client.public_key()
                ),
            ));
        }
        Ok(Job::new(self.client.clone(), saved.job))
    }
}

const PREFIX: &str = "ucjob1.";

#[derive(Serialize, Deserialize)]
struct Saved {
    public_key: String,
    job: JobInfo,
}

/// Whether a status can be asked for: saved texts come from outside.
fn is_sound(info: &JobInfo) -> bool {
    if CONVERSIONS.contains(&info.kind.as_str()) {
        info.token.is_some_and(|token| token >= 0)
    } else if info.kind == FROM_URL {
        let id = info.request_id.as_deref().or(info.uuid.as_deref()).unwrap_or_default();
        check_uuid("request_id", id).is_ok()
    } else {
        let id = info.request_id.as_deref().unwrap_or_default();
        check_addon(&info.kind).is_ok() && check_uuid("request_id", id).is_ok()
    }
}

impl Job {
    pub(crate) fn new(client: Client, info: JobInfo) -> Self {
        Self { client, info }
    }

    /// What tells the job from all others.
    pub fn info(&self) -> &JobInfo {
        &self.info
    }

    /// The job as text, from which [`Jobs::open`] makes it again, in any process or language. It
    /// holds no secret.
    pub fn save(&self) -> String {
        let saved =
            Saved { public_key: self.client.public_key().to_owned(), job: self.info.clone() };
        format!("{PREFIX}{}", serde_json::to_string(&saved).unwrap_or_default())
    }

    /// For the bindings: what crosses into another language.
    #[doc(hidden)]
    pub fn record(self) -> JobRecord {
        JobRecord { text: self.save(), info: self.info }
    }

    /// Asks once how far the job is. That it failed is a state, not an error.
    ///
    /// Errors: `not_found` if the service does not know the job (any more).
    /// Reference: REST API, conversion job status; Add-Ons: check execution status; Upload API, Check the status
    /// of a task to fetch a file from a URL.
    pub async fn status(&self) -> Result<JobStatus> {
        let mut status = match (self.info.token, &self.info.request_id) {
            (None, Some(token)) if self.info.kind == FROM_URL => {
                from_url_status(&self.client, token).await?
            }
            // The service had the file already.
            (None, None) if self.info.kind == FROM_URL => JobStatus {
                state: JobState::Finished,
                error: None,
                error_code: None,
                uuid: None,
                thumbnails_group_uuid: None,
                done_bytes: None,
                total_bytes: None,
                extra: HashMap::new(),
            },
            (Some(token), _) => conversion_status(&self.client, &self.info.kind, token).await?,
            (None, Some(id)) => addon_status(&self.client, &self.info.kind, id).await?,
            (None, None) => return Err(Error::internal("a job without an identifier")),
        };
        // Known since the start, and left out by some answers.
        if status.uuid.is_none() {
            status.uuid.clone_from(&self.info.uuid);
        }
        if status.thumbnails_group_uuid.is_none() {
            status.thumbnails_group_uuid.clone_from(&self.info.thumbnails_group_uuid);
        }
        Ok(status)
    }

    /// Waits until the job is finished.
    ///
    /// Errors: `job_failed`, `job_cancelled`, `wait_timeout` if it has not ended in time,
    /// `not_found` if the service does not know the job (any more), `invalid_parameter` for an
    /// option out of its range.
    pub async fn wait(&self, options: WaitOptions) -> Result<JobStatus> {
        self.wait_with(options, |_| {}).await
    }

    /// As [`Self::wait`], and tells of each status on the way.
    pub async fn wait_with(
        &self,
        options: WaitOptions,
        mut progress: impl FnMut(&JobStatus),
    ) -> Result<JobStatus> {
        let mut watch = self.watch(options)?;
        loop {
            if let Some(status) = watch.next().await? {
                progress(&status);
                if watch.is_over() {
                    return Ok(status);
                }
            } else {
                return Err(Error::internal("a job ended twice"));
            }
        }
    }

    /// Watches the job: status after status, until it is finished.
    ///
    /// Errors: `invalid_parameter` for an option out of its range.
    pub fn watch(&self, options: WaitOptions) -> Result<JobWatch> {
        JobWatch::new(self.clone(), &options)
    }
}

pub(crate) async fn conversion_status(
    client: &Client,
    kind: &str,
    token: i64,
) -> Result<JobStatus> {
    check_range("token", token, 0, i64::MAX)?;
    let target = Target::path(["convert", kind, "status", &token.to_string()]);
    let request = Request::rest(Method::GET, target);
    Ok(client.transport().send(&request).await?.json::<StatusAnswer>()?.into())
}

pub(crate) async fn addon_status(
    client: &Client,
    name: &str,
    request_id: &str,
) -> Result<JobStatus> {
    let request_id = check_uuid("request_id", request_id)?;
    let target = Target::path(["addons", name, "execute", "status"]);
    let request = Request::rest(Method::GET, target.query("request_id", &request_id));
    Ok(client.transport().send(&request).await?.json::<StatusAnswer>()?.into())
}

/// A name that could be an add-on's, and is no kind of conversion.
pub(crate) fn check_addon(name: &str) -> Result<()> {
    let legal = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let is_name = (1..=100).contains(&name.len()) && name.chars().all(legal);
    if is_name && !CONVERSIONS.contains(&name) && name != FROM_URL {
        return Ok(());
    }
    Err(Error::parameter(
        "name",
        format_args!(
            "must be the name of an add-on: 1 to 100 letters, digits, _ and -, not {}",
            quoted(name)
        ),
    ))
}
