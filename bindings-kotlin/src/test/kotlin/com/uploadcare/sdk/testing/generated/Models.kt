// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk.testing.generated

import com.uploadcare.sdk.model.AccountProject
import com.uploadcare.sdk.model.Alignment
import com.uploadcare.sdk.model.AppData
import com.uploadcare.sdk.model.ArchiveFormat
import com.uploadcare.sdk.model.AudioStream
import com.uploadcare.sdk.model.AuthScheme
import com.uploadcare.sdk.model.BatchFailure
import com.uploadcare.sdk.model.BatchResult
import com.uploadcare.sdk.model.BoundingBox
import com.uploadcare.sdk.model.CallEvent
import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.model.Collaborator
import com.uploadcare.sdk.model.Color
import com.uploadcare.sdk.model.ColorMode
import com.uploadcare.sdk.model.ContentInfo
import com.uploadcare.sdk.model.ConversionBatchRecord
import com.uploadcare.sdk.model.ConversionFormat
import com.uploadcare.sdk.model.CropObject
import com.uploadcare.sdk.model.DailyUsage
import com.uploadcare.sdk.model.DeliveryHosts
import com.uploadcare.sdk.model.DeliveryInfo
import com.uploadcare.sdk.model.DeliveryKind
import com.uploadcare.sdk.model.DeliveryOperation
import com.uploadcare.sdk.model.DeliveryTokenKind
import com.uploadcare.sdk.model.DeliveryUrl
import com.uploadcare.sdk.model.DetectedLabel
import com.uploadcare.sdk.model.DetectedLabels
import com.uploadcare.sdk.model.DetectedModerationLabels
import com.uploadcare.sdk.model.DocumentFormat
import com.uploadcare.sdk.model.DocumentInfo
import com.uploadcare.sdk.model.DownloadInfo
import com.uploadcare.sdk.model.DownloadProgress
import com.uploadcare.sdk.model.DownloadedFile
import com.uploadcare.sdk.model.ErrorCode
import com.uploadcare.sdk.model.ErrorInfo
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.ExplainedRequest
import com.uploadcare.sdk.model.Face
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.FileOrdering
import com.uploadcare.sdk.model.FilterName
import com.uploadcare.sdk.model.FontFamily
import com.uploadcare.sdk.model.FontStyle
import com.uploadcare.sdk.model.FontWeight
import com.uploadcare.sdk.model.GeoLocation
import com.uploadcare.sdk.model.GifVideoFormat
import com.uploadcare.sdk.model.GifVideoQuality
import com.uploadcare.sdk.model.GroupInfo
import com.uploadcare.sdk.model.GroupOrdering
import com.uploadcare.sdk.model.Highlight
import com.uploadcare.sdk.model.HorizontalAlignment
import com.uploadcare.sdk.model.ImageFormat
import com.uploadcare.sdk.model.ImageInfo
import com.uploadcare.sdk.model.ImageQuality
import com.uploadcare.sdk.model.JobInfo
import com.uploadcare.sdk.model.JobRecord
import com.uploadcare.sdk.model.JobState
import com.uploadcare.sdk.model.JobStatus
import com.uploadcare.sdk.model.LabelInstance
import com.uploadcare.sdk.model.LabelParent
import com.uploadcare.sdk.model.LabelsData
import com.uploadcare.sdk.model.MetricUsage
import com.uploadcare.sdk.model.MimeInfo
import com.uploadcare.sdk.model.MimeTypeFiltering
import com.uploadcare.sdk.model.ModerationLabel
import com.uploadcare.sdk.model.ModerationLabelsData
import com.uploadcare.sdk.model.MultipartUpload
import com.uploadcare.sdk.model.NewProjectSecret
import com.uploadcare.sdk.model.OnLost
import com.uploadcare.sdk.model.PageInfo
import com.uploadcare.sdk.model.Problem
import com.uploadcare.sdk.model.ProjectFeature
import com.uploadcare.sdk.model.ProjectFeatures
import com.uploadcare.sdk.model.ProjectInfo
import com.uploadcare.sdk.model.ProjectSecret
import com.uploadcare.sdk.model.ProjectTeam
import com.uploadcare.sdk.model.ProjectUploads
import com.uploadcare.sdk.model.RemoteCopy
import com.uploadcare.sdk.model.RemoveBackgroundChannels
import com.uploadcare.sdk.model.RemoveBackgroundType
import com.uploadcare.sdk.model.RemoveBackgroundTypeLevel
import com.uploadcare.sdk.model.RemovedBackground
import com.uploadcare.sdk.model.RemovedBackgroundData
import com.uploadcare.sdk.model.ScaleCropFocus
import com.uploadcare.sdk.model.SearchSort
import com.uploadcare.sdk.model.SignedUrl
import com.uploadcare.sdk.model.SigningRequest
import com.uploadcare.sdk.model.SrgbMode
import com.uploadcare.sdk.model.StretchMode
import com.uploadcare.sdk.model.StripMeta
import com.uploadcare.sdk.model.TagsChange
import com.uploadcare.sdk.model.TextBoxMode
import com.uploadcare.sdk.model.Totals
import com.uploadcare.sdk.model.UploadAuth
import com.uploadcare.sdk.model.UploadFailure
import com.uploadcare.sdk.model.UploadGroupInfo
import com.uploadcare.sdk.model.UploadInfo
import com.uploadcare.sdk.model.UploadManyResult
import com.uploadcare.sdk.model.UploadProgress
import com.uploadcare.sdk.model.UploadSignature
import com.uploadcare.sdk.model.UploadToken
import com.uploadcare.sdk.model.UploadedFile
import com.uploadcare.sdk.model.Usage
import com.uploadcare.sdk.model.UsageMetric
import com.uploadcare.sdk.model.UsageRow
import com.uploadcare.sdk.model.UsageUnits
import com.uploadcare.sdk.model.UsageValue
import com.uploadcare.sdk.model.VerticalAlignment
import com.uploadcare.sdk.model.VideoFormat
import com.uploadcare.sdk.model.VideoInfo
import com.uploadcare.sdk.model.VideoQuality
import com.uploadcare.sdk.model.VideoResizeMode
import com.uploadcare.sdk.model.VideoStream
import com.uploadcare.sdk.model.VirusScan
import com.uploadcare.sdk.model.VirusScanData
import com.uploadcare.sdk.model.Webhook
import com.uploadcare.sdk.model.WebhookDelivery
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.model.WebhookHook
import com.uploadcare.sdk.model.WebhookInitiator
import com.uploadcare.sdk.model.WebhookInitiatorDetail
import com.uploadcare.sdk.model.WebhookInitiatorType
import com.uploadcare.sdk.model.WebhookPreviousValues
import com.uploadcare.sdk.testing.observed
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive

/** A model by its fields, or an enum by its text, as cases spell them; null if it is neither. */
fun shown(value: Any): JsonElement? =
    when (value) {
        is AccountProject -> {
            observed(
                "pub_key" to value.pubKey,
                "name" to value.name,
                "is_blocked" to value.isBlocked,
                "is_search_index_allowed" to value.isSearchIndexAllowed,
                "is_shared_project" to value.isSharedProject,
                "features" to value.features,
            )
        }

        is AppData -> {
            observed(
                "aws_rekognition_detect_labels" to value.awsRekognitionDetectLabels,
                "aws_rekognition_detect_moderation_labels" to value.awsRekognitionDetectModerationLabels,
                "uc_clamav_virus_scan" to value.ucClamavVirusScan,
                "remove_bg" to value.removeBg,
            )
        }

        is AudioStream -> {
            observed(
                "bitrate" to value.bitrate,
                "codec" to value.codec,
                "sample_rate" to value.sampleRate,
                "channels" to value.channels,
                "profile" to value.profile,
            )
        }

        is BatchFailure -> {
            observed(
                "uuids" to value.uuids,
                "error" to value.error,
            )
        }

        is BatchResult -> {
            observed(
                "files" to value.files,
                "problems" to value.problems,
                "failures" to value.failures,
                "not_tried" to value.notTried,
            )
        }

        is BoundingBox -> {
            observed(
                "height" to value.height,
                "left" to value.left,
                "top" to value.top,
                "width" to value.width,
            )
        }

        is CallEvent -> {
            observed(
                "kind" to value.kind,
                "call" to value.call,
                "method" to value.method,
                "host" to value.host,
                "path" to value.path,
                "attempt" to value.attempt,
                "elapsed" to value.elapsed,
                "wait" to value.wait,
                "status" to value.status,
                "request_id" to value.requestId,
                "sent_bytes" to value.sentBytes,
                "received_bytes" to value.receivedBytes,
                "error" to value.error,
            )
        }

        is Collaborator -> {
            observed(
                "name" to value.name,
                "email" to value.email,
            )
        }

        is Color -> {
            observed(
                "red" to value.red,
                "green" to value.green,
                "blue" to value.blue,
                "hex" to value.hex,
            )
        }

        is ContentInfo -> {
            observed(
                "mime" to value.mime,
                "image" to value.image,
                "video" to value.video,
            )
        }

        is ConversionBatchRecord -> {
            observed(
                "jobs" to value.jobs,
                "problems" to value.problems,
            )
        }

        is ConversionFormat -> {
            observed(
                "name" to value.name,
            )
        }

        is DailyUsage -> {
            observed(
                "date" to value.date,
                "traffic" to value.traffic,
                "storage" to value.storage,
                "operations" to value.operations,
            )
        }

        is DeliveryHosts -> {
            observed(
                "prefix" to value.prefix,
                "base" to value.base,
                "project_base" to value.projectBase,
                "signed_base" to value.signedBase,
                "shared_base" to value.sharedBase,
            )
        }

        is DeliveryInfo -> {
            observed(
                "id" to value.id,
                "width" to value.width,
                "height" to value.height,
                "format" to value.format,
                "color_mode" to value.colorMode,
                "orientation" to value.orientation,
                "dpi" to value.dpi,
                "geo_location" to value.geoLocation,
                "datetime_original" to value.datetimeOriginal,
                "sequence" to value.sequence,
                "hash" to value.hash,
                "blurhash" to value.blurhash,
            )
        }

        is DeliveryOperation -> {
            observed(
                "name" to value.name,
                "parameters" to value.parameters,
            )
        }

        is DeliveryUrl -> {
            observed(
                "kind" to value.kind,
                "base" to value.base,
                "uuid" to value.uuid,
                "group" to value.group,
                "index" to value.index,
                "archive" to value.archive,
                "source_url" to value.sourceUrl,
                "transformation" to value.transformation,
                "operations" to value.operations,
                "filename" to value.filename,
                "query" to value.query,
            )
        }

        is DetectedLabel -> {
            observed(
                "name" to value.name,
                "confidence" to value.confidence,
                "parents" to value.parents,
                "instances" to value.instances,
            )
        }

        is DetectedLabels -> {
            observed(
                "data" to value.data,
                "version" to value.version,
                "datetime_created" to value.datetimeCreated,
                "datetime_updated" to value.datetimeUpdated,
            )
        }

        is DetectedModerationLabels -> {
            observed(
                "data" to value.data,
                "version" to value.version,
                "datetime_created" to value.datetimeCreated,
                "datetime_updated" to value.datetimeUpdated,
            )
        }

        is DocumentFormat -> {
            observed(
                "name" to value.name,
                "conversion_formats" to value.conversionFormats,
                "converted_groups" to value.convertedGroups,
            )
        }

        is DocumentInfo -> {
            observed(
                "error" to value.error,
                "format" to value.format,
                "converted_groups" to value.convertedGroups,
            )
        }

        is DownloadInfo -> {
            observed(
                "size" to value.size,
                "content_type" to value.contentType,
                "filename" to value.filename,
                "etag" to value.etag,
            )
        }

        is DownloadProgress -> {
            observed(
                "received_bytes" to value.receivedBytes,
                "total_bytes" to value.totalBytes,
                "file" to value.file,
            )
        }

        is DownloadedFile -> {
            observed(
                "path" to value.path,
                "size" to value.size,
                "content_type" to value.contentType,
                "etag" to value.etag,
            )
        }

        is ErrorInfo -> {
            observed(
                "kind" to value.kind,
                "message" to value.message,
                "parameter" to value.parameter,
                "status" to value.status,
                "code" to value.code,
                "request_id" to value.requestId,
                "retry_after" to value.retryAfter,
                "field_errors" to value.fieldErrors,
                "method" to value.method,
                "path" to value.path,
                "is_retryable" to value.isRetryable,
            )
        }

        is ExplainedRequest -> {
            observed(
                "method" to value.method,
                "url" to value.url,
                "headers" to value.headers,
                "body" to value.body,
                "curl" to value.curl,
            )
        }

        is Face -> {
            observed(
                "x" to value.x,
                "y" to value.y,
                "width" to value.width,
                "height" to value.height,
            )
        }

        is FileInfo -> {
            observed(
                "uuid" to value.uuid,
                "url" to value.url,
                "original_file_url" to value.originalFileUrl,
                "original_filename" to value.originalFilename,
                "size" to value.size,
                "mime_type" to value.mimeType,
                "is_image" to value.isImage,
                "is_ready" to value.isReady,
                "datetime_uploaded" to value.datetimeUploaded,
                "datetime_stored" to value.datetimeStored,
                "datetime_removed" to value.datetimeRemoved,
                "content_info" to value.contentInfo,
                "metadata" to value.metadata,
                "variations" to value.variations,
                "tags" to value.tags,
                "appdata" to value.appdata,
                "default_effects" to value.defaultEffects,
                "highlight" to value.highlight,
            )
        }

        is GeoLocation -> {
            observed(
                "latitude" to value.latitude,
                "longitude" to value.longitude,
            )
        }

        is GroupInfo -> {
            observed(
                "id" to value.id,
                "datetime_created" to value.datetimeCreated,
                "files_count" to value.filesCount,
                "cdn_url" to value.cdnUrl,
                "url" to value.url,
                "files" to value.files,
            )
        }

        is Highlight -> {
            observed(
                "original_filename" to value.originalFilename,
                "detected_mime_type" to value.detectedMimeType,
                "metadata" to value.metadata,
            )
        }

        is ImageInfo -> {
            observed(
                "format" to value.format,
                "width" to value.width,
                "height" to value.height,
                "sequence" to value.sequence,
                "color_mode" to value.colorMode,
                "orientation" to value.orientation,
                "dpi" to value.dpi,
                "geo_location" to value.geoLocation,
                "datetime_original" to value.datetimeOriginal,
            )
        }

        is JobInfo -> {
            observed(
                "kind" to value.kind,
                "source" to value.source,
                "token" to value.token,
                "request_id" to value.requestId,
                "uuid" to value.uuid,
                "thumbnails_group_uuid" to value.thumbnailsGroupUuid,
            )
        }

        is JobRecord -> {
            observed(
                "text" to value.text,
                "info" to value.info,
            )
        }

        is JobStatus -> {
            observed(
                "state" to value.state,
                "error" to value.error,
                "error_code" to value.errorCode,
                "uuid" to value.uuid,
                "thumbnails_group_uuid" to value.thumbnailsGroupUuid,
                "done_bytes" to value.doneBytes,
                "total_bytes" to value.totalBytes,
            )
        }

        is LabelInstance -> {
            observed(
                "bounding_box" to value.boundingBox,
                "confidence" to value.confidence,
            )
        }

        is LabelParent -> {
            observed(
                "name" to value.name,
            )
        }

        is LabelsData -> {
            observed(
                "label_model_version" to value.labelModelVersion,
                "labels" to value.labels,
            )
        }

        is MetricUsage -> {
            observed(
                "metric" to value.metric,
                "unit" to value.unit,
                "data" to value.data,
            )
        }

        is MimeInfo -> {
            observed(
                "mime" to value.mime,
                "type" to value.type,
                "subtype" to value.subtype,
            )
        }

        is MimeTypeFiltering -> {
            observed(
                "mime_types" to value.mimeTypes,
                "is_mime_filtering_enabled" to value.isMimeFilteringEnabled,
            )
        }

        is ModerationLabel -> {
            observed(
                "name" to value.name,
                "parent_name" to value.parentName,
                "confidence" to value.confidence,
            )
        }

        is ModerationLabelsData -> {
            observed(
                "moderation_model_version" to value.moderationModelVersion,
                "moderation_labels" to value.moderationLabels,
            )
        }

        is MultipartUpload -> {
            observed(
                "uuid" to value.uuid,
                "parts" to value.parts,
            )
        }

        is NewProjectSecret -> {
            observed(
                "id" to value.id,
                "secret" to value.secret,
            )
        }

        is PageInfo -> {
            observed(
                "next" to value.next,
                "previous" to value.previous,
                "total" to value.total,
                "per_page" to value.perPage,
                "totals" to value.totals,
            )
        }

        is Problem -> {
            observed(
                "source" to value.source,
                "message" to value.message,
            )
        }

        is ProjectFeature -> {
            observed(
                "is_enabled" to value.isEnabled,
            )
        }

        is ProjectFeatures -> {
            observed(
                "gif_to_video_conversion" to value.gifToVideoConversion,
                "mime_type_filtering" to value.mimeTypeFiltering,
                "team_members" to value.teamMembers,
                "uploads" to value.uploads,
                "video_processing" to value.videoProcessing,
                "malware_protection" to value.malwareProtection,
                "svg_validation" to value.svgValidation,
            )
        }

        is ProjectInfo -> {
            observed(
                "name" to value.name,
                "pub_key" to value.pubKey,
                "autostore_enabled" to value.autostoreEnabled,
                "collaborators" to value.collaborators,
            )
        }

        is ProjectSecret -> {
            observed(
                "id" to value.id,
                "hint" to value.hint,
                "last_used_at" to value.lastUsedAt,
            )
        }

        is ProjectTeam -> {
            observed(
                "team_size" to value.teamSize,
            )
        }

        is ProjectUploads -> {
            observed(
                "filesize_limit" to value.filesizeLimit,
                "autostore" to value.autostore,
                "image_resolution_limit" to value.imageResolutionLimit,
                "is_signed_upload_enabled" to value.isSignedUploadEnabled,
            )
        }

        is RemoteCopy -> {
            observed(
                "url" to value.url,
                "already_exists" to value.alreadyExists,
            )
        }

        is RemovedBackground -> {
            observed(
                "data" to value.data,
                "version" to value.version,
                "datetime_created" to value.datetimeCreated,
                "datetime_updated" to value.datetimeUpdated,
            )
        }

        is RemovedBackgroundData -> {
            observed(
                "foreground_type" to value.foregroundType,
            )
        }

        is SignedUrl -> {
            observed(
                "kind" to value.kind,
                "expires_at" to value.expiresAt,
                "acl" to value.acl,
                "secret_index" to value.secretIndex,
            )
        }

        is SigningRequest -> {
            observed(
                "method" to value.method,
                "target" to value.target,
                "content_type" to value.contentType,
                "date" to value.date,
                "body_md5" to value.bodyMd5,
                "string_to_sign" to value.stringToSign,
            )
        }

        is TagsChange -> {
            observed(
                "tags" to value.tags,
                "added" to value.added,
                "deleted" to value.deleted,
            )
        }

        is Totals -> {
            observed(
                "removed" to value.removed,
                "stored" to value.stored,
                "unstored" to value.unstored,
            )
        }

        is UploadFailure -> {
            observed(
                "index" to value.index,
                "source" to value.source,
                "error" to value.error,
            )
        }

        is UploadGroupInfo -> {
            observed(
                "id" to value.id,
                "datetime_created" to value.datetimeCreated,
                "files_count" to value.filesCount,
                "cdn_url" to value.cdnUrl,
                "url" to value.url,
                "files" to value.files,
            )
        }

        is UploadInfo -> {
            observed(
                "uuid" to value.uuid,
                "size" to value.size,
                "original_filename" to value.originalFilename,
                "filename" to value.filename,
                "mime_type" to value.mimeType,
                "is_image" to value.isImage,
                "is_stored" to value.isStored,
                "is_ready" to value.isReady,
                "image_info" to value.imageInfo,
                "content_info" to value.contentInfo,
                "metadata" to value.metadata,
                "s3_bucket" to value.s3Bucket,
                "default_effects" to value.defaultEffects,
            )
        }

        is UploadManyResult -> {
            observed(
                "files" to value.files,
                "failures" to value.failures,
                "not_tried" to value.notTried,
            )
        }

        is UploadProgress -> {
            observed(
                "sent_bytes" to value.sentBytes,
                "total_bytes" to value.totalBytes,
                "sent_parts" to value.sentParts,
                "total_parts" to value.totalParts,
                "file" to value.file,
            )
        }

        is UploadSignature -> {
            observed(
                "signature" to value.signature,
                "expire" to value.expire,
            )
        }

        is UploadToken -> {
            observed(
                "token" to value.token,
                "expires_at" to value.expiresAt,
            )
        }

        is UploadedFile -> {
            observed(
                "uuid" to value.uuid,
                "original_filename" to value.originalFilename,
                "size" to value.size,
            )
        }

        is Usage -> {
            observed(
                "units" to value.units,
                "data" to value.data,
                "rows" to value.rows,
            )
        }

        is UsageRow -> {
            observed(
                "date" to value.date,
                "metric" to value.metric,
                "value" to value.value,
                "unit" to value.unit,
            )
        }

        is UsageUnits -> {
            observed(
                "traffic" to value.traffic,
                "storage" to value.storage,
                "operations" to value.operations,
            )
        }

        is UsageValue -> {
            observed(
                "date" to value.date,
                "value" to value.value,
            )
        }

        is VideoInfo -> {
            observed(
                "format" to value.format,
                "duration" to value.duration,
                "bitrate" to value.bitrate,
                "audio" to value.audio,
                "video" to value.video,
            )
        }

        is VideoStream -> {
            observed(
                "height" to value.height,
                "width" to value.width,
                "frame_rate" to value.frameRate,
                "bitrate" to value.bitrate,
                "codec" to value.codec,
            )
        }

        is VirusScan -> {
            observed(
                "data" to value.data,
                "version" to value.version,
                "datetime_created" to value.datetimeCreated,
                "datetime_updated" to value.datetimeUpdated,
            )
        }

        is VirusScanData -> {
            observed(
                "infected" to value.infected,
                "infected_with" to value.infectedWith,
            )
        }

        is Webhook -> {
            observed(
                "id" to value.id,
                "project" to value.project,
                "event" to value.event,
                "target_url" to value.targetUrl,
                "is_active" to value.isActive,
                "signing_secret" to value.signingSecret,
                "version" to value.version,
                "created" to value.created,
                "updated" to value.updated,
            )
        }

        is WebhookDelivery -> {
            observed(
                "initiator" to value.initiator,
                "hook" to value.hook,
                "data" to value.data,
                "file" to value.file,
                "previous_values" to value.previousValues,
            )
        }

        is WebhookHook -> {
            observed(
                "id" to value.id,
                "event" to value.event,
                "project_id" to value.projectId,
                "project_pub_key" to value.projectPubKey,
                "target" to value.target,
                "is_active" to value.isActive,
                "version" to value.version,
                "created_at" to value.createdAt,
                "updated_at" to value.updatedAt,
            )
        }

        is WebhookInitiator -> {
            observed(
                "type" to value.type,
                "detail" to value.detail,
            )
        }

        is WebhookInitiatorDetail -> {
            observed(
                "request_id" to value.requestId,
                "addon_name" to value.addonName,
                "source_file_uuid" to value.sourceFileUuid,
            )
        }

        is WebhookPreviousValues -> {
            observed(
                "metadata" to value.metadata,
                "appdata" to value.appdata,
            )
        }

        is Alignment,
        is ArchiveFormat,
        is AuthScheme,
        is CallEventKind,
        is ColorMode,
        is CropObject,
        is DeliveryKind,
        is DeliveryTokenKind,
        is ErrorCode,
        is ErrorKind,
        is FileOrdering,
        is FilterName,
        is FontFamily,
        is FontStyle,
        is FontWeight,
        is GifVideoFormat,
        is GifVideoQuality,
        is GroupOrdering,
        is HorizontalAlignment,
        is ImageFormat,
        is ImageQuality,
        is JobState,
        is OnLost,
        is RemoveBackgroundChannels,
        is RemoveBackgroundType,
        is RemoveBackgroundTypeLevel,
        is ScaleCropFocus,
        is SearchSort,
        is SrgbMode,
        is StretchMode,
        is StripMeta,
        is TextBoxMode,
        is UploadAuth,
        is UsageMetric,
        is VerticalAlignment,
        is VideoFormat,
        is VideoQuality,
        is VideoResizeMode,
        is WebhookEvent,
        is WebhookInitiatorType,
        -> {
            JsonPrimitive(value.toString())
        }

        else -> {
            null
        }
    }
