package import Inference

/// Why an attempt failed, in the words that OpenClaw uses in messages and in stored state.
package enum FailureReason: String, Hashable, Sendable, Codable {
    case auth
    case authPermanent = "auth_permanent"
    case billing
    case rateLimit = "rate_limit"
    case overloaded
    case serverError = "server_error"
    case timeout
    case modelNotFound = "model_not_found"
    case emptyResponse = "empty_response"
    case format
    case unclassified

    package init(_ error: InferenceError) {
        switch error.code {
        case .unauthenticated, .permissionDenied, .planClientRefused:
            self = error.advice.rest == .revoked ? .authPermanent : .auth
        case .quotaExhausted: self = error.advice.rest == .window ? .rateLimit : .billing
        case .rateLimited: self = .rateLimit
        case .unavailable: self = error.status == 503 ? .overloaded : .serverError
        case .connectionFailed, .deadlineExceeded: self = .timeout
        case .modelNotFound: self = .modelNotFound
        case .malformedResponse, .truncated: self = .emptyResponse
        case .invalidRequest, .unsupported, .contextTooLong, .contentRejected: self = .format
        default: self = .unclassified
        }
    }
}
