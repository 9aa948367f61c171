// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The models as classes of the module.

use pyo3::prelude::*;
use uploadcare::{
    AccountProject, AppData, AudioStream, BatchFailure, BatchResult, BoundingBox, CallEvent,
    Collaborator, Color, ContentInfo, ConversionFormat, DailyUsage, DeliveryHosts, DeliveryInfo,
    DeliveryOperation, DeliveryUrl, DetectedLabel, DetectedLabels, DetectedModerationLabels,
    DocumentFormat, DocumentInfo, DownloadInfo, DownloadProgress, DownloadedFile, ErrorInfo,
    ExplainedRequest, Face, FileInfoObject, GeoLocation, GroupInfoObject, Highlight, ImageInfo,
    JobInfo, JobStatus, LabelInstance, LabelParent, LabelsData, MetricUsage, MimeInfo,
    MimeTypeFiltering, ModerationLabel, ModerationLabelsData, MultipartUpload, NewProjectSecret,
    PageInfo, Problem, ProjectFeature, ProjectFeatures, ProjectInfo, ProjectSecret, ProjectTeam,
    ProjectUploads, RemoteCopy, RemovedBackground, RemovedBackgroundData, SignedUrl,
    SigningRequest, TagsChange, Totals, UploadFailure, UploadGroupInfo, UploadInfo,
    UploadManyResult, UploadProgress, UploadSignature, UploadToken, UploadedFile, Usage, UsageRow,
    UsageUnits, UsageValue, VideoInfo, VideoStream, VirusScan, VirusScanData, Webhook,
    WebhookDelivery, WebhookHook, WebhookInitiator, WebhookInitiatorDetail, WebhookPreviousValues,
};

pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<AccountProject>()?;
    module.add_class::<AppData>()?;
    module.add_class::<AudioStream>()?;
    module.add_class::<BatchFailure>()?;
    module.add_class::<BatchResult>()?;
    module.add_class::<BoundingBox>()?;
    module.add_class::<CallEvent>()?;
    module.add_class::<Collaborator>()?;
    module.add_class::<Color>()?;
    module.add_class::<ContentInfo>()?;
    module.add_class::<ConversionFormat>()?;
    module.add_class::<DailyUsage>()?;
    module.add_class::<DeliveryHosts>()?;
    module.add_class::<DeliveryInfo>()?;
    module.add_class::<DeliveryOperation>()?;
    module.add_class::<DeliveryUrl>()?;
    module.add_class::<DetectedLabel>()?;
    module.add_class::<DetectedLabels>()?;
    module.add_class::<DetectedModerationLabels>()?;
    module.add_class::<DocumentFormat>()?;
    module.add_class::<DocumentInfo>()?;
    module.add_class::<DownloadInfo>()?;
    module.add_class::<DownloadProgress>()?;
    module.add_class::<DownloadedFile>()?;
    module.add_class::<ErrorInfo>()?;
    module.add_class::<ExplainedRequest>()?;
    module.add_class::<Face>()?;
    module.add_class::<FileInfoObject>()?;
    module.add_class::<GeoLocation>()?;
    module.add_class::<GroupInfoObject>()?;
    module.add_class::<Highlight>()?;
    module.add_class::<ImageInfo>()?;
    module.add_class::<JobInfo>()?;
    module.add_class::<JobStatus>()?;
    module.add_class::<LabelInstance>()?;
    module.add_class::<LabelParent>()?;
    module.add_class::<LabelsData>()?;
    module.add_class::<MetricUsage>()?;
    module.add_class::<MimeInfo>()?;
    module.add_class::<MimeTypeFiltering>()?;
    module.add_class::<ModerationLabel>()?;
    module.add_class::<ModerationLabelsData>()?;
    module.add_class::<MultipartUpload>()?;
    module.add_class::<NewProjectSecret>()?;
    module.add_class::<PageInfo>()?;
    module.add_class::<Problem>()?;
    module.add_class::<ProjectFeature>()?;
    module.add_class::<ProjectFeatures>()?;
    module.add_class::<ProjectInfo>()?;
    module.add_class::<ProjectSecret>()?;
    module.add_class::<ProjectTeam>()?;
    module.add_class::<ProjectUploads>()?;
    module.add_class::<RemoteCopy>()?;
    module.add_class::<RemovedBackground>()?;
    module.add_class::<RemovedBackgroundData>()?;
    module.add_class::<SignedUrl>()?;
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
    module.add_class::<Usage>()?;
    module.add_class::<UsageRow>()?;
    module.add_class::<UsageUnits>()?;
    module.add_class::<UsageValue>()?;
    module.add_class::<VideoInfo>()?;
    module.add_class::<VideoStream>()?;
    module.add_class::<VirusScan>()?;
    module.add_class::<VirusScanData>()?;
    module.add_class::<Webhook>()?;
    module.add_class::<WebhookDelivery>()?;
    module.add_class::<WebhookHook>()?;
    module.add_class::<WebhookInitiator>()?;
    module.add_class::<WebhookInitiatorDetail>()?;
    module.add_class::<WebhookPreviousValues>()?;

    Ok(())
}
