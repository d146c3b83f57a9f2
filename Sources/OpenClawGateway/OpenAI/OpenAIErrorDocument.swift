package import Inference

/// A failure as OpenAI's clients read it: `{"error": {"message", "type", "param", "code", "hint"}}`.
package struct OpenAIErrorDocument: Sendable {
    private let error: InferenceError
    private let callID: String

    /// - Parameter callID: our id of the request, given when the service has none of its own.
    package init(_ error: InferenceError, callID: String) {
        self.error = error
        self.callID = callID
    }

    package var json: JSONValue {
        var members = JSONObject([
            ("message", .string(error.message)), ("type", .string(type)),
            ("param", parameter.map { .string($0) } ?? .null), ("code", .string(code)),
        ])
        members["hint"] = error.hint.map { .string($0) }
        let requestID = error.requestID ?? callID
        if !requestID.isEmpty { members["request_id"] = .string(requestID) }
        return ["error": .object(members)]
    }

    package var bytes: [UInt8] { json.serialized() }

    private var type: String {
        switch error.code {
        case .unauthenticated: "authentication_error"
        case .permissionDenied, .planClientRefused: "permission_error"
        case .quotaExhausted, .budgetExceeded: "insufficient_quota"
        case .rateLimited: "rate_limit_error"
        case .invalidRequest, .unsupported, .contextTooLong, .contentRejected, .modelNotFound: "invalid_request_error"
        case .deadlineExceeded: "timeout_error"
        default: "api_error"
        }
    }

    /// The service's own code says most; two kinds have a name that clients act on.
    private var code: String {
        switch error.code {
        case .contextTooLong: "context_length_exceeded"
        case .modelNotFound: "model_not_found"
        default: error.serviceCode ?? error.code.rawValue
        }
    }

    /// The member of the request that the message quotes, when it is about one.
    private var parameter: String? {
        guard error.code == .invalidRequest || error.code == .unsupported else { return nil }
        let parts = error.message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[1].isEmpty else { return nil }
        let isName = parts[1].utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || (0x61...0x7A).contains(byte)
        }
        return isName ? String(parts[1]) : nil
    }
}
