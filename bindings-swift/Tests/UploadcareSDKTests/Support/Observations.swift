import UploadcareSDK

/// How the shared cases see results and errors.
enum Observation {
    static func of(_ client: Uploadcare) -> JsonNode {
        [
            "public_key": JsonNode(client.publicKey),
            "api_base": JsonNode(client.apiBase.absoluteString),
            "upload_base": JsonNode(client.uploadBase.absoluteString),
            "cdn_base": JsonNode(client.cdnBase.absoluteString),
        ]
    }

    static func of(_ files: [FileInfo], cursor: String?) -> JsonNode {
        [
            "count": JsonNode(files.count),
            "distinct": JsonNode(Set(files.map(\.uuid)).count),
            "first": JsonNode(files.first?.originalFilename),
            "last": JsonNode(files.last?.originalFilename),
            "cursor": JsonNode(cursor),
        ]
    }

    static func of(_ page: Page<FileInfo>?) -> JsonNode {
        guard let page else { return .null }
        return [
            "count": JsonNode(page.count),
            "first": JsonNode(page.first?.originalFilename),
            "last": JsonNode(page.last?.originalFilename),
            "total": JsonNode(page.total),
            "per_page": JsonNode(page.perPage),
            "has_next": JsonNode(page.next != nil),
            "has_previous": JsonNode(page.previous != nil),
        ]
    }

    static func of(_ file: FileInfo) -> JsonNode {
        let image = file.contentInfo?.image
        return [
            "uuid": JsonNode(file.uuid),
            "original_filename": JsonNode(file.originalFilename),
            "size": JsonNode(file.size),
            "mime_type": JsonNode(file.mimeType),
            "is_image": JsonNode(file.isImage),
            "is_ready": JsonNode(file.isReady),
            "is_stored": JsonNode(file.datetimeStored != nil),
            "is_removed": JsonNode(file.datetimeRemoved != nil),
            "datetime_uploaded": JsonNode(Moment.text(file.datetimeUploaded)),
            "has_original_file_url": JsonNode(file.originalFileUrl != nil),
            "image_format": JsonNode(image?.format),
            "image_width": JsonNode(image?.width),
            "image_height": JsonNode(image?.height),
            "color_mode": JsonNode(image?.colorMode?.description),
            "orientation": JsonNode(image?.orientation),
            "datetime_original": JsonNode(image?.datetimeOriginal),
            "latitude": JsonNode(image?.geoLocation?.latitude),
            "metadata": .object(members: file.metadata.mapValues { JsonNode($0) }),
            "tags": JsonNode(file.tags),
            "has_appdata": JsonNode(file.appdata != nil),
            "extra": .object(members: file.extra),
        ]
    }

    static func of(_ file: UploadedFile) -> JsonNode {
        [
            "uuid": JsonNode(file.uuid),
            "original_filename": JsonNode(file.originalFilename),
            "size": JsonNode(file.size),
        ]
    }

    static func of(_ error: UploadcareError) -> JsonNode {
        [
            "kind": JsonNode(error.kind.description),
            "parameter": JsonNode(error.parameter.map(snakeCase)),
            "status": JsonNode(error.status),
            "code": JsonNode(error.code),
            "request_id": JsonNode(error.requestId),
            "retry_after": JsonNode(error.retryAfter),
            "field_errors": .object(members: error.fieldErrors.mapValues { JsonNode($0) }),
            "method": JsonNode(error.method),
            "path": JsonNode(error.path),
            "is_retryable": JsonNode(error.isRetryable),
        ]
    }

    /// Every way in which an error may end up in a log.
    static func texts(of error: UploadcareError) -> String {
        var dumped = ""
        dump(error, to: &dumped)
        return "\(error) \(String(reflecting: error)) \(error.localizedDescription) \(dumped)"
    }
}

/// A name as the shared cases spell it.
private func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
}
