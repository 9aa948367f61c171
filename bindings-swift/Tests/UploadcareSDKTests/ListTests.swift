import UploadcareSDK
import XCTest

final class ListTests: XCTestCase {
    private func names(_ range: ClosedRange<Int>) -> [String] {
        range.map { "file-\($0).txt" }
    }

    func testFileByFile() async throws {
        let client = try await Project(files: 25).client()
        var seen: [String] = []
        for try await file in client.files.list(ListFilesOptions(limit: 10)) {
            seen.append(file.originalFilename)
        }
        XCTAssertEqual(seen, names(1...25))
    }

    func testPageByPage() async throws {
        let client = try await Project(files: 25).client()
        var sizes: [Int] = []
        for try await page in client.files.list(ListFilesOptions(limit: 10)).pages() {
            sizes.append(page.count)
            XCTAssertEqual(page.total, 25)
            XCTAssertEqual(page.perPage, 10)
            XCTAssertEqual(page.totals?.stored, 25)
            XCTAssertEqual(page.map(\.uuid), page.results.map(\.uuid))
            XCTAssertEqual(page[page.startIndex], page.first)
        }
        XCTAssertEqual(sizes, [10, 10, 5])
    }

    func testEachIterationStartsAnew() async throws {
        let list = try await Project(files: 3).client().files.list()
        let first = try await list.collected()
        let second = try await list.collected()
        XCTAssertEqual(first.map(\.originalFilename), names(1...3))
        XCTAssertEqual(first, second)
    }

    func testCursorWhileIterating() async throws {
        let client = try await Project(files: 25).client()
        var files = client.files.list(ListFilesOptions(limit: 10)).makeAsyncIterator()
        var cursors = [try XCTUnwrap(files.cursor())]
        while try await files.next() != nil {
            cursors.append(try XCTUnwrap(files.cursor()))
        }
        for taken in [0, 1, 10, 17, 25] {
            let list = client.files.list(ListFilesOptions(cursor: cursors[taken]))
            let after = try await list.collected().map(\.originalFilename)
            let before = try await list.backward().collected().map(\.originalFilename)
            XCTAssertEqual(before.reversed() + after, names(1...25), "after \(taken)")
            XCTAssertEqual(before.count, taken)
        }
    }

    func testBackward() async throws {
        let client = try await Project(files: 25).client()
        var pages = client.files.list(ListFilesOptions(limit: 10)).pages().makeAsyncIterator()
        while try await pages.next() != nil {}
        let list = client.files.list(ListFilesOptions(cursor: pages.cursor())).backward()
        let back = try await list.collected().map(\.originalFilename)
        XCTAssertEqual(back, names(1...25).reversed())
        let pagesBack = try await list.pages().collected().flatMap { $0.reversed() }
        XCTAssertEqual(pagesBack.map(\.originalFilename), back)

        let fromTheStart = try await client.files.list().backward().collected()
        XCTAssertEqual(fromTheStart, [])
    }

    func testBackwardCursorWhileIterating() async throws {
        let client = try await Project(files: 25).client()
        var pages = client.files.list(ListFilesOptions(limit: 10)).pages().makeAsyncIterator()
        while try await pages.next() != nil {}
        let end = pages.cursor()
        var files = client.files.list(ListFilesOptions(cursor: end)).backward().makeAsyncIterator()
        for left in (0..<25).reversed() {
            let file = try await files.next()
            XCTAssertEqual(file?.originalFilename, "file-\(left + 1).txt")
            let rest = client.files.list(ListFilesOptions(cursor: files.cursor())).backward()
            let count = try await rest.collected().count
            XCTAssertEqual(count, left)
        }
    }

    func testForwardAndBackOverPages() async throws {
        let client = try await Project(files: 25).client()
        var pages = client.files.list(ListFilesOptions(limit: 10)).pages().makeAsyncIterator()
        let first = try await pages.nextPage()
        let second = try await pages.nextPage()
        let firstAgain = try await pages.previousPage()
        let before = try await pages.previousPage()
        let secondAgain = try await pages.nextPage()
        XCTAssertEqual(first?.results, firstAgain?.results)
        XCTAssertNil(before)
        XCTAssertEqual(second?.results, secondAgain?.results)

        let inside = pages.cursor(taken: 4)
        let rest = try await client.files.list(ListFilesOptions(cursor: inside)).collected()
        XCTAssertEqual(rest.map(\.originalFilename), names(15...25))
    }

    func testAnErrorEndsTheItemsAndKeepsThePosition() async throws {
        let project = try await Project(files: 25)
        let client = try project.client()
        let failure = Fault(route: "/files/", skip: 1, effect: .respond(503))
        try await project.add(failure)
        let options = ListFilesOptions(limit: 10, prefetch: false)
        var files = client.files.list(options).makeAsyncIterator()
        for _ in 0..<10 { _ = try await files.next() }
        let error = try await thrown { try await files.next() }
        XCTAssertEqual(error.kind, .server)
        let afterwards = try await files.next()
        XCTAssertNil(afterwards)
        let list = client.files.list(ListFilesOptions(cursor: files.cursor()))
        let rest = try await list.collected()
        XCTAssertEqual(rest.map(\.originalFilename), names(11...25))

        try await project.add(failure)
        var pages = client.files.list(options).pages().makeAsyncIterator()
        _ = try await pages.next()
        _ = try await thrown { try await pages.next() }
        let again = try await pages.next()
        XCTAssertEqual(again?.first?.originalFilename, "file-11.txt")
    }

    func testWrongOptionsThrowAtTheFirstItem() async throws {
        let project = try await Project()
        let list = try project.client().files.list(ListFilesOptions(limit: 0))
        var files = list.makeAsyncIterator()
        XCTAssertNil(files.cursor())
        var error = try await thrown { try await files.next() }
        XCTAssertEqual(error.kind, .invalidParameter)
        XCTAssertEqual(error.parameter, "limit")
        error = try await thrown { try await list.pages().collected() }
        XCTAssertEqual(error.parameter, "limit")
        let sent = try await project.requests()
        XCTAssertEqual(sent, [])
    }

    func testMomentsKeepTheirMicroseconds() async throws {
        let project = try await Project()
        let client = try project.client()
        try await project.add(
            "files",
            ["count": 40, "start": "2031-05-06T07:08:09.123456Z", "step_us": 1]
        )
        let files = try await client.files.list().collected()
        XCTAssertEqual(Moment.text(files[39].datetimeUploaded), "2031-05-06T07:08:09.123495Z")
        for (number, file) in files.enumerated() {
            let options = ListFilesOptions(startingFrom: file.datetimeUploaded)
            let later = try await client.files.list(options).collected()
            XCTAssertEqual(later, Array(files[(number + 1)...]))
        }
    }

    func testManyTasksShareAClient() async throws {
        let client = try await Project(files: 60).client(maxRetries: 2)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for limit in 1...32 {
                group.addTask {
                    let options = ListFilesOptions(limit: Int64(limit + 4))
                    var seen: Set<FileInfo> = []
                    for try await file in client.files.list(options) {
                        seen.insert(file)
                    }
                    return seen.count
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        XCTAssertEqual(counts, Array(repeating: 60, count: 32))
    }

    func testFromTheMainActor() async throws {
        let client = try await Project(files: 3).client()
        let count = try await Task { @MainActor in
            var files = client.files.list().makeAsyncIterator()
            var count = 0
            while try await files.next() != nil { count += 1 }
            return count
        }.value
        XCTAssertEqual(count, 3)
    }
}
