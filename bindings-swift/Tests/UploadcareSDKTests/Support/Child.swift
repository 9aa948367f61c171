import Foundation
import UploadcareSDK
import XCTest

/// Programs of tests: they run in a process of their own.
enum Child {
    /// Runs one until it ends, which it has to do well.
    static func run(
        _ test: String,
        _ project: Project,
        _ more: [String: String] = [:]
    ) async throws {
        let child = try start(test, project, more)
        let deadline = Date().addingTimeInterval(600)
        while child.isRunning, Date() < deadline {
            try await Task.sleep(nanoseconds: 20_000_000)
        }
        if child.isRunning { child.terminate() }
        XCTAssertEqual(child.terminationStatus, 0)
    }

    /// Starts one.
    static func start(
        _ test: String,
        _ project: Project,
        _ more: [String: String] = [:]
    ) throws -> Process {
        let child = Process()
        child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        child.arguments = ["UploadcareSDKTests.\(test)"]
        child.environment = ProcessInfo.processInfo.environment.merging(
            [
                "UPLOADCARE_TEST_PUBLIC_KEY": project.publicKey,
                "UPLOADCARE_TEST_SECRET_KEY": project.secretKey,
                "UPLOADCARE_EMULATOR": String(
                    decoding: try JSONEncoder().encode(project.emulator.ready),
                    as: UTF8.self
                ),
            ]
            .merging(more) { $1 }
        ) { $1 }
        try child.run()
        return child
    }

    /// The project of the process that started this one.
    static func project() throws -> Project {
        let environment = ProcessInfo.processInfo.environment
        guard let key = environment["UPLOADCARE_TEST_PUBLIC_KEY"] else {
            throw XCTSkip("not a process of its own")
        }
        let keys: JsonNode = [
            "public_key": key.observed,
            "secret_key": environment["UPLOADCARE_TEST_SECRET_KEY"].observed,
        ]
        return try Project(keys, on: Emulator.shared())
    }
}
