use super::Job;
use crate::{
    error::{Error, ErrorKind, Result},
    model::{JobState, JobStatus},
    wait::{Patience, WaitOptions},
};
use url::Url;

/// A job being waited for, status after status.
#[derive(Debug)]
pub struct JobWatch {
    job: Job,
    patience: Patience,
    asked: bool,
    over: bool,
    /// Answers in a row that did not know the job.
    unknown: u32,
}

/// A job that has just begun may not be known everywhere at once.
const MOST_UNKNOWN: u32 = 3;

impl JobWatch {
    pub(super) fn new(job: Job, options: &WaitOptions) -> Result<Self> {
        let patience = Patience::new(options, "timeout")?;
        Ok(Self { job, patience, asked: false, over: false, unknown: 0 })
    }

    /// Waits a while, except for the first time, and asks how far the job is. The last status is
    /// that of the finished job; None comes after it, and after the error of a job that came to
    /// nothing. After other errors asking again goes on. The time runs from the first question.
    ///
    /// Errors: `job_failed`, `job_cancelled`, `wait_timeout` if the job has not ended in time,
    /// `not_found` if the service does not know it (any more).
    pub async fn next(&mut self) -> Result<Option<JobStatus>> {
        if self.over {
            return Ok(None);
        }
        let info = &self.job.info;
        let name = format!("the job {} on {}", info.kind, shown(&info.source));
        let what = format!("{name} was not finished");
        if self.asked {
            self.patience.pause(&what, "wait again").await?;
        } else {
            self.patience.begin();
        }
        self.asked = true;
        let status = self.patience.ask(self.job.status(), &what, "wait again").await?;
        self.over =
            matches!(status.state, JobState::Finished | JobState::Failed | JobState::Cancelled);
        match &status.state {
            JobState::Finished => {}
            JobState::Failed => {
                let error = status.error.as_deref().unwrap_or("the service does not say why");
                let failure = Error::new(ErrorKind::JobFailed, format!("{name} failed: {error}"));
                return Err(failure.with(|info| info.code = status.error_code));
            }
            JobState::Cancelled => {
                let message = format!("{name} was cancelled by the service");
                return Err(Error::new(ErrorKind::JobCancelled, message));
            }
            JobState::Pending | JobState::Processing => self.unknown = 0,
            JobState::Unknown { value } if value == "unknown" => {
                self.unknown += 1;
                if self.unknown >= MOST_UNKNOWN {
                    let message = format!("the service does not know {name}, or not any more");
                    return Err(Error::new(ErrorKind::NotFound, message));
                }
            }
            JobState::Unknown { .. } => {}
        }
        Ok(Some(status))
    }

    /// Whether the job is known to have ended.
    pub fn is_over(&self) -> bool {
        self.over
    }
}

/// A source for an error: a URL may hold a password or a signature.
fn shown(source: &str) -> String {
    let Ok(mut url) = Url::parse(source) else { return source.to_owned() };
    if url.cannot_be_a_base() {
        return source.to_owned();
    }
    url.set_query(None);
    url.set_fragment(None);
    // Of such a URL both can be set.
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    url.into()
}
