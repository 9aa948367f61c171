import Foundation
import UploadcareSDK
import XCTest

/// Prints figures, if the environment asks for them.
final class MeasurementTests: XCTestCase {
    override func setUpWithError() throws {
        try XCTSkipIf(
            ProcessInfo.processInfo.environment["UPLOADCARE_MEASURE"] == nil,
            "UPLOADCARE_MEASURE is not set"
        )
    }

    /// How long it takes from the cancelling of a task until the service sees the connection close.
    func testFromCancelToTheService() async throws {
        let project = try await Project()
        let client = try project.client()
        let emulator = project.emulator
        try await project.add(.hang(times: -1))
        var taken: [Double] = []
        for number in 1...50 {
            let task = Task { try await client.project.get() }
            try await project.wait(for: "in_flight", toBe: 1)
            // The way of this answer is counted too, so the figures are upper bounds.
            let cancelled = try await emulator.time()
            task.cancel()
            try await expectCancellation(of: task)
            try await project.wait(for: "cancelled", toBe: Int64(number))
            let requests = try await emulator.requests(of: project.publicKey)
            let ended = try Double(given: XCTUnwrap(requests.last)["ended_ms"])
            taken.append(ended - cancelled)
        }
        taken.sort()
        let shown = [taken[0], taken[25], taken[47], taken[49]].map { String(format: "%.2f", $0) }
        print("cancel to 499: least, median, 95 %, most: \(shown.joined(separator: ", ")) ms")
    }
}
