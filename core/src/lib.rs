//! The client of Uploadcare: files, groups, conversions, add-ons, webhooks and uploads.
//!
#![doc = include_str!("../README.md")]

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();

mod account;
mod addons;
pub mod auth;
mod checks;
mod client;
mod config;
mod conversion;
mod delivery;
mod error;
mod error_code;
mod events;
mod explain;
mod files;
mod follow;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod groups;
mod hosts;
mod jobs;
mod metadata;
mod model;
mod page;
mod problems;
#[doc(hidden)]
pub mod process;
mod project;
mod reference;
mod retry;
#[doc(hidden)]
pub mod scope;
mod search;
mod tags;
mod transport;
mod uploads;
mod wait;
mod webhooks;
#[doc(hidden)]
pub mod wire;

pub use account::{
    AccountProject, CreateProjectOptions, DailyUsage, ListProjectsOptions, MetricUsage,
    MimeTypeFiltering, NewProjectSecret, ProjectFeature, ProjectFeatureOptions, ProjectFeatures,
    ProjectSecret, ProjectSecrets, ProjectTeam, ProjectUploads, ProjectUsage, Projects,
    UpdateProjectOptions, Usage, UsageMetric, UsageRow, UsageUnits, UsageValue,
};
pub use addons::{
    Addons, ExecuteAddonOptions, RemoveBackgroundChannels, RemoveBackgroundOptions,
    RemoveBackgroundType, RemoveBackgroundTypeLevel, ScanForVirusesOptions,
};
pub use auth::{
    CreateUploadSignatureOptions, CreateUploadTokenOptions, RequestSigner, SigningRequest,
    UploadAuth, UploadCredential, UploadCredentialProvider,
};
pub use client::{AccountClient, Client, ClientBuilder, UploadClient};
pub use config::{AuthScheme, ClientOptions};
pub use conversion::{
    Conversion, ConversionBatch, ConvertDocumentsOptions, ConvertVideosOptions,
    DocumentPathOptions, VideoFormat, VideoPathOptions, VideoQuality, VideoResizeMode,
};
pub use delivery::{
    Alignment, ArchiveFormat, BlurOptions, BlurRegionOptions, BorderRadiusOptions, Color,
    CropObject, CropObjectOptions, Delivery, DeliveryHosts, DeliveryInfo, DeliveryInfoOptions,
    DeliveryKind, DeliveryOperation, DeliveryTokenKind, DeliveryUrl, DeliveryUrlOptions, Download,
    DownloadInfo, DownloadOptions, DownloadProgress, DownloadStream, DownloadedFile,
    EnhanceOptions, Face, FilterName, FilterOptions, FontFamily, FontOptions, FontStyle,
    FontWeight, GifToVideoOptions, GifVideoFormat, GifVideoQuality, GroupUrlOptions,
    HorizontalAlignment, ImageFormat, ImageQuality, Length, MainColorsOptions, NotALength,
    OverlayOptions, PlacementOptions, PreviewOptions, ProxyUrlOptions, ResizeOptions, SaveOptions,
    ScaleCropFocus, ScaleCropOptions, SharpOptions, SignUrlOptions, SignedUrl, SrcsetOptions,
    SrgbMode, StretchMode, StripMeta, TextBoxMode, TextBoxOptions, Transformation, TrimOptions,
    VerifyUrlOptions, VerticalAlignment,
};
pub use error::{Error, ErrorInfo, ErrorKind, Result};
pub use error_code::ErrorCode;
pub use events::{CallEvent, CallEventKind, EventListener};
pub use explain::{ExplainOptions, ExplainedRequest};
pub use files::{
    BatchOptions, CopyLocalOptions, CopyRemoteOptions, FileOrdering, Files, GetFileOptions,
    ListFilesOptions,
};
pub use groups::{GroupOrdering, Groups, ListGroupsOptions};
pub use hosts::cdn_prefix;
pub use jobs::{Job, JobWatch, Jobs};
pub use metadata::Metadata;
pub use model::*;
pub use page::{List, ListItem, Page, Pages};
pub use project::Project;
pub use reference::{FileReference, GroupReference};
pub use retry::{AtMost, Backoff, FailedAttempt, OnlyIf, RetryPolicy, Within};
pub use search::{
    SearchExact, SearchOptions, SearchPhrase, SearchSort, SizeRange, TagFilter, TimeRange,
};
pub use tags::{Tags, UpdateTagsOptions};
pub use uploads::{
    DIRECT_LIMIT, Feed, FromUrlOptions, OnLost, Source, StreamSource, Upload, UploadFailure,
    UploadManyResult, UploadOptions, UploadedFile, Uploads,
};
pub use wait::WaitOptions;
pub use webhooks::{
    CreateWebhookOptions, UpdateWebhookOptions, WebhookDelivery, WebhookHook, WebhookInitiator,
    WebhookInitiatorDetail, WebhookInitiatorType, WebhookPreviousValues, WebhookReceiver, Webhooks,
};

/// Version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
