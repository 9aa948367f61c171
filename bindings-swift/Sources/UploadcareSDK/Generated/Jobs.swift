// Made from the Rust definitions by `cargo xtask generate`. Do not edit.

import UploadcareBindings

/// Jobs that were started before, here or elsewhere.
public struct Jobs: Sendable {
    let native: NativeClient

    /// Opens a job again from its text, in any process or language.
    ///
    /// Nothing is sent.
    ///
    /// - Parameter text: What saving the job gave.
    /// - Returns: The job.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` if the text cannot be read or is of
    ///   another project.
    public func open(_ text: String) throws -> Job {
        let record = try translatingErrors {
            try native.jobsOpen(text: text)
        }
        return Job(native, record)
    }
}
