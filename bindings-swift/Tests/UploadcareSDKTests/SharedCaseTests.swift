import Foundation
import UploadcareSDK
import XCTest

final class SharedCaseTests: XCTestCase {
    func testAllCases() async throws {
        let emulator = try Emulator.shared()
        let folder = Emulator.root.appendingPathComponent("tests/cases")
        let files = try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
        let cases = try files.flatMap { file in
            try JSONDecoder().decode([JsonNode].self, from: Data(contentsOf: file))
        }
        XCTAssertGreaterThan(cases.count, 40)
        let failures = await withTaskGroup(of: String?.self) { group in
            for plan in cases {
                group.addTask {
                    do {
                        try await CaseRunner(plan: plan, emulator: emulator).run()
                        return nil
                    } catch {
                        return "\(plan["name"].text ?? "?"): \(error)"
                    }
                }
            }
            return await group.reduce(into: [String]()) { failures, failure in
                if let failure { failures.append(failure) }
            }
        }
        print("\(cases.count - failures.count) of \(cases.count) shared cases passed")
        XCTAssert(failures.isEmpty, failures.joined(separator: "\n"))
    }
}
