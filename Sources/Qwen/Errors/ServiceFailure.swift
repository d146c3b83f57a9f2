import Inference

/// What the service itself said about a failure, read from any of its body shapes.
struct ServiceFailure: Hashable, Sendable {
    /// The status that belongs to the failure; `nil` for an error inside an accepted stream.
    var status: Int?
    /// The fields `code` and `type` and the code in front of a message, in this order, as they are spelled.
    var codes: [String] = []
    /// The message without a status or code in front of it.
    var message = ""
    /// The id of the failed request.
    var requestID: String?

    /// The message in lower case, for comparisons.
    var comparableMessage: String { message.lowercased() }

    /// Whether one of the codes is the pattern; a pattern may end in `*`.
    func hasCode(matching pattern: String) -> Bool {
        codes.contains { code in
            let code = code.lowercased()
            return pattern.hasSuffix("*") ? code.hasPrefix(pattern.dropLast()) : code == pattern
        }
    }

    init(status: Int?, codes: [String] = [], message: String = "", requestID: String? = nil) {
        self.status = status
        self.codes = codes.filter { !$0.isEmpty }
        self.requestID = requestID
        self.message = message
        splitPrefix()
    }

    /// Takes `<400> ` and `InternalError.Algo: ` off the front of the message; both repeat what stands elsewhere.
    private mutating func splitPrefix() {
        var rest = message.trimmingASCIIWhitespace()
        if rest.hasPrefix("<"), let end = rest.firstIndex(of: ">"),
            rest[rest.index(after: rest.startIndex)..<end].allSatisfy(\.isNumber)
        {
            rest = rest[rest.index(after: end)...].trimmingASCIIWhitespace()
        }
        if let colon = rest.firstIndex(of: ":"), Self.isNativeCode(rest[..<colon]) {
            let code = String(rest[..<colon])
            if !codes.contains(code) { codes.append(code) }
            rest = rest[rest.index(after: colon)...].trimmingASCIIWhitespace()
        }
        message = rest
    }

    private static func isNativeCode(_ text: some StringProtocol) -> Bool {
        text.contains(".") && text.first?.isUppercase == true && text.allSatisfy { $0.isLetter || $0 == "." }
    }
}
