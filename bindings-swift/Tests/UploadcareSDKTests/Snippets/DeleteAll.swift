import UploadcareSDK

func deleteAll(_ uuids: [String], of client: Uploadcare) async throws {
    let result = try await client.files.deleteMany(uuids)
    print("deleted \(result.files.count) files")
    for problem in result.problems {
        print("\(problem.source): \(problem.message)")
    }
    for failure in result.failures {
        print("\(failure.uuids.count) files: \(failure.error.message)")
    }
    if !result.notTried.isEmpty {
        print("not tried: \(result.notTried)")
    }
}
