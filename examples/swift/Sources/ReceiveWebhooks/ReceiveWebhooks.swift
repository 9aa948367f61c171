import Foundation
import UploadcareSDK

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Receives what webhooks deliver, and refuses what is not genuine.
///
/// `swift run receive-webhooks`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` set. The
/// service must be able to reach this machine.
@main
struct ReceiveWebhooks {
    static let secret = "a signing secret of mine"

    static func main() async {
        do {
            try await run()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func run() async throws {
        let receiver = try WebhookReceiver(secret: secret)
        let (genuine, arrival) = AsyncStream.makeStream(of: (WebhookDelivery, Request).self)
        let server = try Server { request in
            let signature = request.headers[WebhookReceiver.signatureHeader.lowercased()]
            do {
                let delivery = try receiver.receive(request.body, signature: signature)
                // What takes long is done elsewhere: the service waits for the answer.
                arrival.yield((delivery, request))
                return 200
            } catch {
                print("refused: \(error.localizedDescription)")
                return 403
            }
        }

        let client = try Uploadcare()
        let target = "http://127.0.0.1:\(server.port)/webhook"
        let options = CreateWebhookOptions(signingSecret: secret)
        let webhook = try await client.webhooks
            .create(target, event: .fileUploaded, options: options)
        try await client.uploads.upload(
            Data("Hello".utf8),
            options: UploadOptions(filename: "hello.txt")
        )
        let patience = Task {
            try await Task.sleep(nanoseconds: 60_000_000_000)
            arrival.finish()
        }
        defer { patience.cancel() }
        guard let (delivery, request) = await genuine.first(where: { _ in true }) else {
            throw Surprise(description: "nothing was delivered within a minute")
        }
        let size = delivery.data?.size ?? 0
        print("\(delivery.hook.event): \(size) bytes, \(delivery.file ?? "")")

        // The same with one bit changed is nobody's delivery.
        var forged = request
        forged.body[forged.body.startIndex + 10] ^= 1
        let status = try await send(forged, to: target)
        try await client.webhooks.delete(webhook.id)
        guard status == 403 else {
            throw Surprise(description: "a forged delivery was answered \(status)")
        }
    }

    /// Sends a request as the service would.
    static func send(_ request: Request, to target: String) async throws -> Int {
        guard let url = URL(string: target) else { return 0 }
        var copy = URLRequest(url: url)
        copy.httpMethod = "POST"
        copy.httpBody = request.body
        let header = WebhookReceiver.signatureHeader
        copy.setValue(request.headers[header.lowercased()], forHTTPHeaderField: header)
        let (_, response) = try await URLSession.shared.data(for: copy)
        return (response as? HTTPURLResponse)?.statusCode ?? 0
    }
}

struct Surprise: Error, CustomStringConvertible {
    let description: String
}
