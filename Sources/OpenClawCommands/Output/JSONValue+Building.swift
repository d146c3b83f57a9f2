package import Inference

extension JSONValue {
    /// A text, or `null` for none.
    package static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A whole number, or `null` for none.
    package static func count(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

    /// An array of texts.
    package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// An object whose members are added one by one, in the order of the output.
    package static func members(_ build: (inout JSONObject) -> Void) -> JSONValue {
        var object = JSONObject()
        build(&object)
        return .object(object)
    }
}
