package com.uploadcare.sdk

import com.uploadcare.sdk.model.ErrorCode
import com.uploadcare.sdk.model.ErrorInfo
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.FfiConverterTypeErrorInfo
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.nio.ByteBuffer
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds

/**
 * The error of every call. It never holds a key, a signature or a token.
 *
 * Each [kind] has a subclass, for `catch`. A cancelled call throws [kotlinx.coroutines.CancellationException] instead,
 * as everywhere in coroutines.
 */
public open class UploadcareException(
    @Transient private var info: ErrorInfo,
) : RuntimeException() {
    /** What went wrong, in one word. */
    public val kind: ErrorKind get() = info.kind

    /** What went wrong, for a person, with the way out where there is one. */
    override val message: String get() = info.message

    /** Name of the argument or setting that is wrong. */
    public val parameter: String? get() = info.parameter

    /** HTTP status of the answer. Upload API errors may carry it in the body only. */
    public val status: Int? get() = info.status?.toInt()

    /** Error code of the Upload API; its text is such as `FileNotFoundError`. */
    public val code: ErrorCode? get() = info.code

    /** Identifier of the request at the service, for its support. */
    public val requestId: String? get() = info.requestId

    /** How long the service asked to wait before the next attempt. */
    public val retryAfter: Duration? get() = info.retryAfter?.seconds

    /** Messages of the service by field name. */
    public val fieldErrors: Map<String, List<String>> get() = info.fieldErrors

    /** HTTP method of the call. */
    public val method: String? get() = info.method

    /** Path of the call, without its query. */
    public val path: String? get() = info.path

    /** Whether the same call may succeed later without a change. */
    public val isRetryable: Boolean get() = info.isRetryable

    /** Class and message, then what is known of call, status, code and request. */
    override fun toString(): String {
        val facts =
            listOfNotNull(
                method?.let { "$it $path" },
                status?.let { "status $it" },
                code?.toString(),
                requestId?.let { "request $it" },
            )
        return if (facts.isEmpty()) {
            super.toString()
        } else {
            super.toString() +
                facts.joinToString(prefix = " (", postfix = ")")
        }
    }

    private fun writeObject(out: ObjectOutputStream) {
        out.defaultWriteObject()
        val bytes = ByteBuffer.allocate(FfiConverterTypeErrorInfo.allocationSize(info).toInt())
        FfiConverterTypeErrorInfo.write(info, bytes)
        out.writeObject(bytes.array().copyOf(bytes.position()))
    }

    private fun readObject(source: ObjectInputStream) {
        source.defaultReadObject()
        info = FfiConverterTypeErrorInfo.read(ByteBuffer.wrap(source.readObject() as ByteArray))
    }

    private companion object {
        const val serialVersionUID: Long = 1
    }
}

/** The client cannot be built or lacks a key: look at its settings. */
public class ConfigurationException(
    info: ErrorInfo,
) : UploadcareException(info)

/** An argument is outside its range; nothing was sent. */
public class InvalidParameterException(
    info: ErrorInfo,
) : UploadcareException(info)

/**
 * The content of an upload cannot be read, or is not what it was said to be; there is no file. What a stream or a flow
 * throws itself is thrown as it is.
 */
public class SourceException(
    info: ErrorInfo,
) : UploadcareException(info)

/**
 * The signer that stands in for a secret key failed, or gave no signature; or likewise what gives the credential of an
 * upload. Nothing was sent.
 *
 * @param cause what the [RequestSigner] or the [UploadCredentialProvider] threw, itself; null if it gave a text that is
 *   no signature or token.
 */
public class SignerException(
    info: ErrorInfo,
    cause: Throwable? = null,
) : UploadcareException(info) {
    init {
        initCause(cause)
    }
}

/** The service refused the keys or the signature (401). */
public class AuthenticationException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service refused the action (403). */
public class ForbiddenException(
    info: ErrorInfo,
) : UploadcareException(info)

/** There is no such file, group or other thing in this project (404). */
public class NotFoundException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The action conflicts with one under way (409). */
public class ConflictException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The content is larger than the service takes (413). */
public class TooLargeException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service found the request wrong (400 and other 4xx). */
public class RejectedException(
    info: ErrorInfo,
) : UploadcareException(info)

/** Too many requests (429): see [retryAfter]. */
public class ThrottledException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service failed (5xx). */
public class ServerException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service could not be reached, or the connection broke. */
public class NetworkException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service did not answer in time. */
public class RequestTimeoutException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The answer is not what the API describes. */
public class DecodeException(
    info: ErrorInfo,
) : UploadcareException(info)

/** A link of the answer leads away from the configured host; it was not followed. */
public class ForeignOriginException(
    info: ErrorInfo,
) : UploadcareException(info)

/** A job came to nothing: the service could not convert the file or run the add-on. */
public class JobFailedException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service gave a job up. */
public class JobCancelledException(
    info: ErrorInfo,
) : UploadcareException(info)

/** What was waited for has not ended in time; it may still do so. */
public class WaitTimeoutException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service has forgotten an upload that was to go on. */
public class UploadLostException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The service has something else than was sent. */
public class ContentMismatchException(
    info: ErrorInfo,
) : UploadcareException(info)

/** The signature of a webhook's delivery or of a URL is missing, over or wrong; the message says which. */
public class InvalidSignatureException(
    info: ErrorInfo,
) : UploadcareException(info)

/** A local file cannot be written, or is there already; what was there before is as it was. */
public class DestinationException(
    info: ErrorInfo,
) : UploadcareException(info)

/** A search has more results than the service gives access to. */
public class SearchWindowException(
    info: ErrorInfo,
) : UploadcareException(info)

/** A defect of this library. */
public class InternalException(
    info: ErrorInfo,
) : UploadcareException(info)

internal fun exceptionOf(
    info: ErrorInfo,
    cause: Throwable? = null,
): UploadcareException =
    when (info.kind) {
        ErrorKind.Configuration -> ConfigurationException(info)
        ErrorKind.InvalidParameter -> InvalidParameterException(info)
        ErrorKind.Source -> SourceException(info)
        ErrorKind.Signer -> SignerException(info, cause)
        ErrorKind.Authentication -> AuthenticationException(info)
        ErrorKind.Forbidden -> ForbiddenException(info)
        ErrorKind.NotFound -> NotFoundException(info)
        ErrorKind.Conflict -> ConflictException(info)
        ErrorKind.TooLarge -> TooLargeException(info)
        ErrorKind.Rejected -> RejectedException(info)
        ErrorKind.Throttled -> ThrottledException(info)
        ErrorKind.Server -> ServerException(info)
        ErrorKind.Network -> NetworkException(info)
        ErrorKind.Timeout -> RequestTimeoutException(info)
        ErrorKind.Decode -> DecodeException(info)
        ErrorKind.ForeignOrigin -> ForeignOriginException(info)
        ErrorKind.JobFailed -> JobFailedException(info)
        ErrorKind.JobCancelled -> JobCancelledException(info)
        ErrorKind.WaitTimeout -> WaitTimeoutException(info)
        ErrorKind.UploadLost -> UploadLostException(info)
        ErrorKind.ContentMismatch -> ContentMismatchException(info)
        ErrorKind.InvalidSignature -> InvalidSignatureException(info)
        ErrorKind.Destination -> DestinationException(info)
        ErrorKind.SearchWindow -> SearchWindowException(info)
        ErrorKind.Internal -> InternalException(info)
        ErrorKind.Cancelled, is ErrorKind.Unknown -> UploadcareException(info)
    }

/** An error that this layer has found itself. */
internal fun ownError(
    kind: ErrorKind,
    message: String,
    parameter: String? = null,
): UploadcareException =
    exceptionOf(ErrorInfo(kind = kind, message = message, parameter = parameter, isRetryable = false))
