import Foundation
import UploadcareSDK
import XCTest

final class TransformationTests: XCTestCase {
    func testItNeverChanges() throws {
        let empty = Transformation()
        XCTAssertTrue(empty.isEmpty)
        let preview = try empty.preview(width: 200, height: 200)
        XCTAssertEqual(empty.text, "")
        let gray = try preview.grayscale()
        XCTAssertEqual(preview.text, "-/preview/200x200/")
        XCTAssertEqual(gray.text, "-/preview/200x200/-/grayscale/")
        XCTAssertEqual("\(gray)", gray.text)
        XCTAssertFalse(gray.isEmpty)
    }

    func testEquality() throws {
        let made = try Transformation().preview(width: 200, height: 200).grayscale()
        for text in ["-/preview/200x200/-/grayscale/", "preview/200x200/-/grayscale"] {
            let read = try Transformation(text)
            XCTAssertEqual(read, made)
            XCTAssertEqual(Set([read, made]).count, 1)
        }
        XCTAssertNotEqual(made, Transformation())
        XCTAssertEqual(try Transformation(""), Transformation())
        XCTAssertEqual(try Transformation("/"), Transformation())
    }

    func testLengths() throws {
        let lengths: [(Length, String)] = [
            (640, "640"), (.pixels(640), "640"), (.percent(50), "50%"), (.percent(12.5), "12.5%"),
        ]
        for (length, text) in lengths {
            XCTAssertEqual("\(length)", text)
        }
        XCTAssertEqual(Length.pixels(3), 3)
        XCTAssertNotEqual(Length.percent(3), 3)
        let crop = try Transformation().crop(.percent(50), .percent(50), align: .center)
        XCTAssertEqual(crop.text, "-/crop/50px50p/center/")
        let part = try Transformation().crop(640, 424, x: 2560, y: 830)
        XCTAssertEqual(part.text, "-/crop/640x424/2560,830/")
        let round = try Transformation().borderRadius([10, 20, .percent(40)], vertical: [5])
        XCTAssertEqual(round.text, "-/border_radius/10,20,40p/5/")
    }

    func testErrorsNameTheParameterAndItsRange() async throws {
        let start = Transformation()
        let wrong: [(parameter: String, range: String, make: () throws -> Transformation)] = [
            ("width", "1 to 16384", { try start.smartResize(0, 10) }),
            ("width", "1 to 16384", { try start.resize(width: 16_385) }),
            ("height", "width", { try start.preview(width: 10) }),
            ("height", "from 1% to 100%", { try start.crop(10, .percent(101)) }),
            ("angle", "90", { try start.rotate(45) }),
            ("value", "-100 to 100", { try start.brightness(101) }),
            ("y", "x", { try start.crop(10, 10, x: 0) }),
            ("color", "hexadecimal", { try start.setfill("red") }),
            ("operation", "URL", { try start.raw("a b") }),
            ("operation", "empty", { try start.raw("") }),
            ("operation", "URL", { try Transformation("-/a b/") }),
            ("transformation", "json", { try start.json().grayscale() }),
        ]
        for (parameter, range, make) in wrong {
            let error = try await thrown(make)
            XCTAssertEqual(error.kind, .invalidParameter, "\(error)")
            XCTAssertEqual(error.parameter, parameter, "\(error)")
            XCTAssertTrue(error.message.contains(range), error.message)
        }
    }

    func testOneByHandIsCheckedWhereItIsUsed() async throws {
        let delivery = try await Project().client().delivery
        let options = DeliveryUrlOptions(transformation: Transformation(text: "-/a b/"))
        let error = try await thrown { try delivery.url(UUID(), options: options) }
        XCTAssertEqual(error.parameter, "transformation")
    }

    func testTasksShareOne() async throws {
        let start = try Transformation().preview()
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for angle: Int64 in [0, 90, 180, 270] {
                group.addTask { try start.rotate(angle).text }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        XCTAssertEqual(texts.count, 4)
    }
}
