import Inference

/// A failure as DashScope's clients read it: `{"code", "message", "request_id"}`.
struct DashScopeFailure {
    private let error: InferenceError

    init(_ error: InferenceError) { self.error = error }

    func document(callID: String) -> [UInt8] {
        var text = JSONComposer()
        text.object { write(to: &$0, callID: callID) }
        return text.bytes
    }

    /// The last event of a stream that breaks off.
    func event(callID: String) -> [UInt8] {
        Array("event:error\n:HTTP_STATUS/\(error.gatewayStatus)\ndata:".utf8) + document(callID: callID)
            + Array("\n\n".utf8)
    }

    func write(to text: inout JSONComposer, callID: String) {
        text.member("code", code)
        text.member("message", error.hint.map { "\(error.message); try: \($0)" } ?? error.message)
        text.member("request_id", error.requestID ?? callID)
    }

    /// The service's own code, where it gave one in its own spelling.
    private var code: String {
        if let code = error.serviceCode, code.first?.isUppercase == true { return code }
        return switch error.code {
        case .unauthenticated: "InvalidApiKey"
        case .permissionDenied, .planClientRefused: "AccessDenied"
        case .quotaExhausted: "Throttling.AllocationQuota"
        case .budgetExceeded: "Arrearage"
        case .rateLimited: "Throttling.RateQuota"
        case .modelNotFound: "ModelNotFound"
        case .contextTooLong, .invalidRequest: "InvalidParameter"
        case .unsupported: "UnsupportedOperation"
        case .contentRejected: "DataInspectionFailed"
        case .deadlineExceeded: "RequestTimeOut"
        case .unavailable: "ModelUnavailable"
        default: "InternalError"
        }
    }
}
