import UploadcareSDK

func countLines(of file: UploadedFile, by client: Uploadcare) async throws -> Int {
    let stream = try await client.delivery.downloadStream(file)
    print(stream.info.filename ?? "", stream.info.size ?? 0)
    return try await stream.reduce(0) { lines, piece in
        lines + piece.filter { $0 == UInt8(ascii: "\n") }.count
    }
}
