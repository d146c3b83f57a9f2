package import Inference

/// Something about a configuration that its owner should know.
package struct ConfigurationIssue: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// The value is kept and has no effect, or a safe one.
        case warning
        /// The value cannot be used.
        case error
    }

    package var severity: Severity
    package var path: ConfigurationPath
    /// What is wrong and what was expected; never holds the value of a secret.
    package var message: String
    package var origin: ConfigurationOrigin?
    /// What may stand there, when the choice is closed.
    package var allowedValues: [String]
    /// The key or value that was probably meant.
    package var suggestion: String?
    /// What follows when nobody changes it.
    package var consequence: String?

    package init(
        _ severity: Severity, _ path: ConfigurationPath, _ message: String, origin: ConfigurationOrigin? = nil,
        allowedValues: [String] = [], suggestion: String? = nil, consequence: String? = nil
    ) {
        self.severity = severity
        self.path = path
        self.message = message
        self.origin = origin
        self.allowedValues = allowedValues
        self.suggestion = suggestion
        self.consequence = consequence
    }
}

extension ConfigurationIssue: CustomStringConvertible {
    /// One line: place, path, message.
    package var description: String {
        let place = origin.map { "\($0.file):\($0.position): " } ?? ""
        return place + (path.isRoot ? "" : "\(path): ") + explanation
    }

    /// The message with what follows from it and the suggestion.
    package var explanation: String { message + (consequence.map { "; " + $0 } ?? "") + question }

    /// The message with the suggestion, for changes that are not made.
    package var refusal: String { message + question }

    private var question: String { suggestion.map { "; did you mean '\($0)'?" } ?? "" }

    /// The issue as `config validate --json` prints it.
    package var json: JSONValue {
        var object = JSONObject([
            ("severity", .string(severity.rawValue)), ("path", .string(path.description)),
            ("message", .string(explanation)),
        ])
        if let origin {
            object["file"] = .string(origin.file)
            object["line"] = .int(origin.position.line)
            object["column"] = .int(origin.position.column)
        }
        if !allowedValues.isEmpty { object["allowedValues"] = .array(allowedValues.map(JSONValue.string)) }
        if let suggestion { object["suggestion"] = .string(suggestion) }
        return .object(object)
    }
}
