// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareSDK

extension AccountProject: Observed {
    var observed: JsonNode {
        [
            "pub_key": pubKey.observed,
            "name": name.observed,
            "is_blocked": isBlocked.observed,
            "is_search_index_allowed": isSearchIndexAllowed.observed,
            "is_shared_project": isSharedProject.observed,
            "features": features.observed,
        ]
    }
}

extension AppData: Observed {
    var observed: JsonNode {
        [
            "aws_rekognition_detect_labels": awsRekognitionDetectLabels.observed,
            "aws_rekognition_detect_moderation_labels":
                awsRekognitionDetectModerationLabels.observed,
            "uc_clamav_virus_scan": ucClamavVirusScan.observed,
            "remove_bg": removeBg.observed,
        ]
    }
}

extension AudioStream: Observed {
    var observed: JsonNode {
        [
            "bitrate": bitrate.observed,
            "codec": codec.observed,
            "sample_rate": sampleRate.observed,
            "channels": channels.observed,
            "profile": profile.observed,
        ]
    }
}

extension BatchFailure: Observed {
    var observed: JsonNode {
        ["uuids": uuids.observed, "error": error.observed]
    }
}

extension BatchResult: Observed {
    var observed: JsonNode {
        [
            "files": files.observed,
            "problems": problems.observed,
            "failures": failures.observed,
            "not_tried": notTried.observed,
        ]
    }
}

extension BoundingBox: Observed {
    var observed: JsonNode {
        [
            "height": height.observed,
            "left": left.observed,
            "top": top.observed,
            "width": width.observed,
        ]
    }
}

extension CallEvent: Observed {
    var observed: JsonNode {
        [
            "kind": kind.observed,
            "call": call.observed,
            "method": method.observed,
            "host": host.observed,
            "path": path.observed,
            "attempt": attempt.observed,
            "elapsed": elapsed.observed,
            "wait": wait.observed,
            "status": status.observed,
            "request_id": requestId.observed,
            "sent_bytes": sentBytes.observed,
            "received_bytes": receivedBytes.observed,
            "error": error.observed,
        ]
    }
}

extension Collaborator: Observed {
    var observed: JsonNode {
        ["name": name.observed, "email": email.observed]
    }
}

extension Color: Observed {
    var observed: JsonNode {
        ["red": red.observed, "green": green.observed, "blue": blue.observed, "hex": hex.observed]
    }
}

extension ContentInfo: Observed {
    var observed: JsonNode {
        ["mime": mime.observed, "image": image.observed, "video": video.observed]
    }
}

extension ConversionFormat: Observed {
    var observed: JsonNode {
        ["name": name.observed]
    }
}

extension DailyUsage: Observed {
    var observed: JsonNode {
        [
            "date": date.observed,
            "traffic": traffic.observed,
            "storage": storage.observed,
            "operations": operations.observed,
        ]
    }
}

extension DeliveryHosts: Observed {
    var observed: JsonNode {
        [
            "prefix": prefix.observed,
            "base": base.observed,
            "project_base": projectBase.observed,
            "signed_base": signedBase.observed,
            "shared_base": sharedBase.observed,
        ]
    }
}

extension DeliveryInfo: Observed {
    var observed: JsonNode {
        [
            "id": id.observed,
            "width": width.observed,
            "height": height.observed,
            "format": format.observed,
            "color_mode": colorMode.observed,
            "orientation": orientation.observed,
            "dpi": dpi.observed,
            "geo_location": geoLocation.observed,
            "datetime_original": datetimeOriginal.observed,
            "sequence": sequence.observed,
            "hash": hash.observed,
            "blurhash": blurhash.observed,
        ]
    }
}

extension DeliveryOperation: Observed {
    var observed: JsonNode {
        ["name": name.observed, "parameters": parameters.observed]
    }
}

extension DeliveryUrl: Observed {
    var observed: JsonNode {
        [
            "kind": kind.observed,
            "base": base.observed,
            "uuid": uuid.observed,
            "group": group.observed,
            "index": index.observed,
            "archive": archive.observed,
            "source_url": sourceUrl.observed,
            "transformation": transformation.observed,
            "operations": operations.observed,
            "filename": filename.observed,
            "query": query.observed,
        ]
    }
}

extension DetectedLabel: Observed {
    var observed: JsonNode {
        [
            "name": name.observed,
            "confidence": confidence.observed,
            "parents": parents.observed,
            "instances": instances.observed,
        ]
    }
}

extension DetectedLabels: Observed {
    var observed: JsonNode {
        [
            "data": data.observed,
            "version": version.observed,
            "datetime_created": datetimeCreated.observed,
            "datetime_updated": datetimeUpdated.observed,
        ]
    }
}

extension DetectedModerationLabels: Observed {
    var observed: JsonNode {
        [
            "data": data.observed,
            "version": version.observed,
            "datetime_created": datetimeCreated.observed,
            "datetime_updated": datetimeUpdated.observed,
        ]
    }
}

extension DocumentFormat: Observed {
    var observed: JsonNode {
        [
            "name": name.observed,
            "conversion_formats": conversionFormats.observed,
            "converted_groups": convertedGroups.observed,
        ]
    }
}

extension DocumentInfo: Observed {
    var observed: JsonNode {
        [
            "error": error.observed,
            "format": format.observed,
            "converted_groups": convertedGroups.observed,
        ]
    }
}

extension DownloadInfo: Observed {
    var observed: JsonNode {
        [
            "size": size.observed,
            "content_type": contentType.observed,
            "filename": filename.observed,
            "etag": etag.observed,
        ]
    }
}

extension DownloadProgress: Observed {
    var observed: JsonNode {
        [
            "received_bytes": receivedBytes.observed,
            "total_bytes": totalBytes.observed,
            "file": file.observed,
        ]
    }
}

extension DownloadedFile: Observed {
    var observed: JsonNode {
        [
            "path": path.observed,
            "size": size.observed,
            "content_type": contentType.observed,
            "etag": etag.observed,
        ]
    }
}

extension ErrorInfo: Observed {
    var observed: JsonNode {
        [
            "kind": kind.observed,
            "message": message.observed,
            "parameter": parameter.observed,
            "status": status.observed,
            "code": code.observed,
            "request_id": requestId.observed,
            "retry_after": retryAfter.observed,
            "field_errors": fieldErrors.observed,
            "method": method.observed,
            "path": path.observed,
            "is_retryable": isRetryable.observed,
        ]
    }
}

extension ExplainedRequest: Observed {
    var observed: JsonNode {
        [
            "method": method.observed,
            "url": url.observed,
            "headers": headers.observed,
            "body": body.observed,
            "curl": curl.observed,
        ]
    }
}

extension Face: Observed {
    var observed: JsonNode {
        ["x": x.observed, "y": y.observed, "width": width.observed, "height": height.observed]
    }
}

extension FileInfo: Observed {
    var observed: JsonNode {
        [
            "uuid": uuid.observed,
            "url": url.observed,
            "original_file_url": originalFileUrl.observed,
            "original_filename": originalFilename.observed,
            "size": size.observed,
            "mime_type": mimeType.observed,
            "is_image": isImage.observed,
            "is_ready": isReady.observed,
            "datetime_uploaded": datetimeUploaded.observed,
            "datetime_stored": datetimeStored.observed,
            "datetime_removed": datetimeRemoved.observed,
            "content_info": contentInfo.observed,
            "metadata": metadata.observed,
            "variations": variations.observed,
            "tags": tags.observed,
            "appdata": appdata.observed,
            "default_effects": defaultEffects.observed,
            "highlight": highlight.observed,
        ]
    }
}

extension GeoLocation: Observed {
    var observed: JsonNode {
        ["latitude": latitude.observed, "longitude": longitude.observed]
    }
}

extension GroupInfo: Observed {
    var observed: JsonNode {
        [
            "id": id.observed,
            "datetime_created": datetimeCreated.observed,
            "files_count": filesCount.observed,
            "cdn_url": cdnUrl.observed,
            "url": url.observed,
            "files": files.observed,
        ]
    }
}

extension Highlight: Observed {
    var observed: JsonNode {
        [
            "original_filename": originalFilename.observed,
            "detected_mime_type": detectedMimeType.observed,
            "metadata": metadata.observed,
        ]
    }
}

extension ImageInfo: Observed {
    var observed: JsonNode {
        [
            "format": format.observed,
            "width": width.observed,
            "height": height.observed,
            "sequence": sequence.observed,
            "color_mode": colorMode.observed,
            "orientation": orientation.observed,
            "dpi": dpi.observed,
            "geo_location": geoLocation.observed,
            "datetime_original": datetimeOriginal.observed,
        ]
    }
}

extension JobInfo: Observed {
    var observed: JsonNode {
        [
            "kind": kind.observed,
            "source": source.observed,
            "token": token.observed,
            "request_id": requestId.observed,
            "uuid": uuid.observed,
            "thumbnails_group_uuid": thumbnailsGroupUuid.observed,
        ]
    }
}

extension JobStatus: Observed {
    var observed: JsonNode {
        [
            "state": state.observed,
            "error": error.observed,
            "error_code": errorCode.observed,
            "uuid": uuid.observed,
            "thumbnails_group_uuid": thumbnailsGroupUuid.observed,
            "done_bytes": doneBytes.observed,
            "total_bytes": totalBytes.observed,
        ]
    }
}

extension LabelInstance: Observed {
    var observed: JsonNode {
        ["bounding_box": boundingBox.observed, "confidence": confidence.observed]
    }
}

extension LabelParent: Observed {
    var observed: JsonNode {
        ["name": name.observed]
    }
}

extension LabelsData: Observed {
    var observed: JsonNode {
        ["label_model_version": labelModelVersion.observed, "labels": labels.observed]
    }
}

extension MetricUsage: Observed {
    var observed: JsonNode {
        ["metric": metric.observed, "unit": unit.observed, "data": data.observed]
    }
}

extension MimeInfo: Observed {
    var observed: JsonNode {
        ["mime": mime.observed, "type": type.observed, "subtype": subtype.observed]
    }
}

extension MimeTypeFiltering: Observed {
    var observed: JsonNode {
        [
            "mime_types": mimeTypes.observed,
            "is_mime_filtering_enabled": isMimeFilteringEnabled.observed,
        ]
    }
}

extension ModerationLabel: Observed {
    var observed: JsonNode {
        [
            "name": name.observed,
            "parent_name": parentName.observed,
            "confidence": confidence.observed,
        ]
    }
}

extension ModerationLabelsData: Observed {
    var observed: JsonNode {
        [
            "moderation_model_version": moderationModelVersion.observed,
            "moderation_labels": moderationLabels.observed,
        ]
    }
}

extension MultipartUpload: Observed {
    var observed: JsonNode {
        ["uuid": uuid.observed, "parts": parts.observed]
    }
}

extension NewProjectSecret: Observed {
    var observed: JsonNode {
        ["id": id.observed, "secret": secret.observed]
    }
}

extension PageInfo: Observed {
    var observed: JsonNode {
        [
            "next": next.observed,
            "previous": previous.observed,
            "total": total.observed,
            "per_page": perPage.observed,
            "totals": totals.observed,
        ]
    }
}

extension Problem: Observed {
    var observed: JsonNode {
        ["source": source.observed, "message": message.observed]
    }
}

extension ProjectFeature: Observed {
    var observed: JsonNode {
        ["is_enabled": isEnabled.observed]
    }
}

extension ProjectFeatures: Observed {
    var observed: JsonNode {
        [
            "gif_to_video_conversion": gifToVideoConversion.observed,
            "mime_type_filtering": mimeTypeFiltering.observed,
            "team_members": teamMembers.observed,
            "uploads": uploads.observed,
            "video_processing": videoProcessing.observed,
            "malware_protection": malwareProtection.observed,
            "svg_validation": svgValidation.observed,
        ]
    }
}

extension ProjectInfo: Observed {
    var observed: JsonNode {
        [
            "name": name.observed,
            "pub_key": pubKey.observed,
            "autostore_enabled": autostoreEnabled.observed,
            "collaborators": collaborators.observed,
        ]
    }
}

extension ProjectSecret: Observed {
    var observed: JsonNode {
        ["id": id.observed, "hint": hint.observed, "last_used_at": lastUsedAt.observed]
    }
}

extension ProjectTeam: Observed {
    var observed: JsonNode {
        ["team_size": teamSize.observed]
    }
}

extension ProjectUploads: Observed {
    var observed: JsonNode {
        [
            "filesize_limit": filesizeLimit.observed,
            "autostore": autostore.observed,
            "image_resolution_limit": imageResolutionLimit.observed,
            "is_signed_upload_enabled": isSignedUploadEnabled.observed,
        ]
    }
}

extension RemoteCopy: Observed {
    var observed: JsonNode {
        ["url": url.observed, "already_exists": alreadyExists.observed]
    }
}

extension RemovedBackground: Observed {
    var observed: JsonNode {
        [
            "data": data.observed,
            "version": version.observed,
            "datetime_created": datetimeCreated.observed,
            "datetime_updated": datetimeUpdated.observed,
        ]
    }
}

extension RemovedBackgroundData: Observed {
    var observed: JsonNode {
        ["foreground_type": foregroundType.observed]
    }
}

extension SignedUrl: Observed {
    var observed: JsonNode {
        [
            "kind": kind.observed,
            "expires_at": expiresAt.observed,
            "acl": acl.observed,
            "secret_index": secretIndex.observed,
        ]
    }
}

extension SigningRequest: Observed {
    var observed: JsonNode {
        [
            "method": method.observed,
            "target": target.observed,
            "content_type": contentType.observed,
            "date": date.observed,
            "body_md5": bodyMd5.observed,
            "string_to_sign": stringToSign.observed,
        ]
    }
}

extension TagsChange: Observed {
    var observed: JsonNode {
        ["tags": tags.observed, "added": added.observed, "deleted": deleted.observed]
    }
}

extension Totals: Observed {
    var observed: JsonNode {
        ["removed": removed.observed, "stored": stored.observed, "unstored": unstored.observed]
    }
}

extension UploadFailure: Observed {
    var observed: JsonNode {
        ["index": index.observed, "source": source.observed, "error": error.observed]
    }
}

extension UploadGroupInfo: Observed {
    var observed: JsonNode {
        [
            "id": id.observed,
            "datetime_created": datetimeCreated.observed,
            "files_count": filesCount.observed,
            "cdn_url": cdnUrl.observed,
            "url": url.observed,
            "files": files.observed,
        ]
    }
}

extension UploadInfo: Observed {
    var observed: JsonNode {
        [
            "uuid": uuid.observed,
            "size": size.observed,
            "original_filename": originalFilename.observed,
            "filename": filename.observed,
            "mime_type": mimeType.observed,
            "is_image": isImage.observed,
            "is_stored": isStored.observed,
            "is_ready": isReady.observed,
            "image_info": imageInfo.observed,
            "content_info": contentInfo.observed,
            "metadata": metadata.observed,
            "s3_bucket": s3Bucket.observed,
            "default_effects": defaultEffects.observed,
        ]
    }
}

extension UploadManyResult: Observed {
    var observed: JsonNode {
        ["files": files.observed, "failures": failures.observed, "not_tried": notTried.observed]
    }
}

extension UploadProgress: Observed {
    var observed: JsonNode {
        [
            "sent_bytes": sentBytes.observed,
            "total_bytes": totalBytes.observed,
            "sent_parts": sentParts.observed,
            "total_parts": totalParts.observed,
            "file": file.observed,
        ]
    }
}

extension UploadSignature: Observed {
    var observed: JsonNode {
        ["signature": signature.observed, "expire": expire.observed]
    }
}

extension UploadToken: Observed {
    var observed: JsonNode {
        ["token": token.observed, "expires_at": expiresAt.observed]
    }
}

extension UploadedFile: Observed {
    var observed: JsonNode {
        [
            "uuid": uuid.observed,
            "original_filename": originalFilename.observed,
            "size": size.observed,
        ]
    }
}

extension Usage: Observed {
    var observed: JsonNode {
        ["units": units.observed, "data": data.observed, "rows": rows.observed]
    }
}

extension UsageRow: Observed {
    var observed: JsonNode {
        [
            "date": date.observed,
            "metric": metric.observed,
            "value": value.observed,
            "unit": unit.observed,
        ]
    }
}

extension UsageUnits: Observed {
    var observed: JsonNode {
        [
            "traffic": traffic.observed,
            "storage": storage.observed,
            "operations": operations.observed,
        ]
    }
}

extension UsageValue: Observed {
    var observed: JsonNode {
        ["date": date.observed, "value": value.observed]
    }
}

extension VideoInfo: Observed {
    var observed: JsonNode {
        [
            "format": format.observed,
            "duration": duration.observed,
            "bitrate": bitrate.observed,
            "audio": audio.observed,
            "video": video.observed,
        ]
    }
}

extension VideoStream: Observed {
    var observed: JsonNode {
        [
            "height": height.observed,
            "width": width.observed,
            "frame_rate": frameRate.observed,
            "bitrate": bitrate.observed,
            "codec": codec.observed,
        ]
    }
}

extension VirusScan: Observed {
    var observed: JsonNode {
        [
            "data": data.observed,
            "version": version.observed,
            "datetime_created": datetimeCreated.observed,
            "datetime_updated": datetimeUpdated.observed,
        ]
    }
}

extension VirusScanData: Observed {
    var observed: JsonNode {
        ["infected": infected.observed, "infected_with": infectedWith.observed]
    }
}

extension Webhook: Observed {
    var observed: JsonNode {
        [
            "id": id.observed,
            "project": project.observed,
            "event": event.observed,
            "target_url": targetUrl.observed,
            "is_active": isActive.observed,
            "signing_secret": signingSecret.observed,
            "version": version.observed,
            "created": created.observed,
            "updated": updated.observed,
        ]
    }
}

extension WebhookDelivery: Observed {
    var observed: JsonNode {
        [
            "initiator": initiator.observed,
            "hook": hook.observed,
            "data": data.observed,
            "file": file.observed,
            "previous_values": previousValues.observed,
        ]
    }
}

extension WebhookHook: Observed {
    var observed: JsonNode {
        [
            "id": id.observed,
            "event": event.observed,
            "project_id": projectId.observed,
            "project_pub_key": projectPubKey.observed,
            "target": target.observed,
            "is_active": isActive.observed,
            "version": version.observed,
            "created_at": createdAt.observed,
            "updated_at": updatedAt.observed,
        ]
    }
}

extension WebhookInitiator: Observed {
    var observed: JsonNode {
        ["type": type.observed, "detail": detail.observed]
    }
}

extension WebhookInitiatorDetail: Observed {
    var observed: JsonNode {
        [
            "request_id": requestId.observed,
            "addon_name": addonName.observed,
            "source_file_uuid": sourceFileUuid.observed,
        ]
    }
}

extension WebhookPreviousValues: Observed {
    var observed: JsonNode {
        ["metadata": metadata.observed, "appdata": appdata.observed]
    }
}

extension Alignment: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ArchiveFormat: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension AuthScheme: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension CallEventKind: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ColorMode: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension CropObject: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension DeliveryKind: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension DeliveryTokenKind: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ErrorCode: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ErrorKind: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension FileOrdering: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension FilterName: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension FontFamily: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension FontStyle: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension FontWeight: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension GifVideoFormat: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension GifVideoQuality: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension GroupOrdering: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension HorizontalAlignment: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ImageFormat: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ImageQuality: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension JobState: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension OnLost: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension RemoveBackgroundChannels: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension RemoveBackgroundType: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension RemoveBackgroundTypeLevel: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension ScaleCropFocus: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension SearchSort: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension SrgbMode: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension StretchMode: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension StripMeta: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension TextBoxMode: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension UploadAuth: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension UsageMetric: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension VerticalAlignment: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension VideoFormat: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension VideoQuality: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension VideoResizeMode: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension WebhookEvent: Observed {
    var observed: JsonNode {
        description.observed
    }
}

extension WebhookInitiatorType: Observed {
    var observed: JsonNode {
        description.observed
    }
}
