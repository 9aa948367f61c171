import Foundation
import UploadcareSDK

/// What a shared case can give: the value that a piece of its JSON stands for.
protocol Given {
    init(given node: JsonNode) throws
}

/// Reads the options of a case; one that nobody reads is an error of the case or of the runner.
struct OptionReader {
    private let options: JsonNode

    init(_ options: JsonNode, _ names: Set<String>) throws {
        self.options = options
        if let unknown = options.members?.keys.first(where: { !names.contains($0) }) {
            throw Mismatch("no option is called \(unknown)")
        }
    }

    func callAsFunction<Value: Given>(_ name: String) throws -> Value? {
        options[name] == .null ? nil : try Value(given: options[name])
    }
}

extension Given {
    /// The value, if the case has one of this type.
    fileprivate static func require(_ value: Self?, _ node: JsonNode) throws -> Self {
        guard let value else {
            throw Mismatch("\(node) is no \(Self.self)")
        }
        return value
    }
}

extension String: Given {
    init(given node: JsonNode) throws { self = try Self.require(node.text, node) }
}

extension Int64: Given {
    init(given node: JsonNode) throws { self = try Self.require(node.integer, node) }
}

extension Double: Given {
    init(given node: JsonNode) throws { self = try Self.require(node.double, node) }
}

extension Bool: Given {
    init(given node: JsonNode) throws { self = try Self.require(node.flag, node) }
}

extension Date: Given {
    init(given node: JsonNode) throws {
        self = try Self.require(node.text.flatMap(Moment.date), node)
    }
}

extension Transformation: Given {
    init(given node: JsonNode) throws { self.init(text: try String(given: node)) }
}

/// A number of pixels, or a text such as `50%`.
extension Length: Given {
    init(given node: JsonNode) throws {
        if let text = node.text, text.hasSuffix("%"), let value = Double(text.dropLast()) {
            self = .percent(value)
        } else {
            self = .pixels(try Int64(given: node))
        }
    }
}

extension Array: Given where Element: Given {
    init(given node: JsonNode) throws {
        self = try node.items.map { try $0.map(Element.init) } ?? Self.require(nil, node)
    }
}

extension Dictionary: Given where Key == String, Value: Given {
    init(given node: JsonNode) throws {
        self = try node.members.map { try $0.mapValues(Value.init) } ?? Self.require(nil, node)
    }
}
