import Foundation
import UploadcareSDK
import XCTest

/// Clients, tasks and programs that end sooner than their calls.
final class ProcessTests: XCTestCase {
    #if os(Linux)
        func testAThousandClientsShareThreads() async throws {
            let project = try await Project()
            let first = try project.client()
            _ = try await first.project.get()
            let before = try threads()
            let clients = try (0..<1000).map { _ in try project.client() }
            for client in clients[..<10] { _ = try await client.project.get() }
            let others = try clients.map { try $0.withOptions(ClientOptions(timeout: 5)) }
            XCTAssertEqual(others.count, 1000)
            // Foundation starts a few of its own whenever it likes.
            XCTAssertLessThan(try threads(), before + 20)
        }

        private func threads() throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
        }

        func testABrokenConnectionDoesNotEndTheProcess() async throws {
            _ = try await Project().client().project.get()
            let all = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
                .compactMap {
                    try? String(contentsOfFile: "/proc/self/task/\($0)/status", encoding: .utf8)
                }
            let ours = all.filter { $0.hasPrefix("Name:\tuploadcare\n") }
            XCTAssertFalse(ours.isEmpty)
            for status in ours {
                let line = try XCTUnwrap(
                    status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
                )
                let blocked = try XCTUnwrap(UInt64(line.dropFirst(8), radix: 16))
                XCTAssertNotEqual(blocked & 1 << (UInt64(SIGPIPE) - 1), 0, status)
            }
        }

        func testAProgramMayEndInTheMiddleOfACall() async throws {
            let project = try await Project()
            try await project.add(.hang(times: -1))
            for ending in ["exit", "return"] {
                let child = Process()
                child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
                child.arguments = ["UploadcareSDKTests.ProgramThatEnds/test_\(ending)"]
                child.environment = ProcessInfo.processInfo.environment.merging(
                    [
                        "UPLOADCARE_TEST_PUBLIC_KEY": project.publicKey,
                        "UPLOADCARE_TEST_SECRET_KEY": project.secretKey,
                        "UPLOADCARE_EMULATOR": String(
                            decoding: try JSONEncoder().encode(project.emulator.ready),
                            as: UTF8.self
                        ),
                    ]
                ) { $1 }
                child.standardOutput = FileHandle.nullDevice
                let before = try await project.statuses().count
                try child.run()
                try await waitUntil { !child.isRunning }
                if child.isRunning { child.terminate() }
                XCTAssertEqual(child.terminationReason, .exit)
                XCTAssertEqual(child.terminationStatus, 0)
                try await waitUntil {
                    try await project.statuses().dropFirst(before).contains(499)
                }
            }
        }
    #endif

    func testAClientMayGoBeforeItsCallIsOver() async throws {
        let project = try await Project(files: 3)
        let (asked, signed) = (Latch(), Latch())
        let backend = try BackendSigner(backend: project.backend())
        let signer = ClosureSigner { request in
            await asked.open()
            await signed.pass()
            return try await backend.sign(request)
        }
        weak var gone: Uploadcare?
        let task: Task<[FileInfo], any Error>
        do {
            let client = try project.client(signer: signer)
            gone = client
            let files = client.files
            task = Task { try await files.list(ListFilesOptions(limit: 1)).collected() }
        }
        await asked.pass()
        XCTAssertNil(gone)
        await signed.open()
        let files = try await task.value
        XCTAssertEqual(files.count, 3)
    }

    func testATaskThatNobodyAwaitsGoesOn() async throws {
        let project = try await Project()
        try await project.add(Fault(delayMs: 50))
        let client = try project.client()
        let tags = client.tags
        Task { try await tags.get(UUID()) }
        try await waitUntil { try await project.statuses() == [404] }
    }

    func testAGroupThatIsLeftEndsItsCalls() async throws {
        let project = try await Project()
        try await project.add(.hang(times: -1))
        let client = try project.client()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<5 { group.addTask { _ = try? await client.project.get() } }
            try? await project.wait(for: "in_flight", toBe: 5)
            group.cancelAll()
        }
        try await project.wait(for: "cancelled", toBe: 5)
    }
}

/// The programs of the test above: they run in a process of their own.
final class ProgramThatEnds: XCTestCase {
    private func inTheMiddleOfACall() async throws {
        let environment = ProcessInfo.processInfo.environment
        guard let key = environment["UPLOADCARE_TEST_PUBLIC_KEY"] else {
            throw XCTSkip("not a process of its own")
        }
        let keys: JsonNode = [
            "public_key": key.observed,
            "secret_key": environment["UPLOADCARE_TEST_SECRET_KEY"].observed,
        ]
        let project = try Project(keys, on: Emulator.shared())
        let client = try project.client(listener: Recorder())
        Task { try await client.project.get() }
        Task { try await client.files.list().collected() }
        try await project.wait(for: "in_flight", toBe: 2)
    }

    func test_exit() async throws {
        try await inTheMiddleOfACall()
        exit(0)
    }

    func test_return() async throws {
        try await inTheMiddleOfACall()
    }
}
