# Made from the Rust definitions by `cargo xtask generate`. Do not edit.
"""The keyword arguments of the operations, for type checkers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from .._transformation import Transformation

__all__ = [
    "Alignment",
    "ArchiveFormat",
    "AuthScheme",
    "BatchOptions",
    "BlurOptions",
    "BlurRegionOptions",
    "BorderRadiusOptions",
    "ClientOptions",
    "ConvertDocumentsOptions",
    "ConvertVideosOptions",
    "CopyLocalOptions",
    "CopyRemoteOptions",
    "CreateProjectOptions",
    "CreateUploadSignatureOptions",
    "CreateUploadTokenOptions",
    "CreateWebhookOptions",
    "CropObject",
    "CropObjectOptions",
    "DeliveryInfoOptions",
    "DeliveryTokenKind",
    "DeliveryUrlOptions",
    "DocumentPathOptions",
    "DownloadOptions",
    "EnhanceOptions",
    "ExecuteAddonOptions",
    "ExplainOptions",
    "FileOrdering",
    "FilterName",
    "FilterOptions",
    "FontFamily",
    "FontOptions",
    "FontStyle",
    "FontWeight",
    "FromUrlOptions",
    "GetFileOptions",
    "GifToVideoOptions",
    "GifVideoFormat",
    "GifVideoQuality",
    "GroupOrdering",
    "GroupUrlOptions",
    "HorizontalAlignment",
    "ImageFormat",
    "ImageQuality",
    "ListFilesOptions",
    "ListGroupsOptions",
    "ListProjectsOptions",
    "MainColorsOptions",
    "OnLost",
    "OverlayOptions",
    "PlacementOptions",
    "PreviewOptions",
    "ProjectFeatureOptions",
    "ProxyUrlOptions",
    "RemoveBackgroundChannels",
    "RemoveBackgroundOptions",
    "RemoveBackgroundType",
    "RemoveBackgroundTypeLevel",
    "ResizeOptions",
    "SaveOptions",
    "ScaleCropFocus",
    "ScaleCropOptions",
    "ScanForVirusesOptions",
    "SearchExact",
    "SearchOptions",
    "SearchPhrase",
    "SearchSort",
    "SharpOptions",
    "SignUrlOptions",
    "SizeRange",
    "SrcsetOptions",
    "SrgbMode",
    "StretchMode",
    "StripMeta",
    "TagFilter",
    "TextBoxMode",
    "TextBoxOptions",
    "TimeRange",
    "TrimOptions",
    "UpdateProjectOptions",
    "UpdateTagsOptions",
    "UpdateWebhookOptions",
    "UploadAuth",
    "UploadOptions",
    "UsageMetric",
    "VerifyUrlOptions",
    "VerticalAlignment",
    "VideoFormat",
    "VideoPathOptions",
    "VideoQuality",
    "VideoResizeMode",
    "WaitOptions",
    "WebhookEvent",
]

Alignment = Literal["center", "top", "right", "bottom", "left"]
"""Where something is.

`center`: In the middle.

`top`: At the upper edge.

`right`: At the right edge.

`bottom`: At the lower edge.

`left`: At the left edge.
"""

ArchiveFormat = Literal["zip", "tar"]
"""Format of an archive.

`zip`: ZIP.

`tar`: TAR, not compressed.
"""

AuthScheme = Literal["signed", "simple"]
"""How REST requests prove who sends them.

`signed`: An HMAC over the request, made with the secret key.

`simple`: The secret key itself.
"""

CropObject = Literal["face", "image"]
"""What is cut out.

`face`: All faces.

`image`: All that matters.
"""

DeliveryTokenKind = Literal["acl", "url"]
"""What the token of a signed URL names.

`acl`: Paths, which it holds itself.

`url`: One whole path, which it does not hold; the older way.
"""

FileOrdering = Literal["datetime_uploaded", "-datetime_uploaded"]
"""Order of a list of files.

`datetime_uploaded`: Oldest first.

`-datetime_uploaded`: Newest first.
"""

FilterName = Literal[
    "adaris",
    "briaril",
    "calarel",
    "carris",
    "cynarel",
    "cyren",
    "elmet",
    "elonni",
    "enzana",
    "erydark",
    "fenralan",
    "ferand",
    "galen",
    "gavin",
    "gethriel",
    "iorill",
    "iothari",
    "iselva",
    "jadis",
    "lavra",
    "misiara",
    "namala",
    "nerion",
    "nethari",
    "pamaya",
    "sarnar",
    "sedis",
    "sewen",
    "sorahel",
    "sorlen",
    "tarian",
    "thellassan",
    "varriel",
    "varven",
    "vevera",
    "virkas",
    "yedis",
    "yllara",
    "zatvel",
    "zevcen",
]
"""A photo filter.

`adaris`: Adaris.

`briaril`: Briaril.

`calarel`: Calarel.

`carris`: Carris.

`cynarel`: Cynarel.

`cyren`: Cyren.

`elmet`: Elmet.

`elonni`: Elonni.

`enzana`: Enzana.

`erydark`: Erydark.

`fenralan`: Fenralan.

`ferand`: Ferand.

`galen`: Galen.

`gavin`: Gavin.

`gethriel`: Gethriel.

`iorill`: Iorill.

`iothari`: Iothari.

`iselva`: Iselva.

`jadis`: Jadis.

`lavra`: Lavra.

`misiara`: Misiara.

`namala`: Namala.

`nerion`: Nerion.

`nethari`: Nethari.

`pamaya`: Pamaya.

`sarnar`: Sarnar.

`sedis`: Sedis.

`sewen`: Sewen.

`sorahel`: Sorahel.

`sorlen`: Sorlen.

`tarian`: Tarian.

`thellassan`: Thellassan.

`varriel`: Varriel.

`varven`: Varven.

`vevera`: Vevera.

`virkas`: Virkas.

`yedis`: Yedis.

`yllara`: Yllara.

`zatvel`: Zatvel.

`zevcen`: Zevcen.
"""

FontFamily = Literal["DejaVu", "DejaVuMono", "DejaVuSerif", "Noto", "NotoMono", "NotoSerif"]
"""A typeface.

`DejaVu`: DejaVu, without serifs; the default of the service.

`DejaVuMono`: DejaVu with letters of one width.

`DejaVuSerif`: DejaVu with serifs.

`Noto`: Noto, without serifs.

`NotoMono`: Noto with letters of one width.

`NotoSerif`: Noto with serifs.
"""

FontStyle = Literal["normal", "italic"]
"""Whether letters are slanted.

`normal`: Upright.

`italic`: Slanted.
"""

FontWeight = Literal["regular", "bold"]
"""How heavy letters are.

`regular`: As usual.

`bold`: Heavy.
"""

GifVideoFormat = Literal["mp4", "webm"]
"""Format of a video that was an animation.

`mp4`: MP4.

`webm`: WebM.
"""

GifVideoQuality = Literal["normal", "better", "best", "lighter", "lightest"]
"""How much a video that was an animation is compressed.

`normal`: As most need it.

`better`: Somewhat larger, somewhat better.

`best`: Best to look at, largest.

`lighter`: Somewhat smaller.

`lightest`: Smallest.
"""

GroupOrdering = Literal["datetime_created", "-datetime_created"]
"""Order of a list of groups.

`datetime_created`: Oldest first.

`-datetime_created`: Newest first.
"""

HorizontalAlignment = Literal["left", "center", "right"]
"""Where a text is in its box, from left to right.

`left`: At the left edge.

`center`: In the middle.

`right`: At the right edge.
"""

ImageFormat = Literal["jpeg", "png", "webp", "auto", "preserve"]
"""Format of an image.

`jpeg`: JPEG; it may be larger than others.

`png`: PNG.

`webp`: WebP.

`auto`: What the browser takes and is smallest.

`preserve`: As the image is.
"""

ImageQuality = Literal["normal", "better", "best", "lighter", "lightest", "smart", "smart_retina"]
"""How much an image is compressed.

`normal`: As most need it.

`better`: Somewhat larger, somewhat better.

`best`: Best to look at, largest.

`lighter`: Somewhat smaller.

`lightest`: Smallest.

`smart`: As the image needs it.

`smart_retina`: As the image needs it on a screen of double density.
"""

OnLost = Literal["restart", "fail"]
"""What to do when the service has forgotten an upload that is to go on.

`restart`: Begin anew, if the content can be read again.

`fail`: Fail with `upload_lost`.
"""

RemoveBackgroundChannels = Literal["rgba", "alpha"]
"""What of a picture without background to give.

`rgba`: The picture.

`alpha`: Its transparency alone.
"""

RemoveBackgroundType = Literal["auto", "person", "product", "car"]
"""What the foreground of a picture is.

`auto`: Found out.

`person`: People.

`product`: A thing to sell.

`car`: A car.
"""

RemoveBackgroundTypeLevel = Literal["none", "1", "2", "latest"]
"""How exactly to find out what the foreground of a picture is.

`none`: Not at all.

`1`: In broad terms: person, product, animal, car, other.

`2`: In narrower terms.

`latest`: In the newest terms that there are.
"""

ScaleCropFocus = Literal[
    "center",
    "smart",
    "smart_faces_objects",
    "smart_faces_points",
    "smart_objects_faces_points",
    "smart_objects_faces",
    "smart_objects_points",
    "smart_points",
    "smart_objects",
    "smart_faces",
]
"""What is kept of an image whose edges are cut off.

`center`: The middle.

`smart`: Faces, then objects, then points of interest.

`smart_faces_objects`: Faces, then objects.

`smart_faces_points`: Faces, then points of interest.

`smart_objects_faces_points`: Objects, then faces, then points of interest.

`smart_objects_faces`: Objects, then faces.

`smart_objects_points`: Objects, then points of interest.

`smart_points`: Points of interest.

`smart_objects`: Objects.

`smart_faces`: Faces.
"""

SearchSort = Literal[
    "score",
    "-score",
    "datetime_uploaded",
    "-datetime_uploaded",
    "size",
    "-size",
    "original_filename",
    "-original_filename",
]
"""Order of what a search finds.

`score`: Worst match first.

`-score`: Best match first.

`datetime_uploaded`: Oldest first.

`-datetime_uploaded`: Newest first.

`size`: Smallest first.

`-size`: Largest first.

`original_filename`: By name, from A.

`-original_filename`: By name, from Z.
"""

SrgbMode = Literal["fast", "icc", "keep_profile"]
"""What happens to colours of another profile than sRGB.

`fast`: Small profiles are kept, for they are nearly sRGB; others are converted.

`icc`: They are converted, and the profile is kept.

`keep_profile`: They are converted, and a small profile of sRGB is kept.
"""

StretchMode = Literal["on", "off", "fill"]
"""What `resize` does with an image that is smaller.

`on`: It is enlarged.

`off`: It stays as it is.

`fill`: It gets a margin.
"""

StripMeta = Literal["all", "none", "sensitive"]
"""What facts of the camera are left out.

`all`: All.

`none`: None.

`sensitive`: Those that tell of people and places.
"""

TextBoxMode = Literal["none", "fit", "line", "fill"]
"""Where the box behind a text is.

`none`: Nowhere.

`fit`: Around all of the text.

`line`: Around each line.

`fill`: As wide as the box of the text.
"""

UploadAuth = Literal["token", "signature", "none"]
"""How a client with a secret key signs its uploads.

`token`: By tokens that it makes, each for an hour.

`signature`: By the older signature.

`none`: Not at all.
"""

UsageMetric = Literal["traffic", "storage", "operations"]
"""What is counted.

`traffic`: Bytes that were delivered.

`storage`: Bytes that were stored.

`operations`: Operations on files.
"""

VerticalAlignment = Literal["top", "center", "bottom"]
"""Where a text is in its box, from above.

`top`: At the upper edge.

`center`: In the middle.

`bottom`: At the lower edge.
"""

VideoFormat = Literal["mp4", "webm", "ogg"]
"""Format of a converted video.

`mp4`: MPEG-4.

`webm`: WebM.

`ogg`: Ogg.
"""

VideoQuality = Literal["normal", "better", "best", "lighter", "lightest"]
"""Quality of the picture against size of the file.

`normal`: The balance that the service finds right.

`better`: Better picture.

`best`: Best picture.

`lighter`: Smaller file.

`lightest`: Smallest file.
"""

VideoResizeMode = Literal["preserve_ratio", "change_ratio", "scale_crop", "add_padding"]
"""What to do if the wanted size does not have the shape of the video.

`preserve_ratio`: Keep the shape; the wanted size is the limit.

`change_ratio`: Distort the picture.

`scale_crop`: Fill the wanted size and cut off the rest.

`add_padding`: Fit into the wanted size and fill the rest with black.
"""

WebhookEvent = Literal[
    "file.uploaded",
    "file.infected",
    "file.stored",
    "file.deleted",
    "file.info_updated",
]
"""What a webhook is told of.

`file.uploaded`: A file was uploaded.

`file.infected`: A virus was found in a file.

`file.stored`: A file was stored.

`file.deleted`: A file was deleted.

`file.info_updated`: Metadata or add-on results of a file changed.
"""


class BatchOptions(TypedDict, total=False):
    """How to store or delete many files."""

    concurrency: int | None
    """How many requests are under way at the same time: 1 to 16. Default 4."""


class BlurOptions(TypedDict, total=False):
    """How much an image is blurred."""

    strength: int | None
    """0 to 5000. Default 10."""

    amount: int | None
    """How much of the blurred image there is: -200 to 100; where it is less than 0 the image
    gets sharper. Not without `strength`.
    """


class BlurRegionOptions(TypedDict, total=False):
    """How much a part of an image is blurred."""

    strength: int | None
    """0 to 5000. Default: as much as it needs."""


class BorderRadiusOptions(TypedDict, total=False):
    """Other radii in the vertical direction."""

    vertical: Sequence[int | str] | None
    """1 to 4 radii, each 0 to 16384 pixels or 0% to 100%. Default: as the others."""


class ClientOptions(TypedDict, total=False):
    """Settings of a client beside its keys.

    What is not given is read from the environment when the client is made, then falls back to
    the default.
    """

    api_base: str | None
    """Base of the REST API. Else `UPLOADCARE_REST_API_BASE`, else the service's."""

    upload_base: str | None
    """Base of the Upload API. Else `UPLOADCARE_UPLOAD_API_BASE`, else the service's."""

    cdn_base: str | None
    """Base of the CDN: where files are delivered from. Else `UPLOADCARE_CDN_BASE`, else the
    project's own host, such as `https://1s4oyld5dc.ucarecd.net/`. Older projects may use
    `https://ucarecdn.com/`, too.
    """

    rewrite_urls: bool | None
    """Whether URLs of files in answers are put on the CDN base of this client, whatever host the
    service gave them. Default False.
    """

    delivery_secrets: Sequence[str] | None
    """Secrets of signed delivery, as hexadecimal digits: one, or two while one takes the place
    of the other. The first signs; both are good for verifying. They are not the secret key.
    """

    auth_scheme: AuthScheme | None
    """How REST requests prove who sends them: `signed` (default; the secret key never leaves the
    machine) or `simple` (sends the secret key).
    """

    upload_auth: UploadAuth | None
    """How a client with a secret key signs its uploads: `token` (default), `signature` (the
    older way) or `none`. Only projects that demand signed uploads look at it.
    """

    connect_timeout: float | None
    """Seconds to wait for a connection: 0.001 to 86400, default 10."""

    read_timeout: float | None
    """Seconds to wait for the next bytes of an answer, or for a body that is sent to move: 0.001
    to 86400, default 30. Of bodies that are sent side by side each may stand still as many
    times longer as there are of them, while any of the others moves.
    """

    timeout: float | None
    """Seconds a whole call may take, with all its attempts and the waits between them: 0.001 to
    86400, default 60; a file or a part that is uploaded gets one second more for every 50,000
    bytes, of its own and of those that are under way beside it.
    """

    max_retries: int | None
    """How often a failed attempt is repeated when that is safe: 0 to 10, default 2. 0 means
    exactly one attempt.
    """

    max_retry_wait: float | None
    """Longest wait, in seconds, that the service may ask for (`Retry-After`): 0 to 86400,
    default 60. If it asks for more, the call fails at once.
    """

    max_rate: float | None
    """Most requests per second of this client: 0.001 to 1000000. Default: as many as the service
    takes.
    """

    max_concurrency: int | None
    """Most requests of this client at the same time: 1 to 10000. Default 256, after a cautious
    start.
    """

    user_agent: str | None
    """Name and version of the application, added to the User-Agent header."""

    proxy: str | None
    """Proxy for all requests, such as `http://user:password@proxy:3128`. Else the proxy settings
    of the environment.
    """

    root_certificate: str | None
    """One more root certificate to trust, as PEM text."""


class ConvertDocumentsOptions(TypedDict, total=False):
    """How to convert documents."""

    store: bool | None
    """Whether to store the results. Default: as the project stores uploads."""

    save_in_group: bool | None
    """Whether to keep the images of the pages as a group, too, where a document of several pages
    becomes images; see `converted_groups` of the document. Default False.
    """


class ConvertVideosOptions(TypedDict, total=False):
    """How to convert videos."""

    store: bool | None
    """Whether to store the results. Default: as the project stores uploads."""


class CopyLocalOptions(TypedDict, total=False):
    """How to copy a file within the project."""

    store: bool | None
    """Whether to store the copy. Default False: it is removed after 24 hours."""

    metadata: dict[str, str] | None
    """Metadata of the copy: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    1 to 512 characters. Default: none; that of the source is not copied.
    """

    wait: bool | None
    """Whether to wait until the copy is made. Default False."""

    wait_timeout: float | None
    """How long to wait for it, in seconds. Default 60."""


class CopyRemoteOptions(TypedDict, total=False):
    """How to copy a file to a storage of your own."""

    make_public: bool | None
    """Whether everyone may read the copy. Default True."""

    pattern: str | None
    """Name of the copy: text with the variables `${default}`, `${auto_filename}`, `${effects}`,
    `${filename}`, `${uuid}` and `${ext}`. Default `${default}`, which stands for
    `${uuid}/${auto_filename}`.
    """


class CreateProjectOptions(TypedDict, total=False):
    """What a new project is like."""

    features: ProjectFeatureOptions | None
    """What it can do. Default: as the account's plan says."""


class CreateUploadSignatureOptions(TypedDict, total=False):
    """How long a signature for uploads is valid."""

    lifetime: int | None
    """Seconds that the signature is valid: 1 to 86400. Default 1800."""


class CreateUploadTokenOptions(TypedDict, total=False):
    """What a token for uploads allows, and for how long."""

    lifetime: int | None
    """Seconds that the token is valid: 1 to 86400. Default 3600."""

    issuer: str | None
    """Who made it, for your own use: the claim `iss`."""

    subject: str | None
    """For whom it was made, for your own use: the claim `sub`."""

    token_id: str | None
    """Its name, for your own use: the claim `jti`."""

    scope: Sequence[str] | None
    """Paths of the Upload API that it is good for: 1 to 16 texts of at most 64 characters that
    begin with `/`, such as `/base/`; one that ends with a slash and a star is good for all
    that begins so. Default: all.
    """

    operations: int | None
    """Uploads that it is good for: 1 to 100000. Default: no limit."""


class CreateWebhookOptions(TypedDict, total=False):
    """What a new webhook is like."""

    is_active: bool | None
    """Whether deliveries are made. Default True."""

    signing_secret: str | None
    """Secret to sign deliveries with: 1 to 32 characters. Default: none, and no signature."""

    version: str | None
    """Version of the payload. Default `0.7`, the only one there is."""


class CropObjectOptions(TypedDict, total=False):
    """What is cut out around the objects: by default no more than they are."""

    width: int | str | None
    """Width: 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `height`."""

    height: int | str | None
    """Height: 1 to 1000000 pixels, or 1% to 1000% of the objects. Not without `width`."""

    ratio_width: int | None
    """Instead of a size a shape: width in relation to `ratio_height`, 1 to 10000."""

    ratio_height: int | None
    """Instead of a size a shape: height in relation to `ratio_width`, 1 to 10000."""

    align: Alignment | None
    """Where the objects are in it, by a word. Not beside `x` and `y`."""

    x: int | str | None
    """From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`."""

    y: int | str | None
    """From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`."""


class DeliveryInfoOptions(TypedDict, total=False):
    """Of what the facts are told."""

    transformation: Transformation | str | None
    """Operations on the image before it is looked at. Default: none."""


class DeliveryUrlOptions(TypedDict, total=False):
    """What the URL of a file is to give."""

    transformation: Transformation | str | None
    """Operations on the image. Default: none, the original."""

    filename: str | None
    """Name that the file is presented under."""


class DocumentPathOptions(TypedDict, total=False):
    """What a document is to become."""

    format: str | None
    """Format to convert to, such as `pdf`, `jpg` or `docx`; what is possible depends on the
    document, see its info. Default `pdf`.
    """

    page: int | None
    """Only this page, from 1; where pages become images. Default: all pages, in a zip archive if
    there are several.
    """

    dpi: int | None
    """Dots per inch of the images, 1 or more. Default: the service's."""

    quality: int | None
    """Quality of the images in per cent, 1 to 100. Default: the service's."""


class DownloadOptions(TypedDict, total=False):
    """What of a file is downloaded."""

    transformation: Transformation | str | None
    """Operations on the image. Default: those of the URL that was given, or none."""


class EnhanceOptions(TypedDict, total=False):
    """How much an image is enhanced."""

    strength: int | None
    """0 to 100. Default 50."""


class ExecuteAddonOptions(TypedDict, total=False):
    """How to run an add-on that this version has no method for."""

    params: str | None
    """Parameters of the add-on as the text of a JSON object. Default: none."""


class ExplainOptions(TypedDict, total=False):
    """How to show a request."""

    redact: bool | None
    """Whether to leave out what is secret: the signature or the keys, and a webhook's signing
    secret. Default False.
    """


class FilterOptions(TypedDict, total=False):
    """How much of a filter there is."""

    amount: int | None
    """-100 to 200. Default 100."""


class FontOptions(TypedDict, total=False):
    """How text is written: at least one option."""

    reset: bool | None
    """Whether to forget what was said before."""

    weight: FontWeight | None
    """How heavy."""

    style: FontStyle | None
    """Upright or slanted."""

    size: int | None
    """Size: 1 to 10000 pixels."""

    color: str | None
    """Colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is."""

    family: FontFamily | None
    """Typeface."""


class FromUrlOptions(TypedDict, total=False):
    """How the service fetches a file."""

    filename: str | None
    """Name of the file in the project. Default: what the server says, else the last part of the
    URL.
    """

    store: bool | None
    """Keep the file (True), or remove it after 24 hours (False). Default: as the project says."""

    metadata: dict[str, str] | None
    """Metadata of the file: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    1 to 512 characters.
    """

    tags: Sequence[str] | None
    """Tags of the file: up to 50 of 1 to 100 characters `A-Z a-z 0-9 - _ .`; letters become
    small.
    """

    check_duplicates: bool | None
    """Whether to take the file that was fetched from this URL before, if there is one. Default
    False.
    """

    save_duplicates: bool | None
    """Whether to remember this URL for later checks. Default: as `check_duplicates`."""


class GetFileOptions(TypedDict, total=False):
    """What to fetch of a file."""

    include_appdata: bool | None
    """Also fetch the results of add-ons (`appdata`). Default False."""


class GifToVideoOptions(TypedDict, total=False):
    """What an animation becomes."""

    format: GifVideoFormat | None
    """Format of the video. Default `mp4`."""

    quality: GifVideoQuality | None
    """How much the video is compressed. Default `normal`."""

    transformation: Transformation | str | None
    """Operations; of all there are only `preview`, `resize`, `crop` and `scale_crop`."""

    filename: str | None
    """Name that the video is presented under."""


class GroupUrlOptions(TypedDict, total=False):
    """What the URL of a group is to give: by default a page that lists its files."""

    index: int | None
    """One file of the group, from 0. Not beside `archive`."""

    archive: ArchiveFormat | None
    """All files in one archive of this format. Not beside `index`."""

    transformation: Transformation | str | None
    """Operations on the image. Only beside `index`."""

    filename: str | None
    """Name that the file or the archive is presented under. Only beside one of them."""


class ListFilesOptions(TypedDict, total=False):
    """Which files to list, and in which order."""

    limit: int | None
    """Files per page: 1 to 1000. Default 100. The list itself has no limit."""

    ordering: FileOrdering | None
    """Order of the list. Default `datetime_uploaded`: oldest first."""

    stored: bool | None
    """Only stored files (True) or only temporary ones (False). Default: both."""

    removed: bool | None
    """Only removed files (True) or only existing ones (False). Default False."""

    starting_from: datetime | str | None
    """Only files uploaded after this moment; with the newest first, before it. The moment itself
    is left out.
    """

    include_appdata: bool | None
    """Also fetch the results of add-ons (`appdata`). Default False."""

    prefetch: bool | None
    """Fetch the next page while the current one is being used, from the second page on. Default
    True.
    """

    concurrency: int | None
    """Requests at the same time: 1 to 32. Default 1. More read the list from several places at
    once, which is several times faster where answers take their time; 4 to 8 are enough.
    """

    unordered: bool | None
    """Whether files may come in any order, which is faster with `concurrency`. Such a list goes
    forward only. What is uploaded after it began may come or not. Default False.
    """

    cursor: str | None
    """Go on where a list was left: the text its cursor gave, in any process or language. It
    brings its own selection, so only `prefetch` and `concurrency` may be given beside it.
    """


class ListGroupsOptions(TypedDict, total=False):
    """Which groups to list, and in which order."""

    limit: int | None
    """Groups per page: 1 to 1000. Default 100. The list itself has no limit."""

    ordering: GroupOrdering | None
    """Order of the list. Default `datetime_created`: oldest first."""

    starting_from: datetime | str | None
    """Only groups made after this moment; with the newest first, before it. The moment itself is
    left out.
    """

    prefetch: bool | None
    """Fetch the next page while the current one is being used, from the second page on. Default
    True.
    """

    concurrency: int | None
    """Requests at the same time: 1 to 32. Default 1. More read the list from several places at
    once, which is several times faster where answers take their time.
    """

    unordered: bool | None
    """Whether groups may come in any order, which is faster with `concurrency`. Such a list goes
    forward only. What is made after it began may come or not. Default False.
    """

    cursor: str | None
    """Go on where a list was left: the text its cursor gave, in any process or language. It
    brings its own selection, so only `prefetch` and `concurrency` may be given beside it.
    """


class ListProjectsOptions(TypedDict, total=False):
    """How the list of projects is fetched."""

    limit: int | None
    """Projects per request: 1 to 100. Default 100. All are listed, whatever it is."""


class MainColorsOptions(TypedDict, total=False):
    """Which colours are told."""

    count: int | None
    """How many: 1 to 256. Default 5."""

    transformation: Transformation | str | None
    """Operations on the image before it is looked at. Default: none."""


class OverlayOptions(TypedDict, total=False):
    """How an image lies over another."""

    width: int | str | None
    """Width: 1% to 100% of the image. Not without `height`. Default 100%."""

    height: int | str | None
    """Height: 1% to 100% of the image. Not without `width`. Default 100%."""

    align: Alignment | None
    """Where, by a word. Not beside `x` and `y`."""

    x: int | str | None
    """From the left: 0% to 100%. Not without `y`."""

    y: int | str | None
    """From above: 0% to 100%. Not without `x`."""

    opacity: int | None
    """How opaque it is: 0 to 100 per cent. Default 100."""


class PlacementOptions(TypedDict, total=False):
    """Where something is: by a word, or by two lengths."""

    align: Alignment | None
    """Where, by a word. Not beside `x` and `y`."""

    x: int | str | None
    """From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`."""

    y: int | str | None
    """From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`."""


class PreviewOptions(TypedDict, total=False):
    """The box that an image is fitted into: both sides, or none."""

    width: int | None
    """Width of the box: 1 to 16384 pixels. Default 2048."""

    height: int | None
    """Height of the box: 1 to 16384 pixels. Default 2048."""


class ProjectFeatureOptions(TypedDict, total=False):
    """What a project can do; what is not given stays."""

    gif_to_video_conversion: bool | None
    """Whether animations are delivered as videos."""

    mime_types: Sequence[str] | None
    """Types of files that may be uploaded, such as `image/jpeg`; a star after the slash stands
    for all of its kind.
    """

    mime_type_filtering: bool | None
    """Whether only those types may be uploaded."""

    team_size: int | None
    """How many people may work on it: 1 or more."""

    filesize_limit: int | None
    """The most bytes that a file may have; 0 lifts the limit."""

    autostore: bool | None
    """Whether uploaded files are stored at once, unless an upload says otherwise."""

    image_resolution_limit: int | None
    """The most pixels that an image may have; 0 lifts the limit."""

    signed_uploads: bool | None
    """Whether uploads must be signed."""

    video_processing: bool | None
    """Whether videos can be converted."""

    malware_protection: bool | None
    """Whether uploads are looked at for viruses."""

    svg_validation: bool | None
    """Whether SVG files are looked at for scripts."""


class ProxyUrlOptions(TypedDict, total=False):
    """What the proxy does with an image from elsewhere."""

    transformation: Transformation | str | None
    """Operations on the image. Default: none."""


class RemoveBackgroundOptions(TypedDict, total=False):
    """What a picture without background is to be like."""

    crop: bool | None
    """Whether to cut off empty space around the foreground. Default False."""

    crop_margin: str | None
    """Margin around the cropped foreground: pixels or per cent such as `30px` or `30%`, one to
    four of them. Default `0`.
    """

    scale: str | None
    """Size of the foreground in the picture, such as `80%`: 10 to 100 per cent. Default: as in
    the source.
    """

    add_shadow: bool | None
    """Whether to add a shadow. Default False."""

    type_level: RemoveBackgroundTypeLevel | None
    """How exactly to find out what the foreground is. Default `none`."""

    type: RemoveBackgroundType | None
    """What the foreground is. Default: found out."""

    semitransparency: bool | None
    """Whether to keep half-transparent parts such as glass. Default True."""

    channels: RemoveBackgroundChannels | None
    """What of the picture to give. Default `rgba`."""

    roi: str | None
    """Where in the source the foreground may be: left, top, right and bottom in pixels or per
    cent, such as `10% 20% 90% 100%`. Default: anywhere.
    """

    position: str | None
    """Where in the picture the foreground goes: `original`, `center`, one value such as `50%` or
    two such as `40% 60%`. Default `original`.
    """


class ResizeOptions(TypedDict, total=False):
    """The new size of an image: at least one side."""

    width: int | None
    """Width: 1 to 16384 pixels. Default: as the height demands."""

    height: int | None
    """Height: 1 to 16384 pixels. Default: as the width demands."""


class SaveOptions(TypedDict, total=False):
    """How a file is downloaded to the disk."""

    transformation: Transformation | str | None
    """Operations on the image. Default: those of the URL that was given, or none."""

    filename: str | None
    """Name of the file in the folder that was given, without any folder. Default: the name that
    the service tells, without what no file name can have.
    """

    overwrite: bool | None
    """Whether a file that is there already is replaced. Default False: that is an error."""

    part_size: int | None
    """Bytes per request: 1048576 to 1073741824. Default 8388608."""

    max_concurrency: int | None
    """Requests at the same time: 1 to 32. Default 4."""


class ScaleCropOptions(TypedDict, total=False):
    """What of the image is kept."""

    focus: ScaleCropFocus | None
    """What to look for. Default `center`: nothing, the middle is kept."""

    align: Alignment | None
    """Where, by a word. Not beside `x` and `y`."""

    x: int | str | None
    """From the left: 0 to 1000000 pixels, or 0% to 100%. Not without `y`."""

    y: int | str | None
    """From above: 0 to 1000000 pixels, or 0% to 100%. Not without `x`."""


class ScanForVirusesOptions(TypedDict, total=False):
    """How to look for viruses."""

    purge_infected: bool | None
    """Whether to delete the file if it is infected. Default False."""


class SearchExact(TypedDict, total=False):
    """One of these values exactly; at least one field is needed, and no list may be empty."""

    uuid: Sequence[str] | None
    """Identifiers of files."""

    original_filename: Sequence[str] | None
    """File names. Not beside a `phrase` of the file name."""

    detected_mime_type: Sequence[str] | None
    """MIME types. Not beside a `phrase` of the MIME type."""

    metadata: dict[str, list[str]] | None
    """Values of metadata by key."""


class SearchOptions(TypedDict, total=False):
    """What to find. All conditions given must hold; at least one of `query`, `phrase`, `exact`,
    `datetime_uploaded`, `size`, `is_image` and `tags` is needed.
    """

    query: str | None
    """Condition: words in the file name, the MIME type or the metadata, or a UUID; at least 4
    characters.
    """

    phrase: SearchPhrase | None
    """Condition: words in this order in one field."""

    exact: SearchExact | None
    """Condition: one of these values exactly."""

    datetime_uploaded: TimeRange | None
    """Condition: when the file was uploaded."""

    size: SizeRange | None
    """Condition: size in bytes."""

    is_image: bool | None
    """Condition: whether the file is an image."""

    tags: TagFilter | None
    """Condition: tags of the file."""

    fuzziness: bool | None
    """Also find words that are nearly the same. Default False."""

    sort: Sequence[SearchSort] | None
    """Order of the results: 1 to 4 different fields, the first counts most. Default: best match
    first, which is not stable from page to page.
    """

    limit: int | None
    """Files per page: 1 to 100. Default 20."""

    offset: int | None
    """How many results to leave out: 0 to 998. Default 0."""

    include_appdata: bool | None
    """Also fetch the results of add-ons (`appdata`). Default False."""

    prefetch: bool | None
    """Fetch the next page while the current one is being used, from the second page on. Default
    True.
    """

    cursor: str | None
    """Go on where a search was left: the text its cursor gave, in any process or language. It
    brings its own conditions, so only `prefetch` may be given beside it.
    """


class SearchPhrase(TypedDict, total=False):
    """Words in this order, at least 4 characters each; at least one field is needed."""

    original_filename: str | None
    """Words of the file name."""

    detected_mime_type: str | None
    """Words of the MIME type."""

    metadata: str | None
    """Words of any value of the metadata."""


class SharpOptions(TypedDict, total=False):
    """How much an image is sharpened."""

    strength: int | None
    """0 to 20. Default 5."""


class SignUrlOptions(TypedDict, total=False):
    """What a signed URL opens, and for how long."""

    kind: DeliveryTokenKind | None
    """What the token names. Default `acl`."""

    acl: str | None
    """What the token opens: a path such as `/21975c81-7f57-4c7a-aef9-acfe28779f78/`, or a
    beginning of paths with `*` at its end. It must cover the URL. Default: the path of the
    URL and nothing else. Only with `acl`.
    """

    wildcard: bool | None
    """Whether the token opens everything below the path of the file or group. Default False.
    Only with `acl`.
    """

    lifetime: int | None
    """Seconds that it opens: 1 to 315360000. Default 300. Not beside `expires_at`."""

    expires_at: datetime | str | None
    """When it ends to open: after `now`, in whole seconds. Not beside `lifetime`."""

    now: datetime | str | None
    """The moment to count from and to compare with, instead of this one; for tests, and for
    clocks that are known to be wrong.
    """


class SizeRange(TypedDict, total=False):
    """Sizes between two others, in bytes, 0 or more; at least one is needed."""

    gt: int | None
    """More than this."""

    gte: int | None
    """This or more."""

    lt: int | None
    """Less than this."""

    lte: int | None
    """This or less."""


class SrcsetOptions(TypedDict, total=False):
    """For which screens there are images."""

    widths: Sequence[int] | None
    """Widths in pixels, 1 to 16384 each, 1 to 100 of them. Default 320, 640, 960, 1280, 1920,
    2560. Not beside `width`.
    """

    width: int | None
    """One width in pixels on a usual screen, 1 to 5461; screens of double and triple density get
    more.
    """

    transformation: Transformation | str | None
    """Operations before each image is resized. Default: none."""

    filename: str | None
    """Name that the images are presented under."""


class TagFilter(TypedDict, total=False):
    """Which tags a file must have, or must not; at least one list is needed. Case and
    surrounding space do not matter.
    """

    any: Sequence[str] | None
    """At least one of these."""

    all: Sequence[str] | None
    """All of these."""

    none: Sequence[str] | None
    """None of these."""


class TextBoxOptions(TypedDict, total=False):
    """What is behind a text."""

    color: str | None
    """Colour: 3, 6 or 8 hexadecimal digits; the last two of 8 are how opaque it is. Default: the
    service's.
    """

    padding: int | None
    """How much larger than the text: 0 to 16384 pixels. Not without `color`. Default 0."""


class TimeRange(TypedDict, total=False):
    """Moments between two others; at least one is needed."""

    gt: datetime | str | None
    """After this moment."""

    gte: datetime | str | None
    """At this moment or after it."""

    lt: datetime | str | None
    """Before this moment."""

    lte: datetime | str | None
    """At this moment or before it."""


class TrimOptions(TypedDict, total=False):
    """How a margin is cut off: both options, or none."""

    tolerance: float | None
    """How much its colour may differ: 0 to 100 per cent. Default: the service's."""

    padding: float | None
    """How much of it stays: 0 to 100 per cent. Default: the service's."""


class UpdateProjectOptions(TypedDict, total=False):
    """What to change of a project; what is not given stays."""

    name: str | None
    """Its name: 1 to 255 characters."""

    is_blocked: bool | None
    """Whether it is blocked."""

    is_search_index_allowed: bool | None
    """Whether search engines may show its files."""

    features: ProjectFeatureOptions | None
    """What it can do."""


class UpdateTagsOptions(TypedDict, total=False):
    """Which tags to add to a file, and which to delete from it."""

    add: Sequence[str] | None
    """Tags to add: 1 to 100 characters `A-Z a-z 0-9 - _ .` each. Case and surrounding space do
    not matter. A file has at most 50.
    """

    delete: Sequence[str] | None
    """Tags to delete; done before the others are added. One that the file does not have is no
    error.
    """


class UpdateWebhookOptions(TypedDict, total=False):
    """What to change of a webhook; what is not given stays."""

    target_url: str | None
    """Where deliveries go: an `http` or `https` URL of up to 255 characters."""

    event: WebhookEvent | None
    """What the webhook is told of."""

    is_active: bool | None
    """Whether deliveries are made."""

    signing_secret: str | None
    """Secret to sign deliveries with: up to 32 characters. An empty one ends signing."""


class UploadOptions(TypedDict, total=False):
    """How to upload a file."""

    filename: str | None
    """Name of the file in the project. Default: the last part of the path, else `file`."""

    content_type: str | None
    """MIME type that is declared; the service looks at the content itself. Default
    `application/octet-stream`.
    """

    store: bool | None
    """Keep the file (True), or remove it after 24 hours (False). Default: as the project says."""

    metadata: dict[str, str] | None
    """Metadata of the file: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    1 to 512 characters.
    """

    tags: Sequence[str] | None
    """Tags of the file: up to 50 of 1 to 100 characters `A-Z a-z 0-9 - _ .`; letters become
    small.
    """

    multipart_threshold: int | None
    """Size in bytes from which a file is uploaded in parts: 10485760 to 104857601. Default
    10485760.
    """

    part_size: int | None
    """Size of a part in bytes: 5242880 to 5368709120. Default 5242880, or as much more as it
    takes for the file to have at most 10,000 parts.
    """

    concurrency: int | None
    """How many parts of a file are under way at the same time: 1 to 64. Default 8; of a stream,
    where each of them is held in memory, and where several files are uploaded, 4.
    """

    file_concurrency: int | None
    """How many files are under way at the same time, where several are uploaded: 1 to 64.
    Default 8.
    """

    state_file: str | None
    """File in which the state of an upload in parts is kept while it is under way. If it is
    there when an upload begins, that goes on from it, whichever process or language has begun
    it. It holds addresses to upload to: keep it secret.
    """

    on_lost: OnLost | None
    """What to do when the service has forgotten an upload that is to go on. Default `restart`."""


class VerifyUrlOptions(TypedDict, total=False):
    """How the token of a signed URL is looked at."""

    now: datetime | str | None
    """The moment to compare with, instead of this one."""


class VideoPathOptions(TypedDict, total=False):
    """What a video is to become."""

    format: VideoFormat | None
    """Format to convert to. Default `mp4`."""

    width: int | None
    """Width in pixels, a multiple of 4. Default: as the height asks, or that of the source."""

    height: int | None
    """Height in pixels, a multiple of 4. Default: as the width asks, or that of the source."""

    resize_mode: VideoResizeMode | None
    """What to do if width and height do not fit the source; only with one of them. Default
    `preserve_ratio`.
    """

    quality: VideoQuality | None
    """Quality of the picture against size of the file. Default `normal`."""

    cut_start: str | None
    """Where to begin: hours, minutes and seconds such as `0:1:30.5`, `1:30` or `90`. Default: at
    the start.
    """

    cut_length: str | None
    """How much to keep from there: hours, minutes and seconds, or `end`. Default `end`."""

    thumbnail_count: int | None
    """How many thumbnails to make, evenly spread: 1 to 50. Default 1, from the middle."""

    thumbnail_index: int | None
    """Only the thumbnail of this number, from 0 to one less than `thumbnail_count`. Default:
    all.
    """


class WaitOptions(TypedDict, total=False):
    """How long to wait, and how often to ask."""

    timeout: float | None
    """How long to wait altogether, in seconds. Default 600."""

    interval: float | None
    """The first pause between two questions, in seconds, at least 0.01. Each pause is half again
    as long as the one before, up to 10 seconds or the first if that is longer, give or take a
    fifth. Default 1.
    """
