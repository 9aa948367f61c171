// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

package com.uploadcare.sdk.testing.generated

import com.uploadcare.sdk.AccountClient
import com.uploadcare.sdk.Uploadcare
import com.uploadcare.sdk.model.Transformation
import com.uploadcare.sdk.model.autorotate
import com.uploadcare.sdk.model.blur
import com.uploadcare.sdk.model.blurFaces
import com.uploadcare.sdk.model.blurRegion
import com.uploadcare.sdk.model.borderRadius
import com.uploadcare.sdk.model.brightness
import com.uploadcare.sdk.model.contrast
import com.uploadcare.sdk.model.crop
import com.uploadcare.sdk.model.cropObject
import com.uploadcare.sdk.model.cropRatio
import com.uploadcare.sdk.model.enhance
import com.uploadcare.sdk.model.exposure
import com.uploadcare.sdk.model.filter
import com.uploadcare.sdk.model.flip
import com.uploadcare.sdk.model.font
import com.uploadcare.sdk.model.format
import com.uploadcare.sdk.model.gamma
import com.uploadcare.sdk.model.grayscale
import com.uploadcare.sdk.model.inline
import com.uploadcare.sdk.model.invert
import com.uploadcare.sdk.model.json
import com.uploadcare.sdk.model.jsonp
import com.uploadcare.sdk.model.mainColors
import com.uploadcare.sdk.model.maxIccSize
import com.uploadcare.sdk.model.mirror
import com.uploadcare.sdk.model.overlay
import com.uploadcare.sdk.model.overlaySelf
import com.uploadcare.sdk.model.preview
import com.uploadcare.sdk.model.progressive
import com.uploadcare.sdk.model.quality
import com.uploadcare.sdk.model.rasterize
import com.uploadcare.sdk.model.raw
import com.uploadcare.sdk.model.rect
import com.uploadcare.sdk.model.resize
import com.uploadcare.sdk.model.rotate
import com.uploadcare.sdk.model.saturation
import com.uploadcare.sdk.model.scaleCrop
import com.uploadcare.sdk.model.setfill
import com.uploadcare.sdk.model.sharp
import com.uploadcare.sdk.model.smartResize
import com.uploadcare.sdk.model.srgb
import com.uploadcare.sdk.model.stretch
import com.uploadcare.sdk.model.stripMeta
import com.uploadcare.sdk.model.text
import com.uploadcare.sdk.model.textAlign
import com.uploadcare.sdk.model.textBox
import com.uploadcare.sdk.model.trim
import com.uploadcare.sdk.model.vibrance
import com.uploadcare.sdk.model.warmth
import com.uploadcare.sdk.model.zoomObjects
import com.uploadcare.sdk.testing.Given
import com.uploadcare.sdk.testing.batch
import com.uploadcare.sdk.testing.flag
import com.uploadcare.sdk.testing.items
import com.uploadcare.sdk.testing.job
import com.uploadcare.sdk.testing.length
import com.uploadcare.sdk.testing.listed
import com.uploadcare.sdk.testing.model
import com.uploadcare.sdk.testing.number
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

        "files.list_slices" -> {
            observed("value" to client.files.listSlices(args.getValue("count").whole(), options.listFilesOptions()))
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

        "groups.list_slices" -> {
            observed("value" to client.groups.listSlices(args.getValue("count").whole(), options.listGroupsOptions()))
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

        else -> {
            null
        }
    }
}

/** Calls the operation of this name as a case says, and gives what the case sees; null if there is none. */
suspend fun operateAccount(
    client: AccountClient,
    name: String,
    call: JsonObject,
): JsonObject? {
    val args = call["args"]?.jsonObject ?: JsonObject(emptyMap())
    val options = Given(call["options"]?.jsonObject ?: JsonObject(emptyMap()))
    return when (name) {
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

/** Makes a new value by the operation of this name as a case says; null if there is none. */
fun transformation(
    value: Transformation,
    name: String,
    call: JsonObject,
): Transformation? {
    val args = call["args"]?.jsonObject ?: JsonObject(emptyMap())
    val options = Given(call["options"]?.jsonObject ?: JsonObject(emptyMap()))
    return when (name) {
        "preview" -> {
            options.done(
                value.preview(
                    width = options.value("width") { it.whole() },
                    height = options.value("height") { it.whole() },
                ),
            )
        }

        "resize" -> {
            options.done(
                value.resize(
                    width = options.value("width") { it.whole() },
                    height = options.value("height") { it.whole() },
                ),
            )
        }

        "smart_resize" -> {
            value.smartResize(args.getValue("width").whole(), args.getValue("height").whole())
        }

        "stretch" -> {
            value.stretch(stretchMode(args.text("mode")))
        }

        "crop" -> {
            options.done(
                value.crop(
                    args.getValue("width").length(),
                    args.getValue("height").length(),
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                ),
            )
        }

        "crop_ratio" -> {
            options.done(
                value.cropRatio(
                    args.getValue("width").whole(),
                    args.getValue("height").whole(),
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                ),
            )
        }

        "crop_object" -> {
            options.done(
                value.cropObject(
                    cropObject(args.text("object")),
                    width = options.value("width") { it.length() },
                    height = options.value("height") { it.length() },
                    ratioWidth = options.value("ratio_width") { it.whole() },
                    ratioHeight = options.value("ratio_height") { it.whole() },
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                ),
            )
        }

        "scale_crop" -> {
            options.done(
                value.scaleCrop(
                    args.getValue("width").whole(),
                    args.getValue("height").whole(),
                    focus = options.value("focus") { scaleCropFocus(it.text()) },
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                ),
            )
        }

        "border_radius" -> {
            options.done(
                value.borderRadius(
                    *args.getValue("radii").items { it.length() }.toTypedArray(),
                    vertical = options.value("vertical") { it.items { it.length() } },
                ),
            )
        }

        "setfill" -> {
            value.setfill(args.text("color"))
        }

        "zoom_objects" -> {
            value.zoomObjects(args.getValue("zoom").whole())
        }

        "trim" -> {
            options.done(
                value.trim(
                    tolerance = options.value("tolerance") { it.number() },
                    padding = options.value("padding") { it.number() },
                ),
            )
        }

        "rasterize" -> {
            value.rasterize()
        }

        "autorotate" -> {
            value.autorotate(args.getValue("enabled").flag())
        }

        "rotate" -> {
            value.rotate(args.getValue("angle").whole())
        }

        "flip" -> {
            value.flip()
        }

        "mirror" -> {
            value.mirror()
        }

        "brightness" -> {
            value.brightness(args.getValue("value").whole())
        }

        "exposure" -> {
            value.exposure(args.getValue("value").whole())
        }

        "gamma" -> {
            value.gamma(args.getValue("value").whole())
        }

        "contrast" -> {
            value.contrast(args.getValue("value").whole())
        }

        "saturation" -> {
            value.saturation(args.getValue("value").whole())
        }

        "vibrance" -> {
            value.vibrance(args.getValue("value").whole())
        }

        "warmth" -> {
            value.warmth(args.getValue("value").whole())
        }

        "enhance" -> {
            options.done(value.enhance(strength = options.value("strength") { it.whole() }))
        }

        "grayscale" -> {
            value.grayscale()
        }

        "invert" -> {
            value.invert()
        }

        "filter" -> {
            options.done(value.filter(filterName(args.text("name")), amount = options.value("amount") { it.whole() }))
        }

        "blur" -> {
            options.done(
                value.blur(
                    strength = options.value("strength") { it.whole() },
                    amount = options.value("amount") { it.whole() },
                ),
            )
        }

        "blur_region" -> {
            options.done(
                value.blurRegion(
                    args.getValue("width").length(),
                    args.getValue("height").length(),
                    args.getValue("x").length(),
                    args.getValue("y").length(),
                    strength = options.value("strength") { it.whole() },
                ),
            )
        }

        "blur_faces" -> {
            options.done(value.blurFaces(strength = options.value("strength") { it.whole() }))
        }

        "sharp" -> {
            options.done(value.sharp(strength = options.value("strength") { it.whole() }))
        }

        "srgb" -> {
            value.srgb(srgbMode(args.text("mode")))
        }

        "max_icc_size" -> {
            value.maxIccSize(args.getValue("kilobytes").whole())
        }

        "format" -> {
            value.format(imageFormat(args.text("format")))
        }

        "quality" -> {
            value.quality(imageQuality(args.text("quality")))
        }

        "progressive" -> {
            value.progressive(args.getValue("enabled").flag())
        }

        "strip_meta" -> {
            value.stripMeta(stripMeta(args.text("mode")))
        }

        "inline" -> {
            value.inline(args.getValue("enabled").flag())
        }

        "overlay" -> {
            options.done(
                value.overlay(
                    args.text("image"),
                    width = options.value("width") { it.length() },
                    height = options.value("height") { it.length() },
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                    opacity = options.value("opacity") { it.whole() },
                ),
            )
        }

        "overlay_self" -> {
            options.done(
                value.overlaySelf(
                    width = options.value("width") { it.length() },
                    height = options.value("height") { it.length() },
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                    opacity = options.value("opacity") { it.whole() },
                ),
            )
        }

        "text" -> {
            options.done(
                value.text(
                    args.text("text"),
                    args.getValue("width").length(),
                    args.getValue("height").length(),
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                ),
            )
        }

        "text_align" -> {
            value.textAlign(horizontalAlignment(args.text("horizontal")), verticalAlignment(args.text("vertical")))
        }

        "font" -> {
            options.done(
                value.font(
                    reset = options.value("reset") { it.flag() },
                    weight = options.value("weight") { fontWeight(it.text()) },
                    style = options.value("style") { fontStyle(it.text()) },
                    size = options.value("size") { it.whole() },
                    color = options.value("color") { it.text() },
                    family = options.value("family") { fontFamily(it.text()) },
                ),
            )
        }

        "text_box" -> {
            options.done(
                value.textBox(
                    textBoxMode(args.text("mode")),
                    color = options.value("color") { it.text() },
                    padding = options.value("padding") { it.whole() },
                ),
            )
        }

        "rect" -> {
            options.done(
                value.rect(
                    args.text("color"),
                    args.getValue("width").length(),
                    args.getValue("height").length(),
                    align = options.value("align") { alignment(it.text()) },
                    x = options.value("x") { it.length() },
                    y = options.value("y") { it.length() },
                ),
            )
        }

        "json" -> {
            value.json()
        }

        "jsonp" -> {
            value.jsonp()
        }

        "main_colors" -> {
            value.mainColors(args.getValue("count").whole())
        }

        "raw" -> {
            value.raw(args.text("operation"))
        }

        else -> {
            null
        }
    }
}
