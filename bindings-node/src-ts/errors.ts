import type { ErrorCode, ErrorInfo, ErrorKind } from '../native/generated/models.js';

/** What is known about an error beside its kind and its message. */
export type ErrorDetails = {
  [Name in Exclude<keyof ErrorInfo, 'kind' | 'message'>]?: NonNullable<ErrorInfo[Name]>;
} & {
  /** The error that led to this one. */
  cause?: unknown;
};

/**
 * The error of every call. Its class says what went wrong; so does `kind`.
 *
 * It never holds a key, a signature or a token.
 */
export class UploadcareError extends Error {
  /** What went wrong, in one word, the same in every language of the SDK. */
  readonly kind: ErrorKind = 'internal';
  /** HTTP status of the answer. */
  declare readonly status?: number;
  /** Error code of the service, such as `FileNotFoundError`. */
  declare readonly code?: ErrorCode;
  /** Identifier of the request at the service, for its support. */
  declare readonly requestId?: string;
  /** Seconds to wait before the next attempt, as the service asked. */
  declare readonly retryAfter?: number;
  /** Messages of the service by field name; empty if there are none. */
  declare readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** Name of the argument or setting that is wrong. */
  declare readonly parameter?: string;
  /** HTTP method of the call. */
  declare readonly method?: string;
  /** Path of the call, without its query. */
  declare readonly path?: string;
  /** Whether the same call may succeed later without a change. */
  declare readonly isRetryable: boolean;

  static {
    UploadcareError.prototype.name = 'UploadcareError';
  }

  constructor(message: string, details: ErrorDetails = {}) {
    const { cause, ...known } = details;
    // A signer may throw `undefined`.
    super(message, 'cause' in details ? { cause } : undefined);
    Object.assign(this, { fieldErrors: {}, isRetryable: false }, known);
  }

  /** Everything that is known, as a plain object: for logs. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    return Object.assign({ name, message }, this as object);
  }
}

/** The client cannot be made or lacks a key: look at its settings. */
export class ConfigurationError extends UploadcareError {
  override readonly kind = 'configuration';
  static {
    ConfigurationError.prototype.name = 'ConfigurationError';
  }
}

/** An argument has the wrong type or is outside its range; nothing was sent. */
export class InvalidParameterError extends UploadcareError {
  override readonly kind = 'invalid_parameter';
  static {
    InvalidParameterError.prototype.name = 'InvalidParameterError';
  }
}

/** The content of an upload cannot be read, or is not what it was; there is no file. */
export class SourceError extends UploadcareError {
  override readonly kind = 'source';
  static {
    SourceError.prototype.name = 'SourceError';
  }
}

/**
 * The signer that stands in for a secret key failed or gave no signature, or the function that gives
 * upload credentials failed or gave none; nothing was sent. What it has thrown is the `cause`.
 */
export class SignerError extends UploadcareError {
  override readonly kind = 'signer';
  static {
    SignerError.prototype.name = 'SignerError';
  }
}

/** The service refused the keys or the signature (401). */
export class AuthenticationError extends UploadcareError {
  override readonly kind = 'authentication';
  static {
    AuthenticationError.prototype.name = 'AuthenticationError';
  }
}

/** The service refused the action (403). */
export class ForbiddenError extends UploadcareError {
  override readonly kind = 'forbidden';
  static {
    ForbiddenError.prototype.name = 'ForbiddenError';
  }
}

/** There is no such file or other thing in this project (404). */
export class NotFoundError extends UploadcareError {
  override readonly kind = 'not_found';
  static {
    NotFoundError.prototype.name = 'NotFoundError';
  }
}

/** The action conflicts with one under way (409). */
export class ConflictError extends UploadcareError {
  override readonly kind = 'conflict';
  static {
    ConflictError.prototype.name = 'ConflictError';
  }
}

/** The content is larger than the service takes (413). */
export class TooLargeError extends UploadcareError {
  override readonly kind = 'too_large';
  static {
    TooLargeError.prototype.name = 'TooLargeError';
  }
}

/** The service found the request wrong (400 and other 4xx). */
export class RejectedError extends UploadcareError {
  override readonly kind = 'rejected';
  static {
    RejectedError.prototype.name = 'RejectedError';
  }
}

/** Too many requests (429): see `retryAfter`. */
export class ThrottledError extends UploadcareError {
  override readonly kind = 'throttled';
  static {
    ThrottledError.prototype.name = 'ThrottledError';
  }
}

/** The service failed (5xx). */
export class ServerError extends UploadcareError {
  override readonly kind = 'server';
  static {
    ServerError.prototype.name = 'ServerError';
  }
}

/** The service could not be reached, or the connection broke. */
export class NetworkError extends UploadcareError {
  override readonly kind = 'network';
  static {
    NetworkError.prototype.name = 'NetworkError';
  }
}

/** The service did not answer in time. */
export class RequestTimeoutError extends UploadcareError {
  override readonly kind = 'timeout';
  static {
    RequestTimeoutError.prototype.name = 'RequestTimeoutError';
  }
}

/** The answer is not what the API describes. */
export class DecodeError extends UploadcareError {
  override readonly kind = 'decode';
  static {
    DecodeError.prototype.name = 'DecodeError';
  }
}

/** A link of the answer leads away from the configured host; it was not followed. */
export class ForeignOriginError extends UploadcareError {
  override readonly kind = 'foreign_origin';
  static {
    ForeignOriginError.prototype.name = 'ForeignOriginError';
  }
}

/** A job came to nothing: the service could not convert the file or run the add-on. */
export class JobFailedError extends UploadcareError {
  override readonly kind = 'job_failed';
  static {
    JobFailedError.prototype.name = 'JobFailedError';
  }
}

/** The service gave a job up. */
export class JobCancelledError extends UploadcareError {
  override readonly kind = 'job_cancelled';
  static {
    JobCancelledError.prototype.name = 'JobCancelledError';
  }
}

/** What was waited for has not ended in time; it may still do so. */
export class WaitTimeoutError extends UploadcareError {
  override readonly kind = 'wait_timeout';
  static {
    WaitTimeoutError.prototype.name = 'WaitTimeoutError';
  }
}

/** A search has more results than the service gives access to. */
export class SearchWindowError extends UploadcareError {
  override readonly kind = 'search_window';
  static {
    SearchWindowError.prototype.name = 'SearchWindowError';
  }
}

/** The service has forgotten an upload that was to go on: it has to begin anew. */
export class UploadLostError extends UploadcareError {
  override readonly kind = 'upload_lost';
  static {
    UploadLostError.prototype.name = 'UploadLostError';
  }
}

/** The service has something else than what was sent, or a file changed while it was downloaded. */
export class ContentMismatchError extends UploadcareError {
  override readonly kind = 'content_mismatch';
  static {
    ContentMismatchError.prototype.name = 'ContentMismatchError';
  }
}

/** A signature that came with a webhook or a URL is missing, over or wrong: the message says which. */
export class InvalidSignatureError extends UploadcareError {
  override readonly kind = 'invalid_signature';
  static {
    InvalidSignatureError.prototype.name = 'InvalidSignatureError';
  }
}

/** A file cannot be written, or is there already; what was there before is as it was. */
export class DestinationError extends UploadcareError {
  override readonly kind = 'destination';
  static {
    DestinationError.prototype.name = 'DestinationError';
  }
}

/** A defect of this library. */
export class InternalError extends UploadcareError {
  override readonly kind = 'internal';
  static {
    InternalError.prototype.name = 'InternalError';
  }
}
