import Foundation

/// A request that came, with the bytes of its body as they were.
struct Request: Sendable {
    /// Headers by their names in small letters.
    let headers: [String: String]
    var body: Data
}

/// As much of an HTTP server as a webhook needs: one request after another, on a thread.
struct Server: Sendable {
    private static let longestHead = 16 << 10
    private static let longestBody = 1 << 20

    let port: UInt16

    /// Begins to listen on a free port of this machine.
    init(answer: @escaping @Sendable (Request) -> Int) throws {
        // A client that has left must not end the program.
        signal(SIGPIPE, SIG_IGN)
        #if canImport(Darwin)
            let listener = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread {
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { continue }
                Self.serve(client, answer)
                close(client)
            }
        }
    }

    private static func serve(_ client: Int32, _ answer: (Request) -> Int) {
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        let status = read(from: client).map(answer) ?? 400
        let reasons = [200: "OK", 400: "Bad Request", 403: "Forbidden"]
        let head = "HTTP/1.1 \(status) \(reasons[status] ?? "Done")"
        let text = Array("\(head)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
        _ = write(client, text, text.count)
    }

    private static func read(from client: Int32) -> Request? {
        var received = Data()
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        func more() -> Bool {
            let count = recv(client, &piece, piece.count, 0)
            if count > 0 { received += piece[..<count] }
            return count > 0
        }
        let gap = Data("\r\n\r\n".utf8)
        var end = received.range(of: gap)
        while end == nil {
            guard received.count <= longestHead, more() else { return nil }
            end = received.range(of: gap)
        }
        guard let end else { return nil }
        let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self)
            .components(separatedBy: "\r\n")
        let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (line[..<colon].lowercased(), value)
        }
        let headers = Dictionary(pairs) { first, _ in first }
        guard let size = headers["content-length"].flatMap(Int.init),
            (0...longestBody).contains(size)
        else { return nil }
        while received.count < end.upperBound + size {
            guard more() else { return nil }
        }
        return Request(headers: headers, body: received.dropFirst(end.upperBound).prefix(size))
    }
}
