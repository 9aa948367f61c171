//! Conversions and add-on calls: work that is finished some time after it was asked for.

use std::collections::{BTreeMap, VecDeque};

use parking_lot::{Mutex, MutexGuard};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::ControlError;

pub(crate) const ADDONS: [&str; 4] = [
    "aws_rekognition_detect_labels",
    "aws_rekognition_detect_moderation_labels",
    "uc_clamav_virus_scan",
    "remove_bg",
];

pub(crate) const DOCUMENT: &str = "document";
pub(crate) const VIDEO: &str = "video";

/// What a client knows a job by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JobId {
    Token(u64),
    Request(Uuid),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JobState {
    Running,
    Finished,
    Failed,
    Cancelled,
}

/// How a job is going to end.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    #[default]
    Finished,
    Failed,
    Cancelled,
    Stuck,
}

/// What there is to do.
#[derive(Debug, Clone)]
pub(crate) enum Task {
    Document { format: String, page: Option<u32>, save_in_group: bool, store: bool, result: Uuid },
    Video { format: String, thumbs: usize, thumbs_group: Uuid, store: bool, result: Uuid },
    Scan { purge: bool },
    RemoveBackground { foreground: Option<String> },
    Labels,
    ModerationLabels,
}

#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub id: JobId,
    pub kind: &'static str,
    pub source: Uuid,
    pub task: Task,
    pub started: i64,
    /// Microseconds after which it ends, however seldom it was asked about.
    pub duration: i64,
    /// Answers about it so far.
    pub polls: u32,
    /// Answers that see it unfinished.
    pub unfinished_polls: u32,
    pub outcome: Outcome,
    pub error: Option<String>,
    pub state: JobState,
    /// The file it made.
    pub result: Option<Uuid>,
    /// The group it made.
    pub group: Option<String>,
}

impl Job {
    pub fn new(id: JobId, kind: &'static str, source: Uuid, task: Task) -> Self {
        Self {
            id,
            kind,
            source,
            task,
            started: 0,
            duration: 0,
            polls: 0,
            unfinished_polls: 0,
            outcome: Outcome::default(),
            error: None,
            state: JobState::Running,
            result: None,
            group: None,
        }
    }

    pub fn is_running(&self) -> bool {
        self.state == JobState::Running
    }

    /// Whether it ends now; one more answer has been asked for when `asked`.
    pub fn is_due(&self, now: i64, asked: bool) -> bool {
        let waited = now.saturating_sub(self.started) >= self.duration;
        let asked_enough = asked && self.polls >= self.unfinished_polls;
        self.is_running() && self.outcome != Outcome::Stuck && (waited || asked_enough)
    }

    /// The status of a conversion.
    pub fn conversion_status(&self) -> &'static str {
        match self.state {
            JobState::Running if self.polls < 2 => "pending",
            JobState::Running => "processing",
            JobState::Finished => "finished",
            JobState::Failed => "failed",
            JobState::Cancelled => "cancelled",
        }
    }

    /// The status of an add-on call, which knows no cancelling.
    pub fn addon_status(&self) -> &'static str {
        match self.state {
            JobState::Running => "in_progress",
            JobState::Finished => "done",
            JobState::Failed | JobState::Cancelled => "error",
        }
    }

    fn view(&self) -> Value {
        let (token, request_id) = match self.id {
            JobId::Token(token) => (Some(token), None),
            JobId::Request(id) => (None, Some(id.to_string())),
        };
        let is_addon = ADDONS.contains(&self.kind);
        json!({
            "kind": self.kind,
            "token": token,
            "request_id": request_id,
            "source": self.source.to_string(),
            "status": if is_addon { self.addon_status() } else { self.conversion_status() },
            "outcome": self.outcome,
            "error": self.error,
            "result": self.result.map(|uuid| uuid.to_string()),
            "group": self.group,
        })
    }
}

/// How the next jobs are to end.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlannedOutcome {
    /// `document`, `video` or the name of an add-on; any job when missing.
    #[serde(default)]
    pub kind: Option<String>,
    pub outcome: Outcome,
    #[serde(default)]
    pub error: Option<String>,
    /// How many jobs; `-1` for all.
    #[serde(default = "once")]
    pub times: i64,
}

fn once() -> i64 {
    1
}

impl PlannedOutcome {
    pub fn check(&self) -> Result<(), ControlError> {
        let known = |kind: &str| kind == DOCUMENT || kind == VIDEO || ADDONS.contains(&kind);
        if let Some(kind) = self.kind.as_deref().filter(|kind| !known(kind)) {
            return Err(ControlError::invalid(format!("there are no jobs of kind {kind}")));
        }
        if self.times < -1 || self.times == 0 {
            return Err(ControlError::invalid("times is -1 or more than 0"));
        }
        if self.error.is_some() && self.outcome != Outcome::Failed {
            return Err(ControlError::invalid("only a failed job has an error"));
        }
        Ok(())
    }
}

/// The jobs of one project, oldest first.
#[derive(Default)]
pub(crate) struct Jobs {
    jobs: Mutex<Vec<Job>>,
    planned: Mutex<VecDeque<PlannedOutcome>>,
    /// Groups of page images by source and format.
    converted: Mutex<BTreeMap<(Uuid, String), String>>,
}

impl Jobs {
    /// All jobs. Whoever ends one holds this, so that nobody sees it ended without its files.
    pub fn lock(&self) -> MutexGuard<'_, Vec<Job>> {
        self.jobs.lock()
    }

    pub fn plan(&self, outcome: PlannedOutcome) {
        self.planned.lock().push_back(outcome);
    }

    /// The outcome planned for the next job of a kind, counted as used.
    pub fn take_planned(&self, kind: &str) -> Option<PlannedOutcome> {
        let mut planned = self.planned.lock();
        let fits =
            |plan: &PlannedOutcome| plan.kind.as_ref().is_none_or(|wanted| wanted.as_str() == kind);
        let at = planned.iter().position(fits)?;
        let plan = planned[at].clone();
        match planned[at].times {
            1 => drop(planned.remove(at)),
            -1 => {}
            _ => planned[at].times -= 1,
        }
        Some(plan)
    }

    /// What the control API shows.
    pub fn view(&self) -> Value {
        let jobs = self.jobs.lock();
        let jobs: Vec<_> = jobs.iter().map(Job::view).collect();
        json!({ "jobs": jobs, "planned": *self.planned.lock() })
    }

    pub fn note_converted_group(&self, source: Uuid, format: &str, group: String) {
        self.converted.lock().insert((source, format.to_owned()), group);
    }

    /// The groups of page images made of a file, by format.
    pub fn converted_groups(&self, source: &Uuid) -> BTreeMap<String, String> {
        let converted = self.converted.lock();
        let of_source = converted.iter().filter(|((uuid, _), _)| uuid == source);
        of_source.map(|((_, format), group)| (format.clone(), group.clone())).collect()
    }
}
