// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk.testing.generated

import com.uploadcare.sdk.model.AppData
import com.uploadcare.sdk.model.AudioStream
import com.uploadcare.sdk.model.AuthScheme
import com.uploadcare.sdk.model.BatchFailure
import com.uploadcare.sdk.model.BatchResult
import com.uploadcare.sdk.model.BoundingBox
import com.uploadcare.sdk.model.CallEvent
import com.uploadcare.sdk.model.CallEventKind
import com.uploadcare.sdk.model.Collaborator
import com.uploadcare.sdk.model.ColorMode
import com.uploadcare.sdk.model.ContentInfo
import com.uploadcare.sdk.model.ConversionBatchRecord
import com.uploadcare.sdk.model.ConversionFormat
import com.uploadcare.sdk.model.DetectedLabel
import com.uploadcare.sdk.model.DetectedLabels
import com.uploadcare.sdk.model.DetectedModerationLabels
import com.uploadcare.sdk.model.DocumentFormat
import com.uploadcare.sdk.model.DocumentInfo
import com.uploadcare.sdk.model.ErrorCode
import com.uploadcare.sdk.model.ErrorInfo
import com.uploadcare.sdk.model.ErrorKind
import com.uploadcare.sdk.model.ExplainedRequest
import com.uploadcare.sdk.model.FileInfo
import com.uploadcare.sdk.model.FileOrdering
import com.uploadcare.sdk.model.GeoLocation
import com.uploadcare.sdk.model.GroupInfo
import com.uploadcare.sdk.model.GroupOrdering
import com.uploadcare.sdk.model.Highlight
import com.uploadcare.sdk.model.ImageInfo
import com.uploadcare.sdk.model.JobInfo
import com.uploadcare.sdk.model.JobRecord
import com.uploadcare.sdk.model.JobState
import com.uploadcare.sdk.model.JobStatus
import com.uploadcare.sdk.model.LabelInstance
import com.uploadcare.sdk.model.LabelParent
import com.uploadcare.sdk.model.LabelsData
import com.uploadcare.sdk.model.MimeInfo
import com.uploadcare.sdk.model.ModerationLabel
import com.uploadcare.sdk.model.ModerationLabelsData
import com.uploadcare.sdk.model.MultipartUpload
import com.uploadcare.sdk.model.OnLost
import com.uploadcare.sdk.model.PageInfo
import com.uploadcare.sdk.model.Problem
import com.uploadcare.sdk.model.ProjectInfo
import com.uploadcare.sdk.model.RemoteCopy
import com.uploadcare.sdk.model.RemoveBackgroundChannels
import com.uploadcare.sdk.model.RemoveBackgroundType
import com.uploadcare.sdk.model.RemoveBackgroundTypeLevel
import com.uploadcare.sdk.model.RemovedBackground
import com.uploadcare.sdk.model.RemovedBackgroundData
import com.uploadcare.sdk.model.SearchSort
import com.uploadcare.sdk.model.SigningRequest
import com.uploadcare.sdk.model.TagsChange
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
import com.uploadcare.sdk.model.VideoFormat
import com.uploadcare.sdk.model.VideoInfo
import com.uploadcare.sdk.model.VideoQuality
import com.uploadcare.sdk.model.VideoResizeMode
import com.uploadcare.sdk.model.VideoStream
import com.uploadcare.sdk.model.VirusScan
import com.uploadcare.sdk.model.VirusScanData
import com.uploadcare.sdk.model.Webhook
import com.uploadcare.sdk.model.WebhookEvent
import com.uploadcare.sdk.testing.observed
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive

/** A model by its fields, or an enum by its text, as cases spell them; null if it is neither. */
fun shown(value: Any): JsonElement? =
    when (value) {
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

        is MimeInfo -> {
            observed(
                "mime" to value.mime,
                "type" to value.type,
                "subtype" to value.subtype,
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

        is ProjectInfo -> {
            observed(
                "name" to value.name,
                "pub_key" to value.pubKey,
                "autostore_enabled" to value.autostoreEnabled,
                "collaborators" to value.collaborators,
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

        is AuthScheme,
        is CallEventKind,
        is ColorMode,
        is ErrorCode,
        is ErrorKind,
        is FileOrdering,
        is GroupOrdering,
        is JobState,
        is OnLost,
        is RemoveBackgroundChannels,
        is RemoveBackgroundType,
        is RemoveBackgroundTypeLevel,
        is SearchSort,
        is UploadAuth,
        is VideoFormat,
        is VideoQuality,
        is VideoResizeMode,
        is WebhookEvent,
        -> {
            JsonPrimitive(value.toString())
        }

        else -> {
            null
        }
    }
