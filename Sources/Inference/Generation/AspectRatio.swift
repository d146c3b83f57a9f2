/// The shape of a picture: `16:9`, or a word such as `adaptive` that leaves it to the model.
public struct AspectRatio: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Width by height; `nil` for a word.
    public var value: Double? {
        let parts = rawValue.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]), width > 0, height > 0
        else { return nil }
        return width / height
    }
}
