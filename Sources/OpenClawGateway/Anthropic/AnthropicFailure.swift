import Inference

/// A failure in the words of the Messages protocol.
struct AnthropicFailure {
    private let error: InferenceError

    init(_ error: InferenceError) { self.error = error }

    var status: Int {
        switch error.code {
        case .unavailable: 529
        case .cancelled: 499
        default: error.gatewayStatus
        }
    }

    private var type: String {
        switch status {
        case 401: "authentication_error"
        case 402: "billing_error"
        case 403: "permission_error"
        case 404: "not_found_error"
        case 413: "request_too_large"
        case 429: "rate_limit_error"
        case 504: "timeout_error"
        case 529: "overloaded_error"
        case 400..<500: "invalid_request_error"
        default: "api_error"
        }
    }

    /// Clients shorten their history when they read these words.
    private static let tooLong = "prompt is too long: "

    private var message: String {
        var message = error.code == .contextTooLong ? Self.tooLong + error.message : error.message
        if let hint = error.hint { message += "; try: \(hint)" }
        return message
    }

    /// The members of the error document, which are those of the error event, too.
    func write(to text: inout JSONComposer, callID: String) {
        text.member("type", "error")
        text.object("error") {
            $0.member("type", type)
            $0.member("message", message)
        }
        text.member("request_id", error.requestID ?? callID)
    }
}
