import UploadcareSDK

struct Log: EventListener {
    func event(_ event: CallEvent) {
        switch event.kind {
        case .response:
            print("\(event.method) \(event.path): \(event.status ?? 0)")
        case .retry:
            print("\(event.error?.message ?? ""); again in \(event.wait ?? 0) seconds")
        default:
            break
        }
    }
}

func storeLoudly(_ uuid: String) async throws {
    let client = try Uploadcare(listener: Log())
    try await client.files.store(uuid)
}
