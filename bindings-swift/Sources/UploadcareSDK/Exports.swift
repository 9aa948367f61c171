import UploadcareBindings

// One by one, so that what only this package needs stays hidden, and a change of the generated
// code does not change the public names by itself.

/// Results of one add-on on one file.
public typealias AppData = UploadcareBindings.AppData
/// A sound stream of a video.
public typealias AudioStream = UploadcareBindings.AudioStream
/// How REST requests prove who sends them.
public typealias AuthScheme = UploadcareBindings.AuthScheme
/// Settings of a client beside its keys.
public typealias ClientOptions = UploadcareBindings.ClientOptions
/// How a pixel of an image is stored.
public typealias ColorMode = UploadcareBindings.ColorMode
/// What the content of a file is.
public typealias ContentInfo = UploadcareBindings.ContentInfo
/// Everything known about an error.
public typealias ErrorInfo = UploadcareBindings.ErrorInfo
/// What went wrong, in one word.
public typealias ErrorKind = UploadcareBindings.ErrorKind
/// A file of the project.
public typealias FileInfo = UploadcareBindings.FileInfo
/// Order of a list of files.
public typealias FileOrdering = UploadcareBindings.FileOrdering
/// A place on the Earth, in degrees.
public typealias GeoLocation = UploadcareBindings.GeoLocation
/// What to fetch of a file.
public typealias GetFileOptions = UploadcareBindings.GetFileOptions
/// Facts of an image.
public typealias ImageInfo = UploadcareBindings.ImageInfo
/// Any JSON value.
public typealias JsonNode = UploadcareBindings.JsonNode
/// Which files to list, and in which order.
public typealias ListFilesOptions = UploadcareBindings.ListFilesOptions
/// MIME type in parts.
public typealias MimeInfo = UploadcareBindings.MimeInfo
/// What a list answers beside its results.
public typealias PageInfo = UploadcareBindings.PageInfo
/// How many files a project has, by state.
public typealias Totals = UploadcareBindings.Totals
/// How to upload a file.
public typealias UploadOptions = UploadcareBindings.UploadOptions
/// A file that was uploaded.
public typealias UploadedFile = UploadcareBindings.UploadedFile
/// Facts of a video.
public typealias VideoInfo = UploadcareBindings.VideoInfo
/// A picture stream of a video.
public typealias VideoStream = UploadcareBindings.VideoStream

extension ClientOptions: CustomReflectable {
    /// Has no children: `dump` would show the password of a proxy.
    public var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
