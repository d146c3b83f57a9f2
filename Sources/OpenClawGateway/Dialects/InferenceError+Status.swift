package import Inference

extension InferenceError {
    /// The HTTP status by which a gateway passes a failure on: it keeps the meaning that the service gave it.
    package var gatewayStatus: Int {
        switch code {
        case .unauthenticated: 401
        case .quotaExhausted where status == 403, .permissionDenied, .planClientRefused: 403
        case .quotaExhausted, .rateLimited: 429
        case .budgetExceeded: 402
        case .modelNotFound: 404
        case .deadlineExceeded: 504
        case .unavailable: 503
        case .connectionFailed, .malformedResponse, .truncated: 502
        case .contextTooLong, .invalidRequest, .unsupported, .contentRejected, .invalidConfiguration: 400
        case .cancelled: 499
        default: status.flatMap { $0 >= 400 ? $0 : nil } ?? 500
        }
    }
}
