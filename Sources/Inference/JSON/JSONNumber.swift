/// A JSON number with the spelling it was written in, so that nothing is lost by reading it.
public struct JSONNumber: Hashable, Sendable {
    /// The number as JSON text.
    public let text: String

    /// Wraps text that is already known to be a JSON number.
    public init(verbatim text: String) { self.text = text }

    public init(_ value: Int) { text = String(value) }

    /// A finite number; whole numbers are written without a fraction. Infinity and NaN become `0`.
    public init(_ value: Double) {
        if !value.isFinite {
            text = "0"
        } else if value == value.rounded(), abs(value) < 1e15 {
            text = String(Int(value))
        } else {
            text = String(value)
        }
    }

    /// The value when it is a whole number that fits, also when written as `1.0` or `1e3`.
    public var int: Int? {
        if let value = Int(text) { return value }
        guard let value = Double(text), value == value.rounded(), abs(value) < 9e15 else { return nil }
        return Int(value)
    }

    /// The nearest double.
    public var double: Double? { Double(text) }
}
