import Foundation

/// A server that takes one request, answers it, and shows it as it came.
final class HookServer: Sendable {
    let port: UInt16

    private let listener: Int32

    init() throws {
        #if canImport(Darwin)
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #else
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { [listener] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 4) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard isListening else { throw POSIXError(.EIO) }
    }

    deinit {
        close(listener)
    }

    /// Waits for a request.
    ///
    /// - Returns: Its first lines, and the bytes of its body.
    func request() async -> (head: String, body: Data) {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: self.take()) }
        }
    }

    private func take() -> (head: String, body: Data) {
        let client = accept(listener, nil, nil)
        defer { close(client) }
        var received = Data()
        var piece = [UInt8](repeating: 0, count: 65_536)
        let gap = Data("\r\n\r\n".utf8)
        while true {
            if let end = received.range(of: gap) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let size = head.lowercased().components(separatedBy: "content-length: ").last
                    .flatMap { Int($0.prefix { $0.isNumber }) }
                if received.count >= end.upperBound + (size ?? 0) {
                    let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8)
                    _ = write(client, answer, answer.count)
                    return (head, Data(received[end.upperBound...]))
                }
            }
            let count = recv(client, &piece, piece.count, 0)
            if count <= 0 { return ("", Data()) }
            received += piece[..<count]
        }
    }
}
