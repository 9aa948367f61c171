import Foundation
import XCTest

@testable import UploadcareSDK

private let uuid = "21975c81-7f57-4c7a-aef9-acfe28779f78"

final class SignerTests: XCTestCase {
    func testABackendSignsEveryKindOfCall() async throws {
        let project = try await Project(files: 250)
        let client = try project.client(signer: BackendSigner(backend: project.backend()))
        let files = try await client.files.list().collected()
        XCTAssertEqual(files.count, 250)
        try await client.metadata.set(files[0], key: "owner", value: "möwe")
        let owner = try await client.metadata.get(files[0], key: "owner")
        XCTAssertEqual(owner, "möwe")
        let size = SizeRange(gte: 0)
        let found = try await client.files.search(SearchOptions(size: size)).collected()
        XCTAssertEqual(found.count, 250)
        let deleted = try await client.files.deleteMany(files)
        XCTAssertEqual(deleted.files.count, 250)
        let uploaded = try await client.uploads.upload(Data("text".utf8))
        XCTAssertEqual(uploaded.size, 4)
    }

    func testItIsAskedOnceForEachAttempt() async throws {
        let project = try await Project()
        try await project.add(.respond(503, times: 2))
        let backend = try BackendSigner(backend: project.backend())
        let asked = Counter()
        let signer = ClosureSigner { request in
            asked.add()
            XCTAssertEqual(request.method, "GET")
            XCTAssertEqual(request.target, "/project/")
            XCTAssertTrue(request.stringToSign.hasPrefix("GET\n\(request.bodyMd5)\n"))
            return try await backend.sign(request)
        }
        _ = try await project.client(signer: signer, maxRetries: 2).project.get()
        XCTAssertEqual(asked.count, 3)
    }

    func testAnActorMaySign() async throws {
        let project = try await Project()
        let signer = try CountingSigner(backend: BackendSigner(backend: project.backend()))
        _ = try await project.client(signer: signer).project.get()
        let count = await signer.count
        XCTAssertEqual(count, 1)
    }

    func testWhatItThrowsIsTheCause() async throws {
        let project = try await Project()
        let refusal = Refusal("no signature today")
        let asked = Counter()
        let signer = ClosureSigner { _ in
            asked.add()
            throw refusal
        }
        let client = try project.client(signer: signer, maxRetries: 3)
        let error = try await thrown { try await client.files.get(uuid) }
        XCTAssertEqual(error.kind, .signer)
        XCTAssertTrue(error.message.contains("no signature today"), error.message)
        XCTAssertEqual(error.localizedDescription, error.message)
        XCTAssertFalse(error.isRetryable)
        XCTAssertTrue(error.underlyingError as? Refusal === refusal)
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey]
        XCTAssertTrue(cause as? Refusal === refusal)
        XCTAssertEqual(error, UploadcareError(info: error.info))
        XCTAssertEqual(Set([error, UploadcareError(info: error.info)]).count, 1)

        let page = try await thrown { try await client.files.list().collected() }
        XCTAssertTrue(page.underlyingError as? Refusal === refusal)
        let batch = try await thrown { try await client.files.deleteMany([uuid]) }
        XCTAssertTrue(batch.underlyingError as? Refusal === refusal)
        let explained = try await thrown {
            try await client.explain { try await $0.files.get(uuid) }
        }
        XCTAssertTrue(explained.underlyingError as? Refusal === refusal)

        XCTAssertEqual(asked.count, 4)
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testCallsAtTheSameTimeGetTheirOwnCauses() async throws {
        let project = try await Project()
        let signer = ClosureSigner { throw Refusal($0.target) }
        let client = try project.client(signer: signer)
        try await withThrowingTaskGroup(of: (String, String?).self) { group in
            for _ in 0..<50 {
                let uuid = UUID().uuidString.lowercased()
                group.addTask {
                    let error = try await thrown { try await client.files.get(uuid) }
                    return (uuid, (error.underlyingError as? Refusal)?.text)
                }
            }
            for try await (uuid, cause) in group {
                XCTAssertEqual(cause, "/files/\(uuid)/")
            }
        }
    }

    func testWhatErrorsSay() async throws {
        let project = try await Project()
        let secret = "https://backend.test/sign?token=t0ken"
        let url = try XCTUnwrap(URL(string: secret))
        let errors: [(any Error, String)] = [
            (Mismatch("described"), "described"),
            (Localized(), "for people"),
            (NSError(domain: "of ours", code: 7), "of ours"),
            (URLError(.timedOut, userInfo: [NSURLErrorFailingURLErrorKey: url]), "-1001"),
        ]
        for (error, text) in errors {
            let client = try project.client(signer: ClosureSigner { _ in throw error })
            let failure = try await thrown { try await client.project.get() }
            XCTAssertTrue(failure.message.contains(text), failure.message)
            XCTAssertFalse(failure.message.contains("t0ken"), failure.message)
            XCTAssertNotNil(failure.underlyingError)
        }
    }

    func testWhatIsNoSignature() async throws {
        let project = try await Project()
        for wrong in ["", "not-a-signature", project.secretKey + "00"] {
            let client = try project.client(signer: ClosureSigner { _ in wrong })
            let error = try await thrown { try await client.project.get() }
            XCTAssertEqual(error.kind, .signer)
            XCTAssertNil(error.underlyingError)
            XCTAssertFalse(!wrong.isEmpty && error.texts.contains(wrong), error.texts)
        }
        let zeros = ClosureSigner { _ in String(repeating: "0", count: 40) }
        let error = try await thrown { try await project.client(signer: zeros).project.get() }
        XCTAssertEqual(error.kind, .authentication)
    }

    func testASignerTakesThePlaceOfASecret() async throws {
        let signer = ClosureSigner { _ in "" }
        var error = try await thrown {
            try Uploadcare(publicKey: "demopublickey", secretKey: "key", signer: signer)
        }
        XCTAssertEqual(error.kind, .configuration)
        XCTAssertEqual(error.parameter, "signer")
        error = try await thrown {
            try Uploadcare(
                publicKey: "demopublickey",
                signer: signer,
                options: ClientOptions(authScheme: .simple)
            )
        }
        XCTAssertEqual(error.parameter, "authScheme")
    }

    func testTheTimeOfACallIsThatOfItsSigner() async throws {
        let project = try await Project()
        let (asked, stopped) = (Counter(), Latch())
        let signer = ClosureSigner { _ in
            asked.add()
            return try await neverSigned(stopped)
        }
        let client = try project.client(signer: signer)
            .withOptions(ClientOptions(timeout: 0.5))
        // The time may be over before the signer is asked.
        repeat {
            let error = try await thrown { try await client.project.get() }
            XCTAssertEqual(error.kind, .timeout)
        } while asked.count == 0
        await stopped.pass()
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testCancellingACallCancelsItsSigner() async throws {
        let project = try await Project()
        let (asked, stopped) = (Latch(), Latch())
        let signer = ClosureSigner { _ in
            await asked.open()
            return try await neverSigned(stopped)
        }
        let client = try project.client(signer: signer)
        let task = Task { try await client.files.list().collected() }
        await asked.pass()
        task.cancel()
        try await expectCancellation(of: task)
        await stopped.pass()
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testACancelledCallAsksNobody() async throws {
        let project = try await Project(files: 1000)
        let backend = try UncancelledSigner(backend: project.backend())
        // Cancels at the first request of a list, and while one is fetched ahead.
        for wanted in [1, 1, 1, 2, 2, 3, 3, 3, 4, 4] {
            // So that the list does not end before it is cancelled.
            try await project.heal()
            try await project.add(.hang("/files/", skip: 50, times: -1))
            let asked = Counter()
            let enough = Latch()
            let signer = ClosureSigner { request in
                asked.add()
                if asked.count == wanted { await enough.open() }
                return try await backend.sign(request)
            }
            let client = try project.client(signer: signer)
            let task = Task {
                try await client.files.list(ListFilesOptions(limit: 1)).collected()
            }
            await enough.pass()
            task.cancel()
            try await expectCancellation(of: task)
            let count = asked.count
            try await project.wait(for: "in_flight", toBe: 0)
            XCTAssertEqual(asked.count, count)
        }
    }

    func testASignerIsNotAskedWhenItsTurnComesTooLate() async throws {
        let asked = Counter()
        let bridge = SignerBridge(
            ClosureSigner { _ in
                asked.add()
                return ""
            }
        )
        let request = SigningRequest(
            method: "GET",
            target: "/",
            contentType: "",
            date: "",
            bodyMd5: "",
            stringToSign: ""
        )
        for _ in 0..<100 {
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await bridge.sign(request: request)
            }
            let outcome = await task.result
            XCTAssertThrowsError(try outcome.get())
        }
        XCTAssertEqual(asked.count, 0)
    }

    func testASignerThatWillNotStopHoldsNobodyUp() async throws {
        let project = try await Project()
        let backend = try BackendSigner(backend: project.backend())
        let (asked, stuck) = (Counter(), Counter())
        let (release, end) = (DispatchSemaphore(value: 0), Latch())
        let signer = ClosureSigner { request in
            guard request.target != "/project/" else { return try await backend.sign(request) }
            asked.add()
            return await withTaskCancellationHandler {
                await end.pass()
                return ""
            } onCancel: {
                stuck.add()
                release.wait()
            }
        }
        let client = try project.client(signer: signer)
        let tasks = (0..<4).map { _ in Task { try await client.files.get(uuid) } }
        try await waitUntil { asked.count == tasks.count }
        for task in tasks {
            task.cancel()
            try await expectCancellation(of: task)
        }
        try await waitUntil { stuck.count == tasks.count }
        _ = try await client.project.get()
        for _ in tasks { release.signal() }
        await end.open()
    }

    func testNothingThrownOutlivesItsCall() async throws {
        let project = try await Project()
        let alive = Counter()
        let throwing = ClosureSigner { _ in throw Counted(alive) }
        let client = try project.client(signer: throwing)
        for _ in 0..<20 {
            _ = try await thrown { try await client.project.get() }
        }
        try await waitUntil { alive.count == 0 }

        // The signer throws because its task is cancelled, when nobody listens any more.
        let left = Counter()
        for _ in 0..<20 {
            let asked = Latch()
            let late = ClosureSigner { _ in
                defer { left.add() }
                await asked.open()
                do {
                    return try await neverSigned(Latch())
                } catch {
                    throw Counted(alive)
                }
            }
            let client = try project.client(signer: late)
            let task = Task { try await client.project.get() }
            await asked.pass()
            task.cancel()
            try await expectCancellation(of: task)
        }
        try await waitUntil { left.count == 20 && alive.count == 0 }
    }

    func testOldErrorsThatNobodyTakesMakeRoom() {
        let alive = Counter()
        let table = ThrownErrors()
        let tickets = (0..<1000).map { _ in table.keep(Counted(alive)) }
        XCTAssertEqual(alive.count, 256)
        XCTAssertNil(table.take(tickets[0]))
        let newest = table.take(tickets[999])
        XCTAssertTrue(newest is Counted)
        XCTAssertNil(table.take(tickets[999]))
    }

    func testTheClientHoldsItsSignerNoLongerThanItLives() async throws {
        let project = try await Project()
        weak var signer: HeldSigner?
        weak var listener: Recorder?
        do {
            let held = HeldSigner()
            let recorder = Recorder()
            (signer, listener) = (held, recorder)
            let client = try project.client(signer: held, listener: recorder)
            let derived = try client.withOptions(ClientOptions(maxRetries: 1))
            _ = try await thrown { try await derived.project.get() }
            XCTAssertFalse(recorder.events.isEmpty)
        }
        try await waitUntil { signer == nil && listener == nil }
    }
}

/// Gives no signature until its task is cancelled, and tells of that.
private func neverSigned(_ stopped: Latch) async throws -> String {
    do {
        try await Task.sleep(nanoseconds: 86_400_000_000_000)
    } catch {
        await stopped.open()
        throw error
    }
    return ""
}

private final class Refusal: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

extension Refusal: CustomStringConvertible {
    var description: String { text }
}

private struct Localized: LocalizedError {
    var errorDescription: String? { "for people" }
}

/// Counts those that are alive.
private final class Counted: Error {
    private let alive: Counter

    init(_ alive: Counter) {
        self.alive = alive
        alive.add()
    }

    deinit {
        alive.add(-1)
    }
}

private actor CountingSigner: RequestSigner {
    private let backend: BackendSigner
    private(set) var count = 0

    init(backend: BackendSigner) {
        self.backend = backend
    }

    func sign(_ request: SigningRequest) async throws -> String {
        count += 1
        return try await backend.sign(request)
    }
}

private final class HeldSigner: RequestSigner {
    func sign(_ request: SigningRequest) async throws -> String {
        String(repeating: "0", count: 40)
    }
}
