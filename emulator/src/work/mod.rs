//! Doing the jobs: they take no time, only somebody to ask about them or the clock to move on.

mod addon;
mod convert;

pub(crate) use convert::PAGE_FORMATS;

use std::{sync::Arc, time::Duration};

use uuid::Uuid;

use crate::{
    app::App,
    event::{self, Event, Initiator},
    media::made::Made,
    store::{Content, File, Job, JobState, Outcome, Project},
};

/// Adds a job to those of its project, which the caller holds locked.
pub(crate) fn start(app: &App, project: &Arc<Project>, jobs: &mut Vec<Job>, mut job: Job) {
    let settings = project.settings();
    let duration = Duration::from_millis(settings.job_ms);
    job.started = app.project_now(project);
    job.duration = i64::try_from(duration.as_micros()).unwrap_or(i64::MAX);
    job.unfinished_polls = settings.job_polls;
    if let Some(plan) = project.jobs.take_planned(job.kind) {
        job.outcome = plan.outcome;
        job.error = plan.error;
    }
    jobs.push(job);
    // Nobody may ask any more, and a webhook is to be told all the same.
    let (app, project) = (app.clone(), Arc::clone(project));
    tokio::spawn(async move {
        // A little more than the job takes.
        tokio::time::sleep(duration + Duration::from_millis(20)).await;
        settle(&app, &project);
    });
}

/// Ends the jobs whose time is over.
pub(crate) fn settle(app: &App, project: &Arc<Project>) {
    let now = app.project_now(project);
    for job in project.jobs.lock().iter_mut().filter(|job| job.is_due(now, false)) {
        finish(app, project, job, now);
    }
}

/// Answers for a client that asks about a job, which brings the job forward.
pub(crate) fn poll(
    app: &App,
    project: &Arc<Project>,
    wanted: impl Fn(&Job) -> bool,
) -> Option<Job> {
    let now = app.project_now(project);
    let mut jobs = project.jobs.lock();
    let job = jobs.iter_mut().find(|job| wanted(job))?;
    if job.is_due(now, true) {
        finish(app, project, job, now);
    }
    job.polls = job.polls.saturating_add(1);
    Some(job.clone())
}

fn finish(app: &App, project: &Arc<Project>, job: &mut Job, now: i64) {
    let source = project.file(&job.source).filter(|file| file.removed.is_none());
    let done = match (job.outcome, source) {
        (Outcome::Cancelled, _) => {
            job.state = JobState::Cancelled;
            return;
        }
        (Outcome::Failed, _) => {
            let planned = job.error.take();
            Err(planned.unwrap_or_else(|| "The file could not be processed.".to_owned()))
        }
        (_, None) => Err("The source file is not there any more.".to_owned()),
        (_, Some(source)) => {
            let mut work = Work { app, project, job, source: &source, now };
            work.convert().and_then(|converted| if converted { Ok(()) } else { work.analyse() })
        }
    };
    match done {
        Ok(()) => job.state = JobState::Finished,
        Err(error) => {
            job.state = JobState::Failed;
            job.error = Some(error);
        }
    }
}

/// A job being done.
struct Work<'a> {
    app: &'a App,
    project: &'a Arc<Project>,
    job: &'a mut Job,
    source: &'a File,
    now: i64,
}

impl Work<'_> {
    /// The name of the source without its ending.
    fn stem(&self) -> &str {
        let name = self.source.filename.as_str();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Adds a file that the job made.
    fn add_file(&self, uuid: Uuid, filename: String, made: Made, store: bool, addon: &'static str) {
        let mime: Arc<str> = made.info.mime.mime.as_str().into();
        let file = File {
            uuid,
            uploaded: self.now,
            stored: store.then_some(self.now),
            removed: None,
            filename,
            size: made.bytes.len() as u64,
            declared_mime: Arc::clone(&mime),
            mime,
            content_info: Arc::new(made.info),
            metadata: Arc::default(),
            tags: Arc::default(),
            appdata: Arc::default(),
            content: Content::Bytes(made.bytes),
            extra: None,
            faces: Arc::default(),
            added: self.now,
            provisional: None,
            unready_polls: 0,
        };
        let Some(file) = self.project.add_upload(file) else { return };
        let initiator = Initiator::Addon { name: addon, source: Some(self.source.uuid) };
        event::notify(self.app, self.project, Event::Uploaded, &file, None, &initiator);
        if store {
            event::notify(self.app, self.project, Event::Stored, &file, None, &initiator);
        }
    }
}
