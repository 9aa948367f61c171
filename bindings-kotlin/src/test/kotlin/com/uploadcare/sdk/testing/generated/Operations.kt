// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk.testing.generated

import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.testing.Given
import com.uploadcare.sdk.testing.batch
import com.uploadcare.sdk.testing.job
import com.uploadcare.sdk.testing.listed
import com.uploadcare.sdk.testing.model
import com.uploadcare.sdk.testing.observed
import com.uploadcare.sdk.testing.text
import com.uploadcare.sdk.testing.texts
import com.uploadcare.sdk.testing.whole
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

/** Calls the operation of this name as a case says, and gives what the case sees; null if there is none. */
suspend fun operate(
    client: Uploadcare,
    name: String,
    call: JsonObject,
): JsonObject? {
    val args = call["args"]?.jsonObject ?: JsonObject(emptyMap())
    val options = Given(call["options"]?.jsonObject ?: JsonObject(emptyMap()))
    return when (name) {
        "files.list" -> {
            listed(client.files.list(options.listFilesOptions()), call) { it.uuid }
        }

        "files.search" -> {
            listed(client.files.search(options.searchOptions()), call) { it.uuid }
        }

        "files.get" -> {
            model(client.files.get(args.text("file"), options.getFileOptions()))
        }

        "files.store" -> {
            model(client.files.store(args.text("file")))
        }

        "files.delete" -> {
            model(client.files.delete(args.text("file")))
        }

        "files.store_many" -> {
            model(client.files.storeMany(args.texts("files"), options.batchOptions()))
        }

        "files.delete_many" -> {
            model(client.files.deleteMany(args.texts("files"), options.batchOptions()))
        }

        "files.copy_local" -> {
            model(client.files.copyLocal(args.text("file"), options.copyLocalOptions()))
        }

        "files.copy_remote" -> {
            model(client.files.copyRemote(args.text("file"), args.text("target"), options.copyRemoteOptions()))
        }

        "tags.get" -> {
            observed("value" to client.tags.get(args.text("file")))
        }

        "tags.replace" -> {
            model(client.tags.replace(args.text("file"), args.texts("tags")))
        }

        "tags.update" -> {
            model(client.tags.update(args.text("file"), options.updateTagsOptions()))
        }

        "metadata.all" -> {
            observed("value" to client.metadata.all(args.text("file")))
        }

        "metadata.get" -> {
            observed("value" to client.metadata.get(args.text("file"), args.text("key")))
        }

        "metadata.set" -> {
            observed("value" to client.metadata.set(args.text("file"), args.text("key"), args.text("value")))
        }

        "metadata.delete" -> {
            client.metadata.delete(args.text("file"), args.text("key"))
            observed()
        }

        "groups.list" -> {
            listed(client.groups.list(options.listGroupsOptions()), call) { it.id }
        }

        "groups.get" -> {
            model(client.groups.get(args.text("group")))
        }

        "groups.delete" -> {
            client.groups.delete(args.text("group"))
            observed()
        }

        "groups.delete_with_files" -> {
            model(client.groups.deleteWithFiles(args.text("group"), options.batchOptions()))
        }

        "webhooks.list" -> {
            observed("value" to client.webhooks.list())
        }

        "webhooks.get" -> {
            model(client.webhooks.get(args.getValue("id").whole()))
        }

        "webhooks.create" -> {
            model(
                client.webhooks.create(
                    args.text("target_url"),
                    webhookEvent(args.text("event")),
                    options.createWebhookOptions(),
                ),
            )
        }

        "webhooks.update" -> {
            model(client.webhooks.update(args.getValue("id").whole(), options.updateWebhookOptions()))
        }

        "webhooks.delete" -> {
            client.webhooks.delete(args.getValue("id").whole())
            observed()
        }

        "webhooks.delete_by_url" -> {
            client.webhooks.deleteByUrl(args.text("target_url"))
            observed()
        }

        "project.get" -> {
            model(client.project.get())
        }

        "conversion.document_path" -> {
            observed("value" to client.conversion.documentPath(args.text("file"), options.documentPathOptions()))
        }

        "conversion.video_path" -> {
            observed("value" to client.conversion.videoPath(args.text("file"), options.videoPathOptions()))
        }

        "conversion.convert_document" -> {
            job(client.conversion.convertDocument(args.text("path"), options.convertDocumentsOptions()))
        }

        "conversion.convert_documents" -> {
            batch(client.conversion.convertDocuments(args.texts("paths"), options.convertDocumentsOptions()))
        }

        "conversion.convert_video" -> {
            job(client.conversion.convertVideo(args.text("path"), options.convertVideosOptions()))
        }

        "conversion.convert_videos" -> {
            batch(client.conversion.convertVideos(args.texts("paths"), options.convertVideosOptions()))
        }

        "conversion.document_info" -> {
            model(client.conversion.documentInfo(args.text("file")))
        }

        "conversion.document_status" -> {
            model(client.conversion.documentStatus(args.getValue("token").whole()))
        }

        "conversion.video_status" -> {
            model(client.conversion.videoStatus(args.getValue("token").whole()))
        }

        "addons.detect_labels" -> {
            job(client.addons.detectLabels(args.text("file")))
        }

        "addons.detect_moderation_labels" -> {
            job(client.addons.detectModerationLabels(args.text("file")))
        }

        "addons.scan_for_viruses" -> {
            job(client.addons.scanForViruses(args.text("file"), options.scanForVirusesOptions()))
        }

        "addons.remove_background" -> {
            job(client.addons.removeBackground(args.text("file"), options.removeBackgroundOptions()))
        }

        "addons.execute" -> {
            job(client.addons.execute(args.text("name"), args.text("file"), options.executeAddonOptions()))
        }

        "addons.status" -> {
            model(client.addons.status(args.text("name"), args.text("request_id")))
        }

        "jobs.open" -> {
            job(client.jobs.open(args.text("text")))
        }

        "uploads.from_url" -> {
            job(client.uploads.fromUrl(args.text("url"), options.fromUrlOptions()))
        }

        "uploads.info" -> {
            model(client.uploads.info(args.text("file")))
        }

        "uploads.wait_until_ready" -> {
            model(client.uploads.waitUntilReady(args.text("file"), options.waitOptions()))
        }

        "uploads.create_group" -> {
            model(client.uploads.createGroup(args.texts("files")))
        }

        "uploads.group_info" -> {
            model(client.uploads.groupInfo(args.text("group")))
        }

        "uploads.start_multipart" -> {
            model(client.uploads.startMultipart(args.getValue("size").whole(), options.uploadOptions()))
        }

        "uploads.complete_multipart" -> {
            model(client.uploads.completeMultipart(args.text("uuid")))
        }

        "uploads.create_token" -> {
            model(client.uploads.createToken(options.createUploadTokenOptions()))
        }

        "uploads.create_signature" -> {
            model(client.uploads.createSignature(options.createUploadSignatureOptions()))
        }

        "delivery.url" -> {
            observed("value" to client.delivery.url(args.text("file"), options.deliveryUrlOptions()))
        }

        "delivery.group_url" -> {
            observed("value" to client.delivery.groupUrl(args.text("group"), options.groupUrlOptions()))
        }

        "delivery.gif_to_video_url" -> {
            observed("value" to client.delivery.gifToVideoUrl(args.text("file"), options.gifToVideoOptions()))
        }

        "delivery.face_detection_url" -> {
            observed("value" to client.delivery.faceDetectionUrl(args.text("file")))
        }

        "delivery.proxy_url" -> {
            observed("value" to client.delivery.proxyUrl(args.text("source_url"), options.proxyUrlOptions()))
        }

        "delivery.srcset" -> {
            observed("value" to client.delivery.srcset(args.text("file"), options.srcsetOptions()))
        }

        "delivery.parse_url" -> {
            model(client.delivery.parseUrl(args.text("url")))
        }

        "delivery.rewrite_url" -> {
            observed("value" to client.delivery.rewriteUrl(args.text("url")))
        }

        "delivery.hosts" -> {
            model(client.delivery.hosts())
        }

        "delivery.signed_url" -> {
            observed("value" to client.delivery.signedUrl(args.text("url"), options.signUrlOptions()))
        }

        "delivery.verify_signed_url" -> {
            model(client.delivery.verifySignedUrl(args.text("url"), options.verifyUrlOptions()))
        }

        "delivery.info" -> {
            model(client.delivery.info(args.text("file"), options.deliveryInfoOptions()))
        }

        "delivery.faces" -> {
            observed("value" to client.delivery.faces(args.text("file")))
        }

        "delivery.main_colors" -> {
            observed("value" to client.delivery.mainColors(args.text("file"), options.mainColorsOptions()))
        }

        "projects.list" -> {
            observed("value" to client.projects.list(options.listProjectsOptions()))
        }

        "projects.create" -> {
            model(client.projects.create(args.text("name"), options.createProjectOptions()))
        }

        "projects.get" -> {
            model(client.projects.get(args.text("public_key")))
        }

        "projects.update" -> {
            model(client.projects.update(args.text("public_key"), options.updateProjectOptions()))
        }

        "projects.delete" -> {
            client.projects.delete(args.text("public_key"))
            observed()
        }

        "secrets.list" -> {
            observed("value" to client.secrets.list(args.text("public_key")))
        }

        "secrets.create" -> {
            model(client.secrets.create(args.text("public_key")))
        }

        "secrets.delete" -> {
            client.secrets.delete(args.text("public_key"), args.text("id"))
            observed()
        }

        "usage.get" -> {
            model(client.usage.get(args.text("public_key"), args.text("from"), args.text("to")))
        }

        "usage.metric" -> {
            model(
                client.usage.metric(
                    args.text("public_key"),
                    usageMetric(args.text("metric")),
                    args.text("from"),
                    args.text("to"),
                ),
            )
        }

        else -> {
            null
        }
    }
}
