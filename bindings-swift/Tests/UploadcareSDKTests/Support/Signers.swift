import Foundation
import UploadcareSDK

/// The signers that shared cases ask for.
func signer(called name: String, of publicKey: String, on emulator: Emulator) throws
    -> any RequestSigner
{
    switch name {
    case "backend":
        let path = try emulator.base("control") + "projects/\(publicKey)/sign"
        guard let backend = URL(string: path) else { throw Mismatch("\(path) is no URL") }
        return UncancelledSigner(backend: backend)
    case "failing":
        return ClosureSigner { _ in throw Mismatch("no signature today") }
    case "wrong":
        return ClosureSigner { _ in "not-a-signature" }
    case "other":
        return ClosureSigner { _ in String(repeating: "0", count: 40) }
    case "slow":
        return ClosureSigner { _ in
            try await Task.sleep(nanoseconds: 86_400_000_000_000)
            return ""
        }
    default:
        throw Mismatch("no signer is called \(name)")
    }
}

/// Signs as the sample of the readme does, and to the end even if nobody needs it any more: URLSession
/// on Linux is known to hang when a task is cancelled just as its answer comes.
struct UncancelledSigner: RequestSigner {
    let backend: URL

    func sign(_ request: SigningRequest) async throws -> String {
        let signer = BackendSigner(backend: backend)
        return try await Task.detached { try await signer.sign(request) }.value
    }
}
