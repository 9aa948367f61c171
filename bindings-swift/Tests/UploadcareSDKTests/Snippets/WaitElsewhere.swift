import UploadcareSDK

func goOnWaiting(for saved: String, by client: Uploadcare) async throws {
    let job = try client.jobs.open(saved)
    for try await status in job.updates() {
        print("\(job.source): \(status.state)")
    }
}
