/// A string that names something a vendor may add to: a model, a provider, a plan. Never a closed enum.
public protocol OpenIdentifier: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String {
    /// Wraps any string; an identifier that nobody knows yet is still an identifier.
    init(rawValue: String)
}

extension OpenIdentifier {
    public init(_ rawValue: String) { self.init(rawValue: rawValue) }
    public init(stringLiteral value: String) { self.init(rawValue: value) }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
