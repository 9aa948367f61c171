// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The models as classes of the module.

use pyo3::prelude::*;
use uploadcare::{
    AppData, AudioStream, BatchFailure, BatchResult, BoundingBox, CallEvent, Collaborator,
    ContentInfo, ConversionFormat, DetectedLabel, DetectedLabels, DetectedModerationLabels,
    DocumentFormat, DocumentInfo, ErrorInfo, ExplainedRequest, FileInfo, GeoLocation, GroupInfo,
    Highlight, ImageInfo, JobInfo, JobStatus, LabelInstance, LabelParent, LabelsData, MimeInfo,
    ModerationLabel, ModerationLabelsData, MultipartUpload, PageInfo, Problem, ProjectInfo,
    RemoteCopy, RemovedBackground, RemovedBackgroundData, SigningRequest, TagsChange, Totals,
    UploadFailure, UploadGroupInfo, UploadInfo, UploadManyResult, UploadProgress, UploadSignature,
    UploadToken, UploadedFile, VideoInfo, VideoStream, VirusScan, VirusScanData, Webhook,
};

pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<AppData>()?;
    module.add_class::<AudioStream>()?;
    module.add_class::<BatchFailure>()?;
    module.add_class::<BatchResult>()?;
    module.add_class::<BoundingBox>()?;
    module.add_class::<CallEvent>()?;
    module.add_class::<Collaborator>()?;
    module.add_class::<ContentInfo>()?;
    module.add_class::<ConversionFormat>()?;
    module.add_class::<DetectedLabel>()?;
    module.add_class::<DetectedLabels>()?;
    module.add_class::<DetectedModerationLabels>()?;
    module.add_class::<DocumentFormat>()?;
    module.add_class::<DocumentInfo>()?;
    module.add_class::<ErrorInfo>()?;
    module.add_class::<ExplainedRequest>()?;
    module.add_class::<FileInfo>()?;
    module.add_class::<GeoLocation>()?;
    module.add_class::<GroupInfo>()?;
    module.add_class::<Highlight>()?;
    module.add_class::<ImageInfo>()?;
    module.add_class::<JobInfo>()?;
    module.add_class::<JobStatus>()?;
    module.add_class::<LabelInstance>()?;
    module.add_class::<LabelParent>()?;
    module.add_class::<LabelsData>()?;
    module.add_class::<MimeInfo>()?;
    module.add_class::<ModerationLabel>()?;
    module.add_class::<ModerationLabelsData>()?;
    module.add_class::<MultipartUpload>()?;
    module.add_class::<PageInfo>()?;
    module.add_class::<Problem>()?;
    module.add_class::<ProjectInfo>()?;
    module.add_class::<RemoteCopy>()?;
    module.add_class::<RemovedBackground>()?;
    module.add_class::<RemovedBackgroundData>()?;
    module.add_class::<SigningRequest>()?;
    module.add_class::<TagsChange>()?;
    module.add_class::<Totals>()?;
    module.add_class::<UploadFailure>()?;
    module.add_class::<UploadGroupInfo>()?;
    module.add_class::<UploadInfo>()?;
    module.add_class::<UploadManyResult>()?;
    module.add_class::<UploadProgress>()?;
    module.add_class::<UploadSignature>()?;
    module.add_class::<UploadToken>()?;
    module.add_class::<UploadedFile>()?;
    module.add_class::<VideoInfo>()?;
    module.add_class::<VideoStream>()?;
    module.add_class::<VirusScan>()?;
    module.add_class::<VirusScanData>()?;
    module.add_class::<Webhook>()?;

    Ok(())
}
