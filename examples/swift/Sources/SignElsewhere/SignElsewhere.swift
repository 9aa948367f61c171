import Foundation
import UploadcareSDK

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Uploads and lists without the secret key: a backend signs, and every step of every call is
/// shown.
///
/// `swift run sign-elsewhere`, with `UPLOADCARE_PUBLIC_KEY`, and with `SIGNING_URL` of a backend
/// that answers `{"string_to_sign"}` with `{"signature"}`.
@main
struct SignElsewhere {
    static func main() async {
        do {
            try await run()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func run() async throws {
        guard let text = ProcessInfo.processInfo.environment["SIGNING_URL"],
            let url = URL(string: text), let nowhere = URL(string: "http://127.0.0.1:1/")
        else { return print("SIGNING_URL is not set") }

        let client = try Uploadcare(signer: Backend(url: url), listener: Printer())
        _ = try await client.uploads.upload(
            Data("Hello".utf8),
            options: UploadOptions(filename: "hello.txt")
        )

        // For these calls: more patience with the service, less with its answers.
        let patient = try client.withOptions(ClientOptions(timeout: 20, maxRetries: 5))
        var count = 0
        for try await _ in patient.files.list() { count += 1 }
        print("\(count) files")

        let request = try await client.explain(redact: true) { try await $0.project.get() }
        print(request.curl)

        // A backend that refuses: the call fails with what the signer threw, and nothing is sent.
        let lost = try Uploadcare(signer: Backend(url: nowhere))
        do {
            _ = try await lost.project.get()
        } catch let error as UploadcareError where error.kind == .signer {
            print("\(error.message)")
        }
    }
}

struct Backend: RequestSigner {
    struct Answer: Decodable {
        let signature: String
    }

    let url: URL

    func sign(_ request: SigningRequest) async throws -> String {
        var question = URLRequest(url: url)
        question.httpMethod = "POST"
        question.httpBody = try JSONEncoder().encode(["string_to_sign": request.stringToSign])
        let (answer, _) = try await URLSession.shared.data(for: question)
        return try JSONDecoder().decode(Answer.self, from: answer).signature
    }
}

struct Printer: EventListener {
    func event(_ event: CallEvent) {
        let status = event.status.map { " \($0)" } ?? ""
        let elapsed = String(format: "%.3f", event.elapsed)
        print(
            "  \(elapsed) s  call \(event.call) \(event.kind)\(status)  \(event.method) \(event.path)"
        )
    }
}
