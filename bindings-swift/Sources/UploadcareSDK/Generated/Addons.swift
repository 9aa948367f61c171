// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Add-ons: what the service can find out about a file, or make of it (REST API: Add-Ons).
///
/// Each call starts a job. What it found out is in the `appdata` of the file once the job is
/// finished.
public struct Addons: Sendable {
    let native: NativeClient

    /// Starts to find out what is to be seen in an image (AWS Rekognition).
    ///
    /// Reference: REST API, Execute AWS Rekognition.
    ///
    /// - Parameter file: The image.
    /// - Returns: The job. Its result is `appdata.awsRekognitionDetectLabels` of the file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `conflict` while
    ///   the same runs on the file, `rejected` if the service refuses it.
    public func detectLabels(_ file: some FileReference) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.addonsDetectLabels(file: file.fileReference, cancel: $0)
        }
        return Job(native, record)
    }

    /// Starts to find out whether there is something unwanted in an image (AWS Rekognition).
    ///
    /// Reference: REST API, Execute AWS Rekognition Moderation.
    ///
    /// - Parameter file: The image.
    /// - Returns: The job. Its result is `appdata.awsRekognitionDetectModerationLabels` of the
    ///   file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `conflict` while
    ///   the same runs on the file, `rejected` if the service refuses it.
    public func detectModerationLabels(_ file: some FileReference) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.addonsDetectModerationLabels(file: file.fileReference, cancel: $0)
        }
        return Job(native, record)
    }

    /// Starts to look for viruses in a file (ClamAV).
    ///
    /// Reference: REST API, Execute ClamAV.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - options: What to do with an infected file.
    /// - Returns: The job. Its result is `appdata.ucClamavVirusScan` of the file.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if it is no file, `conflict` while
    ///   the same runs on the file, `rejected` if the service refuses it.
    public func scanForViruses(
        _ file: some FileReference,
        options: ScanForVirusesOptions = ScanForVirusesOptions()
    ) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.addonsScanForViruses(
                file: file.fileReference,
                options: options,
                cancel: $0
            )
        }
        return Job(native, record)
    }

    /// Starts to make a picture without the background of another (remove.bg).
    ///
    /// Reference: REST API, Execute Remove.bg.
    ///
    /// - Parameters:
    ///   - file: The image.
    ///   - options: What the new picture is to be like.
    /// - Returns: The job. The status of the finished job has the `uuid` of the new picture.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what is no file or an option
    ///   out of its range, `conflict` while the same runs on the file, `rejected` if the service
    ///   refuses it.
    public func removeBackground(
        _ file: some FileReference,
        options: RemoveBackgroundOptions = RemoveBackgroundOptions()
    ) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.addonsRemoveBackground(
                file: file.fileReference,
                options: options,
                cancel: $0
            )
        }
        return Job(native, record)
    }

    /// Starts an add-on by its name: one that this version has no method for.
    ///
    /// Reference: REST API, Add-Ons.
    ///
    /// - Parameters:
    ///   - name: Name of the add-on: letters, digits, `_` and `-`.
    ///   - file: The file.
    ///   - options: Parameters of the add-on.
    /// - Returns: The job.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a bad name, what is no file, or
    ///   parameters that are no JSON object, `notFound` if there is no such add-on, `conflict`
    ///   while the same runs on the file, `rejected` if the service refuses it.
    public func execute(
        _ name: String,
        file: some FileReference,
        options: ExecuteAddonOptions = ExecuteAddonOptions()
    ) async throws -> Job {
        let record = try await cancellable { [native] in
            try await native.addonsExecute(
                name: name,
                file: file.fileReference,
                options: options,
                cancel: $0
            )
        }
        return Job(native, record)
    }

    /// Gets how far an add-on is, by the identifier of its run; a job does so by itself.
    ///
    /// Reference: REST API, Add-Ons: check execution status.
    ///
    /// - Parameters:
    ///   - name: Name of the add-on: letters, digits, `_` and `-`.
    ///   - requestId: Identifier of the run: a UUID.
    /// - Returns: How far an add-on is.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for a bad name or identifier,
    ///   `notFound` if there is no such add-on.
    public func status(_ name: String, requestId: String) async throws -> JobStatus {
        try await cancellable { [native] in
            try await native.addonsStatus(name: name, requestId: requestId, cancel: $0)
        }
    }
}
