//! The error codes of the Upload API.

use uploadcare_macros::open_enum;

/// Error code of the service (Upload API: Errors). Codes of other APIs, and such as are not known yet, are kept.
#[open_enum]
pub enum ErrorCode {
    /// Account has been blocked.
    #[wire("AccountBlockedError")]
    AccountBlocked,
    /// Account has reached its limits.
    #[wire("AccountLimitsExceededError")]
    AccountLimitsExceeded,
    /// Account has been blocked for non payment.
    #[wire("AccountUnpaidError")]
    AccountUnpaid,
    /// Autostore is disabled.
    #[wire("AutostoreDisabledError")]
    AutostoreDisabled,
    /// Request processing failed.
    #[wire("BaseViewsError")]
    BaseViews,
    /// File's metadata key … has a duplicate.
    #[wire("FileMetadataKeyDuplicatedError")]
    FileMetadataKeyDuplicated,
    /// File's metadata key can not be empty.
    #[wire("FileMetadataKeyEmptyError")]
    FileMetadataKeyEmpty,
    /// File's metadata key … contains symbols not allowed by the metadata key format.
    #[wire("FileMetadataKeyForbiddenError")]
    FileMetadataKeyForbidden,
    /// Length of file metadata key … can not be more than 64 symbols.
    #[wire("FileMetadataKeyLengthTooBigError")]
    FileMetadataKeyLengthTooBig,
    /// A file can not have more than 50 metadata keys.
    #[wire("FileMetadataKeysNumberTooBigError")]
    FileMetadataKeysNumberTooBig,
    /// Value of the file metadata key … can not be empty.
    #[wire("FileMetadataValueEmptyError")]
    FileMetadataValueEmpty,
    /// Value of file metadata key … contains symbols not allowed by the metadata value format.
    #[wire("FileMetadataValueForbiddenError")]
    FileMetadataValueForbidden,
    /// Value of file metadata's key … can not be more than 512 symbols in length.
    #[wire("FileMetadataValueLengthTooBigError")]
    FileMetadataValueLengthTooBig,
    /// File is too large.
    #[wire("FileSizeLimitExceededError")]
    FileSizeLimitExceeded,
    /// HTTP method … is not allowed for ….
    #[wire("MethodNotAllowedError")]
    MethodNotAllowed,
    /// Null characters are not allowed.
    #[wire("NullCharactersForbiddenError")]
    NullCharactersForbidden,
    /// HTTP POST request parsing failed.
    #[wire("PostRequestParserFailedError")]
    PostRequestParserFailed,
    /// … is invalid.
    #[wire("ProjectPublicKeyInvalidError")]
    ProjectPublicKeyInvalid,
    /// Project … is marked as removed.
    #[wire("ProjectPublicKeyRemovedError")]
    ProjectPublicKeyRemoved,
    /// … is required.
    #[wire("ProjectPublicKeyRequiredError")]
    ProjectPublicKeyRequired,
    /// The request contains too many files.
    #[wire("RequestFileNumberLimitExceededError")]
    RequestFileNumberLimitExceeded,
    /// The request contains too many HTTP POST fields.
    #[wire("RequestFiledsNumberLimitExceededError")]
    RequestFieldsNumberLimitExceeded,
    /// The size of the request is too large.
    #[wire("RequestSizeLimitExceededError")]
    RequestSizeLimitExceeded,
    /// Request was throttled.
    #[wire("RequestThrottledError")]
    RequestThrottled,
    /// Expired signature.
    #[wire("SignatureExpirationError")]
    SignatureExpiration,
    /// Expire must be a UNIX timestamp.
    #[wire("SignatureExpirationInvalidError")]
    SignatureExpirationInvalid,
    /// Expire is required.
    #[wire("SignatureExpirationRequiredError")]
    SignatureExpirationRequired,
    /// Invalid signature.
    #[wire("SignatureInvalidError")]
    SignatureInvalid,
    /// Signature is required.
    #[wire("SignatureRequiredError")]
    SignatureRequired,
    /// Internal error.
    #[wire("UploadAPIError")]
    UploadApi,
    /// Upload failed.
    #[wire("UploadFailedError")]
    UploadFailed,
    /// Expired token.
    #[wire("AccessTokenExpiredError")]
    AccessTokenExpired,
    /// Invalid token. Reason: ….
    #[wire("AccessTokenInvalidError")]
    AccessTokenInvalid,
    /// The token does not allow this call.
    #[wire("ScopeForbiddenError")]
    ScopeForbidden,
    /// The token has been used for as many uploads as it allows.
    #[wire("OperationsLimitExceededError")]
    OperationsLimitExceeded,
    /// Failed to download the file.
    #[wire("DownloadFileError")]
    DownloadFile,
    /// HTTP client error: ….
    #[wire("DownloadFileHTTPClientError")]
    DownloadFileHttpClient,
    /// HTTP network error: ….
    #[wire("DownloadFileHTTPNetworkError")]
    DownloadFileHttpNetwork,
    /// HTTP server error: ….
    #[wire("DownloadFileHTTPServerError")]
    DownloadFileHttpServer,
    /// HTTP URL validation error: ….
    #[wire("DownloadFileHTTPURLValidationError")]
    DownloadFileHttpUrlValidation,
    /// Internal server error.
    #[wire("DownloadFileInternalServerError")]
    DownloadFileInternalServer,
    /// Downloaded file not found.
    #[wire("DownloadFileNotFoundError")]
    DownloadFileNotFound,
    /// Downloaded file is too big: … > ….
    #[wire("DownloadFileSizeLimitExceededError")]
    DownloadFileSizeLimitExceeded,
    /// Download task failed.
    #[wire("DownloadFileTaskFailedError")]
    DownloadFileTaskFailed,
    /// Failed to download the file within the allotted time limit of … seconds.
    #[wire("DownloadFileTimeLimitExceededError")]
    DownloadFileTimeLimitExceeded,
    /// File validation error: ….
    #[wire("DownloadFileValidationFailedError")]
    DownloadFileValidationFailed,
    /// File_id is invalid.
    #[wire("FileIdInvalidError")]
    FileIdInvalid,
    /// File id must be unique.
    #[wire("FileIdNotUniqueError")]
    FileIdNotUnique,
    /// File_id is required.
    #[wire("FileIdRequiredError")]
    FileIdRequired,
    /// File is not found.
    #[wire("FileNotFoundError")]
    FileNotFound,
    /// There should be a file.
    #[wire("FileRequiredError")]
    FileRequired,
    /// There are too many files.
    #[wire("FilesNumberLimitExceededError")]
    FilesNumberLimitExceeded,
    /// Request does not contain files.
    #[wire("FilesRequiredError")]
    FilesRequired,
    /// Forbidden request.
    #[wire("InternalRequestForbiddenError")]
    InternalRequestForbidden,
    /// Incorrect request.
    #[wire("InternalRequestInvalidError")]
    InternalRequestInvalid,
    /// File is already uploaded.
    #[wire("MultipartFileAlreadyUploadedError")]
    MultipartFileAlreadyUploaded,
    /// Can not complete upload. Wrong parts size?
    #[wire("MultipartFileCompletionFailedError")]
    MultipartFileCompletionFailed,
    /// Uuid is required.
    #[wire("MultipartFileIdRequiredError")]
    MultipartFileIdRequired,
    /// File is not found.
    #[wire("MultipartFileNotFoundError")]
    MultipartFileNotFound,
    /// File size exceeds project limit.
    #[wire("MultipartFileSizeLimitExceededError")]
    MultipartFileSizeLimitExceeded,
    /// File size can not be less than 10485760 bytes. Please use direct upload instead of multipart.
    #[wire("MultipartFileSizeTooSmallError")]
    MultipartFileSizeTooSmall,
    /// Multipart Upload Part Size should be an integer.
    #[wire("MultipartPartSizeInvalidError")]
    MultipartPartSizeInvalid,
    /// Multipart Upload Part Size can not be more than 5368709120 bytes.
    #[wire("MultipartPartSizeTooBigError")]
    MultipartPartSizeTooBig,
    /// Multipart Upload Part Size can not be less than 5242880 bytes.
    #[wire("MultipartPartSizeTooSmallError")]
    MultipartPartSizeTooSmall,
    /// Size should be integer.
    #[wire("MultipartSizeInvalidError")]
    MultipartSizeInvalid,
    /// Uploaded size is more than expected.
    #[wire("MultipartUploadSizeTooLargeError")]
    MultipartUploadSizeTooLarge,
    /// File size mismatch. Not all parts uploaded?
    #[wire("MultipartUploadSizeTooSmallError")]
    MultipartUploadSizeTooSmall,
    /// … is required.
    #[wire("RequestParamRequiredError")]
    RequestParamRequired,
    /// Source_url is required.
    #[wire("SourceURLRequiredError")]
    SourceUrlRequired,
    /// Token is required.
    #[wire("TokenRequiredError")]
    TokenRequired,
    /// Uuid is invalid.
    #[wire("UUIDInvalidError")]
    UuidInvalid,
    /// Upload request processing failed.
    #[wire("UploadViewsError")]
    UploadViews,
    /// UPLOADCARE_FILE_ID is duplicated. You are probably a lottery winner.
    #[wire("UploadcareFileIdDuplicatedError")]
    UploadcareFileIdDuplicated,
    /// UPLOADCARE_FILE_ID should be a valid UUID.
    #[wire("UploadcareFileIdInvalidError")]
    UploadcareFileIdInvalid,
    /// UPLOADCARE_FILE_ID is required.
    #[wire("UploadcareFileIdRequiredError")]
    UploadcareFileIdRequired,
    /// This is not valid file url: ….
    #[wire("GroupFileURLParsingFailedError")]
    GroupFileUrlParsingFailed,
    /// No files[N] parameters found.
    #[wire("GroupFilesInvalidError")]
    GroupFilesInvalid,
    /// Some files not found.
    #[wire("GroupFilesNotFoundError")]
    GroupFilesNotFound,
    /// Group_id is required.
    #[wire("GroupIdRequiredError")]
    GroupIdRequired,
    /// Group_id is invalid.
    #[wire("GroupNotFoundError")]
    GroupNotFound,
    /// Request to group processing failed.
    #[wire("GroupViewsError")]
    GroupViews,
    /// SVG validation failed: ….
    #[wire("SVGValidationFailedError")]
    SvgValidationFailed,
    /// SVG contains malicious content: ….
    #[wire("SVGMaliciousContentError")]
    SvgMaliciousContent,
    /// The file is infected by … virus.
    #[wire("FileInfectedError")]
    FileInfected,
    /// Uploading of these file types is not allowed.
    #[wire("FileTypeForbiddenError")]
    FileTypeForbidden,
    /// Host does not exist.
    #[wire("HostnameNotFoundError")]
    HostnameNotFound,
    /// Source is blacklisted.
    #[wire("URLBlacklistedError")]
    UrlBlacklisted,
    /// URL host is malformed.
    #[wire("URLHostMalformedError")]
    UrlHostMalformed,
    /// Only public IPs are allowed.
    #[wire("URLHostPrivateIPForbiddenError")]
    UrlHostPrivateIpForbidden,
    /// No URL host supplied.
    #[wire("URLHostRequiredError")]
    UrlHostRequired,
    /// Failed to parse URL.
    #[wire("URLParsingFailedError")]
    UrlParsingFailed,
    /// Too many redirects.
    #[wire("URLRedirectsLimitExceededError")]
    UrlRedirectsLimitExceeded,
    /// Invalid URL scheme.
    #[wire("URLSchemeInvalidError")]
    UrlSchemeInvalid,
    /// No URL scheme supplied.
    #[wire("URLSchemeRequiredError")]
    UrlSchemeRequired,
    /// Failed to validate URL.
    #[wire("URLValidationError")]
    UrlValidation,
}

/// What the service says, with `%s` for what varies. Of several that fit a text the first counts.
const MESSAGES: &[(&str, ErrorCode)] = &[
    ("Account has been blocked.", ErrorCode::AccountBlocked),
    ("Account has reached its limits.", ErrorCode::AccountLimitsExceeded),
    ("Account has been blocked for non payment.", ErrorCode::AccountUnpaid),
    ("Autostore is disabled.", ErrorCode::AutostoreDisabled),
    ("Request processing failed.", ErrorCode::BaseViews),
    ("File's metadata key `%s` has a duplicate.", ErrorCode::FileMetadataKeyDuplicated),
    ("File's metadata key can not be empty.", ErrorCode::FileMetadataKeyEmpty),
    (
        "File's metadata key `%s` contains symbols not allowed by the metadata key format.",
        ErrorCode::FileMetadataKeyForbidden,
    ),
    (
        "Length of file metadata key `%s` can not be more than 64 symbols.",
        ErrorCode::FileMetadataKeyLengthTooBig,
    ),
    ("A file can not have more than 50 metadata keys.", ErrorCode::FileMetadataKeysNumberTooBig),
    ("Value of the file metadata key `%s` can not be empty.", ErrorCode::FileMetadataValueEmpty),
    (
        "Value of file metadata key `%s` contains symbols not allowed by the metadata value format.",
        ErrorCode::FileMetadataValueForbidden,
    ),
    (
        "Value of file metadata's key `%s` can not be more than 512 symbols in length.",
        ErrorCode::FileMetadataValueLengthTooBig,
    ),
    ("File is too large.", ErrorCode::FileSizeLimitExceeded),
    ("HTTP method %s is not allowed for %s", ErrorCode::MethodNotAllowed),
    ("Null characters are not allowed.", ErrorCode::NullCharactersForbidden),
    ("HTTP POST request parsing failed.", ErrorCode::PostRequestParserFailed),
    ("UPLOADCARE_PUB_KEY is invalid.", ErrorCode::ProjectPublicKeyInvalid),
    ("pub_key is invalid.", ErrorCode::ProjectPublicKeyInvalid),
    ("Project %s is marked as removed.", ErrorCode::ProjectPublicKeyRemoved),
    ("UPLOADCARE_PUB_KEY is required.", ErrorCode::ProjectPublicKeyRequired),
    ("pub_key is required.", ErrorCode::ProjectPublicKeyRequired),
    ("The request contains too many files.", ErrorCode::RequestFileNumberLimitExceeded),
    (
        "The request contains too many HTTP POST fields.",
        ErrorCode::RequestFieldsNumberLimitExceeded,
    ),
    ("The size of the request is too large.", ErrorCode::RequestSizeLimitExceeded),
    ("Request was throttled.", ErrorCode::RequestThrottled),
    ("Expired signature.", ErrorCode::SignatureExpiration),
    ("`expire` must be a UNIX timestamp.", ErrorCode::SignatureExpirationInvalid),
    ("`expire` is required.", ErrorCode::SignatureExpirationRequired),
    ("Invalid signature.", ErrorCode::SignatureInvalid),
    ("`signature` is required.", ErrorCode::SignatureRequired),
    ("Internal error.", ErrorCode::UploadApi),
    ("Upload failed.", ErrorCode::UploadFailed),
    ("Expired token.", ErrorCode::AccessTokenExpired),
    ("Invalid token. Reason: %s", ErrorCode::AccessTokenInvalid),
    ("Failed to download the file.", ErrorCode::DownloadFile),
    ("HTTP client error: %s.", ErrorCode::DownloadFileHttpClient),
    ("HTTP network error: %s.", ErrorCode::DownloadFileHttpNetwork),
    ("HTTP server error: %s.", ErrorCode::DownloadFileHttpServer),
    ("HTTP URL validation error: %s.", ErrorCode::DownloadFileHttpUrlValidation),
    ("Internal server error.", ErrorCode::DownloadFileInternalServer),
    ("downloaded file not found.", ErrorCode::DownloadFileNotFound),
    ("Downloaded file is too big: %s > %s.", ErrorCode::DownloadFileSizeLimitExceeded),
    ("download task failed.", ErrorCode::DownloadFileTaskFailed),
    (
        "Failed to download the file within the allotted time limit of %s seconds.",
        ErrorCode::DownloadFileTimeLimitExceeded,
    ),
    ("File validation error: %s", ErrorCode::DownloadFileValidationFailed),
    ("file_id is invalid.", ErrorCode::FileIdInvalid),
    ("File id must be unique.", ErrorCode::FileIdNotUnique),
    ("file_id is required.", ErrorCode::FileIdRequired),
    ("File is not found.", ErrorCode::FileNotFound),
    ("There should be a file.", ErrorCode::FileRequired),
    ("There are too many files.", ErrorCode::FilesNumberLimitExceeded),
    ("Request does not contain files.", ErrorCode::FilesRequired),
    ("Forbidden request.", ErrorCode::InternalRequestForbidden),
    ("Incorrect request.", ErrorCode::InternalRequestInvalid),
    ("File is already uploaded.", ErrorCode::MultipartFileAlreadyUploaded),
    ("Can not complete upload. Wrong parts size?", ErrorCode::MultipartFileCompletionFailed),
    ("uuid is required.", ErrorCode::MultipartFileIdRequired),
    ("File size exceeds project limit.", ErrorCode::MultipartFileSizeLimitExceeded),
    (
        "File size can not be less than 10485760 bytes. Please use direct upload instead of multipart.",
        ErrorCode::MultipartFileSizeTooSmall,
    ),
    ("Multipart Upload Part Size should be an integer.", ErrorCode::MultipartPartSizeInvalid),
    (
        "Multipart Upload Part Size can not be more than 5368709120 bytes.",
        ErrorCode::MultipartPartSizeTooBig,
    ),
    (
        "Multipart Upload Part Size can not be less than 5242880 bytes.",
        ErrorCode::MultipartPartSizeTooSmall,
    ),
    ("size should be integer.", ErrorCode::MultipartSizeInvalid),
    ("Uploaded size is more than expected.", ErrorCode::MultipartUploadSizeTooLarge),
    ("File size mismatch. Not all parts uploaded?", ErrorCode::MultipartUploadSizeTooSmall),
    ("source_url is required.", ErrorCode::SourceUrlRequired),
    ("token is required.", ErrorCode::TokenRequired),
    ("uuid is invalid.", ErrorCode::UuidInvalid),
    ("Upload request processing failed.", ErrorCode::UploadViews),
    (
        "UPLOADCARE_FILE_ID is duplicated. You are probably a lottery winner.",
        ErrorCode::UploadcareFileIdDuplicated,
    ),
    ("UPLOADCARE_FILE_ID should be a valid UUID.", ErrorCode::UploadcareFileIdInvalid),
    ("UPLOADCARE_FILE_ID is required.", ErrorCode::UploadcareFileIdRequired),
    ("This is not valid file url: %s.", ErrorCode::GroupFileUrlParsingFailed),
    ("No files[N] parameters found.", ErrorCode::GroupFilesInvalid),
    ("Some files not found.", ErrorCode::GroupFilesNotFound),
    ("group_id is required.", ErrorCode::GroupIdRequired),
    ("group_id is invalid.", ErrorCode::GroupNotFound),
    ("Request to group processing failed.", ErrorCode::GroupViews),
    ("SVG validation failed: %s.", ErrorCode::SvgValidationFailed),
    ("SVG contains malicious content: %s.", ErrorCode::SvgMaliciousContent),
    ("The file is infected by %s virus.", ErrorCode::FileInfected),
    ("Uploading of these file types is not allowed.", ErrorCode::FileTypeForbidden),
    ("Host does not exist.", ErrorCode::HostnameNotFound),
    ("Source is blacklisted.", ErrorCode::UrlBlacklisted),
    ("URL host is malformed.", ErrorCode::UrlHostMalformed),
    ("Only public IPs are allowed.", ErrorCode::UrlHostPrivateIpForbidden),
    ("No URL host supplied.", ErrorCode::UrlHostRequired),
    ("Failed to parse URL.", ErrorCode::UrlParsingFailed),
    ("Too many redirects.", ErrorCode::UrlRedirectsLimitExceeded),
    ("Invalid URL scheme.", ErrorCode::UrlSchemeInvalid),
    ("No URL scheme supplied.", ErrorCode::UrlSchemeRequired),
    ("Failed to validate URL.", ErrorCode::UrlValidation),
    ("%s is required.", ErrorCode::RequestParamRequired),
];

impl ErrorCode {
    /// The code that belongs to a message, where the service gives nothing but the message.
    pub(crate) fn of_message(message: &str) -> Option<Self> {
        let fits = |pattern: &str| {
            let mut rest = message;
            let mut pieces = pattern.split("%s").peekable();
            let first = pieces.next().unwrap_or_default();
            let Some(after) = rest.strip_prefix(first) else { return false };
            rest = after;
            while let Some(piece) = pieces.next() {
                let end = if pieces.peek().is_none() {
                    rest.ends_with(piece).then(|| rest.len() - piece.len())
                } else {
                    rest.find(piece)
                };
                match end {
                    Some(at) if at > 0 => rest = &rest[at + piece.len()..],
                    _ => return false,
                }
            }
            rest.is_empty()
        };
        MESSAGES.iter().find(|(pattern, _)| fits(pattern)).map(|(_, code)| code.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_tell_their_codes() {
        for (message, code) in MESSAGES {
            let message = message.replace("%s", "x y");
            let told = ErrorCode::of_message(&message);
            assert_eq!(told.as_ref(), Some(code), "{message}");
        }
        for (message, code) in [
            ("pub_key is required.", Some(ErrorCode::ProjectPublicKeyRequired)),
            ("filename is required.", Some(ErrorCode::RequestParamRequired)),
            ("HTTP client error: 404.", Some(ErrorCode::DownloadFileHttpClient)),
            ("Downloaded file is too big: 7 > 5.", Some(ErrorCode::DownloadFileSizeLimitExceeded)),
            (" is required.", None),
            ("Something new.", None),
        ] {
            assert_eq!(ErrorCode::of_message(message), code, "{message}");
        }
    }
}
