package import Inference

/// One failed run as users and programs see it.
package struct ErrorReport: Sendable {
    package var code: String
    package var message: String
    package var hint: String?
    package var requestID: String?
    package var status: Int?
    package var exit: ExitStatus
    /// Further lines for people, for example the usage of a command.
    package var details: String?

    package init(_ error: InferenceError) {
        code = error.code.rawValue
        message = error.message
        hint = error.hint
        requestID = error.requestID
        status = error.status
        exit = ExitStatus(error.code)
    }

    package init(
        code: String, message: String, hint: String? = nil, exit: ExitStatus, details: String? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.exit = exit
        self.details = details
    }
}

extension ErrorReport {
    /// The error object of `--json`: the same for every command.
    package var json: JSONValue {
        var object = JSONObject()
        object["code"] = .string(code)
        object["message"] = .string(message)
        object["hint"] = hint.map(JSONValue.string) ?? .null
        object["exitCode"] = .int(Int(exit.code))
        object["requestId"] = requestID.map(JSONValue.string) ?? .null
        object["status"] = status.map(JSONValue.int) ?? .null
        return .object(object)
    }

    /// The lines for people.
    package var text: String {
        var lines = ["error: \(message)"]
        if let requestID { lines.append("request id: \(requestID)") }
        if let hint { lines.append("hint: \(hint)") }
        if let details, !details.isEmpty { lines.append(details) }
        return lines.joined(separator: "\n")
    }
}
