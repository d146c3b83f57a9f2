import Inference

/// A path into a JSON document (RFC 6901). A pointer without a leading slash names one member of the root.
struct JSONPointer: Hashable, Sendable {
    let tokens: [String]

    init(_ text: String) {
        let body = text.hasPrefix("/") ? text.dropFirst() : text[...]
        tokens = text.isEmpty ? [] : body.split(separator: "/", omittingEmptySubsequences: false).map(Self.unescape)
    }

    /// The value that the pointer leads to.
    func value(in root: JSONValue) -> JSONValue? {
        tokens.reduce(Optional(root)) { value, token in
            switch value {
            case .object(let members): members[token]
            case .array: Int(token).flatMap { value?[$0] }
            default: nil
            }
        }
    }

    private static func unescape(_ token: Substring) -> String {
        var result = ""
        var rest = token
        while let character = rest.popFirst() {
            guard character == "~", let code = rest.first, code == "0" || code == "1" else {
                result.append(character)
                continue
            }
            rest.removeFirst()
            result.append(code == "0" ? "~" : "/")
        }
        return result
    }
}
