/// A wish that a model cannot be told of.
public struct IgnoredOverride: Hashable, Sendable, Codable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
