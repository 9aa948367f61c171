import Foundation
import UploadcareSDK
import XCTest

final class SharedCaseTests: XCTestCase {
    func testAllCases() async throws {
        let emulator = try Emulator.shared()
        let files = ["tests/cases", "tests/cases/generated"].flatMap { folder in
            let folder = Emulator.root.appendingPathComponent(folder)
            // Not every repository has generated ones.
            let all = try? FileManager.default
                .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            return (all ?? []).filter { $0.pathExtension == "json" }
        }
        let cases = try files.flatMap { file in
            try JSONDecoder().decode([JsonNode].self, from: Data(contentsOf: file))
        }
        XCTAssertGreaterThan(cases.count, 40)
        let failures = await withTaskGroup(of: String?.self) { group in
            var failures: [String] = []
            for (number, plan) in cases.enumerated() {
                // Some cases are about time: more at once than the machine can do would fail them.
                if number >= 8, case let failure?? = await group.next() {
                    failures.append(failure)
                }
                group.addTask {
                    do {
                        try await CaseRunner(plan: plan, emulator: emulator).run()
                        return nil
                    } catch {
                        return "\(plan["name"].text ?? "?"): \(error)"
                    }
                }
            }
            for await case let failure? in group { failures.append(failure) }
            return failures
        }
        print("\(cases.count - failures.count) of \(cases.count) shared cases passed")
        XCTAssert(failures.isEmpty, failures.joined(separator: "\n"))
    }
}
