import Foundation
import UploadcareSDK

/// Uploads a photo and delivers it: URLs with transformations, several sizes, facts, a picture on
/// the disk, and a URL that opens for five minutes.
///
/// `swift run deliver PHOTO`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY` set.
@main
struct Deliver {
    static func main() async {
        do {
            guard CommandLine.arguments.count == 2 else { return print("name a photo") }
            try await run(URL(fileURLWithPath: CommandLine.arguments[1]))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func run(_ photo: URL) async throws {
        let client = try Uploadcare()
        let delivery = client.delivery
        let file = try await client.uploads.upload(file: photo)

        let facts = try await delivery.info(file)
        let format = facts.format ?? "no image"
        print("\(facts.width ?? 0) × \(facts.height ?? 0) pixels, \(format)")

        // Each operation gives a new transformation, so a common beginning can be shared.
        let square = try Transformation().scaleCrop(300, 300)
        let avatar = try square.format(.png).quality(.lighter)
        let gray = try square.grayscale()
        for (name, transformation) in [("avatar.png", avatar), ("gray.jpg", gray)] {
            let options = DeliveryUrlOptions(transformation: transformation, filename: name)
            print(try delivery.url(file, options: options))
        }

        let sizes = SrcsetOptions(widths: [320, 640, 1280])
        print("<img srcset=\"\(try delivery.srcset(file, options: sizes))\">")

        // The service makes the picture; the file is there only when it is complete.
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deliver-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let options = SaveOptions(transformation: avatar)
        let saved = try await delivery.save(file, to: folder, options: options) { progress in
            print("\(progress.receivedBytes) of \(progress.totalBytes ?? 0) bytes")
        }
        print("\(saved.size) bytes of \(saved.contentType ?? "")")

        // Projects with signed delivery have a secret for it. Two at once, while one takes the
        // place of the other.
        let secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211"
        let signing = try client.withOptions(ClientOptions(deliverySecrets: [secret])).delivery
        let signed = try signing.signedUrl(signing.url(file))
        print("opens until \(try signing.verifySignedUrl(signed).expiresAt)")
    }
}
