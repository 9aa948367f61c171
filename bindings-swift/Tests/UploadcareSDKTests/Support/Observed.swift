import Foundation
import UploadcareSDK

/// What a shared case can see: as JSON, with names in snake case.
protocol Observed {
    var observed: JsonNode { get }
}

extension JsonNode: Observed {
    var observed: JsonNode { self }
}

extension String: Observed {
    var observed: JsonNode { .text(value: self) }
}

extension Int: Observed {
    var observed: JsonNode { .integer(value: Int64(self)) }
}

extension Int64: Observed {
    var observed: JsonNode { .integer(value: self) }
}

extension Double: Observed {
    var observed: JsonNode { .number(value: self) }
}

extension Bool: Observed {
    var observed: JsonNode { .boolean(value: self) }
}

extension Date: Observed {
    var observed: JsonNode { .text(value: Moment.text(self)) }
}

extension Optional: Observed where Wrapped: Observed {
    var observed: JsonNode { map(\.observed) ?? .null }
}

extension Array: Observed where Element: Observed {
    var observed: JsonNode { .array(items: map(\.observed)) }
}

extension Dictionary: Observed where Key == String, Value: Observed {
    var observed: JsonNode { .object(members: mapValues(\.observed)) }
}

extension Job: Observed {
    var observed: JsonNode {
        .object(members: (info.observed.members ?? [:]).merging(["text": save().observed]) { $1 })
    }
}

extension ConversionBatch: Observed {
    var observed: JsonNode {
        ["jobs": jobs.observed, "problems": problems.observed]
    }
}

extension Uploadcare: Observed {
    var observed: JsonNode {
        [
            "public_key": publicKey.observed,
            "api_base": apiBase.absoluteString.observed,
            "upload_base": uploadBase.absoluteString.observed,
            "cdn_base": cdnBase.absoluteString.observed,
        ]
    }
}

extension Page: Observed where Element == FileInfo {
    var observed: JsonNode {
        [
            "count": count.observed,
            "first": first?.originalFilename.observed ?? .null,
            "last": last?.originalFilename.observed ?? .null,
            "total": total.observed,
            "per_page": perPage.observed,
            "has_next": (next != nil).observed,
            "has_previous": (previous != nil).observed,
        ]
    }
}

extension UploadcareError: Observed {
    var observed: JsonNode {
        var seen = info.observed.members ?? [:]
        seen["parameter"] = parameter.map(snakeCase).observed
        return .object(members: seen)
    }

    /// Every way in which it may end up in a log.
    var texts: String {
        let bridged = self as NSError
        return "\(logged(self)) \(localizedDescription) \(bridged) \(bridged.userInfo)"
    }
}

/// Every way in which a value may end up in a log.
func logged(_ value: some Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    let members = Mirror(reflecting: value).children.map { "\($0)" }
    return "\(value) \(String(reflecting: value)) \(dumped) \(members)"
}

/// A name as the shared cases spell it.
private func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
}

extension FileInfo {
    /// A few facts: what `files.get` without `args` gives.
    var summary: JsonNode {
        let image = contentInfo?.image
        return [
            "uuid": uuid.observed,
            "original_filename": originalFilename.observed,
            "size": size.observed,
            "mime_type": mimeType.observed,
            "is_image": isImage.observed,
            "is_ready": isReady.observed,
            "is_stored": (datetimeStored != nil).observed,
            "is_removed": (datetimeRemoved != nil).observed,
            "datetime_uploaded": datetimeUploaded.observed,
            "has_original_file_url": (originalFileUrl != nil).observed,
            "image_format": (image?.format).observed,
            "image_width": (image?.width).observed,
            "image_height": (image?.height).observed,
            "color_mode": (image?.colorMode).observed,
            "orientation": (image?.orientation).observed,
            "datetime_original": (image?.datetimeOriginal).observed,
            "latitude": (image?.geoLocation?.latitude).observed,
            "metadata": metadata.observed,
            "tags": tags.observed,
            "has_appdata": (appdata != nil).observed,
            "extra": extra.observed,
        ]
    }
}
