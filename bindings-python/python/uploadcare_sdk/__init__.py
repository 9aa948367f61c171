"""The client of Uploadcare: files, uploads, delivery, groups, conversions, add-ons, webhooks.

    from uploadcare_sdk import Uploadcare

    with Uploadcare("your public key", "your secret key") as client:
        for file in client.files.list():
            print(file.uuid, file.original_filename)

`AsyncUploadcare` is the same for asyncio.
"""

from __future__ import annotations

from . import _generated, exceptions
from ._account import AccountClient as AccountClient
from ._account import AsyncAccountClient as AsyncAccountClient
from ._client import AsyncUploadcare as AsyncUploadcare
from ._client import AsyncUploadClient as AsyncUploadClient
from ._client import Uploadcare as Uploadcare
from ._client import UploadClient as UploadClient
from ._delivery import AsyncDelivery as AsyncDelivery
from ._delivery import Delivery as Delivery
from ._downloads import AsyncDownload as AsyncDownload
from ._downloads import AsyncDownloadStream as AsyncDownloadStream
from ._downloads import Download as Download
from ._downloads import DownloadStream as DownloadStream
from ._generated import *
from ._generated._native import VERSION
from ._jobs import AsyncJob as AsyncJob
from ._jobs import ConversionBatch as ConversionBatch
from ._jobs import Job as Job
from ._lists import AsyncItemList as AsyncItemList
from ._lists import AsyncPages as AsyncPages
from ._lists import ItemList as ItemList
from ._lists import Page as Page
from ._lists import Pages as Pages
from ._transformation import Transformation as Transformation
from ._uploads import AsyncUpload as AsyncUpload
from ._uploads import AsyncUploads as AsyncUploads
from ._uploads import Upload as Upload
from ._uploads import Uploads as Uploads
from ._webhooks import WebhookReceiver as WebhookReceiver
from .exceptions import *

TYPE_CHECKING = False

__version__: str = VERSION

if TYPE_CHECKING:
    from ._generated.options import *
    from ._types import *
else:
    _TYPES = (
        "AsyncReadable",
        "AsyncUploadSource",
        "FileReference",
        "GroupReference",
        "Readable",
        "RequestSigner",
        "UploadCredential",
        "UploadManySource",
        "UploadSource",
    )
    __all__ = [
        *_generated.__all__,
        *_generated.OPTIONS,
        *exceptions.__all__,
        *_TYPES,
        "AccountClient",
        "AsyncAccountClient",
        "AsyncDelivery",
        "AsyncDownload",
        "AsyncDownloadStream",
        "AsyncItemList",
        "AsyncJob",
        "AsyncPages",
        "AsyncUpload",
        "AsyncUploadClient",
        "AsyncUploadcare",
        "AsyncUploads",
        "ConversionBatch",
        "Delivery",
        "Download",
        "DownloadStream",
        "ItemList",
        "Job",
        "Page",
        "Pages",
        "Transformation",
        "Upload",
        "UploadClient",
        "Uploadcare",
        "Uploads",
        "WebhookReceiver",
        "__version__",
    ]

    def __getattr__(name):
        # They are for type checkers; making them takes `typing`, which is slow to import.
        if name in _generated.OPTIONS:
            from ._generated import options as module
        elif name in _TYPES:
            from . import _types as module
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(module, name)
