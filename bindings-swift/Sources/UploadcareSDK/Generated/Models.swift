// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// A project of the account (Project API: Projects).
public typealias AccountProject = UploadcareBindings.AccountProject

/// Where something is.
public typealias Alignment = UploadcareBindings.Alignment

/// Results of add-ons on a file (REST API: Add-Ons).
///
/// Those of add-ons that this version does not know, or whose results have another shape than it
/// expects, are in `extra`, by the name of the add-on.
public typealias AppData = UploadcareBindings.AppData

/// Format of an archive.
public typealias ArchiveFormat = UploadcareBindings.ArchiveFormat

/// A sound stream of a video.
public typealias AudioStream = UploadcareBindings.AudioStream

/// How REST requests prove who sends them.
public typealias AuthScheme = UploadcareBindings.AuthScheme

/// One request of several that failed.
public typealias BatchFailure = UploadcareBindings.BatchFailure

/// How to store or delete many files.
public typealias BatchOptions = UploadcareBindings.BatchOptions

/// What storing or deleting many files at once came to.
///
/// Each list is in the order of the files given; each file given is in exactly one of them (one
/// that was given twice: once).
public typealias BatchResult = UploadcareBindings.BatchResult

/// How much an image is blurred.
public typealias BlurOptions = UploadcareBindings.BlurOptions

/// How much a part of an image is blurred.
public typealias BlurRegionOptions = UploadcareBindings.BlurRegionOptions

/// Other radii in the vertical direction.
public typealias BorderRadiusOptions = UploadcareBindings.BorderRadiusOptions

/// A box in an image, in parts of its width and height: 0 to 1.
public typealias BoundingBox = UploadcareBindings.BoundingBox

/// A step of a call, for logs.
///
/// Never holds a key, a signature, a token or a query.
public typealias CallEvent = UploadcareBindings.CallEvent

/// A step of a call.
public typealias CallEventKind = UploadcareBindings.CallEventKind

/// Settings of a client beside its keys.
///
/// What is not given is read from the environment when the client is made, then falls back to the
/// default.
public typealias ClientOptions = UploadcareBindings.ClientOptions

/// Someone who works on a project.
public typealias Collaborator = UploadcareBindings.Collaborator

/// A colour of an image (URL API: Color recognition).
public typealias Color = UploadcareBindings.Color

/// How a pixel of an image is stored.
///
/// Letter case matters.
public typealias ColorMode = UploadcareBindings.ColorMode

/// What the content of a file is.
public typealias ContentInfo = UploadcareBindings.ContentInfo

/// A format to convert to.
public typealias ConversionFormat = UploadcareBindings.ConversionFormat

/// How to convert documents.
public typealias ConvertDocumentsOptions = UploadcareBindings.ConvertDocumentsOptions

/// How to convert videos.
public typealias ConvertVideosOptions = UploadcareBindings.ConvertVideosOptions

/// How to copy a file within the project.
public typealias CopyLocalOptions = UploadcareBindings.CopyLocalOptions

/// How to copy a file to a storage of your own.
public typealias CopyRemoteOptions = UploadcareBindings.CopyRemoteOptions

/// What a new project is like.
public typealias CreateProjectOptions = UploadcareBindings.CreateProjectOptions

/// How long a signature for uploads is valid.
public typealias CreateUploadSignatureOptions = UploadcareBindings.CreateUploadSignatureOptions

/// What a token for uploads allows, and for how long.
public typealias CreateUploadTokenOptions = UploadcareBindings.CreateUploadTokenOptions

/// What a new webhook is like.
public typealias CreateWebhookOptions = UploadcareBindings.CreateWebhookOptions

/// What is cut out.
public typealias CropObject = UploadcareBindings.CropObject

/// What is cut out around the objects: by default no more than they are.
public typealias CropObjectOptions = UploadcareBindings.CropObjectOptions

/// What a project used on one day.
public typealias DailyUsage = UploadcareBindings.DailyUsage

/// Where files of a project are delivered from (Delivery: CDN).
public typealias DeliveryHosts = UploadcareBindings.DeliveryHosts

/// What the CDN tells about a file (URL API: File information).
///
/// Of a file that is no image only its identifier.
public typealias DeliveryInfo = UploadcareBindings.DeliveryInfo

/// Of what the facts are told.
public typealias DeliveryInfoOptions = UploadcareBindings.DeliveryInfoOptions

/// What a delivery URL gives.
public typealias DeliveryKind = UploadcareBindings.DeliveryKind

/// One operation of a delivery URL.
public typealias DeliveryOperation = UploadcareBindings.DeliveryOperation

/// What the token of a signed URL names.
public typealias DeliveryTokenKind = UploadcareBindings.DeliveryTokenKind

/// A delivery URL in parts (URL API).
public typealias DeliveryUrl = UploadcareBindings.DeliveryUrl

/// What the URL of a file is to give.
public typealias DeliveryUrlOptions = UploadcareBindings.DeliveryUrlOptions

/// Something seen in an image.
public typealias DetectedLabel = UploadcareBindings.DetectedLabel

/// Labels of an image: the result of `awsRekognitionDetectLabels`.
public typealias DetectedLabels = UploadcareBindings.DetectedLabels

/// Labels of unwanted content: the result of `awsRekognitionDetectModerationLabels`.
public typealias DetectedModerationLabels = UploadcareBindings.DetectedModerationLabels

/// Format of a document, and what it can become.
public typealias DocumentFormat = UploadcareBindings.DocumentFormat

/// What a document can be converted to (REST API: Document info).
public typealias DocumentInfo = UploadcareBindings.DocumentInfo

/// What a document is to become.
public typealias DocumentPathOptions = UploadcareBindings.DocumentPathOptions

/// What the service tells about a file that it delivers.
public typealias DownloadInfo = UploadcareBindings.DownloadInfo

/// What of a file is downloaded.
public typealias DownloadOptions = UploadcareBindings.DownloadOptions

/// How far a download is.
public typealias DownloadProgress = UploadcareBindings.DownloadProgress

/// A file that was downloaded.
public typealias DownloadedFile = UploadcareBindings.DownloadedFile

/// How much an image is enhanced.
public typealias EnhanceOptions = UploadcareBindings.EnhanceOptions

/// Error code of the service (Upload API: Errors).
///
/// Codes of other APIs, and such as are not known yet, are kept.
public typealias ErrorCode = UploadcareBindings.ErrorCode

/// Everything known about an error.
///
/// Never holds a secret key, a signature or a token.
public typealias ErrorInfo = UploadcareBindings.ErrorInfo

/// What went wrong, in one word.
///
/// Every language raises the same kind for the same cause.
public typealias ErrorKind = UploadcareBindings.ErrorKind

/// How to run an add-on that this version has no method for.
public typealias ExecuteAddonOptions = UploadcareBindings.ExecuteAddonOptions

/// How to show a request.
public typealias ExplainOptions = UploadcareBindings.ExplainOptions

/// A request as a call would send it.
///
/// When it is printed as a whole, headers, body and command are left out.
public typealias ExplainedRequest = UploadcareBindings.ExplainedRequest

/// A box around a face, in pixels (URL API: Face detection).
public typealias Face = UploadcareBindings.Face

/// A file of the project (REST API: File).
public typealias FileInfo = UploadcareBindings.FileInfo

/// Order of a list of files.
public typealias FileOrdering = UploadcareBindings.FileOrdering

/// A photo filter.
public typealias FilterName = UploadcareBindings.FilterName

/// How much of a filter there is.
public typealias FilterOptions = UploadcareBindings.FilterOptions

/// A typeface.
public typealias FontFamily = UploadcareBindings.FontFamily

/// How text is written: at least one option.
public typealias FontOptions = UploadcareBindings.FontOptions

/// Whether letters are slanted.
public typealias FontStyle = UploadcareBindings.FontStyle

/// How heavy letters are.
public typealias FontWeight = UploadcareBindings.FontWeight

/// How the service fetches a file.
public typealias FromUrlOptions = UploadcareBindings.FromUrlOptions

/// A place on the Earth, in degrees.
public typealias GeoLocation = UploadcareBindings.GeoLocation

/// What to fetch of a file.
public typealias GetFileOptions = UploadcareBindings.GetFileOptions

/// What an animation becomes.
public typealias GifToVideoOptions = UploadcareBindings.GifToVideoOptions

/// Format of a video that was an animation.
public typealias GifVideoFormat = UploadcareBindings.GifVideoFormat

/// How much a video that was an animation is compressed.
public typealias GifVideoQuality = UploadcareBindings.GifVideoQuality

/// A group of files (REST API: Groups).
public typealias GroupInfo = UploadcareBindings.GroupInfo

/// Order of a list of groups.
public typealias GroupOrdering = UploadcareBindings.GroupOrdering

/// What the URL of a group is to give: by default a page that lists its files.
public typealias GroupUrlOptions = UploadcareBindings.GroupUrlOptions

/// Passages of a file's data with the words of a search in `<em>`.
public typealias Highlight = UploadcareBindings.Highlight

/// Where a text is in its box, from left to right.
public typealias HorizontalAlignment = UploadcareBindings.HorizontalAlignment

/// Format of an image.
public typealias ImageFormat = UploadcareBindings.ImageFormat

/// Facts of an image.
public typealias ImageInfo = UploadcareBindings.ImageInfo

/// How much an image is compressed.
public typealias ImageQuality = UploadcareBindings.ImageQuality

/// What tells a job from all others: all that is kept of it, and what its text holds.
public typealias JobInfo = UploadcareBindings.JobInfo

/// How far a job is.
public typealias JobState = UploadcareBindings.JobState

/// How far a job is.
public typealias JobStatus = UploadcareBindings.JobStatus

/// One place where something was seen.
public typealias LabelInstance = UploadcareBindings.LabelInstance

/// A wider term of a label.
public typealias LabelParent = UploadcareBindings.LabelParent

/// What label detection found.
public typealias LabelsData = UploadcareBindings.LabelsData

/// Which files to list, and in which order.
public typealias ListFilesOptions = UploadcareBindings.ListFilesOptions

/// Which groups to list, and in which order.
public typealias ListGroupsOptions = UploadcareBindings.ListGroupsOptions

/// How the list of projects is fetched.
public typealias ListProjectsOptions = UploadcareBindings.ListProjectsOptions

/// Which colours are told.
public typealias MainColorsOptions = UploadcareBindings.MainColorsOptions

/// One metric of what a project used, day by day (Project API: Usage by metric).
public typealias MetricUsage = UploadcareBindings.MetricUsage

/// MIME type in parts.
public typealias MimeInfo = UploadcareBindings.MimeInfo

/// Which types of files may be uploaded.
public typealias MimeTypeFiltering = UploadcareBindings.MimeTypeFiltering

/// Something unwanted in an image.
public typealias ModerationLabel = UploadcareBindings.ModerationLabel

/// What moderation found.
public typealias ModerationLabelsData = UploadcareBindings.ModerationLabelsData

/// Where the parts of a large file are to go (Upload API: Multipart uploads).
public typealias MultipartUpload = UploadcareBindings.MultipartUpload

/// A secret key that was just made (Project API: Create secret).
public typealias NewProjectSecret = UploadcareBindings.NewProjectSecret

/// What to do when the service has forgotten an upload that is to go on.
public typealias OnLost = UploadcareBindings.OnLost

/// How an image lies over another.
public typealias OverlayOptions = UploadcareBindings.OverlayOptions

/// What a list answers beside its results.
public typealias PageInfo = UploadcareBindings.PageInfo

/// Where something is: by a word, or by two lengths.
public typealias PlacementOptions = UploadcareBindings.PlacementOptions

/// The box that an image is fitted into: both sides, or none.
public typealias PreviewOptions = UploadcareBindings.PreviewOptions

/// Why one of several things was not done.
public typealias Problem = UploadcareBindings.Problem

/// Something that is on or off.
public typealias ProjectFeature = UploadcareBindings.ProjectFeature

/// What a project can do; what is not given stays.
public typealias ProjectFeatureOptions = UploadcareBindings.ProjectFeatureOptions

/// What a project can do.
///
/// What the service does not tell is nil.
public typealias ProjectFeatures = UploadcareBindings.ProjectFeatures

/// The project of the keys (REST API: Project).
public typealias ProjectInfo = UploadcareBindings.ProjectInfo

/// A secret key of a project; the key itself is not told (Project API: Secrets).
public typealias ProjectSecret = UploadcareBindings.ProjectSecret

/// People who work on a project.
public typealias ProjectTeam = UploadcareBindings.ProjectTeam

/// Uploads to a project.
public typealias ProjectUploads = UploadcareBindings.ProjectUploads

/// What the proxy does with an image from elsewhere.
public typealias ProxyUrlOptions = UploadcareBindings.ProxyUrlOptions

/// What copying a file to a storage of your own came to (REST API: Copy file to remote storage).
public typealias RemoteCopy = UploadcareBindings.RemoteCopy

/// What of a picture without background to give.
public typealias RemoveBackgroundChannels = UploadcareBindings.RemoveBackgroundChannels

/// What a picture without background is to be like.
public typealias RemoveBackgroundOptions = UploadcareBindings.RemoveBackgroundOptions

/// What the foreground of a picture is.
public typealias RemoveBackgroundType = UploadcareBindings.RemoveBackgroundType

/// How exactly to find out what the foreground of a picture is.
public typealias RemoveBackgroundTypeLevel = UploadcareBindings.RemoveBackgroundTypeLevel

/// What the background was removed from: the result of `removeBg` on the source file.
public typealias RemovedBackground = UploadcareBindings.RemovedBackground

/// What background removal found.
public typealias RemovedBackgroundData = UploadcareBindings.RemovedBackgroundData

/// The new size of an image: at least one side.
public typealias ResizeOptions = UploadcareBindings.ResizeOptions

/// How a file is downloaded to the disk.
public typealias SaveOptions = UploadcareBindings.SaveOptions

/// What is kept of an image whose edges are cut off.
public typealias ScaleCropFocus = UploadcareBindings.ScaleCropFocus

/// What of the image is kept.
public typealias ScaleCropOptions = UploadcareBindings.ScaleCropOptions

/// How to look for viruses.
public typealias ScanForVirusesOptions = UploadcareBindings.ScanForVirusesOptions

/// One of these values exactly; at least one field is needed, and no list may be empty.
public typealias SearchExact = UploadcareBindings.SearchExact

/// What to find.
///
/// All conditions given must hold; at least one of `query`, `phrase`, `exact`, `datetimeUploaded`,
/// `size`, `isImage` and `tags` is needed.
public typealias SearchOptions = UploadcareBindings.SearchOptions

/// Words in this order, at least 4 characters each; at least one field is needed.
public typealias SearchPhrase = UploadcareBindings.SearchPhrase

/// Order of what a search finds.
public typealias SearchSort = UploadcareBindings.SearchSort

/// How much an image is sharpened.
public typealias SharpOptions = UploadcareBindings.SharpOptions

/// What a signed URL opens, and for how long.
public typealias SignUrlOptions = UploadcareBindings.SignUrlOptions

/// What a signed URL opens.
public typealias SignedUrl = UploadcareBindings.SignedUrl

/// What a signer signs: a REST request as it will go over the wire (REST API: Authentication).
public typealias SigningRequest = UploadcareBindings.SigningRequest

/// Sizes between two others, in bytes, 0 or more; at least one is needed.
public typealias SizeRange = UploadcareBindings.SizeRange

/// For which screens there are images.
public typealias SrcsetOptions = UploadcareBindings.SrcsetOptions

/// What happens to colours of another profile than sRGB.
public typealias SrgbMode = UploadcareBindings.SrgbMode

/// What `resize` does with an image that is smaller.
public typealias StretchMode = UploadcareBindings.StretchMode

/// What facts of the camera are left out.
public typealias StripMeta = UploadcareBindings.StripMeta

/// Which tags a file must have, or must not; at least one list is needed.
///
/// Case and surrounding space do not matter.
public typealias TagFilter = UploadcareBindings.TagFilter

/// Tags of a file after a change.
public typealias TagsChange = UploadcareBindings.TagsChange

/// Where the box behind a text is.
public typealias TextBoxMode = UploadcareBindings.TextBoxMode

/// What is behind a text.
public typealias TextBoxOptions = UploadcareBindings.TextBoxOptions

/// Moments between two others; at least one is needed.
public typealias TimeRange = UploadcareBindings.TimeRange

/// How many files a project has, by state.
///
/// May be stale and even negative.
public typealias Totals = UploadcareBindings.Totals

/// How a margin is cut off: both options, or none.
public typealias TrimOptions = UploadcareBindings.TrimOptions

/// What to change of a project; what is not given stays.
public typealias UpdateProjectOptions = UploadcareBindings.UpdateProjectOptions

/// Which tags to add to a file, and which to delete from it.
public typealias UpdateTagsOptions = UploadcareBindings.UpdateTagsOptions

/// What to change of a webhook; what is not given stays.
public typealias UpdateWebhookOptions = UploadcareBindings.UpdateWebhookOptions

/// How a client with a secret key signs its uploads.
public typealias UploadAuth = UploadcareBindings.UploadAuth

/// A source that was not uploaded.
public typealias UploadFailure = UploadcareBindings.UploadFailure

/// A group as the Upload API shows it (Upload API: Groups).
public typealias UploadGroupInfo = UploadcareBindings.UploadGroupInfo

/// A file as the Upload API shows it: without addresses and dates (Upload API: File info).
public typealias UploadInfo = UploadcareBindings.UploadInfo

/// What uploading several files came to.
public typealias UploadManyResult = UploadcareBindings.UploadManyResult

/// How to upload a file.
public typealias UploadOptions = UploadcareBindings.UploadOptions

/// How far an upload is.
///
/// Numbers never go down.
public typealias UploadProgress = UploadcareBindings.UploadProgress

/// The older signature for uploads.
public typealias UploadSignature = UploadcareBindings.UploadSignature

/// A token for uploads.
public typealias UploadToken = UploadcareBindings.UploadToken

/// A file that was uploaded.
public typealias UploadedFile = UploadcareBindings.UploadedFile

/// What a project used, day by day (Project API: Usage).
public typealias Usage = UploadcareBindings.Usage

/// What is counted.
public typealias UsageMetric = UploadcareBindings.UsageMetric

/// One number of a usage.
public typealias UsageRow = UploadcareBindings.UsageRow

/// What the numbers of a usage count.
public typealias UsageUnits = UploadcareBindings.UsageUnits

/// One metric on one day.
public typealias UsageValue = UploadcareBindings.UsageValue

/// How the token of a signed URL is looked at.
public typealias VerifyUrlOptions = UploadcareBindings.VerifyUrlOptions

/// Where a text is in its box, from above.
public typealias VerticalAlignment = UploadcareBindings.VerticalAlignment

/// Format of a converted video.
public typealias VideoFormat = UploadcareBindings.VideoFormat

/// Facts of a video.
public typealias VideoInfo = UploadcareBindings.VideoInfo

/// What a video is to become.
public typealias VideoPathOptions = UploadcareBindings.VideoPathOptions

/// Quality of the picture against size of the file.
public typealias VideoQuality = UploadcareBindings.VideoQuality

/// What to do if the wanted size does not have the shape of the video.
public typealias VideoResizeMode = UploadcareBindings.VideoResizeMode

/// A picture stream of a video.
public typealias VideoStream = UploadcareBindings.VideoStream

/// Whether a file is infected: the result of `ucClamavVirusScan`.
public typealias VirusScan = UploadcareBindings.VirusScan

/// What the virus scan found.
public typealias VirusScanData = UploadcareBindings.VirusScanData

/// How long to wait, and how often to ask.
public typealias WaitOptions = UploadcareBindings.WaitOptions

/// A subscription to events of the project (REST API: Webhooks).
public typealias Webhook = UploadcareBindings.Webhook

/// What a webhook delivered: an event, and the file that it is about (REST API: Webhook payload).
public typealias WebhookDelivery = UploadcareBindings.WebhookDelivery

/// What a webhook is told of.
public typealias WebhookEvent = UploadcareBindings.WebhookEvent

/// The webhook that delivered.
public typealias WebhookHook = UploadcareBindings.WebhookHook

/// Who caused an event.
public typealias WebhookInitiator = UploadcareBindings.WebhookInitiator

/// More of who caused an event.
public typealias WebhookInitiatorDetail = UploadcareBindings.WebhookInitiatorDetail

/// What kind of thing caused an event.
public typealias WebhookInitiatorType = UploadcareBindings.WebhookInitiatorType

/// Facts of a file before they were changed.
public typealias WebhookPreviousValues = UploadcareBindings.WebhookPreviousValues

extension DeliveryUrl: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension ExplainedRequest: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension MultipartUpload: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension NewProjectSecret: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension UploadSignature: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension UploadToken: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension Webhook: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension ClientOptions: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension CreateWebhookOptions: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}

extension UpdateWebhookOptions: CustomReflectable {
    /// Has no children: `dump` would show what is secret.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
