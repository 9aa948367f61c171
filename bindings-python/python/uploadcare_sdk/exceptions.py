"""The exceptions of this package. `UploadcareError` is the base of all of them."""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._generated._native import ErrorInfo

__all__ = [
    "AuthenticationError",
    "ConfigurationError",
    "ConflictError",
    "ContentMismatchError",
    "DecodeError",
    "DestinationError",
    "ForbiddenError",
    "ForeignOriginError",
    "InternalError",
    "InvalidParameterError",
    "InvalidSignatureError",
    "JobCancelledError",
    "JobFailedError",
    "NetworkError",
    "NotFoundError",
    "RejectedError",
    "RequestTimeoutError",
    "SearchWindowError",
    "ServerError",
    "SignerError",
    "SourceError",
    "ThrottledError",
    "TooLargeError",
    "UploadLostError",
    "UploadcareError",
    "WaitTimeoutError",
]


class UploadcareError(Exception):
    """Something went wrong in a call to Uploadcare.

    It never holds a key, a signature or a token, and it can be pickled.
    """

    kind: str = "internal"
    """What went wrong, in one word; the same in every language of this SDK."""
    message: str
    """What went wrong, for a person, with the way out where there is one."""
    parameter: str | None
    """Name of the argument or setting that is wrong."""
    status: int | None
    """HTTP status of the answer. Upload API errors may carry it in the body only."""
    code: str | None
    """Error code of the service, such as `FileNotFoundError` (Upload API)."""
    request_id: str | None
    """Identifier of the request at the service, for its support."""
    retry_after: float | None
    """Seconds to wait before the next attempt, as the service asked."""
    field_errors: Mapping[str, list[str]]
    """Messages of the service by field name."""
    method: str | None
    """HTTP method of the call."""
    path: str | None
    """Path of the call, without its query."""
    is_retryable: bool
    """Whether the same call may succeed later without a change."""

    def __init__(
        self,
        message: str,
        *,
        kind: str | None = None,
        parameter: str | None = None,
        status: int | None = None,
        code: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        field_errors: Mapping[str, list[str]] | None = None,
        method: str | None = None,
        path: str | None = None,
        is_retryable: bool = False,
    ) -> None:
        """Makes the error. Calls raise it; applications need this only for tests of their own."""
        super().__init__(message)
        if kind is not None:
            self.kind = kind
        self.message = message
        self.parameter = parameter
        self.status = status
        self.code = code
        self.request_id = request_id
        self.retry_after = retry_after
        self.field_errors = {} if field_errors is None else field_errors
        self.method = method
        self.path = path
        self.is_retryable = is_retryable

    def __str__(self) -> str:
        """The message, then what is known of the request."""
        facts = [
            f"{self.method} {self.path}" if self.method and self.path else None,
            f"status {self.status}" if self.status is not None else None,
            self.code,
            f"request {self.request_id}" if self.request_id else None,
        ]
        known = ", ".join(fact for fact in facts if fact)
        return f"{self.message} ({known})" if known else self.message


class ConfigurationError(UploadcareError):
    """The client cannot be built or lacks a key: look at its settings."""

    kind = "configuration"


class InvalidParameterError(UploadcareError, ValueError):
    """An argument is outside its range; nothing was sent. `parameter` names it."""

    kind = "invalid_parameter"


class SourceError(UploadcareError, OSError):
    """A local file cannot be read; nothing was uploaded."""

    kind = "source"


class DestinationError(UploadcareError, OSError):
    """A file cannot be written where it was to go, or is there already."""

    kind = "destination"


class InvalidSignatureError(UploadcareError):
    """A delivery of a webhook, or a signed URL, is not genuine, or its time is over.

    The message says why. It is for logs: whoever sent it need not know.
    """

    kind = "invalid_signature"


class SignerError(UploadcareError):
    """A function that stands in for a secret key failed, or gave what cannot be; nothing was sent.

    What it raised is the `__cause__`.
    """

    kind = "signer"


class AuthenticationError(UploadcareError):
    """The service refused the keys or the signature (401)."""

    kind = "authentication"


class ForbiddenError(UploadcareError):
    """The service refused the action (403)."""

    kind = "forbidden"


class NotFoundError(UploadcareError):
    """There is no such file, group or other thing in this project (404)."""

    kind = "not_found"


class ConflictError(UploadcareError):
    """The action conflicts with one under way (409)."""

    kind = "conflict"


class TooLargeError(UploadcareError):
    """The content is larger than the service takes (413)."""

    kind = "too_large"


class RejectedError(UploadcareError):
    """The service found the request wrong (400 and other 4xx)."""

    kind = "rejected"


class ThrottledError(UploadcareError):
    """Too many requests (429): see `retry_after`."""

    kind = "throttled"


class ServerError(UploadcareError):
    """The service failed (5xx)."""

    kind = "server"


class NetworkError(UploadcareError, ConnectionError):
    """The service could not be reached, or the connection broke."""

    kind = "network"


class RequestTimeoutError(UploadcareError, TimeoutError):
    """The service did not answer in time."""

    kind = "timeout"


class DecodeError(UploadcareError):
    """The answer is not what the API describes."""

    kind = "decode"


class ForeignOriginError(UploadcareError):
    """A link of the answer leads away from the configured host; it was not followed."""

    kind = "foreign_origin"


class UploadLostError(UploadcareError):
    """The service has forgotten an upload that was to go on: upload the file anew."""

    kind = "upload_lost"


class ContentMismatchError(UploadcareError):
    """The service has something else than was sent, or a file changed while it was downloaded.

    Delete what was uploaded and upload it anew, or download it anew.
    """

    kind = "content_mismatch"


class JobFailedError(UploadcareError):
    """A job came to nothing: the service could not convert the file or run the add-on."""

    kind = "job_failed"


class JobCancelledError(UploadcareError):
    """The service gave a job up."""

    kind = "job_cancelled"


class WaitTimeoutError(UploadcareError, TimeoutError):
    """What was waited for has not ended in time; it may still do so."""

    kind = "wait_timeout"


class SearchWindowError(UploadcareError):
    """A search has more results than the service gives access to."""

    kind = "search_window"


class InternalError(UploadcareError):
    """A defect of this package, or a call made while the interpreter exits."""

    kind = "internal"


_BY_KIND = {error.kind: error for error in UploadcareError.__subclasses__()}


def from_info(info: ErrorInfo) -> UploadcareError:
    """The exception for an error of the native module, which calls this."""
    return _BY_KIND.get(info.kind, UploadcareError)(
        info.message,
        kind=info.kind,
        parameter=info.parameter,
        status=info.status,
        code=info.code,
        request_id=info.request_id,
        retry_after=info.retry_after,
        field_errors=info.field_errors,
        method=info.method,
        path=info.path,
        is_retryable=info.is_retryable,
    )


def invalid(parameter: str, message: str) -> UploadcareError:
    """The exception for a value that no option can have; the native module calls this."""
    return InvalidParameterError(message, parameter=parameter)
