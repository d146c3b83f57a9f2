/// How many results one request may ask for while a parameter of the model's own is on.
public struct ConditionalCount: Hashable, Sendable {
    public var parameter: String
    public var range: ClosedRange<Int>

    public init(parameter: String, range: ClosedRange<Int>) {
        self.parameter = parameter
        self.range = range
    }
}
