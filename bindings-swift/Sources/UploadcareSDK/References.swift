import Foundation
import UploadcareBindings

/// What stands for a file: its UUID or its URL on the CDN as text, a `UUID`, a `URL`, or what a
/// list, an upload or another call gave.
///
/// The transformations of a URL matter where a file is copied; everywhere else the file itself is
/// meant. A text that names no file is refused by the call that it is given to, before anything is
/// sent.
public protocol FileReference: Sendable {
    /// The UUID of the file, or its URL on the CDN.
    var fileReference: String { get }
}

/// What stands for a group of files: its identifier or its URL on the CDN as text, a `URL`, or what
/// a list or another call gave.
public protocol GroupReference: Sendable {
    /// The identifier of the group, or its URL on the CDN.
    var groupReference: String { get }
}

extension String: FileReference, GroupReference {
    /// The text.
    public var fileReference: String { self }

    /// The text.
    public var groupReference: String { self }
}

extension URL: FileReference, GroupReference {
    /// The text of the URL.
    public var fileReference: String { absoluteString }

    /// The text of the URL.
    public var groupReference: String { absoluteString }
}

extension UUID: FileReference {
    /// The text of the UUID, in small letters as the service writes it.
    public var fileReference: String { uuidString.lowercased() }
}

extension FileInfo: FileReference {
    /// The UUID of the file.
    public var fileReference: String { uuid }
}

extension UploadedFile: FileReference {
    /// The UUID of the file.
    public var fileReference: String { uuid }
}

extension GroupInfo: GroupReference {
    /// The identifier of the group.
    public var groupReference: String { id }
}

extension UploadInfo: FileReference {
    /// The UUID of the file.
    public var fileReference: String { uuid }
}

extension UploadGroupInfo: GroupReference {
    /// The identifier of the group.
    public var groupReference: String { id }
}
