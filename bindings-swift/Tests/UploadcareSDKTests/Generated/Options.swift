// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareSDK

extension BatchOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["concurrency"]
        let options = try OptionReader(node, names)
        try self.init(concurrency: options("concurrency"))
    }
}

extension BlurOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["strength", "amount"]
        let options = try OptionReader(node, names)
        try self.init(strength: options("strength"), amount: options("amount"))
    }
}

extension BlurRegionOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["strength"]
        let options = try OptionReader(node, names)
        try self.init(strength: options("strength"))
    }
}

extension BorderRadiusOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["vertical"]
        let options = try OptionReader(node, names)
        try self.init(vertical: options("vertical"))
    }
}

extension ClientOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "api_base",
            "upload_base",
            "cdn_base",
            "rewrite_urls",
            "delivery_secrets",
            "auth_scheme",
            "upload_auth",
            "connect_timeout",
            "read_timeout",
            "timeout",
            "max_retries",
            "max_retry_wait",
            "max_rate",
            "max_concurrency",
            "user_agent",
            "proxy",
            "root_certificate",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            apiBase: options("api_base"),
            uploadBase: options("upload_base"),
            cdnBase: options("cdn_base"),
            rewriteUrls: options("rewrite_urls"),
            deliverySecrets: options("delivery_secrets"),
            authScheme: options("auth_scheme"),
            uploadAuth: options("upload_auth"),
            connectTimeout: options("connect_timeout"),
            readTimeout: options("read_timeout"),
            timeout: options("timeout"),
            maxRetries: options("max_retries"),
            maxRetryWait: options("max_retry_wait"),
            maxRate: options("max_rate"),
            maxConcurrency: options("max_concurrency"),
            userAgent: options("user_agent"),
            proxy: options("proxy"),
            rootCertificate: options("root_certificate")
        )
    }
}

extension ConvertDocumentsOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["store", "save_in_group"]
        let options = try OptionReader(node, names)
        try self.init(store: options("store"), saveInGroup: options("save_in_group"))
    }
}

extension ConvertVideosOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["store"]
        let options = try OptionReader(node, names)
        try self.init(store: options("store"))
    }
}

extension CopyLocalOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["store", "metadata", "wait", "wait_timeout"]
        let options = try OptionReader(node, names)
        try self.init(
            store: options("store"),
            metadata: options("metadata"),
            wait: options("wait"),
            waitTimeout: options("wait_timeout")
        )
    }
}

extension CopyRemoteOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["make_public", "pattern"]
        let options = try OptionReader(node, names)
        try self.init(makePublic: options("make_public"), pattern: options("pattern"))
    }
}

extension CreateProjectOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["features"]
        let options = try OptionReader(node, names)
        try self.init(features: options("features"))
    }
}

extension CreateUploadSignatureOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["lifetime"]
        let options = try OptionReader(node, names)
        try self.init(lifetime: options("lifetime"))
    }
}

extension CreateUploadTokenOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["lifetime", "issuer", "subject", "token_id", "scope", "operations"]
        let options = try OptionReader(node, names)
        try self.init(
            lifetime: options("lifetime"),
            issuer: options("issuer"),
            subject: options("subject"),
            tokenId: options("token_id"),
            scope: options("scope"),
            operations: options("operations")
        )
    }
}

extension CreateWebhookOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["is_active", "signing_secret", "version"]
        let options = try OptionReader(node, names)
        try self.init(
            isActive: options("is_active"),
            signingSecret: options("signing_secret"),
            version: options("version")
        )
    }
}

extension CropObjectOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["width", "height", "ratio_width", "ratio_height", "align", "x", "y"]
        let options = try OptionReader(node, names)
        try self.init(
            width: options("width"),
            height: options("height"),
            ratioWidth: options("ratio_width"),
            ratioHeight: options("ratio_height"),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    }
}

extension DeliveryInfoOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["transformation"]
        let options = try OptionReader(node, names)
        try self.init(transformation: options("transformation"))
    }
}

extension DeliveryUrlOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["transformation", "filename"]
        let options = try OptionReader(node, names)
        try self.init(transformation: options("transformation"), filename: options("filename"))
    }
}

extension DocumentPathOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["format", "page", "dpi", "quality"]
        let options = try OptionReader(node, names)
        try self.init(
            format: options("format"),
            page: options("page"),
            dpi: options("dpi"),
            quality: options("quality")
        )
    }
}

extension DownloadOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["transformation"]
        let options = try OptionReader(node, names)
        try self.init(transformation: options("transformation"))
    }
}

extension EnhanceOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["strength"]
        let options = try OptionReader(node, names)
        try self.init(strength: options("strength"))
    }
}

extension ExecuteAddonOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["params"]
        let options = try OptionReader(node, names)
        try self.init(params: options("params"))
    }
}

extension ExplainOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["redact"]
        let options = try OptionReader(node, names)
        try self.init(redact: options("redact"))
    }
}

extension FilterOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["amount"]
        let options = try OptionReader(node, names)
        try self.init(amount: options("amount"))
    }
}

extension FontOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["reset", "weight", "style", "size", "color", "family"]
        let options = try OptionReader(node, names)
        try self.init(
            reset: options("reset"),
            weight: options("weight"),
            style: options("style"),
            size: options("size"),
            color: options("color"),
            family: options("family")
        )
    }
}

extension FromUrlOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "filename",
            "store",
            "metadata",
            "tags",
            "check_duplicates",
            "save_duplicates",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            filename: options("filename"),
            store: options("store"),
            metadata: options("metadata"),
            tags: options("tags"),
            checkDuplicates: options("check_duplicates"),
            saveDuplicates: options("save_duplicates")
        )
    }
}

extension GetFileOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["include_appdata"]
        let options = try OptionReader(node, names)
        try self.init(includeAppdata: options("include_appdata"))
    }
}

extension GifToVideoOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["format", "quality", "transformation", "filename"]
        let options = try OptionReader(node, names)
        try self.init(
            format: options("format"),
            quality: options("quality"),
            transformation: options("transformation"),
            filename: options("filename")
        )
    }
}

extension GroupUrlOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["index", "archive", "transformation", "filename"]
        let options = try OptionReader(node, names)
        try self.init(
            index: options("index"),
            archive: options("archive"),
            transformation: options("transformation"),
            filename: options("filename")
        )
    }
}

extension ListFilesOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "limit",
            "ordering",
            "stored",
            "removed",
            "starting_from",
            "include_appdata",
            "prefetch",
            "concurrency",
            "unordered",
            "cursor",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            limit: options("limit"),
            ordering: options("ordering"),
            stored: options("stored"),
            removed: options("removed"),
            startingFrom: options("starting_from"),
            includeAppdata: options("include_appdata"),
            prefetch: options("prefetch"),
            concurrency: options("concurrency"),
            unordered: options("unordered"),
            cursor: options("cursor")
        )
    }
}

extension ListGroupsOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "limit",
            "ordering",
            "starting_from",
            "prefetch",
            "concurrency",
            "unordered",
            "cursor",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            limit: options("limit"),
            ordering: options("ordering"),
            startingFrom: options("starting_from"),
            prefetch: options("prefetch"),
            concurrency: options("concurrency"),
            unordered: options("unordered"),
            cursor: options("cursor")
        )
    }
}

extension ListProjectsOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["limit"]
        let options = try OptionReader(node, names)
        try self.init(limit: options("limit"))
    }
}

extension MainColorsOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["count", "transformation"]
        let options = try OptionReader(node, names)
        try self.init(count: options("count"), transformation: options("transformation"))
    }
}

extension OverlayOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["width", "height", "align", "x", "y", "opacity"]
        let options = try OptionReader(node, names)
        try self.init(
            width: options("width"),
            height: options("height"),
            align: options("align"),
            x: options("x"),
            y: options("y"),
            opacity: options("opacity")
        )
    }
}

extension PlacementOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["align", "x", "y"]
        let options = try OptionReader(node, names)
        try self.init(align: options("align"), x: options("x"), y: options("y"))
    }
}

extension PreviewOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["width", "height"]
        let options = try OptionReader(node, names)
        try self.init(width: options("width"), height: options("height"))
    }
}

extension ProjectFeatureOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "gif_to_video_conversion",
            "mime_types",
            "mime_type_filtering",
            "team_size",
            "filesize_limit",
            "autostore",
            "image_resolution_limit",
            "signed_uploads",
            "video_processing",
            "malware_protection",
            "svg_validation",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            gifToVideoConversion: options("gif_to_video_conversion"),
            mimeTypes: options("mime_types"),
            mimeTypeFiltering: options("mime_type_filtering"),
            teamSize: options("team_size"),
            filesizeLimit: options("filesize_limit"),
            autostore: options("autostore"),
            imageResolutionLimit: options("image_resolution_limit"),
            signedUploads: options("signed_uploads"),
            videoProcessing: options("video_processing"),
            malwareProtection: options("malware_protection"),
            svgValidation: options("svg_validation")
        )
    }
}

extension ProxyUrlOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["transformation"]
        let options = try OptionReader(node, names)
        try self.init(transformation: options("transformation"))
    }
}

extension RemoveBackgroundOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "crop",
            "crop_margin",
            "scale",
            "add_shadow",
            "type_level",
            "type",
            "semitransparency",
            "channels",
            "roi",
            "position",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            crop: options("crop"),
            cropMargin: options("crop_margin"),
            scale: options("scale"),
            addShadow: options("add_shadow"),
            typeLevel: options("type_level"),
            type: options("type"),
            semitransparency: options("semitransparency"),
            channels: options("channels"),
            roi: options("roi"),
            position: options("position")
        )
    }
}

extension ResizeOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["width", "height"]
        let options = try OptionReader(node, names)
        try self.init(width: options("width"), height: options("height"))
    }
}

extension SaveOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "transformation",
            "filename",
            "overwrite",
            "part_size",
            "max_concurrency",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            transformation: options("transformation"),
            filename: options("filename"),
            overwrite: options("overwrite"),
            partSize: options("part_size"),
            maxConcurrency: options("max_concurrency")
        )
    }
}

extension ScaleCropOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["focus", "align", "x", "y"]
        let options = try OptionReader(node, names)
        try self.init(
            focus: options("focus"),
            align: options("align"),
            x: options("x"),
            y: options("y")
        )
    }
}

extension ScanForVirusesOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["purge_infected"]
        let options = try OptionReader(node, names)
        try self.init(purgeInfected: options("purge_infected"))
    }
}

extension SearchExact: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["uuid", "original_filename", "detected_mime_type", "metadata"]
        let options = try OptionReader(node, names)
        try self.init(
            uuid: options("uuid"),
            originalFilename: options("original_filename"),
            detectedMimeType: options("detected_mime_type"),
            metadata: options("metadata")
        )
    }
}

extension SearchOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "query",
            "phrase",
            "exact",
            "datetime_uploaded",
            "size",
            "is_image",
            "tags",
            "fuzziness",
            "sort",
            "limit",
            "offset",
            "include_appdata",
            "prefetch",
            "cursor",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            query: options("query"),
            phrase: options("phrase"),
            exact: options("exact"),
            datetimeUploaded: options("datetime_uploaded"),
            size: options("size"),
            isImage: options("is_image"),
            tags: options("tags"),
            fuzziness: options("fuzziness"),
            sort: options("sort"),
            limit: options("limit"),
            offset: options("offset"),
            includeAppdata: options("include_appdata"),
            prefetch: options("prefetch"),
            cursor: options("cursor")
        )
    }
}

extension SearchPhrase: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["original_filename", "detected_mime_type", "metadata"]
        let options = try OptionReader(node, names)
        try self.init(
            originalFilename: options("original_filename"),
            detectedMimeType: options("detected_mime_type"),
            metadata: options("metadata")
        )
    }
}

extension SharpOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["strength"]
        let options = try OptionReader(node, names)
        try self.init(strength: options("strength"))
    }
}

extension SignUrlOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["kind", "acl", "wildcard", "lifetime", "expires_at", "now"]
        let options = try OptionReader(node, names)
        try self.init(
            kind: options("kind"),
            acl: options("acl"),
            wildcard: options("wildcard"),
            lifetime: options("lifetime"),
            expiresAt: options("expires_at"),
            now: options("now")
        )
    }
}

extension SizeRange: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["gt", "gte", "lt", "lte"]
        let options = try OptionReader(node, names)
        try self.init(
            gt: options("gt"),
            gte: options("gte"),
            lt: options("lt"),
            lte: options("lte")
        )
    }
}

extension SrcsetOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["widths", "width", "transformation", "filename"]
        let options = try OptionReader(node, names)
        try self.init(
            widths: options("widths"),
            width: options("width"),
            transformation: options("transformation"),
            filename: options("filename")
        )
    }
}

extension TagFilter: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["any", "all", "none"]
        let options = try OptionReader(node, names)
        try self.init(any: options("any"), all: options("all"), none: options("none"))
    }
}

extension TextBoxOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["color", "padding"]
        let options = try OptionReader(node, names)
        try self.init(color: options("color"), padding: options("padding"))
    }
}

extension TimeRange: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["gt", "gte", "lt", "lte"]
        let options = try OptionReader(node, names)
        try self.init(
            gt: options("gt"),
            gte: options("gte"),
            lt: options("lt"),
            lte: options("lte")
        )
    }
}

extension TrimOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["tolerance", "padding"]
        let options = try OptionReader(node, names)
        try self.init(tolerance: options("tolerance"), padding: options("padding"))
    }
}

extension UpdateProjectOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["name", "is_blocked", "is_search_index_allowed", "features"]
        let options = try OptionReader(node, names)
        try self.init(
            name: options("name"),
            isBlocked: options("is_blocked"),
            isSearchIndexAllowed: options("is_search_index_allowed"),
            features: options("features")
        )
    }
}

extension UpdateTagsOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["add", "delete"]
        let options = try OptionReader(node, names)
        try self.init(add: options("add"), delete: options("delete"))
    }
}

extension UpdateWebhookOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["target_url", "event", "is_active", "signing_secret"]
        let options = try OptionReader(node, names)
        try self.init(
            targetUrl: options("target_url"),
            event: options("event"),
            isActive: options("is_active"),
            signingSecret: options("signing_secret")
        )
    }
}

extension UploadOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "filename",
            "content_type",
            "store",
            "metadata",
            "tags",
            "multipart_threshold",
            "part_size",
            "concurrency",
            "file_concurrency",
            "state_file",
            "on_lost",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            filename: options("filename"),
            contentType: options("content_type"),
            store: options("store"),
            metadata: options("metadata"),
            tags: options("tags"),
            multipartThreshold: options("multipart_threshold"),
            partSize: options("part_size"),
            concurrency: options("concurrency"),
            fileConcurrency: options("file_concurrency"),
            stateFile: options("state_file"),
            onLost: options("on_lost")
        )
    }
}

extension VerifyUrlOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["now"]
        let options = try OptionReader(node, names)
        try self.init(now: options("now"))
    }
}

extension VideoPathOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "format",
            "width",
            "height",
            "resize_mode",
            "quality",
            "cut_start",
            "cut_length",
            "thumbnail_count",
            "thumbnail_index",
        ]
        let options = try OptionReader(node, names)
        try self.init(
            format: options("format"),
            width: options("width"),
            height: options("height"),
            resizeMode: options("resize_mode"),
            quality: options("quality"),
            cutStart: options("cut_start"),
            cutLength: options("cut_length"),
            thumbnailCount: options("thumbnail_count"),
            thumbnailIndex: options("thumbnail_index")
        )
    }
}

extension WaitOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["timeout", "interval"]
        let options = try OptionReader(node, names)
        try self.init(timeout: options("timeout"), interval: options("interval"))
    }
}

extension Alignment: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "center": self = .center
        case "top": self = .top
        case "right": self = .right
        case "bottom": self = .bottom
        case "left": self = .left
        case let text: self = .unknown(value: text)
        }
    }
}

extension ArchiveFormat: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "zip": self = .zip
        case "tar": self = .tar
        case let text: self = .unknown(value: text)
        }
    }
}

extension AuthScheme: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "signed": self = .signed
        case "simple": self = .simple
        case let text: self = .unknown(value: text)
        }
    }
}

extension CropObject: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "face": self = .face
        case "image": self = .image
        case let text: self = .unknown(value: text)
        }
    }
}

extension DeliveryTokenKind: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "acl": self = .acl
        case "url": self = .url
        case let text: self = .unknown(value: text)
        }
    }
}

extension FileOrdering: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "datetime_uploaded": self = .datetimeUploaded
        case "-datetime_uploaded": self = .datetimeUploadedDescending
        case let text: self = .unknown(value: text)
        }
    }
}

extension FilterName: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "adaris": self = .adaris
        case "briaril": self = .briaril
        case "calarel": self = .calarel
        case "carris": self = .carris
        case "cynarel": self = .cynarel
        case "cyren": self = .cyren
        case "elmet": self = .elmet
        case "elonni": self = .elonni
        case "enzana": self = .enzana
        case "erydark": self = .erydark
        case "fenralan": self = .fenralan
        case "ferand": self = .ferand
        case "galen": self = .galen
        case "gavin": self = .gavin
        case "gethriel": self = .gethriel
        case "iorill": self = .iorill
        case "iothari": self = .iothari
        case "iselva": self = .iselva
        case "jadis": self = .jadis
        case "lavra": self = .lavra
        case "misiara": self = .misiara
        case "namala": self = .namala
        case "nerion": self = .nerion
        case "nethari": self = .nethari
        case "pamaya": self = .pamaya
        case "sarnar": self = .sarnar
        case "sedis": self = .sedis
        case "sewen": self = .sewen
        case "sorahel": self = .sorahel
        case "sorlen": self = .sorlen
        case "tarian": self = .tarian
        case "thellassan": self = .thellassan
        case "varriel": self = .varriel
        case "varven": self = .varven
        case "vevera": self = .vevera
        case "virkas": self = .virkas
        case "yedis": self = .yedis
        case "yllara": self = .yllara
        case "zatvel": self = .zatvel
        case "zevcen": self = .zevcen
        case let text: self = .unknown(value: text)
        }
    }
}

extension FontFamily: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "DejaVu": self = .dejaVu
        case "DejaVuMono": self = .dejaVuMono
        case "DejaVuSerif": self = .dejaVuSerif
        case "Noto": self = .noto
        case "NotoMono": self = .notoMono
        case "NotoSerif": self = .notoSerif
        case let text: self = .unknown(value: text)
        }
    }
}

extension FontStyle: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "normal": self = .normal
        case "italic": self = .italic
        case let text: self = .unknown(value: text)
        }
    }
}

extension FontWeight: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "regular": self = .regular
        case "bold": self = .bold
        case let text: self = .unknown(value: text)
        }
    }
}

extension GifVideoFormat: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "mp4": self = .mp4
        case "webm": self = .webm
        case let text: self = .unknown(value: text)
        }
    }
}

extension GifVideoQuality: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "normal": self = .normal
        case "better": self = .better
        case "best": self = .best
        case "lighter": self = .lighter
        case "lightest": self = .lightest
        case let text: self = .unknown(value: text)
        }
    }
}

extension GroupOrdering: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "datetime_created": self = .datetimeCreated
        case "-datetime_created": self = .datetimeCreatedDescending
        case let text: self = .unknown(value: text)
        }
    }
}

extension HorizontalAlignment: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "left": self = .left
        case "center": self = .center
        case "right": self = .right
        case let text: self = .unknown(value: text)
        }
    }
}

extension ImageFormat: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "jpeg": self = .jpeg
        case "png": self = .png
        case "webp": self = .webp
        case "auto": self = .auto
        case "preserve": self = .preserve
        case let text: self = .unknown(value: text)
        }
    }
}

extension ImageQuality: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "normal": self = .normal
        case "better": self = .better
        case "best": self = .best
        case "lighter": self = .lighter
        case "lightest": self = .lightest
        case "smart": self = .smart
        case "smart_retina": self = .smartRetina
        case let text: self = .unknown(value: text)
        }
    }
}

extension OnLost: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "restart": self = .restart
        case "fail": self = .fail
        case let text: self = .unknown(value: text)
        }
    }
}

extension RemoveBackgroundChannels: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "rgba": self = .rgba
        case "alpha": self = .alpha
        case let text: self = .unknown(value: text)
        }
    }
}

extension RemoveBackgroundType: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "auto": self = .auto
        case "person": self = .person
        case "product": self = .product
        case "car": self = .car
        case let text: self = .unknown(value: text)
        }
    }
}

extension RemoveBackgroundTypeLevel: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "none": self = .off
        case "1": self = .coarse
        case "2": self = .fine
        case "latest": self = .latest
        case let text: self = .unknown(value: text)
        }
    }
}

extension ScaleCropFocus: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "center": self = .center
        case "smart": self = .smart
        case "smart_faces_objects": self = .smartFacesObjects
        case "smart_faces_points": self = .smartFacesPoints
        case "smart_objects_faces_points": self = .smartObjectsFacesPoints
        case "smart_objects_faces": self = .smartObjectsFaces
        case "smart_objects_points": self = .smartObjectsPoints
        case "smart_points": self = .smartPoints
        case "smart_objects": self = .smartObjects
        case "smart_faces": self = .smartFaces
        case let text: self = .unknown(value: text)
        }
    }
}

extension SearchSort: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "score": self = .score
        case "-score": self = .scoreDescending
        case "datetime_uploaded": self = .datetimeUploaded
        case "-datetime_uploaded": self = .datetimeUploadedDescending
        case "size": self = .size
        case "-size": self = .sizeDescending
        case "original_filename": self = .originalFilename
        case "-original_filename": self = .originalFilenameDescending
        case let text: self = .unknown(value: text)
        }
    }
}

extension SrgbMode: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "fast": self = .fast
        case "icc": self = .icc
        case "keep_profile": self = .keepProfile
        case let text: self = .unknown(value: text)
        }
    }
}

extension StretchMode: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "on": self = .on
        case "off": self = .off
        case "fill": self = .fill
        case let text: self = .unknown(value: text)
        }
    }
}

extension StripMeta: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "all": self = .all
        case "none": self = .none
        case "sensitive": self = .sensitive
        case let text: self = .unknown(value: text)
        }
    }
}

extension TextBoxMode: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "none": self = .none
        case "fit": self = .fit
        case "line": self = .line
        case "fill": self = .fill
        case let text: self = .unknown(value: text)
        }
    }
}

extension UploadAuth: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "token": self = .token
        case "signature": self = .signature
        case "none": self = .nothing
        case let text: self = .unknown(value: text)
        }
    }
}

extension UsageMetric: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "traffic": self = .traffic
        case "storage": self = .storage
        case "operations": self = .operations
        case let text: self = .unknown(value: text)
        }
    }
}

extension VerticalAlignment: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "top": self = .top
        case "center": self = .center
        case "bottom": self = .bottom
        case let text: self = .unknown(value: text)
        }
    }
}

extension VideoFormat: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "mp4": self = .mp4
        case "webm": self = .webm
        case "ogg": self = .ogg
        case let text: self = .unknown(value: text)
        }
    }
}

extension VideoQuality: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "normal": self = .normal
        case "better": self = .better
        case "best": self = .best
        case "lighter": self = .lighter
        case "lightest": self = .lightest
        case let text: self = .unknown(value: text)
        }
    }
}

extension VideoResizeMode: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "preserve_ratio": self = .preserveRatio
        case "change_ratio": self = .changeRatio
        case "scale_crop": self = .scaleCrop
        case "add_padding": self = .addPadding
        case let text: self = .unknown(value: text)
        }
    }
}

extension WebhookEvent: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "file.uploaded": self = .fileUploaded
        case "file.infected": self = .fileInfected
        case "file.stored": self = .fileStored
        case "file.deleted": self = .fileDeleted
        case "file.info_updated": self = .fileInfoUpdated
        case let text: self = .unknown(value: text)
        }
    }
}
