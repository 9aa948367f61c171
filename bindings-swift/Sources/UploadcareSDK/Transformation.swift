import UploadcareBindings

/// Operations on an image, applied from the first to the last (URL API: Image transformations).
///
/// It never changes: each operation gives a new one, with itself at the end.
///
/// ```swift
/// let preview = try Transformation().preview(width: 200, height: 200).grayscale()
/// let url = try client.delivery.url(file, options: DeliveryUrlOptions(transformation: preview))
/// ```
public typealias Transformation = UploadcareBindings.Transformation

/// A length: a number of pixels, or per cent of the whole.
///
/// A whole number stands for pixels: `640` is `.pixels(640)`.
public typealias Length = UploadcareBindings.Length

extension Transformation {
    /// Reads operations as they stand in a URL, with or without the slashes around them.
    ///
    /// - Parameter text: Operations such as `-/preview/200x200/-/grayscale/`. An empty text has
    ///   none.
    /// - Throws: ``UploadcareError`` of kind `invalidParameter` for what has not the form of
    ///   operations. Which there are, the service knows.
    public init(_ text: String) throws {
        let isEmpty = text.allSatisfy { $0 == "/" }
        self = isEmpty ? Transformation() : try Transformation().raw(text)
    }

    /// Whether there is no operation.
    public var isEmpty: Bool { text.isEmpty }
}

extension Transformation: CustomStringConvertible {
    /// The operations as they stand in a URL.
    public var description: String { text }
}

extension Length {
    /// Makes a length in pixels.
    ///
    /// - Parameter value: How many.
    /// - Returns: The length.
    public static func pixels(_ value: Int64) -> Length { .pixels(value: value) }

    /// Makes a length in per cent of the whole.
    ///
    /// - Parameter value: How many.
    /// - Returns: The length.
    public static func percent(_ value: Double) -> Length { .percent(value: value) }
}

extension Length: ExpressibleByIntegerLiteral {
    /// Makes a length in pixels.
    ///
    /// - Parameter value: How many.
    public init(integerLiteral value: Int64) {
        self = .pixels(value: value)
    }
}

extension Length: CustomStringConvertible {
    /// As text: `640`, or `50%`.
    public var description: String {
        switch self {
        case .pixels(let value): "\(value)"
        case .percent(let value) where value == value.rounded() && abs(value) < 1e15:
            "\(Int64(value))%"
        case .percent(let value): "\(value)%"
        }
    }
}
