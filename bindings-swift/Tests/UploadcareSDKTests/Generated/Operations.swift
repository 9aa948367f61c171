// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareSDK

/// Calls an operation by its name; nil if there is none.
func operate(_ client: Uploadcare, _ call: JsonNode) async throws -> JsonNode? {
    let (args, options) = (call["args"], call["options"])
    switch call["op"].text {
    case "files.list":
        let result = try client.files.list(ListFilesOptions(given: options))
        return try await listed(result, call, \.uuid)
    case "files.list_slices":
        let result = try await client.files.listSlices(
            Int64(given: args["count"]),
            options: ListFilesOptions(given: options)
        )
        return ["value": result.observed]
    case "files.search":
        let result = try client.files.search(SearchOptions(given: options))
        return try await listed(result, call, \.uuid)
    case "files.get":
        let result = try await client.files.get(
            String(given: args["file"]),
            options: GetFileOptions(given: options)
        )
        return result.observed
    case "files.store":
        let result = try await client.files.store(String(given: args["file"]))
        return result.observed
    case "files.delete":
        let result = try await client.files.delete(String(given: args["file"]))
        return result.observed
    case "files.store_many":
        let result = try await client.files.storeMany(
            [String](given: args["files"]),
            options: BatchOptions(given: options)
        )
        return result.observed
    case "files.delete_many":
        let result = try await client.files.deleteMany(
            [String](given: args["files"]),
            options: BatchOptions(given: options)
        )
        return result.observed
    case "files.copy_local":
        let result = try await client.files.copyLocal(
            String(given: args["file"]),
            options: CopyLocalOptions(given: options)
        )
        return result.observed
    case "files.copy_remote":
        let result = try await client.files.copyRemote(
            String(given: args["file"]),
            target: String(given: args["target"]),
            options: CopyRemoteOptions(given: options)
        )
        return result.observed
    case "tags.get":
        let result = try await client.tags.get(String(given: args["file"]))
        return ["value": result.observed]
    case "tags.replace":
        let result = try await client.tags.replace(
            String(given: args["file"]),
            tags: [String](given: args["tags"])
        )
        return result.observed
    case "tags.update":
        let result = try await client.tags.update(
            String(given: args["file"]),
            options: UpdateTagsOptions(given: options)
        )
        return result.observed
    case "metadata.all":
        let result = try await client.metadata.all(String(given: args["file"]))
        return ["value": result.observed]
    case "metadata.get":
        let result = try await client.metadata.get(
            String(given: args["file"]),
            key: String(given: args["key"])
        )
        return ["value": result.observed]
    case "metadata.set":
        let result = try await client.metadata.set(
            String(given: args["file"]),
            key: String(given: args["key"]),
            value: String(given: args["value"])
        )
        return ["value": result.observed]
    case "metadata.delete":
        try await client.metadata.delete(
            String(given: args["file"]),
            key: String(given: args["key"])
        )
        return [:]
    case "groups.list":
        let result = try client.groups.list(ListGroupsOptions(given: options))
        return try await listed(result, call, \.id)
    case "groups.list_slices":
        let result = try await client.groups.listSlices(
            Int64(given: args["count"]),
            options: ListGroupsOptions(given: options)
        )
        return ["value": result.observed]
    case "groups.get":
        let result = try await client.groups.get(String(given: args["group"]))
        return result.observed
    case "groups.delete":
        try await client.groups.delete(String(given: args["group"]))
        return [:]
    case "groups.delete_with_files":
        let result = try await client.groups.deleteWithFiles(
            String(given: args["group"]),
            options: BatchOptions(given: options)
        )
        return result.observed
    case "webhooks.list":
        let result = try await client.webhooks.list()
        return ["value": result.observed]
    case "webhooks.get":
        let result = try await client.webhooks.get(Int64(given: args["id"]))
        return result.observed
    case "webhooks.create":
        let result = try await client.webhooks.create(
            String(given: args["target_url"]),
            event: WebhookEvent(given: args["event"]),
            options: CreateWebhookOptions(given: options)
        )
        return result.observed
    case "webhooks.update":
        let result = try await client.webhooks.update(
            Int64(given: args["id"]),
            options: UpdateWebhookOptions(given: options)
        )
        return result.observed
    case "webhooks.delete":
        try await client.webhooks.delete(Int64(given: args["id"]))
        return [:]
    case "webhooks.delete_by_url":
        try await client.webhooks.deleteByUrl(String(given: args["target_url"]))
        return [:]
    case "project.get":
        let result = try await client.project.get()
        return result.observed
    case "conversion.document_path":
        let result = try client.conversion.documentPath(
            String(given: args["file"]),
            options: DocumentPathOptions(given: options)
        )
        return ["value": result.observed]
    case "conversion.video_path":
        let result = try client.conversion.videoPath(
            String(given: args["file"]),
            options: VideoPathOptions(given: options)
        )
        return ["value": result.observed]
    case "conversion.convert_document":
        let result = try await client.conversion.convertDocument(
            String(given: args["path"]),
            options: ConvertDocumentsOptions(given: options)
        )
        return result.observed
    case "conversion.convert_documents":
        let result = try await client.conversion.convertDocuments(
            [String](given: args["paths"]),
            options: ConvertDocumentsOptions(given: options)
        )
        return result.observed
    case "conversion.convert_video":
        let result = try await client.conversion.convertVideo(
            String(given: args["path"]),
            options: ConvertVideosOptions(given: options)
        )
        return result.observed
    case "conversion.convert_videos":
        let result = try await client.conversion.convertVideos(
            [String](given: args["paths"]),
            options: ConvertVideosOptions(given: options)
        )
        return result.observed
    case "conversion.document_info":
        let result = try await client.conversion.documentInfo(String(given: args["file"]))
        return result.observed
    case "conversion.document_status":
        let result = try await client.conversion.documentStatus(Int64(given: args["token"]))
        return result.observed
    case "conversion.video_status":
        let result = try await client.conversion.videoStatus(Int64(given: args["token"]))
        return result.observed
    case "addons.detect_labels":
        let result = try await client.addons.detectLabels(String(given: args["file"]))
        return result.observed
    case "addons.detect_moderation_labels":
        let result = try await client.addons.detectModerationLabels(String(given: args["file"]))
        return result.observed
    case "addons.scan_for_viruses":
        let result = try await client.addons.scanForViruses(
            String(given: args["file"]),
            options: ScanForVirusesOptions(given: options)
        )
        return result.observed
    case "addons.remove_background":
        let result = try await client.addons.removeBackground(
            String(given: args["file"]),
            options: RemoveBackgroundOptions(given: options)
        )
        return result.observed
    case "addons.execute":
        let result = try await client.addons.execute(
            String(given: args["name"]),
            file: String(given: args["file"]),
            options: ExecuteAddonOptions(given: options)
        )
        return result.observed
    case "addons.status":
        let result = try await client.addons.status(
            String(given: args["name"]),
            requestId: String(given: args["request_id"])
        )
        return result.observed
    case "jobs.open":
        let result = try client.jobs.open(String(given: args["text"]))
        return result.observed
    case "uploads.from_url":
        let result = try await client.uploads.fromUrl(
            String(given: args["url"]),
            options: FromUrlOptions(given: options)
        )
        return result.observed
    case "uploads.info":
        let result = try await client.uploads.info(String(given: args["file"]))
        return result.observed
    case "uploads.wait_until_ready":
        let result = try await client.uploads.waitUntilReady(
            String(given: args["file"]),
            options: WaitOptions(given: options)
        )
        return result.observed
    case "uploads.create_group":
        let result = try await client.uploads.createGroup([String](given: args["files"]))
        return result.observed
    case "uploads.group_info":
        let result = try await client.uploads.groupInfo(String(given: args["group"]))
        return result.observed
    case "uploads.start_multipart":
        let result = try await client.uploads.startMultipart(
            Int64(given: args["size"]),
            options: UploadOptions(given: options)
        )
        return result.observed
    case "uploads.complete_multipart":
        let result = try await client.uploads.completeMultipart(String(given: args["uuid"]))
        return result.observed
    case "uploads.create_token":
        let result = try client.uploads.createToken(CreateUploadTokenOptions(given: options))
        return result.observed
    case "uploads.create_signature":
        let result = try client.uploads.createSignature(
            CreateUploadSignatureOptions(given: options)
        )
        return result.observed
    case "delivery.url":
        let result = try client.delivery.url(
            String(given: args["file"]),
            options: DeliveryUrlOptions(given: options)
        )
        return ["value": result.observed]
    case "delivery.group_url":
        let result = try client.delivery.groupUrl(
            String(given: args["group"]),
            options: GroupUrlOptions(given: options)
        )
        return ["value": result.observed]
    case "delivery.gif_to_video_url":
        let result = try client.delivery.gifToVideoUrl(
            String(given: args["file"]),
            options: GifToVideoOptions(given: options)
        )
        return ["value": result.observed]
    case "delivery.face_detection_url":
        let result = try client.delivery.faceDetectionUrl(String(given: args["file"]))
        return ["value": result.observed]
    case "delivery.proxy_url":
        let result = try client.delivery.proxyUrl(
            String(given: args["source_url"]),
            options: ProxyUrlOptions(given: options)
        )
        return ["value": result.observed]
    case "delivery.srcset":
        let result = try client.delivery.srcset(
            String(given: args["file"]),
            options: SrcsetOptions(given: options)
        )
        return ["value": result.observed]
    case "delivery.parse_url":
        let result = try client.delivery.parseUrl(String(given: args["url"]))
        return result.observed
    case "delivery.rewrite_url":
        let result = try client.delivery.rewriteUrl(String(given: args["url"]))
        return ["value": result.observed]
    case "delivery.hosts":
        let result = try client.delivery.hosts()
        return result.observed
    case "delivery.signed_url":
        let result = try client.delivery.signedUrl(
            String(given: args["url"]),
            options: SignUrlOptions(given: options)
        )
        return ["value": result.observed]
    case "delivery.verify_signed_url":
        let result = try client.delivery.verifySignedUrl(
            String(given: args["url"]),
            options: VerifyUrlOptions(given: options)
        )
        return result.observed
    case "delivery.info":
        let result = try await client.delivery.info(
            String(given: args["file"]),
            options: DeliveryInfoOptions(given: options)
        )
        return result.observed
    case "delivery.faces":
        let result = try await client.delivery.faces(String(given: args["file"]))
        return ["value": result.observed]
    case "delivery.main_colors":
        let result = try await client.delivery.mainColors(
            String(given: args["file"]),
            options: MainColorsOptions(given: options)
        )
        return ["value": result.observed]
    default:
        return nil
    }
}

/// Calls an operation by its name; nil if there is none.
func operate(_ client: AccountClient, _ call: JsonNode) async throws -> JsonNode? {
    let (args, options) = (call["args"], call["options"])
    switch call["op"].text {
    case "projects.list":
        let result = try await client.projects.list(ListProjectsOptions(given: options))
        return ["value": result.observed]
    case "projects.create":
        let result = try await client.projects.create(
            String(given: args["name"]),
            options: CreateProjectOptions(given: options)
        )
        return result.observed
    case "projects.get":
        let result = try await client.projects.get(String(given: args["public_key"]))
        return result.observed
    case "projects.update":
        let result = try await client.projects.update(
            String(given: args["public_key"]),
            options: UpdateProjectOptions(given: options)
        )
        return result.observed
    case "projects.delete":
        try await client.projects.delete(String(given: args["public_key"]))
        return [:]
    case "secrets.list":
        let result = try await client.secrets.list(String(given: args["public_key"]))
        return ["value": result.observed]
    case "secrets.create":
        let result = try await client.secrets.create(String(given: args["public_key"]))
        return result.observed
    case "secrets.delete":
        try await client.secrets.delete(
            String(given: args["public_key"]),
            id: String(given: args["id"])
        )
        return [:]
    case "usage.get":
        let result = try await client.usage.get(
            String(given: args["public_key"]),
            from: String(given: args["from"]),
            to: String(given: args["to"])
        )
        return result.observed
    case "usage.metric":
        let result = try await client.usage.metric(
            String(given: args["public_key"]),
            metric: UsageMetric(given: args["metric"]),
            from: String(given: args["from"]),
            to: String(given: args["to"])
        )
        return result.observed
    default:
        return nil
    }
}

/// Applies an operation by its name; nil if there is none.
func apply(_ step: JsonNode, to transformation: Transformation) throws -> Transformation? {
    let args = step["args"]
    switch step["op"].text {
    case "preview":
        let names: Set = ["width", "height"]
        let options = try OptionReader(step["options"], names)
        return try transformation.preview(width: options("width"), height: options("height"))
    case "resize":
        let names: Set = ["width", "height"]
        let options = try OptionReader(step["options"], names)
        return try transformation.resize(width: options("width"), height: options("height"))
    case "smart_resize":
        return try transformation.smartResize(
            Int64(given: args["width"]),
            Int64(given: args["height"])
        )
    case "stretch":
        return try transformation.stretch(StretchMode(given: args["mode"]))
    case "crop":
        let names: Set = ["align", "x", "y"]
        let options = try OptionReader(step["options"], names)
        return try transformation.crop(
            Length(given: args["width"]),
            Length(given: args["height"]),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    case "crop_ratio":
        let names: Set = ["align", "x", "y"]
        let options = try OptionReader(step["options"], names)
        return try transformation.cropRatio(
            Int64(given: args["width"]),
            Int64(given: args["height"]),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    case "crop_object":
        let names: Set = ["width", "height", "ratio_width", "ratio_height", "align", "x", "y"]
        let options = try OptionReader(step["options"], names)
        return try transformation.cropObject(
            CropObject(given: args["object"]),
            width: options("width"),
            height: options("height"),
            ratioWidth: options("ratio_width"),
            ratioHeight: options("ratio_height"),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    case "scale_crop":
        let names: Set = ["focus", "align", "x", "y"]
        let options = try OptionReader(step["options"], names)
        return try transformation.scaleCrop(
            Int64(given: args["width"]),
            Int64(given: args["height"]),
            focus: options("focus"),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    case "border_radius":
        let names: Set = ["vertical"]
        let options = try OptionReader(step["options"], names)
        return try transformation.borderRadius(
            [Length](given: args["radii"]),
            vertical: options("vertical")
        )
    case "setfill":
        return try transformation.setfill(String(given: args["color"]))
    case "zoom_objects":
        return try transformation.zoomObjects(Int64(given: args["zoom"]))
    case "trim":
        let names: Set = ["tolerance", "padding"]
        let options = try OptionReader(step["options"], names)
        return try transformation.trim(tolerance: options("tolerance"), padding: options("padding"))
    case "rasterize":
        return try transformation.rasterize()
    case "autorotate":
        return try transformation.autorotate(Bool(given: args["enabled"]))
    case "rotate":
        return try transformation.rotate(Int64(given: args["angle"]))
    case "flip":
        return try transformation.flip()
    case "mirror":
        return try transformation.mirror()
    case "brightness":
        return try transformation.brightness(Int64(given: args["value"]))
    case "exposure":
        return try transformation.exposure(Int64(given: args["value"]))
    case "gamma":
        return try transformation.gamma(Int64(given: args["value"]))
    case "contrast":
        return try transformation.contrast(Int64(given: args["value"]))
    case "saturation":
        return try transformation.saturation(Int64(given: args["value"]))
    case "vibrance":
        return try transformation.vibrance(Int64(given: args["value"]))
    case "warmth":
        return try transformation.warmth(Int64(given: args["value"]))
    case "enhance":
        let names: Set = ["strength"]
        let options = try OptionReader(step["options"], names)
        return try transformation.enhance(strength: options("strength"))
    case "grayscale":
        return try transformation.grayscale()
    case "invert":
        return try transformation.invert()
    case "filter":
        let names: Set = ["amount"]
        let options = try OptionReader(step["options"], names)
        return try transformation.filter(FilterName(given: args["name"]), amount: options("amount"))
    case "blur":
        let names: Set = ["strength", "amount"]
        let options = try OptionReader(step["options"], names)
        return try transformation.blur(strength: options("strength"), amount: options("amount"))
    case "blur_region":
        let names: Set = ["strength"]
        let options = try OptionReader(step["options"], names)
        return try transformation.blurRegion(
            Length(given: args["width"]),
            Length(given: args["height"]),
            x: Length(given: args["x"]),
            y: Length(given: args["y"]),
            strength: options("strength")
        )
    case "blur_faces":
        let names: Set = ["strength"]
        let options = try OptionReader(step["options"], names)
        return try transformation.blurFaces(strength: options("strength"))
    case "sharp":
        let names: Set = ["strength"]
        let options = try OptionReader(step["options"], names)
        return try transformation.sharp(strength: options("strength"))
    case "srgb":
        return try transformation.srgb(SrgbMode(given: args["mode"]))
    case "max_icc_size":
        return try transformation.maxIccSize(Int64(given: args["kilobytes"]))
    case "format":
        return try transformation.format(ImageFormat(given: args["format"]))
    case "quality":
        return try transformation.quality(ImageQuality(given: args["quality"]))
    case "progressive":
        return try transformation.progressive(Bool(given: args["enabled"]))
    case "strip_meta":
        return try transformation.stripMeta(StripMeta(given: args["mode"]))
    case "inline":
        return try transformation.inline(Bool(given: args["enabled"]))
    case "overlay":
        let names: Set = ["width", "height", "align", "x", "y", "opacity"]
        let options = try OptionReader(step["options"], names)
        return try transformation.overlay(
            String(given: args["image"]),
            width: options("width"),
            height: options("height"),
            align: options("align"),
            x: options("x"),
            y: options("y"),
            opacity: options("opacity")
        )
    case "overlay_self":
        let names: Set = ["width", "height", "align", "x", "y", "opacity"]
        let options = try OptionReader(step["options"], names)
        return try transformation.overlaySelf(
            width: options("width"),
            height: options("height"),
            align: options("align"),
            x: options("x"),
            y: options("y"),
            opacity: options("opacity")
        )
    case "text":
        let names: Set = ["align", "x", "y"]
        let options = try OptionReader(step["options"], names)
        return try transformation.text(
            String(given: args["text"]),
            width: Length(given: args["width"]),
            height: Length(given: args["height"]),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    case "text_align":
        return try transformation.textAlign(
            HorizontalAlignment(given: args["horizontal"]),
            vertical: VerticalAlignment(given: args["vertical"])
        )
    case "font":
        let names: Set = ["reset", "weight", "style", "size", "color", "family"]
        let options = try OptionReader(step["options"], names)
        return try transformation.font(
            reset: options("reset"),
            weight: options("weight"),
            style: options("style"),
            size: options("size"),
            color: options("color"),
            family: options("family")
        )
    case "text_box":
        let names: Set = ["color", "padding"]
        let options = try OptionReader(step["options"], names)
        return try transformation.textBox(
            TextBoxMode(given: args["mode"]),
            color: options("color"),
            padding: options("padding")
        )
    case "rect":
        let names: Set = ["align", "x", "y"]
        let options = try OptionReader(step["options"], names)
        return try transformation.rect(
            String(given: args["color"]),
            width: Length(given: args["width"]),
            height: Length(given: args["height"]),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    case "json":
        return try transformation.json()
    case "jsonp":
        return try transformation.jsonp()
    case "main_colors":
        return try transformation.mainColors(Int64(given: args["count"]))
    case "raw":
        return try transformation.raw(String(given: args["operation"]))
    default:
        return nil
    }
}
