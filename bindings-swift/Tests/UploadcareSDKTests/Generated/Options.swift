// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareSDK

extension BatchOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["concurrency"]
        let options = try OptionReader(node, names)
        try self.init(concurrency: options("concurrency"))
    }
}

extension ClientOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = [
            "api_base",
            "upload_base",
            "cdn_base",
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
            cursor: options("cursor")
        )
    }
}

extension ListGroupsOptions: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["limit", "ordering", "starting_from", "prefetch", "cursor"]
        let options = try OptionReader(node, names)
        try self.init(
            limit: options("limit"),
            ordering: options("ordering"),
            startingFrom: options("starting_from"),
            prefetch: options("prefetch"),
            cursor: options("cursor")
        )
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

extension TagFilter: Given {
    init(given node: JsonNode) throws {
        let names: Set = ["any", "all", "none"]
        let options = try OptionReader(node, names)
        try self.init(any: options("any"), all: options("all"), none: options("none"))
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

extension AuthScheme: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "signed": self = .signed
        case "simple": self = .simple
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

extension GroupOrdering: Given {
    init(given node: JsonNode) throws {
        switch try String(given: node) {
        case "datetime_created": self = .datetimeCreated
        case "-datetime_created": self = .datetimeCreatedDescending
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
