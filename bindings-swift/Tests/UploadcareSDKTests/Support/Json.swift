// swift-format-ignore-file

import Foundation
import UploadcareSDK

extension JsonNode {
    /// The member, or what stands at this place of a list; null where there is none.
    subscript(name: String) -> JsonNode {
        if let items, let place = Int(name), items.indices.contains(place) {
            return items[place]
        }
        return members?[name] ?? .null
    }

    var members: [String: JsonNode]? {
        if case .object(let members) = self { members } else { nil }
    }

    var items: [JsonNode]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// What may be one or several.
    var listed: [JsonNode] {
        self == .null ? [] : items ?? [self]
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var flag: Bool? {
        if case .boolean(let flag) = self { flag } else { nil }
    }

    var integer: Int64? {
        if case .integer(let integer) = self { integer } else { nil }
    }

    var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}

extension JsonNode: Codable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .boolean(value: flag)
        } else if let integer = try? value.decode(Int64.self) {
            self = .integer(value: integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(value: number)
        } else if let text = try? value.decode(String.self) {
            self = .text(value: text)
        } else if let items = try? value.decode([JsonNode].self) {
            self = .array(items: items)
        } else {
            self = .object(members: try value.decode([String: JsonNode].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .array(let items): try container.encode(items)
        case .object(let members): try container.encode(members)
        }
    }
}

extension JsonNode: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    public init(dictionaryLiteral elements: (String, JsonNode)...) {
        self = .object(members: Dictionary(uniqueKeysWithValues: elements))
    }

    public init(arrayLiteral elements: JsonNode...) {
        self = .array(items: elements)
    }

    public init(stringLiteral value: String) {
        self = .text(value: value)
    }

    public init(integerLiteral value: Int64) {
        self = .integer(value: value)
    }

    public init(booleanLiteral value: Bool) {
        self = .boolean(value: value)
    }
}
