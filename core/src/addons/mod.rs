//! Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).

mod background;

pub use background::{
    RemoveBackgroundChannels, RemoveBackgroundOptions, RemoveBackgroundType,
    RemoveBackgroundTypeLevel,
};

use crate::{
    client::Client,
    error::{Error, ErrorKind, Result},
    jobs::{self, Job},
    model::{JobInfo, JobStatus},
    reference::FileReference,
    transport::{Method, Request, Target},
    wire::AddonAnswer,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use uploadcare_macros::{operations, options};

/// How to look for viruses.
#[options]
pub struct ScanForVirusesOptions {
    /// Whether to delete the file if it is infected. Default false.
    pub purge_infected: Option<bool>,
}

/// How to run an add-on that this version has no method for.
#[options]
pub struct ExecuteAddonOptions {
    /// Parameters of the add-on as the text of a JSON object. Default: none.
    pub params: Option<String>,
}

/// Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).
///
/// Each call starts a job. What it found out is in the `appdata` of the file once the job is
/// finished.
#[derive(Debug, Clone)]
pub struct Addons {
    client: Client,
}

const LABELS: &str = "aws_rekognition_detect_labels";
const MODERATION: &str = "aws_rekognition_detect_moderation_labels";
const VIRUSES: &str = "uc_clamav_virus_scan";
const BACKGROUND: &str = "remove_bg";

#[operations]
impl Addons {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Starts to find out what is to be seen in an image (AWS Rekognition).
    ///
    /// `file`: the image.
    /// Returns: the job. Its result is `appdata.aws_rekognition_detect_labels` of the file.
    /// Errors: `invalid_parameter` if it is no file, `conflict` while the same runs on the file,
    /// `rejected` if the service refuses it.
    /// Reference: REST API, Execute AWS Rekognition.
    pub async fn detect_labels(&self, file: impl Into<FileReference>) -> Result<Job> {
        self.start(LABELS, file.into(), Map::new()).await
    }

    /// Starts to find out whether there is something unwanted in an image (AWS Rekognition).
    ///
    /// `file`: the image.
    /// Returns: the job. Its result is `appdata.aws_rekognition_detect_moderation_labels` of the
    /// file.
    /// Errors: `invalid_parameter` if it is no file, `conflict` while the same runs on the file,
    /// `rejected` if the service refuses it.
    /// Reference: REST API, Execute AWS Rekognition Moderation.
    pub async fn detect_moderation_labels(&self, file: impl Into<FileReference>) -> Result<Job> {
        self.start(MODERATION, file.into(), Map::new()).await
    }

    /// Starts to look for viruses in a file (ClamAV).
    ///
    /// `file`: the file.
    /// `options`: what to do with an infected file.
    /// Returns: the job. Its result is `appdata.uc_clamav_virus_scan` of the file.
    /// Errors: `invalid_parameter` if it is no file, `conflict` while the same runs on the file,
    /// `rejected` if the service refuses it.
    /// Reference: REST API, Execute ClamAV.
    pub async fn scan_for_viruses(
        &self,
        file: impl Into<FileReference>,
        options: ScanForVirusesOptions,
    ) -> Result<Job> {
        let mut params = Map::new();
        if let Some(purge) = options.purge_infected {
            params.insert("purge_infected".to_owned(), json!(purge));
        }
        self.start(VIRUSES, file.into(), params).await
    }

    /// Starts to make a picture without the background of another (remove.bg).
    ///
    /// `file`: the image.
    /// `options`: what the new picture is to be like.
    /// Returns: the job. The status of the finished job has the `uuid` of the new picture.
    /// Errors: `invalid_parameter` for what is no file or an option out of its range, `conflict`
    /// while the same runs on the file, `rejected` if the service refuses it.
    /// Reference: REST API, Execute Remove.bg.
    pub async fn remove_background(
        &self,
        file: impl Into<FileReference>,
        options: RemoveBackgroundOptions,
    ) -> Result<Job> {
        let params = options.params()?;
        self.start(BACKGROUND, file.into(), params).await
    }

    /// Starts an add-on by its name: one that this version has no method for.
    ///
    /// `name`: name of the add-on: letters, digits, `_` and `-`.
    /// `file`: the file.
    /// `options`: parameters of the add-on.
    /// Returns: the job.
    /// Errors: `invalid_parameter` for a bad name, what is no file, or parameters that are no JSON
    /// object, `not_found` if there is no such add-on, `conflict` while the same runs on the file,
    /// `rejected` if the service refuses it.
    /// Reference: REST API, Add-Ons.
    pub async fn execute(
        &self,
        name: &str,
        file: impl Into<FileReference>,
        options: ExecuteAddonOptions,
    ) -> Result<Job> {
        jobs::check_addon(name)?;
        let params = match options.params.as_deref().map(serde_json::from_str) {
            None => Map::new(),
            Some(Ok(params)) => params,
            Some(Err(error)) => {
                return Err(Error::parameter(
                    "params",
                    format_args!("must be the text of a JSON object: {error}"),
                ));
            }
        };
        self.start(name, file.into(), params).await
    }

    /// Gets how far an add-on is, by the identifier of its run; a job does so by itself.
    ///
    /// `name`: name of the add-on: letters, digits, `_` and `-`.
    /// `request_id`: identifier of the run: a UUID.
    /// Errors: `invalid_parameter` for a bad name or identifier, `not_found` if there is no such
    /// add-on.
    /// Reference: REST API, Add-Ons: check execution status.
    pub async fn status(&self, name: &str, request_id: &str) -> Result<JobStatus> {
        jobs::check_addon(name)?;
        jobs::addon_status(&self.client, name, request_id).await
    }
}

impl Addons {
    async fn start(
        &self,
        name: &str,
        file: FileReference,
        params: Map<String, Value>,
    ) -> Result<Job> {
        #[derive(Serialize)]
        struct Body<'a> {
            target: &'a str,
            #[serde(skip_serializing_if = "Map::is_empty")]
            params: Map<String, Value>,
        }

        let uuid = file.uuid("file")?;
        let request = Request::rest(Method::POST, Target::path(["addons", name, "execute"]))
            .json(&Body { target: &uuid, params })?
            .once();
        let answer: AddonAnswer = self.client.transport().send(&request).await?.json()?;
        let request_id = match answer.request_id.0 {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            _ => {
                let message = "the answer does not say how to ask about the run";
                return Err(Error::new(ErrorKind::Decode, message));
            }
        };
        let info = JobInfo {
            kind: name.to_owned(),
            source: uuid,
            token: None,
            request_id: Some(request_id),
            uuid: None,
            thumbnails_group_uuid: None,
        };
        Ok(Job::new(self.client.clone(), info))
    }
}
