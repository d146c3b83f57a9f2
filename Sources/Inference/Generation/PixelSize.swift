/// Width and height in pixels. Its text has an `x`, for example `1280x720`.
public struct PixelSize: Hashable, Sendable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads `1280x720`, also with `*` or `×`; `nil` when it is none.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { "xX*×".contains($0) }
        guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]), width > 0, height > 0,
            width <= 1 << 16, height <= 1 << 16
        else { return nil }
        self.init(width: width, height: height)
    }

    public var area: Int { width * height }
    /// Width by height.
    public var ratio: Double { Double(width) / Double(height) }
}

extension PixelSize: CustomStringConvertible {
    public var description: String { "\(width)x\(height)" }
}

extension PixelSize: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let size = PixelSize(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a size such as 1280x720")
        }
        self = size
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
