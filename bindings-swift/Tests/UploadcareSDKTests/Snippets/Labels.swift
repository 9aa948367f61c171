import Foundation
import UploadcareSDK

func labels(of photo: UUID, by client: Uploadcare) async throws -> [String] {
    try await client.addons.detectLabels(photo).wait()
    let withResults = GetFileOptions(includeAppdata: true)
    let file = try await client.files.get(photo, options: withResults)
    let labels = file.appdata?.awsRekognitionDetectLabels?.data.labels ?? []
    return labels.map { "\($0.name), \($0.confidence ?? 0) %" }
}
