# Made from the Rust definitions by `cargo xtask generate`. Do not edit.

from collections.abc import Awaitable, Callable
from datetime import datetime
from os import PathLike
from typing import Any, ClassVar, Final, final

from .._sources import Bytes, Given
from .._types import Credential
from .options import (
    BatchOptions,
    BlurOptions,
    BlurRegionOptions,
    BorderRadiusOptions,
    ClientOptions,
    ConvertDocumentsOptions,
    ConvertVideosOptions,
    CopyLocalOptions,
    CopyRemoteOptions,
    CreateProjectOptions,
    CreateUploadSignatureOptions,
    CreateUploadTokenOptions,
    CreateWebhookOptions,
    CropObjectOptions,
    DeliveryInfoOptions,
    DeliveryUrlOptions,
    DocumentPathOptions,
    DownloadOptions,
    EnhanceOptions,
    ExecuteAddonOptions,
    ExplainOptions,
    FilterOptions,
    FontOptions,
    FromUrlOptions,
    GetFileOptions,
    GifToVideoOptions,
    GroupUrlOptions,
    ListFilesOptions,
    ListGroupsOptions,
    ListProjectsOptions,
    MainColorsOptions,
    OverlayOptions,
    PlacementOptions,
    PreviewOptions,
    ProxyUrlOptions,
    RemoveBackgroundOptions,
    ResizeOptions,
    SaveOptions,
    ScaleCropOptions,
    ScanForVirusesOptions,
    SearchOptions,
    SharpOptions,
    SignUrlOptions,
    SrcsetOptions,
    TextBoxOptions,
    TrimOptions,
    UpdateProjectOptions,
    UpdateTagsOptions,
    UpdateWebhookOptions,
    UploadOptions,
    VerifyUrlOptions,
    VideoPathOptions,
    WaitOptions,
)

__all__ = [
    "VERSION",
    "AccountProject",
    "AppData",
    "AudioStream",
    "BatchFailure",
    "BatchResult",
    "BoundingBox",
    "CallEvent",
    "Collaborator",
    "Color",
    "ContentInfo",
    "ConversionFormat",
    "DailyUsage",
    "DeliveryHosts",
    "DeliveryInfo",
    "DeliveryOperation",
    "DeliveryUrl",
    "DetectedLabel",
    "DetectedLabels",
    "DetectedModerationLabels",
    "DocumentFormat",
    "DocumentInfo",
    "DownloadInfo",
    "DownloadProgress",
    "DownloadedFile",
    "ErrorInfo",
    "ExplainedRequest",
    "Face",
    "FileInfo",
    "GeoLocation",
    "GroupInfo",
    "Highlight",
    "ImageInfo",
    "JobInfo",
    "JobStatus",
    "LabelInstance",
    "LabelParent",
    "LabelsData",
    "MetricUsage",
    "MimeInfo",
    "MimeTypeFiltering",
    "ModerationLabel",
    "ModerationLabelsData",
    "MultipartUpload",
    "NativeClient",
    "NativeDownload",
    "NativeDownloadStream",
    "NativeFilePages",
    "NativeGroupPages",
    "NativeJobWatch",
    "NativeUpload",
    "NativeWebhookReceiver",
    "NewProjectSecret",
    "PageInfo",
    "Problem",
    "ProjectFeature",
    "ProjectFeatures",
    "ProjectInfo",
    "ProjectSecret",
    "ProjectTeam",
    "ProjectUploads",
    "RemoteCopy",
    "RemovedBackground",
    "RemovedBackgroundData",
    "SignedUrl",
    "SigningRequest",
    "TagsChange",
    "Totals",
    "UploadFailure",
    "UploadGroupInfo",
    "UploadInfo",
    "UploadManyResult",
    "UploadProgress",
    "UploadSignature",
    "UploadToken",
    "UploadedFile",
    "Usage",
    "UsageRow",
    "UsageUnits",
    "UsageValue",
    "VideoInfo",
    "VideoStream",
    "VirusScan",
    "VirusScanData",
    "Webhook",
    "WebhookDelivery",
    "WebhookHook",
    "WebhookInitiator",
    "WebhookInitiatorDetail",
    "WebhookPreviousValues",
    "transformation_autorotate",
    "transformation_blur",
    "transformation_blur_faces",
    "transformation_blur_region",
    "transformation_border_radius",
    "transformation_brightness",
    "transformation_contrast",
    "transformation_crop",
    "transformation_crop_object",
    "transformation_crop_ratio",
    "transformation_enhance",
    "transformation_exposure",
    "transformation_filter",
    "transformation_flip",
    "transformation_font",
    "transformation_format",
    "transformation_gamma",
    "transformation_grayscale",
    "transformation_inline",
    "transformation_invert",
    "transformation_json",
    "transformation_jsonp",
    "transformation_main_colors",
    "transformation_max_icc_size",
    "transformation_mirror",
    "transformation_overlay",
    "transformation_overlay_self",
    "transformation_parse",
    "transformation_preview",
    "transformation_progressive",
    "transformation_quality",
    "transformation_rasterize",
    "transformation_raw",
    "transformation_rect",
    "transformation_resize",
    "transformation_rotate",
    "transformation_saturation",
    "transformation_scale_crop",
    "transformation_setfill",
    "transformation_sharp",
    "transformation_smart_resize",
    "transformation_srgb",
    "transformation_stretch",
    "transformation_strip_meta",
    "transformation_text",
    "transformation_text_align",
    "transformation_text_box",
    "transformation_trim",
    "transformation_vibrance",
    "transformation_warmth",
    "transformation_zoom_objects",
]

VERSION: Final[str]

@final
class AccountProject:
    """A project of the account (Project API: Projects)."""

    @property
    def pub_key(self) -> str:
        """Public key of the project."""

    @property
    def name(self) -> str:
        """Name of the project."""

    @property
    def is_blocked(self) -> bool | None:
        """Whether the project is blocked."""

    @property
    def is_search_index_allowed(self) -> bool | None:
        """Whether search engines may show its files."""

    @property
    def is_shared_project(self) -> bool | None:
        """Whether the project belongs to another account."""

    @property
    def features(self) -> ProjectFeatures | None:
        """What the project can do."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> AccountProject:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class AppData:
    """Results of add-ons on a file (REST API: Add-Ons). Those of add-ons that this version does
    not know, or whose results have another shape than it expects, are in `extra`, by the name
    of the add-on.
    """

    @property
    def aws_rekognition_detect_labels(self) -> DetectedLabels | None:
        """What is to be seen (AWS Rekognition)."""

    @property
    def aws_rekognition_detect_moderation_labels(self) -> DetectedModerationLabels | None:
        """What may be unwanted (AWS Rekognition)."""

    @property
    def uc_clamav_virus_scan(self) -> VirusScan | None:
        """Whether a virus was found (ClamAV)."""

    @property
    def remove_bg(self) -> RemovedBackground | None:
        """What the background was removed from (remove.bg). The picture without it is another
        file.
        """

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> AppData:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class AudioStream:
    """A sound stream of a video."""

    @property
    def bitrate(self) -> float | None:
        """Bits per second."""

    @property
    def codec(self) -> str | None:
        """Codec, such as `aac`."""

    @property
    def sample_rate(self) -> float | None:
        """Samples per second."""

    @property
    def channels(self) -> int | None:
        """Number of channels."""

    @property
    def profile(self) -> str | None:
        """Profile of the codec."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> AudioStream:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class BatchFailure:
    """One request of several that failed."""

    @property
    def uuids(self) -> list[str]:
        """The files of the request."""

    @property
    def error(self) -> ErrorInfo:
        """What went wrong."""

    @staticmethod
    def from_json(text: str) -> BatchFailure:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class BatchResult:
    """What storing or deleting many files at once came to. Each list is in the order of the
    files given; each file given is in exactly one of them (one that was given twice: once).
    """

    @property
    def files(self) -> list[FileInfo]:
        """Files that were stored or deleted."""

    @property
    def problems(self) -> list[Problem]:
        """What the service said about files that it did not touch."""

    @property
    def failures(self) -> list[BatchFailure]:
        """Files whose request failed; the service may have acted on them all the same."""

    @property
    def not_tried(self) -> list[str]:
        """Files that were not sent at all, because an earlier request failed in a way that later
        ones would, too.
        """

    @staticmethod
    def from_json(text: str) -> BatchResult:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class BoundingBox:
    """A box in an image, in parts of its width and height: 0 to 1."""

    @property
    def height(self) -> float:
        """Height of the box."""

    @property
    def left(self) -> float:
        """Left edge of the box."""

    @property
    def top(self) -> float:
        """Top edge of the box."""

    @property
    def width(self) -> float:
        """Width of the box."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> BoundingBox:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class CallEvent:
    """A step of a call, for logs. Never holds a key, a signature, a token or a query."""

    @property
    def kind(self) -> str:
        """Which step. Known values: `request`, `attempt`, `response`, `retry`, `finish`."""

    @property
    def call(self) -> int:
        """Number of the call within this process: the events of one call share it."""

    @property
    def method(self) -> str:
        """HTTP method."""

    @property
    def host(self) -> str:
        """Host and port that it goes to."""

    @property
    def path(self) -> str:
        """Path, without its query."""

    @property
    def attempt(self) -> int:
        """Number of the attempt: 1 for the first, 0 before it."""

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""

    @property
    def wait(self) -> float | None:
        """Seconds that the call waits before its next attempt (`retry`), or has waited for its
        turn (`attempt`).
        """

    @property
    def status(self) -> int | None:
        """HTTP status (`response`)."""

    @property
    def request_id(self) -> str | None:
        """Identifier of the request at the service (`response`)."""

    @property
    def sent_bytes(self) -> int | None:
        """Size of the body that is sent, where it is known (`attempt`)."""

    @property
    def received_bytes(self) -> int | None:
        """Size of the body that has come (`response`)."""

    @property
    def error(self) -> ErrorInfo | None:
        """Why the attempt (`retry`) or the call (`finish`) failed."""

    @staticmethod
    def from_json(text: str) -> CallEvent:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Collaborator:
    """Someone who works on a project."""

    @property
    def name(self) -> str | None:
        """Name of the person."""

    @property
    def email(self) -> str | None:
        """E-mail address of the person."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> Collaborator:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Color:
    """A colour of an image (URL API: Color recognition)."""

    @property
    def red(self) -> int:
        """Red, 0 to 255."""

    @property
    def green(self) -> int:
        """Green, 0 to 255."""

    @property
    def blue(self) -> int:
        """Blue, 0 to 255."""

    @property
    def hex(self) -> str:
        """All three as six hexadecimal digits, such as `ff8000`."""

    @staticmethod
    def from_json(text: str) -> Color:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ContentInfo:
    """What the content of a file is."""

    @property
    def mime(self) -> MimeInfo | None:
        """MIME type in parts."""

    @property
    def image(self) -> ImageInfo | None:
        """Facts of an image."""

    @property
    def video(self) -> VideoInfo | None:
        """Facts of a video."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ContentInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ConversionFormat:
    """A format to convert to."""

    @property
    def name(self) -> str:
        """Name of the format, such as `jpg`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ConversionFormat:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DailyUsage:
    """What a project used on one day."""

    @property
    def date(self) -> str:
        """The day in UTC, such as `2026-11-27`."""

    @property
    def traffic(self) -> int:
        """Bytes that were delivered."""

    @property
    def storage(self) -> int:
        """Bytes that were stored."""

    @property
    def operations(self) -> int:
        """Operations on files."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DailyUsage:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DeliveryHosts:
    """Where files of a project are delivered from (Delivery: CDN)."""

    @property
    def prefix(self) -> str:
        """What the hosts of the project begin with, such as `1s4oyld5dc`."""

    @property
    def base(self) -> str:
        """Base of the URLs that this client makes."""

    @property
    def project_base(self) -> str:
        """Base of the project's own host."""

    @property
    def signed_base(self) -> str:
        """Base of the project's host for signed URLs."""

    @property
    def shared_base(self) -> str:
        """Base of the host of all projects; newer projects are not served from it."""

    @staticmethod
    def from_json(text: str) -> DeliveryHosts:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DeliveryInfo:
    """What the CDN tells about a file (URL API: File information). Of a file that is no image
    only its identifier.
    """

    @property
    def id(self) -> str:
        """Identifier of the file."""

    @property
    def width(self) -> int | None:
        """Width in pixels."""

    @property
    def height(self) -> int | None:
        """Height in pixels."""

    @property
    def format(self) -> str | None:
        """Format of the image: `JPEG`, `PNG`, `GIF` and others."""

    @property
    def color_mode(self) -> str | None:
        """How colours are written. Known values: `RGB`, `RGBA`, `RGBa`, `RGBX`, `L`, `LA`, `La`,
        `P`, `PA`, `CMYK`, `YCbCr`, `HSV`, `LAB`.
        """

    @property
    def orientation(self) -> int | None:
        """How the camera was held: 0 to 8, as EXIF has it."""

    @property
    def dpi(self) -> list[float] | None:
        """Dots per inch, across and down."""

    @property
    def geo_location(self) -> GeoLocation | None:
        """Where the picture was taken."""

    @property
    def datetime_original(self) -> str | None:
        """When the picture was taken, by the camera's clock, without a zone."""

    @property
    def sequence(self) -> bool | None:
        """Whether there are several pictures in it."""

    @property
    def hash(self) -> str | None:
        """A perceptual hash, 64 bits as hexadecimal digits: alike for images that look alike."""

    @property
    def blurhash(self) -> str | None:
        """A blurred form of the image as text, to be shown until the image is there."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DeliveryInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DeliveryOperation:
    """One operation of a delivery URL."""

    @property
    def name(self) -> str:
        """Its name, such as `resize`."""

    @property
    def parameters(self) -> list[str]:
        """Its parameters as they stand in the URL."""

    @staticmethod
    def from_json(text: str) -> DeliveryOperation:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DeliveryUrl:
    """A delivery URL in parts (URL API)."""

    @property
    def kind(self) -> str:
        """What the URL gives. Known values: `file`, `group`, `group_file`, `archive`,
        `gif_to_video`, `face_detection`, `proxy`, `document`, `video`.
        """

    @property
    def base(self) -> str:
        """Scheme, host and path before the file, such as `https://ucarecdn.com/`; empty where
        the text had none.
        """

    @property
    def uuid(self) -> str | None:
        """Identifier of the file; None in URLs of groups and of the proxy."""

    @property
    def group(self) -> str | None:
        """Identifier of the group."""

    @property
    def index(self) -> int | None:
        """Which file of the group, from 0."""

    @property
    def archive(self) -> str | None:
        """Format of the archive of the group. Known values: `zip`, `tar`."""

    @property
    def source_url(self) -> str | None:
        """URL of an image elsewhere that the proxy fetches."""

    @property
    def transformation(self) -> str:
        """The operations as text, such as `-/preview/-/grayscale/`; empty if there are none."""

    @property
    def operations(self) -> list[DeliveryOperation]:
        """The operations, one by one."""

    @property
    def filename(self) -> str | None:
        """The file name that the URL presents the file under, decoded."""

    @property
    def query(self) -> str | None:
        """What comes after the question mark, such as the token of a signed URL."""

    @staticmethod
    def from_json(text: str) -> DeliveryUrl:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DetectedLabel:
    """Something seen in an image."""

    @property
    def name(self) -> str:
        """Name of what was seen, such as `Cat`."""

    @property
    def confidence(self) -> float | None:
        """How sure the provider is, in per cent: 0 to 100."""

    @property
    def parents(self) -> list[LabelParent]:
        """Wider terms for it, such as `Animal`."""

    @property
    def instances(self) -> list[LabelInstance]:
        """Where in the image it was seen."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DetectedLabel:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DetectedLabels:
    """Labels of an image: the result of `aws_rekognition_detect_labels`."""

    @property
    def data(self) -> LabelsData:
        """What was found."""

    @property
    def version(self) -> str | None:
        """Version of the add-on that made the result."""

    @property
    def datetime_created(self) -> datetime | None:
        """When the result was made."""

    @property
    def datetime_updated(self) -> datetime | None:
        """When the result was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DetectedLabels:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DetectedModerationLabels:
    """Labels of unwanted content: the result of `aws_rekognition_detect_moderation_labels`."""

    @property
    def data(self) -> ModerationLabelsData:
        """What was found."""

    @property
    def version(self) -> str | None:
        """Version of the add-on that made the result."""

    @property
    def datetime_created(self) -> datetime | None:
        """When the result was made."""

    @property
    def datetime_updated(self) -> datetime | None:
        """When the result was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DetectedModerationLabels:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DocumentFormat:
    """Format of a document, and what it can become."""

    @property
    def name(self) -> str:
        """Name of the format, such as `pdf`."""

    @property
    def conversion_formats(self) -> list[ConversionFormat]:
        """Formats that it can be converted to."""

    @property
    def converted_groups(self) -> dict[str, str]:
        """Groups of page images by format, where the service keeps them here; all of them are in
        `converted_groups` of the document.
        """

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DocumentFormat:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DocumentInfo:
    """What a document can be converted to (REST API: Document info)."""

    @property
    def error(self) -> str | None:
        """Why nothing is known; None otherwise."""

    @property
    def format(self) -> DocumentFormat | None:
        """Format of the document."""

    @property
    def converted_groups(self) -> dict[str, str]:
        """Groups of page images by format: what was made with `save_in_group`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> DocumentInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DownloadInfo:
    """What the service tells about a file that it delivers."""

    @property
    def size(self) -> int | None:
        """Size in bytes; None if the service does not say."""

    @property
    def content_type(self) -> str | None:
        """MIME type."""

    @property
    def filename(self) -> str | None:
        """File name that the service tells."""

    @property
    def etag(self) -> str | None:
        """Tag of this very content."""

    @staticmethod
    def from_json(text: str) -> DownloadInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DownloadProgress:
    """How far a download is."""

    @property
    def received_bytes(self) -> int:
        """Bytes that have come."""

    @property
    def total_bytes(self) -> int | None:
        """Bytes of the whole; None as long as nobody knows."""

    @property
    def file(self) -> DownloadedFile | None:
        """The file, once it is there."""

    @staticmethod
    def from_json(text: str) -> DownloadProgress:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class DownloadedFile:
    """A file that was downloaded."""

    @property
    def path(self) -> str:
        """Where it is."""

    @property
    def size(self) -> int:
        """Size in bytes."""

    @property
    def content_type(self) -> str | None:
        """MIME type that the service has told."""

    @property
    def etag(self) -> str | None:
        """Tag of the content that the service has told."""

    @staticmethod
    def from_json(text: str) -> DownloadedFile:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ErrorInfo:
    """Everything known about an error. Never holds a secret key, a signature or a token."""

    @property
    def kind(self) -> str:
        """What went wrong, in one word. Known values: `configuration`, `invalid_parameter`,
        `source`, `signer`, `authentication`, `forbidden`, `not_found`, `conflict`,
        `too_large`, `rejected`, `throttled`, `server`, `network`, `timeout`, `decode`,
        `foreign_origin`, `cancelled`, `job_failed`, `job_cancelled`, `wait_timeout`,
        `upload_lost`, `content_mismatch`, `invalid_signature`, `destination`,
        `search_window`, `internal`.
        """

    @property
    def message(self) -> str:
        """What went wrong, for a person, with the way out where there is one."""

    @property
    def parameter(self) -> str | None:
        """Name of the argument or setting that is wrong."""

    @property
    def status(self) -> int | None:
        """HTTP status of the answer. Upload API errors may carry it in the body only."""

    @property
    def code(self) -> str | None:
        """Error code of the service, such as `FileNotFoundError` (Upload API). Known values:
        `AccountBlockedError`, `AccountLimitsExceededError`, `AccountUnpaidError`,
        `AutostoreDisabledError`, `BaseViewsError`, `FileMetadataKeyDuplicatedError`,
        `FileMetadataKeyEmptyError`, `FileMetadataKeyForbiddenError`,
        `FileMetadataKeyLengthTooBigError`, `FileMetadataKeysNumberTooBigError`,
        `FileMetadataValueEmptyError`, `FileMetadataValueForbiddenError`,
        `FileMetadataValueLengthTooBigError`, `FileSizeLimitExceededError`,
        `MethodNotAllowedError`, `NullCharactersForbiddenError`,
        `PostRequestParserFailedError`, `ProjectPublicKeyInvalidError`,
        `ProjectPublicKeyRemovedError`, `ProjectPublicKeyRequiredError`,
        `RequestFileNumberLimitExceededError`, `RequestFiledsNumberLimitExceededError`,
        `RequestSizeLimitExceededError`, `RequestThrottledError`, `SignatureExpirationError`,
        `SignatureExpirationInvalidError`, `SignatureExpirationRequiredError`,
        `SignatureInvalidError`, `SignatureRequiredError`, `UploadAPIError`,
        `UploadFailedError`, `AccessTokenExpiredError`, `AccessTokenInvalidError`,
        `ScopeForbiddenError`, `OperationsLimitExceededError`, `DownloadFileError`,
        `DownloadFileHTTPClientError`, `DownloadFileHTTPNetworkError`,
        `DownloadFileHTTPServerError`, `DownloadFileHTTPURLValidationError`,
        `DownloadFileInternalServerError`, `DownloadFileNotFoundError`,
        `DownloadFileSizeLimitExceededError`, `DownloadFileTaskFailedError`,
        `DownloadFileTimeLimitExceededError`, `DownloadFileValidationFailedError`,
        `FileIdInvalidError`, `FileIdNotUniqueError`, `FileIdRequiredError`,
        `FileNotFoundError`, `FileRequiredError`, `FilesNumberLimitExceededError`,
        `FilesRequiredError`, `InternalRequestForbiddenError`, `InternalRequestInvalidError`,
        `MultipartFileAlreadyUploadedError`, `MultipartFileCompletionFailedError`,
        `MultipartFileIdRequiredError`, `MultipartFileNotFoundError`,
        `MultipartFileSizeLimitExceededError`, `MultipartFileSizeTooSmallError`,
        `MultipartPartSizeInvalidError`, `MultipartPartSizeTooBigError`,
        `MultipartPartSizeTooSmallError`, `MultipartSizeInvalidError`,
        `MultipartUploadSizeTooLargeError`, `MultipartUploadSizeTooSmallError`,
        `RequestParamRequiredError`, `SourceURLRequiredError`, `TokenRequiredError`,
        `UUIDInvalidError`, `UploadViewsError`, `UploadcareFileIdDuplicatedError`,
        `UploadcareFileIdInvalidError`, `UploadcareFileIdRequiredError`,
        `GroupFileURLParsingFailedError`, `GroupFilesInvalidError`, `GroupFilesNotFoundError`,
        `GroupIdRequiredError`, `GroupNotFoundError`, `GroupViewsError`,
        `SVGValidationFailedError`, `SVGMaliciousContentError`, `FileInfectedError`,
        `FileTypeForbiddenError`, `HostnameNotFoundError`, `URLBlacklistedError`,
        `URLHostMalformedError`, `URLHostPrivateIPForbiddenError`, `URLHostRequiredError`,
        `URLParsingFailedError`, `URLRedirectsLimitExceededError`, `URLSchemeInvalidError`,
        `URLSchemeRequiredError`, `URLValidationError`.
        """

    @property
    def request_id(self) -> str | None:
        """Identifier of the request at the service, for its support."""

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait before the next attempt, as the service asked."""

    @property
    def field_errors(self) -> dict[str, list[str]]:
        """Messages of the service by field name."""

    @property
    def method(self) -> str | None:
        """HTTP method of the call."""

    @property
    def path(self) -> str | None:
        """Path of the call, without its query."""

    @property
    def is_retryable(self) -> bool:
        """Whether the same call may succeed later without a change."""

    @staticmethod
    def from_json(text: str) -> ErrorInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ExplainedRequest:
    """A request as a call would send it. When it is printed as a whole, headers, body and
    command are left out.
    """

    @property
    def method(self) -> str:
        """HTTP method."""

    @property
    def url(self) -> str:
        """The URL, percent-encoded; without its query where that opens a file or an upload by
        itself.
        """

    @property
    def headers(self) -> dict[str, str]:
        """Headers by their names in lower case; without those of the connection, such as `host`."""

    @property
    def body(self) -> str | None:
        """The body, where it is text. That of an upload is not shown."""

    @property
    def curl(self) -> str:
        """The request as a command for a shell: `curl …`. A signature is valid for 15 minutes."""

    @staticmethod
    def from_json(text: str) -> ExplainedRequest:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Face:
    """A box around a face, in pixels (URL API: Face detection)."""

    @property
    def x(self) -> int:
        """Left edge."""

    @property
    def y(self) -> int:
        """Upper edge."""

    @property
    def width(self) -> int:
        """Width."""

    @property
    def height(self) -> int:
        """Height."""

    @staticmethod
    def from_json(text: str) -> Face:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class FileInfo:
    """A file of the project (REST API: File)."""

    @property
    def uuid(self) -> str:
        """Identifier of the file: a UUID in lower case."""

    @property
    def url(self) -> str:
        """Link to this object in the REST API."""

    @property
    def original_file_url(self) -> str | None:
        """Link to the original on the CDN; None once the file is removed."""

    @property
    def original_filename(self) -> str:
        """Name of the file as it was uploaded."""

    @property
    def size(self) -> int:
        """Size in bytes; 0 while a fresh copy is being made."""

    @property
    def mime_type(self) -> str | None:
        """MIME type, detected from the content; `application/octet-stream` while unknown."""

    @property
    def is_image(self) -> bool | None:
        """Whether the file is an image; None while it is being looked at."""

    @property
    def is_ready(self) -> bool:
        """Whether the file can be used; False while it is being processed after the upload."""

    @property
    def datetime_uploaded(self) -> datetime:
        """When the file was uploaded."""

    @property
    def datetime_stored(self) -> datetime | None:
        """When the file was last stored; None for a temporary file (kept for 24 hours) and after
        removal.
        """

    @property
    def datetime_removed(self) -> datetime | None:
        """When the file was removed; None while it exists."""

    @property
    def content_info(self) -> ContentInfo | None:
        """What the content is: MIME type, image and video facts."""

    @property
    def metadata(self) -> dict[str, str]:
        """Metadata of the file: up to 50 keys, set by the application."""

    @property
    def variations(self) -> dict[str, str] | None:
        """Files made from this one by video conversion: conversion path to file identifier."""

    @property
    def tags(self) -> list[str] | None:
        """Tags of the file in order: up to 50, lower case."""

    @property
    def appdata(self) -> AppData | None:
        """Results of add-ons; only when asked for."""

    @property
    def default_effects(self) -> str | None:
        """Transformations the group applies by default; only for files of a group."""

    @property
    def highlight(self) -> Highlight | None:
        """Passages that a search matched; only for files that a search found."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> FileInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class GeoLocation:
    """A place on the Earth, in degrees."""

    @property
    def latitude(self) -> float:
        """Latitude, north positive."""

    @property
    def longitude(self) -> float:
        """Longitude, east positive."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> GeoLocation:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class GroupInfo:
    """A group of files (REST API: Groups)."""

    @property
    def id(self) -> str:
        """Identifier of the group: a UUID, `~` and the number of its files."""

    @property
    def datetime_created(self) -> datetime:
        """When the group was made."""

    @property
    def files_count(self) -> int:
        """Number of files the group was made of: 1 to 1000."""

    @property
    def cdn_url(self) -> str:
        """Link to the group on the CDN."""

    @property
    def url(self) -> str:
        """Link to this object in the REST API."""

    @property
    def files(self) -> list[FileInfo | None]:
        """Files of the group in order, None where a file has been removed; only when one group
        is got, empty in lists.
        """

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> GroupInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Highlight:
    """Passages of a file's data with the words of a search in `<em>`."""

    @property
    def original_filename(self) -> list[str]:
        """Passages of the file name."""

    @property
    def detected_mime_type(self) -> list[str]:
        """Passages of the MIME type."""

    @property
    def metadata(self) -> dict[str, str]:
        """Passages of metadata by key."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> Highlight:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ImageInfo:
    """Facts of an image."""

    @property
    def format(self) -> str:
        """Format of the image: `JPEG`, `PNG`, `GIF`, `HEIF` and others."""

    @property
    def width(self) -> int:
        """Width in pixels."""

    @property
    def height(self) -> int:
        """Height in pixels."""

    @property
    def sequence(self) -> bool | None:
        """Whether the image has several frames or pages."""

    @property
    def color_mode(self) -> str | None:
        """How a pixel is stored. Known values: `RGB`, `RGBA`, `RGBa`, `RGBX`, `L`, `LA`, `La`,
        `P`, `PA`, `CMYK`, `YCbCr`, `HSV`, `LAB`.
        """

    @property
    def orientation(self) -> int | None:
        """EXIF orientation, 0 to 8."""

    @property
    def dpi(self) -> list[float] | None:
        """Dots per inch, horizontally and vertically."""

    @property
    def geo_location(self) -> GeoLocation | None:
        """Where the image was taken, from its EXIF."""

    @property
    def datetime_original(self) -> str | None:
        """When the image was taken, from its EXIF; local time without a zone, unchecked."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ImageInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class JobInfo:
    """What tells a job from all others: all that is kept of it, and what its text holds."""

    @property
    def kind(self) -> str:
        """What the job does: `document`, `video`, `from_url`, or the name of an add-on."""

    @property
    def source(self) -> str:
        """What it works on: the path of a conversion, the identifier of a file, or a URL."""

    @property
    def token(self) -> int | None:
        """Number of a conversion."""

    @property
    def request_id(self) -> str | None:
        """Identifier of the run of an add-on or of a fetch."""

    @property
    def uuid(self) -> str | None:
        """Identifier of the file that the job makes, if it is known before; the file is there
        once the job is finished.
        """

    @property
    def thumbnails_group_uuid(self) -> str | None:
        """Identifier of the group of thumbnails that a video conversion makes."""

    @staticmethod
    def from_json(text: str) -> JobInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class JobStatus:
    """How far a job is."""

    @property
    def state(self) -> str:
        """How far it is. Known values: `pending`, `processing`, `finished`, `failed`,
        `cancelled`.
        """

    @property
    def error(self) -> str | None:
        """Why it failed, in the words of the service."""

    @property
    def error_code(self) -> str | None:
        """Why a fetch failed, as a code. Known values: `AccountBlockedError`,
        `AccountLimitsExceededError`, `AccountUnpaidError`, `AutostoreDisabledError`,
        `BaseViewsError`, `FileMetadataKeyDuplicatedError`, `FileMetadataKeyEmptyError`,
        `FileMetadataKeyForbiddenError`, `FileMetadataKeyLengthTooBigError`,
        `FileMetadataKeysNumberTooBigError`, `FileMetadataValueEmptyError`,
        `FileMetadataValueForbiddenError`, `FileMetadataValueLengthTooBigError`,
        `FileSizeLimitExceededError`, `MethodNotAllowedError`, `NullCharactersForbiddenError`,
        `PostRequestParserFailedError`, `ProjectPublicKeyInvalidError`,
        `ProjectPublicKeyRemovedError`, `ProjectPublicKeyRequiredError`,
        `RequestFileNumberLimitExceededError`, `RequestFiledsNumberLimitExceededError`,
        `RequestSizeLimitExceededError`, `RequestThrottledError`, `SignatureExpirationError`,
        `SignatureExpirationInvalidError`, `SignatureExpirationRequiredError`,
        `SignatureInvalidError`, `SignatureRequiredError`, `UploadAPIError`,
        `UploadFailedError`, `AccessTokenExpiredError`, `AccessTokenInvalidError`,
        `ScopeForbiddenError`, `OperationsLimitExceededError`, `DownloadFileError`,
        `DownloadFileHTTPClientError`, `DownloadFileHTTPNetworkError`,
        `DownloadFileHTTPServerError`, `DownloadFileHTTPURLValidationError`,
        `DownloadFileInternalServerError`, `DownloadFileNotFoundError`,
        `DownloadFileSizeLimitExceededError`, `DownloadFileTaskFailedError`,
        `DownloadFileTimeLimitExceededError`, `DownloadFileValidationFailedError`,
        `FileIdInvalidError`, `FileIdNotUniqueError`, `FileIdRequiredError`,
        `FileNotFoundError`, `FileRequiredError`, `FilesNumberLimitExceededError`,
        `FilesRequiredError`, `InternalRequestForbiddenError`, `InternalRequestInvalidError`,
        `MultipartFileAlreadyUploadedError`, `MultipartFileCompletionFailedError`,
        `MultipartFileIdRequiredError`, `MultipartFileNotFoundError`,
        `MultipartFileSizeLimitExceededError`, `MultipartFileSizeTooSmallError`,
        `MultipartPartSizeInvalidError`, `MultipartPartSizeTooBigError`,
        `MultipartPartSizeTooSmallError`, `MultipartSizeInvalidError`,
        `MultipartUploadSizeTooLargeError`, `MultipartUploadSizeTooSmallError`,
        `RequestParamRequiredError`, `SourceURLRequiredError`, `TokenRequiredError`,
        `UUIDInvalidError`, `UploadViewsError`, `UploadcareFileIdDuplicatedError`,
        `UploadcareFileIdInvalidError`, `UploadcareFileIdRequiredError`,
        `GroupFileURLParsingFailedError`, `GroupFilesInvalidError`, `GroupFilesNotFoundError`,
        `GroupIdRequiredError`, `GroupNotFoundError`, `GroupViewsError`,
        `SVGValidationFailedError`, `SVGMaliciousContentError`, `FileInfectedError`,
        `FileTypeForbiddenError`, `HostnameNotFoundError`, `URLBlacklistedError`,
        `URLHostMalformedError`, `URLHostPrivateIPForbiddenError`, `URLHostRequiredError`,
        `URLParsingFailedError`, `URLRedirectsLimitExceededError`, `URLSchemeInvalidError`,
        `URLSchemeRequiredError`, `URLValidationError`.
        """

    @property
    def uuid(self) -> str | None:
        """Identifier of the file that it made, or will make."""

    @property
    def thumbnails_group_uuid(self) -> str | None:
        """Identifier of the group of thumbnails that a video conversion makes."""

    @property
    def done_bytes(self) -> int | None:
        """Bytes that were fetched so far."""

    @property
    def total_bytes(self) -> int | None:
        """Bytes that there are to fetch, if the server says so."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> JobStatus:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class LabelInstance:
    """One place where something was seen."""

    @property
    def bounding_box(self) -> BoundingBox | None:
        """The box around it."""

    @property
    def confidence(self) -> float | None:
        """How sure the provider is, in per cent: 0 to 100."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> LabelInstance:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class LabelParent:
    """A wider term of a label."""

    @property
    def name(self) -> str:
        """Name of the wider term."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> LabelParent:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class LabelsData:
    """What label detection found."""

    @property
    def label_model_version(self) -> str | None:
        """Version of the model that looked at the image."""

    @property
    def labels(self) -> list[DetectedLabel]:
        """Labels, as the provider orders them."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> LabelsData:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class MetricUsage:
    """One metric of what a project used, day by day (Project API: Usage by metric)."""

    @property
    def metric(self) -> str:
        """What was counted. Known values: `traffic`, `storage`, `operations`."""

    @property
    def unit(self) -> str:
        """What the numbers count: `bytes` or `operations`."""

    @property
    def data(self) -> list[UsageValue]:
        """One entry for each day, oldest first."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> MetricUsage:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class MimeInfo:
    """MIME type in parts."""

    @property
    def mime(self) -> str:
        """The whole, such as `image/jpeg`."""

    @property
    def type(self) -> str:
        """The first part, such as `image`."""

    @property
    def subtype(self) -> str:
        """The second part, such as `jpeg`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> MimeInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class MimeTypeFiltering:
    """Which types of files may be uploaded."""

    @property
    def mime_types(self) -> list[str]:
        """The types."""

    @property
    def is_mime_filtering_enabled(self) -> bool | None:
        """Whether only these may be uploaded."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> MimeTypeFiltering:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ModerationLabel:
    """Something unwanted in an image."""

    @property
    def name(self) -> str:
        """Name of what was seen."""

    @property
    def parent_name(self) -> str | None:
        """Name of the wider term; empty for the widest."""

    @property
    def confidence(self) -> float | None:
        """How sure the provider is, in per cent: 0 to 100."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ModerationLabel:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ModerationLabelsData:
    """What moderation found."""

    @property
    def moderation_model_version(self) -> str | None:
        """Version of the model that looked at the image."""

    @property
    def moderation_labels(self) -> list[ModerationLabel]:
        """Labels, as the provider orders them. Empty: nothing unwanted."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ModerationLabelsData:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class MultipartUpload:
    """Where the parts of a large file are to go (Upload API: Multipart uploads)."""

    @property
    def uuid(self) -> str:
        """Identifier that the file will have."""

    @property
    def parts(self) -> list[str]:
        """A URL for each part, in the order of the content. Each takes the bytes of its part by
        PUT, without any credential, for 24 hours. Keep them secret.
        """

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> MultipartUpload:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class NewProjectSecret:
    """A secret key that was just made (Project API: Create secret)."""

    @property
    def id(self) -> str:
        """Identifier of the secret key."""

    @property
    def secret(self) -> str:
        """The key itself. The service never tells it again."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> NewProjectSecret:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class PageInfo:
    """What a list answers beside its results."""

    @property
    def next(self) -> str | None:
        """Link to the next page; None on the last one. Opaque."""

    @property
    def previous(self) -> str | None:
        """Link to the previous page; None on the first one. Opaque."""

    @property
    def total(self) -> int:
        """How many items the whole selection has. The service has been seen to send 0 or a stale
        number here: show it, but never count on it.
        """

    @property
    def per_page(self) -> int:
        """How many items a page holds at most."""

    @property
    def totals(self) -> Totals | None:
        """Counts over the whole project; files only."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> PageInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Problem:
    """Why one of several things was not done."""

    @property
    def source(self) -> str:
        """What was given: the identifier of a file, or the path of a conversion."""

    @property
    def message(self) -> str:
        """Why, in the words of the service."""

    @staticmethod
    def from_json(text: str) -> Problem:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ProjectFeature:
    """Something that is on or off."""

    @property
    def is_enabled(self) -> bool | None:
        """Whether it is on."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ProjectFeature:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ProjectFeatures:
    """What a project can do. What the service does not tell is None."""

    @property
    def gif_to_video_conversion(self) -> ProjectFeature | None:
        """Animations delivered as videos."""

    @property
    def mime_type_filtering(self) -> MimeTypeFiltering | None:
        """Which types of files may be uploaded."""

    @property
    def team_members(self) -> ProjectTeam | None:
        """People who work on the project."""

    @property
    def uploads(self) -> ProjectUploads | None:
        """Uploads to the project."""

    @property
    def video_processing(self) -> ProjectFeature | None:
        """Conversion of videos."""

    @property
    def malware_protection(self) -> ProjectFeature | None:
        """Uploads are looked at for viruses."""

    @property
    def svg_validation(self) -> ProjectFeature | None:
        """SVG files are looked at for scripts."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ProjectFeatures:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ProjectInfo:
    """The project of the keys (REST API: Project)."""

    @property
    def name(self) -> str:
        """Name of the project."""

    @property
    def pub_key(self) -> str:
        """Public key of the project."""

    @property
    def autostore_enabled(self) -> bool | None:
        """Whether uploaded files are stored at once, unless an upload says otherwise."""

    @property
    def collaborators(self) -> list[Collaborator]:
        """People who work on the project."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ProjectInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ProjectSecret:
    """A secret key of a project; the key itself is not told (Project API: Secrets)."""

    @property
    def id(self) -> str:
        """Identifier of the secret key."""

    @property
    def hint(self) -> str | None:
        """Its last characters."""

    @property
    def last_used_at(self) -> datetime | None:
        """When it was last used; None if never."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ProjectSecret:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ProjectTeam:
    """People who work on a project."""

    @property
    def team_size(self) -> int | None:
        """How many there may be."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ProjectTeam:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class ProjectUploads:
    """Uploads to a project."""

    @property
    def filesize_limit(self) -> int | None:
        """The most bytes that a file may have; None if only the service sets a limit."""

    @property
    def autostore(self) -> bool | None:
        """Whether uploaded files are stored at once, unless an upload says otherwise."""

    @property
    def image_resolution_limit(self) -> int | None:
        """The most pixels that an image may have; None if only the service sets a limit."""

    @property
    def is_signed_upload_enabled(self) -> bool | None:
        """Whether uploads must be signed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> ProjectUploads:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class RemoteCopy:
    """What copying a file to a storage of your own came to (REST API: Copy file to remote
    storage).
    """

    @property
    def url(self) -> str | None:
        """Where the copy is, such as `s3://bucket/key`; None if the service does not say."""

    @property
    def already_exists(self) -> bool:
        """Whether something of that name was there already, so that nothing was copied."""

    @staticmethod
    def from_json(text: str) -> RemoteCopy:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class RemovedBackground:
    """What the background was removed from: the result of `remove_bg` on the source file."""

    @property
    def data(self) -> RemovedBackgroundData:
        """What was found."""

    @property
    def version(self) -> str | None:
        """Version of the add-on that made the result."""

    @property
    def datetime_created(self) -> datetime | None:
        """When the result was made."""

    @property
    def datetime_updated(self) -> datetime | None:
        """When the result was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> RemovedBackground:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class RemovedBackgroundData:
    """What background removal found."""

    @property
    def foreground_type(self) -> str | None:
        """What stands in the foreground, such as `person`; only if a `type_level` was asked for."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> RemovedBackgroundData:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class SignedUrl:
    """What a signed URL opens."""

    @property
    def kind(self) -> str:
        """What the token names. Known values: `acl`, `url`."""

    @property
    def expires_at(self) -> datetime:
        """When it ends to open."""

    @property
    def acl(self) -> str | None:
        """What it opens, as it stands in the token; None where the token names the path of the
        URL itself.
        """

    @property
    def secret_index(self) -> int:
        """Which of the secrets signed it, from 0."""

    @staticmethod
    def from_json(text: str) -> SignedUrl:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class SigningRequest:
    """What a signer signs: a REST request as it will go over the wire (REST API:
    Authentication).
    """

    @property
    def method(self) -> str:
        """HTTP method in upper case."""

    @property
    def target(self) -> str:
        """Path and query of the request, percent-encoded."""

    @property
    def content_type(self) -> str:
        """Value of the Content-Type header."""

    @property
    def date(self) -> str:
        """Value of the Date header."""

    @property
    def body_md5(self) -> str:
        """MD5 of the body in lower-case hexadecimal digits."""

    @property
    def string_to_sign(self) -> str:
        """The text to sign: HMAC-SHA1 of it with the secret key, in lower-case hexadecimal
        digits, is the signature.
        """

    @staticmethod
    def from_json(text: str) -> SigningRequest:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class TagsChange:
    """Tags of a file after a change."""

    @property
    def tags(self) -> list[str]:
        """All tags of the file now, in order."""

    @property
    def added(self) -> list[str]:
        """Tags that are new, by the alphabet."""

    @property
    def deleted(self) -> list[str]:
        """Tags that are gone, by the alphabet."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> TagsChange:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Totals:
    """How many files a project has, by state. May be stale and even negative."""

    @property
    def removed(self) -> int | None:
        """Removed files."""

    @property
    def stored(self) -> int | None:
        """Stored files."""

    @property
    def unstored(self) -> int | None:
        """Temporary files, which the service removes 24 hours after the upload."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> Totals:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadFailure:
    """A source that was not uploaded."""

    @property
    def index(self) -> int:
        """Its place among the sources, from 0."""

    @property
    def source(self) -> str:
        """What it is: a path, or how many bytes."""

    @property
    def error(self) -> ErrorInfo:
        """What went wrong."""

    @staticmethod
    def from_json(text: str) -> UploadFailure:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadGroupInfo:
    """A group as the Upload API shows it (Upload API: Groups)."""

    @property
    def id(self) -> str:
        """Identifier of the group, which ends with the number of its files."""

    @property
    def datetime_created(self) -> datetime:
        """When it was made."""

    @property
    def files_count(self) -> int:
        """Number of files in it."""

    @property
    def cdn_url(self) -> str:
        """Its address on the CDN."""

    @property
    def url(self) -> str | None:
        """Its address in the REST API."""

    @property
    def files(self) -> list[UploadInfo | None]:
        """Its files; None for those that were deleted."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> UploadGroupInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadInfo:
    """A file as the Upload API shows it: without addresses and dates (Upload API: File info)."""

    @property
    def uuid(self) -> str:
        """Identifier of the file."""

    @property
    def size(self) -> int:
        """Size in bytes."""

    @property
    def original_filename(self) -> str:
        """Name of the file as it was uploaded."""

    @property
    def filename(self) -> str | None:
        """Name of the file in URLs."""

    @property
    def mime_type(self) -> str | None:
        """MIME type, found in the content."""

    @property
    def is_image(self) -> bool | None:
        """Whether it is an image that can be transformed."""

    @property
    def is_stored(self) -> bool:
        """Whether it is kept for ever."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be used: its content is known and it can be delivered."""

    @property
    def image_info(self) -> ImageInfo | None:
        """What is known of an image."""

    @property
    def content_info(self) -> ContentInfo | None:
        """What is known of the content."""

    @property
    def metadata(self) -> dict[str, str]:
        """Metadata of the file."""

    @property
    def s3_bucket(self) -> str | None:
        """Storage of the project's own that holds it."""

    @property
    def default_effects(self) -> str | None:
        """Of a member of a group: transformations that were given with it, without the leading
        `-/`.
        """

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> UploadInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadManyResult:
    """What uploading several files came to."""

    @property
    def files(self) -> list[UploadedFile | None]:
        """The file of each source, in their order; None for one that was not uploaded."""

    @property
    def failures(self) -> list[UploadFailure]:
        """Sources that failed."""

    @property
    def not_tried(self) -> list[int]:
        """Places of sources, from 0, that were not begun at all, because an earlier one failed
        in a way that they would, too.
        """

    @staticmethod
    def from_json(text: str) -> UploadManyResult:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadProgress:
    """How far an upload is. Numbers never go down."""

    @property
    def sent_bytes(self) -> int:
        """Bytes that have been sent."""

    @property
    def total_bytes(self) -> int | None:
        """Bytes that there are; none while that is not known."""

    @property
    def sent_parts(self) -> int:
        """Parts that the service has."""

    @property
    def total_parts(self) -> int | None:
        """Parts that there are; one for a file that is sent whole, none while that is not known."""

    @property
    def file(self) -> UploadedFile | None:
        """The file, when it is there."""

    @staticmethod
    def from_json(text: str) -> UploadProgress:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadSignature:
    """The older signature for uploads."""

    @property
    def signature(self) -> str:
        """The signature: 64 hexadecimal digits."""

    @property
    def expire(self) -> int:
        """When it expires, in seconds since 1970."""

    @staticmethod
    def from_json(text: str) -> UploadSignature:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadToken:
    """A token for uploads."""

    @property
    def token(self) -> str:
        """The token, a JWT."""

    @property
    def expires_at(self) -> datetime:
        """When it expires."""

    @staticmethod
    def from_json(text: str) -> UploadToken:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UploadedFile:
    """A file that was uploaded."""

    @property
    def uuid(self) -> str:
        """Identifier of the new file."""

    @property
    def original_filename(self) -> str:
        """Name of the file in the project."""

    @property
    def size(self) -> int:
        """Size in bytes."""

    @staticmethod
    def from_json(text: str) -> UploadedFile:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Usage:
    """What a project used, day by day (Project API: Usage)."""

    @property
    def units(self) -> UsageUnits:
        """What the numbers count."""

    @property
    def data(self) -> list[DailyUsage]:
        """One entry for each day, oldest first."""

    @property
    def rows(self) -> list[UsageRow]:
        """The same numbers one by one, ready for plotting: by day, then by metric."""

    @staticmethod
    def from_json(text: str) -> Usage:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UsageRow:
    """One number of a usage."""

    @property
    def date(self) -> str:
        """The day in UTC, such as `2026-11-27`."""

    @property
    def metric(self) -> str:
        """What was counted. Known values: `traffic`, `storage`, `operations`."""

    @property
    def value(self) -> int:
        """How much."""

    @property
    def unit(self) -> str:
        """What the number counts: `bytes` or `operations`."""

    @staticmethod
    def from_json(text: str) -> UsageRow:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UsageUnits:
    """What the numbers of a usage count."""

    @property
    def traffic(self) -> str:
        """Unit of traffic, `bytes`."""

    @property
    def storage(self) -> str:
        """Unit of storage, `bytes`."""

    @property
    def operations(self) -> str:
        """Unit of operations, `operations`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> UsageUnits:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class UsageValue:
    """One metric on one day."""

    @property
    def date(self) -> str:
        """The day in UTC, such as `2026-11-27`."""

    @property
    def value(self) -> int:
        """How much."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> UsageValue:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class VideoInfo:
    """Facts of a video."""

    @property
    def format(self) -> str | None:
        """Container format, such as `mp4`."""

    @property
    def duration(self) -> float | None:
        """Length in milliseconds."""

    @property
    def bitrate(self) -> float | None:
        """Bits per second over all streams."""

    @property
    def audio(self) -> list[AudioStream]:
        """Sound streams."""

    @property
    def video(self) -> list[VideoStream]:
        """Picture streams."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> VideoInfo:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class VideoStream:
    """A picture stream of a video."""

    @property
    def height(self) -> int | None:
        """Height in pixels."""

    @property
    def width(self) -> int | None:
        """Width in pixels."""

    @property
    def frame_rate(self) -> float | None:
        """Frames per second; may have a fraction."""

    @property
    def bitrate(self) -> float | None:
        """Bits per second."""

    @property
    def codec(self) -> str | None:
        """Codec, such as `h264`."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> VideoStream:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class VirusScan:
    """Whether a file is infected: the result of `uc_clamav_virus_scan`."""

    @property
    def data(self) -> VirusScanData:
        """What was found."""

    @property
    def version(self) -> str | None:
        """Version of the add-on that made the result."""

    @property
    def datetime_created(self) -> datetime | None:
        """When the result was made."""

    @property
    def datetime_updated(self) -> datetime | None:
        """When the result was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> VirusScan:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class VirusScanData:
    """What the virus scan found."""

    @property
    def infected(self) -> bool:
        """Whether a virus was found."""

    @property
    def infected_with(self) -> str | None:
        """Name of the virus."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> VirusScanData:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class Webhook:
    """A subscription to events of the project (REST API: Webhooks)."""

    @property
    def id(self) -> int:
        """Identifier of the webhook."""

    @property
    def project(self) -> int | None:
        """Identifier of its project."""

    @property
    def event(self) -> str:
        """What it is told of. Known values: `file.uploaded`, `file.infected`, `file.stored`,
        `file.deleted`, `file.info_updated`.
        """

    @property
    def target_url(self) -> str:
        """Where deliveries go."""

    @property
    def is_active(self) -> bool:
        """Whether deliveries are made."""

    @property
    def signing_secret(self) -> str | None:
        """Secret that deliveries are signed with; None if they are not."""

    @property
    def version(self) -> str | None:
        """Version of the payload, such as `0.7`."""

    @property
    def created(self) -> datetime | None:
        """When the webhook was made."""

    @property
    def updated(self) -> datetime | None:
        """When the webhook was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> Webhook:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class WebhookDelivery:
    """What a webhook delivered: an event, and the file that it is about (REST API: Webhook
    payload).
    """

    @property
    def initiator(self) -> WebhookInitiator | None:
        """Who caused the event; None in payloads of older versions."""

    @property
    def hook(self) -> WebhookHook:
        """The webhook, and the event."""

    @property
    def data(self) -> FileInfo | None:
        """The file after the event. Null where an older version of the payload has described it
        another way; what it said is then among the other fields.
        """

    @property
    def file(self) -> str | None:
        """Link to the file on the CDN."""

    @property
    def previous_values(self) -> WebhookPreviousValues | None:
        """What was changed, as it was before; only when facts of a file were changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> WebhookDelivery:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class WebhookHook:
    """The webhook that delivered."""

    @property
    def id(self) -> int:
        """Identifier of the webhook."""

    @property
    def event(self) -> str:
        """What happened. Known values: `file.uploaded`, `file.infected`, `file.stored`,
        `file.deleted`, `file.info_updated`.
        """

    @property
    def project_id(self) -> int | None:
        """Identifier of the project."""

    @property
    def project_pub_key(self) -> str | None:
        """Public key of the project."""

    @property
    def target(self) -> str | None:
        """Where the delivery went."""

    @property
    def is_active(self) -> bool | None:
        """Whether deliveries are made."""

    @property
    def version(self) -> str | None:
        """Version of the payload, such as `0.7`."""

    @property
    def created_at(self) -> datetime | None:
        """When the webhook was made."""

    @property
    def updated_at(self) -> datetime | None:
        """When the webhook was last changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> WebhookHook:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class WebhookInitiator:
    """Who caused an event."""

    @property
    def type(self) -> str:
        """A call of an API, the service itself, or an add-on. Known values: `api`, `system`,
        `addon`.
        """

    @property
    def detail(self) -> WebhookInitiatorDetail | None:
        """More of it."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> WebhookInitiator:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class WebhookInitiatorDetail:
    """More of who caused an event."""

    @property
    def request_id(self) -> str | None:
        """Identifier of the request at the service."""

    @property
    def addon_name(self) -> str | None:
        """The add-on or the conversion."""

    @property
    def source_file_uuid(self) -> str | None:
        """The file that a conversion was made from."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> WebhookInitiatorDetail:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class WebhookPreviousValues:
    """Facts of a file before they were changed."""

    @property
    def metadata(self) -> dict[str, str] | None:
        """Metadata, if it was changed."""

    @property
    def appdata(self) -> Any | None:
        """Results of add-ons, if they were changed."""

    @property
    def extra(self) -> dict[str, Any]:
        """Fields of the answer that this version does not know, by name."""

    @staticmethod
    def from_json(text: str) -> WebhookPreviousValues:
        """Makes the object from JSON text, as the service sends it. Raises ValueError."""

    def to_json(self) -> str:
        """The object as JSON text, with the service's field names."""

    def to_dict(self) -> dict[str, Any]:
        """The object as plain dicts, lists and texts, with the service's field names."""

    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class NativeClient:
    def __new__(
        cls,
        public_key: str | None,
        secret_key: str | None,
        signer: Callable[[SigningRequest], str | Awaitable[str]] | None,
        upload_credential: Credential | Callable[[], Credential | Awaitable[Credential]] | None,
        is_for_uploads: bool,
        options: ClientOptions,
        runtime: str,
    ) -> NativeClient: ...
    @staticmethod
    def for_account(token: str | None, options: ClientOptions, runtime: str) -> NativeClient: ...
    def with_options(self, options: ClientOptions) -> NativeClient: ...
    def upload_client(self) -> NativeClient: ...
    def explaining(self, options: ExplainOptions) -> NativeClient: ...
    def explained(self, has_failed: bool) -> ExplainedRequest | None: ...
    @property
    def public_key(self) -> str: ...
    @property
    def api_base(self) -> str: ...
    @property
    def upload_base(self) -> str: ...
    @property
    def cdn_base(self) -> str: ...
    def job_watch(self, text: str, options: WaitOptions) -> NativeJobWatch: ...
    def job_status(self, text: str) -> JobStatus: ...
    def job_status_async(self, text: str) -> Awaitable[JobStatus]: ...
    def prepare(self, source: Given, options: UploadOptions, saved: str | None) -> NativeUpload: ...
    def upload_many(self, sources: list[Given], options: UploadOptions) -> UploadManyResult: ...
    def upload_many_async(
        self, sources: list[Given], options: UploadOptions
    ) -> Awaitable[UploadManyResult]: ...
    def upload_part(self, url: str, content: Bytes) -> None: ...
    def upload_part_async(self, url: str, content: Bytes) -> Awaitable[None]: ...
    def prepare_save(
        self, file: str, path: str | PathLike[str], options: SaveOptions
    ) -> NativeDownload: ...
    def download(self, file: str, options: DownloadOptions) -> bytes: ...
    def download_async(self, file: str, options: DownloadOptions) -> Awaitable[bytes]: ...
    def download_stream(self, file: str, options: DownloadOptions) -> NativeDownloadStream: ...
    def download_stream_async(
        self, file: str, options: DownloadOptions
    ) -> Awaitable[NativeDownloadStream]: ...
    def files_list(self, options: ListFilesOptions) -> NativeFilePages: ...
    def files_list_slices(self, count: int, options: ListFilesOptions) -> list[str]: ...
    def files_list_slices_async(
        self, count: int, options: ListFilesOptions
    ) -> Awaitable[list[str]]: ...
    def files_search(self, options: SearchOptions) -> NativeFilePages: ...
    def files_get(self, file: str, options: GetFileOptions) -> FileInfo: ...
    def files_get_async(self, file: str, options: GetFileOptions) -> Awaitable[FileInfo]: ...
    def files_store(self, file: str) -> FileInfo: ...
    def files_store_async(self, file: str) -> Awaitable[FileInfo]: ...
    def files_delete(self, file: str) -> FileInfo: ...
    def files_delete_async(self, file: str) -> Awaitable[FileInfo]: ...
    def files_store_many(self, files: list[str], options: BatchOptions) -> BatchResult: ...
    def files_store_many_async(
        self, files: list[str], options: BatchOptions
    ) -> Awaitable[BatchResult]: ...
    def files_delete_many(self, files: list[str], options: BatchOptions) -> BatchResult: ...
    def files_delete_many_async(
        self, files: list[str], options: BatchOptions
    ) -> Awaitable[BatchResult]: ...
    def files_copy_local(self, file: str, options: CopyLocalOptions) -> FileInfo: ...
    def files_copy_local_async(
        self, file: str, options: CopyLocalOptions
    ) -> Awaitable[FileInfo]: ...
    def files_copy_remote(
        self, file: str, target: str, options: CopyRemoteOptions
    ) -> RemoteCopy: ...
    def files_copy_remote_async(
        self, file: str, target: str, options: CopyRemoteOptions
    ) -> Awaitable[RemoteCopy]: ...
    def tags_get(self, file: str) -> list[str]: ...
    def tags_get_async(self, file: str) -> Awaitable[list[str]]: ...
    def tags_replace(self, file: str, tags: list[str]) -> TagsChange: ...
    def tags_replace_async(self, file: str, tags: list[str]) -> Awaitable[TagsChange]: ...
    def tags_update(self, file: str, options: UpdateTagsOptions) -> TagsChange: ...
    def tags_update_async(self, file: str, options: UpdateTagsOptions) -> Awaitable[TagsChange]: ...
    def metadata_all(self, file: str) -> dict[str, str]: ...
    def metadata_all_async(self, file: str) -> Awaitable[dict[str, str]]: ...
    def metadata_get(self, file: str, key: str) -> str: ...
    def metadata_get_async(self, file: str, key: str) -> Awaitable[str]: ...
    def metadata_set(self, file: str, key: str, value: str) -> str: ...
    def metadata_set_async(self, file: str, key: str, value: str) -> Awaitable[str]: ...
    def metadata_delete(self, file: str, key: str) -> None: ...
    def metadata_delete_async(self, file: str, key: str) -> Awaitable[None]: ...
    def groups_list(self, options: ListGroupsOptions) -> NativeGroupPages: ...
    def groups_list_slices(self, count: int, options: ListGroupsOptions) -> list[str]: ...
    def groups_list_slices_async(
        self, count: int, options: ListGroupsOptions
    ) -> Awaitable[list[str]]: ...
    def groups_get(self, group: str) -> GroupInfo: ...
    def groups_get_async(self, group: str) -> Awaitable[GroupInfo]: ...
    def groups_delete(self, group: str) -> None: ...
    def groups_delete_async(self, group: str) -> Awaitable[None]: ...
    def groups_delete_with_files(self, group: str, options: BatchOptions) -> BatchResult: ...
    def groups_delete_with_files_async(
        self, group: str, options: BatchOptions
    ) -> Awaitable[BatchResult]: ...
    def webhooks_list(self) -> list[Webhook]: ...
    def webhooks_list_async(self) -> Awaitable[list[Webhook]]: ...
    def webhooks_get(self, id: int) -> Webhook: ...
    def webhooks_get_async(self, id: int) -> Awaitable[Webhook]: ...
    def webhooks_create(
        self, target_url: str, event: str, options: CreateWebhookOptions
    ) -> Webhook: ...
    def webhooks_create_async(
        self, target_url: str, event: str, options: CreateWebhookOptions
    ) -> Awaitable[Webhook]: ...
    def webhooks_update(self, id: int, options: UpdateWebhookOptions) -> Webhook: ...
    def webhooks_update_async(
        self, id: int, options: UpdateWebhookOptions
    ) -> Awaitable[Webhook]: ...
    def webhooks_delete(self, id: int) -> None: ...
    def webhooks_delete_async(self, id: int) -> Awaitable[None]: ...
    def webhooks_delete_by_url(self, target_url: str) -> None: ...
    def webhooks_delete_by_url_async(self, target_url: str) -> Awaitable[None]: ...
    def project_get(self) -> ProjectInfo: ...
    def project_get_async(self) -> Awaitable[ProjectInfo]: ...
    def conversion_document_path(self, file: str, options: DocumentPathOptions) -> str: ...
    def conversion_video_path(self, file: str, options: VideoPathOptions) -> str: ...
    def conversion_convert_document(
        self, path: str, options: ConvertDocumentsOptions
    ) -> tuple[str, JobInfo]: ...
    def conversion_convert_document_async(
        self, path: str, options: ConvertDocumentsOptions
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def conversion_convert_documents(
        self, paths: list[str], options: ConvertDocumentsOptions
    ) -> tuple[list[tuple[str, JobInfo]], list[Problem]]: ...
    def conversion_convert_documents_async(
        self, paths: list[str], options: ConvertDocumentsOptions
    ) -> Awaitable[tuple[list[tuple[str, JobInfo]], list[Problem]]]: ...
    def conversion_convert_video(
        self, path: str, options: ConvertVideosOptions
    ) -> tuple[str, JobInfo]: ...
    def conversion_convert_video_async(
        self, path: str, options: ConvertVideosOptions
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def conversion_convert_videos(
        self, paths: list[str], options: ConvertVideosOptions
    ) -> tuple[list[tuple[str, JobInfo]], list[Problem]]: ...
    def conversion_convert_videos_async(
        self, paths: list[str], options: ConvertVideosOptions
    ) -> Awaitable[tuple[list[tuple[str, JobInfo]], list[Problem]]]: ...
    def conversion_document_info(self, file: str) -> DocumentInfo: ...
    def conversion_document_info_async(self, file: str) -> Awaitable[DocumentInfo]: ...
    def conversion_document_status(self, token: int) -> JobStatus: ...
    def conversion_document_status_async(self, token: int) -> Awaitable[JobStatus]: ...
    def conversion_video_status(self, token: int) -> JobStatus: ...
    def conversion_video_status_async(self, token: int) -> Awaitable[JobStatus]: ...
    def addons_detect_labels(self, file: str) -> tuple[str, JobInfo]: ...
    def addons_detect_labels_async(self, file: str) -> Awaitable[tuple[str, JobInfo]]: ...
    def addons_detect_moderation_labels(self, file: str) -> tuple[str, JobInfo]: ...
    def addons_detect_moderation_labels_async(
        self, file: str
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def addons_scan_for_viruses(
        self, file: str, options: ScanForVirusesOptions
    ) -> tuple[str, JobInfo]: ...
    def addons_scan_for_viruses_async(
        self, file: str, options: ScanForVirusesOptions
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def addons_remove_background(
        self, file: str, options: RemoveBackgroundOptions
    ) -> tuple[str, JobInfo]: ...
    def addons_remove_background_async(
        self, file: str, options: RemoveBackgroundOptions
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def addons_execute(
        self, name: str, file: str, options: ExecuteAddonOptions
    ) -> tuple[str, JobInfo]: ...
    def addons_execute_async(
        self, name: str, file: str, options: ExecuteAddonOptions
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def addons_status(self, name: str, request_id: str) -> JobStatus: ...
    def addons_status_async(self, name: str, request_id: str) -> Awaitable[JobStatus]: ...
    def jobs_open(self, text: str) -> tuple[str, JobInfo]: ...
    def uploads_from_url(self, url: str, options: FromUrlOptions) -> tuple[str, JobInfo]: ...
    def uploads_from_url_async(
        self, url: str, options: FromUrlOptions
    ) -> Awaitable[tuple[str, JobInfo]]: ...
    def uploads_info(self, file: str) -> UploadInfo: ...
    def uploads_info_async(self, file: str) -> Awaitable[UploadInfo]: ...
    def uploads_wait_until_ready(self, file: str, options: WaitOptions) -> UploadInfo: ...
    def uploads_wait_until_ready_async(
        self, file: str, options: WaitOptions
    ) -> Awaitable[UploadInfo]: ...
    def uploads_create_group(self, files: list[str]) -> UploadGroupInfo: ...
    def uploads_create_group_async(self, files: list[str]) -> Awaitable[UploadGroupInfo]: ...
    def uploads_group_info(self, group: str) -> UploadGroupInfo: ...
    def uploads_group_info_async(self, group: str) -> Awaitable[UploadGroupInfo]: ...
    def uploads_start_multipart(self, size: int, options: UploadOptions) -> MultipartUpload: ...
    def uploads_start_multipart_async(
        self, size: int, options: UploadOptions
    ) -> Awaitable[MultipartUpload]: ...
    def uploads_complete_multipart(self, uuid: str) -> UploadInfo: ...
    def uploads_complete_multipart_async(self, uuid: str) -> Awaitable[UploadInfo]: ...
    def uploads_create_token(self, options: CreateUploadTokenOptions) -> UploadToken: ...
    def uploads_create_signature(
        self, options: CreateUploadSignatureOptions
    ) -> UploadSignature: ...
    def delivery_url(self, file: str, options: DeliveryUrlOptions) -> str: ...
    def delivery_group_url(self, group: str, options: GroupUrlOptions) -> str: ...
    def delivery_gif_to_video_url(self, file: str, options: GifToVideoOptions) -> str: ...
    def delivery_face_detection_url(self, file: str) -> str: ...
    def delivery_proxy_url(self, source_url: str, options: ProxyUrlOptions) -> str: ...
    def delivery_srcset(self, file: str, options: SrcsetOptions) -> str: ...
    def delivery_parse_url(self, url: str) -> DeliveryUrl: ...
    def delivery_rewrite_url(self, url: str) -> str: ...
    def delivery_hosts(self) -> DeliveryHosts: ...
    def delivery_signed_url(self, url: str, options: SignUrlOptions) -> str: ...
    def delivery_verify_signed_url(self, url: str, options: VerifyUrlOptions) -> SignedUrl: ...
    def delivery_info(self, file: str, options: DeliveryInfoOptions) -> DeliveryInfo: ...
    def delivery_info_async(
        self, file: str, options: DeliveryInfoOptions
    ) -> Awaitable[DeliveryInfo]: ...
    def delivery_faces(self, file: str) -> list[Face]: ...
    def delivery_faces_async(self, file: str) -> Awaitable[list[Face]]: ...
    def delivery_main_colors(self, file: str, options: MainColorsOptions) -> list[Color]: ...
    def delivery_main_colors_async(
        self, file: str, options: MainColorsOptions
    ) -> Awaitable[list[Color]]: ...
    def projects_list(self, options: ListProjectsOptions) -> list[AccountProject]: ...
    def projects_list_async(
        self, options: ListProjectsOptions
    ) -> Awaitable[list[AccountProject]]: ...
    def projects_create(self, name: str, options: CreateProjectOptions) -> AccountProject: ...
    def projects_create_async(
        self, name: str, options: CreateProjectOptions
    ) -> Awaitable[AccountProject]: ...
    def projects_get(self, public_key: str) -> AccountProject: ...
    def projects_get_async(self, public_key: str) -> Awaitable[AccountProject]: ...
    def projects_update(self, public_key: str, options: UpdateProjectOptions) -> AccountProject: ...
    def projects_update_async(
        self, public_key: str, options: UpdateProjectOptions
    ) -> Awaitable[AccountProject]: ...
    def projects_delete(self, public_key: str) -> None: ...
    def projects_delete_async(self, public_key: str) -> Awaitable[None]: ...
    def secrets_list(self, public_key: str) -> list[ProjectSecret]: ...
    def secrets_list_async(self, public_key: str) -> Awaitable[list[ProjectSecret]]: ...
    def secrets_create(self, public_key: str) -> NewProjectSecret: ...
    def secrets_create_async(self, public_key: str) -> Awaitable[NewProjectSecret]: ...
    def secrets_delete(self, public_key: str, id: str) -> None: ...
    def secrets_delete_async(self, public_key: str, id: str) -> Awaitable[None]: ...
    def usage_get(self, public_key: str, from_: str, to: str) -> Usage: ...
    def usage_get_async(self, public_key: str, from_: str, to: str) -> Awaitable[Usage]: ...
    def usage_metric(self, public_key: str, metric: str, from_: str, to: str) -> MetricUsage: ...
    def usage_metric_async(
        self, public_key: str, metric: str, from_: str, to: str
    ) -> Awaitable[MetricUsage]: ...

@final
class NativeDownload:
    def run(self) -> DownloadedFile: ...
    def run_async(self) -> Awaitable[DownloadedFile]: ...
    def next(self) -> DownloadProgress | None: ...
    def next_async(self) -> Awaitable[DownloadProgress | None]: ...
    def progress(self) -> DownloadProgress: ...
    def stop(self) -> None: ...

@final
class NativeDownloadStream:
    def next(self) -> bytes | None: ...
    def next_async(self) -> Awaitable[bytes | None]: ...
    def info(self) -> DownloadInfo: ...
    def stop(self) -> None: ...

@final
class NativeWebhookReceiver:
    def __new__(cls, secrets: list[str]) -> NativeWebhookReceiver: ...
    def receive(self, body: Bytes, signature: str | None) -> WebhookDelivery: ...
    def verify(self, body: Bytes, signature: str | None) -> None: ...

@final
class NativeUpload:
    def run(self) -> UploadedFile: ...
    def run_async(self) -> Awaitable[UploadedFile]: ...
    def next(self) -> UploadProgress | None: ...
    def next_async(self) -> Awaitable[UploadProgress | None]: ...
    def progress(self) -> UploadProgress: ...
    def save(self) -> str: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def stop(self) -> None: ...

@final
class NativeJobWatch:
    def next(self) -> JobStatus | None: ...
    def next_async(self) -> Awaitable[JobStatus | None]: ...

@final
class NativeFilePages:
    def next_page(self) -> tuple[list[FileInfo], PageInfo] | None: ...
    def next_page_async(self) -> Awaitable[tuple[list[FileInfo], PageInfo] | None]: ...
    def previous_page(self) -> tuple[list[FileInfo], PageInfo] | None: ...
    def previous_page_async(self) -> Awaitable[tuple[list[FileInfo], PageInfo] | None]: ...
    def cursor(self, taken: int | None = None) -> str: ...
    def stand(self, cursor: str) -> None: ...

@final
class NativeGroupPages:
    def next_page(self) -> tuple[list[GroupInfo], PageInfo] | None: ...
    def next_page_async(self) -> Awaitable[tuple[list[GroupInfo], PageInfo] | None]: ...
    def previous_page(self) -> tuple[list[GroupInfo], PageInfo] | None: ...
    def previous_page_async(self) -> Awaitable[tuple[list[GroupInfo], PageInfo] | None]: ...
    def cursor(self, taken: int | None = None) -> str: ...
    def stand(self, cursor: str) -> None: ...

def transformation_parse(text: str) -> str: ...
def transformation_preview(transformation: str, options: PreviewOptions) -> str: ...
def transformation_resize(transformation: str, options: ResizeOptions) -> str: ...
def transformation_smart_resize(transformation: str, width: int, height: int) -> str: ...
def transformation_stretch(transformation: str, mode: str) -> str: ...
def transformation_crop(
    transformation: str, width: int | str, height: int | str, options: PlacementOptions
) -> str: ...
def transformation_crop_ratio(
    transformation: str, width: int, height: int, options: PlacementOptions
) -> str: ...
def transformation_crop_object(
    transformation: str, object: str, options: CropObjectOptions
) -> str: ...
def transformation_scale_crop(
    transformation: str, width: int, height: int, options: ScaleCropOptions
) -> str: ...
def transformation_border_radius(
    transformation: str, radii: list[int | str], options: BorderRadiusOptions
) -> str: ...
def transformation_setfill(transformation: str, color: str) -> str: ...
def transformation_zoom_objects(transformation: str, zoom: int) -> str: ...
def transformation_trim(transformation: str, options: TrimOptions) -> str: ...
def transformation_rasterize(transformation: str) -> str: ...
def transformation_autorotate(transformation: str, enabled: bool) -> str: ...
def transformation_rotate(transformation: str, angle: int) -> str: ...
def transformation_flip(transformation: str) -> str: ...
def transformation_mirror(transformation: str) -> str: ...
def transformation_brightness(transformation: str, value: int) -> str: ...
def transformation_exposure(transformation: str, value: int) -> str: ...
def transformation_gamma(transformation: str, value: int) -> str: ...
def transformation_contrast(transformation: str, value: int) -> str: ...
def transformation_saturation(transformation: str, value: int) -> str: ...
def transformation_vibrance(transformation: str, value: int) -> str: ...
def transformation_warmth(transformation: str, value: int) -> str: ...
def transformation_enhance(transformation: str, options: EnhanceOptions) -> str: ...
def transformation_grayscale(transformation: str) -> str: ...
def transformation_invert(transformation: str) -> str: ...
def transformation_filter(transformation: str, name: str, options: FilterOptions) -> str: ...
def transformation_blur(transformation: str, options: BlurOptions) -> str: ...
def transformation_blur_region(
    transformation: str,
    width: int | str,
    height: int | str,
    x: int | str,
    y: int | str,
    options: BlurRegionOptions,
) -> str: ...
def transformation_blur_faces(transformation: str, options: BlurRegionOptions) -> str: ...
def transformation_sharp(transformation: str, options: SharpOptions) -> str: ...
def transformation_srgb(transformation: str, mode: str) -> str: ...
def transformation_max_icc_size(transformation: str, kilobytes: int) -> str: ...
def transformation_format(transformation: str, format: str) -> str: ...
def transformation_quality(transformation: str, quality: str) -> str: ...
def transformation_progressive(transformation: str, enabled: bool) -> str: ...
def transformation_strip_meta(transformation: str, mode: str) -> str: ...
def transformation_inline(transformation: str, enabled: bool) -> str: ...
def transformation_overlay(transformation: str, image: str, options: OverlayOptions) -> str: ...
def transformation_overlay_self(transformation: str, options: OverlayOptions) -> str: ...
def transformation_text(
    transformation: str, text: str, width: int | str, height: int | str, options: PlacementOptions
) -> str: ...
def transformation_text_align(transformation: str, horizontal: str, vertical: str) -> str: ...
def transformation_font(transformation: str, options: FontOptions) -> str: ...
def transformation_text_box(transformation: str, mode: str, options: TextBoxOptions) -> str: ...
def transformation_rect(
    transformation: str, color: str, width: int | str, height: int | str, options: PlacementOptions
) -> str: ...
def transformation_json(transformation: str) -> str: ...
def transformation_jsonp(transformation: str) -> str: ...
def transformation_main_colors(transformation: str, count: int) -> str: ...
def transformation_raw(transformation: str, operation: str) -> str: ...
