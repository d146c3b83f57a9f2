import Inference

extension InferenceError {
    /// What failover may do about the error: what the provider's data says, else what the code suggests.
    var advice: FailureDisposition {
        if let disposition { return disposition }
        let advise = { (retry: FailureDisposition.Retry, rotates: Bool, next: Bool, scope: FailureDisposition.Scope) in
            FailureDisposition(retry: retry, rotates: rotates, triesNextModel: next, scope: scope)
        }
        switch code {
        case .unauthenticated: return advise(.never, true, false, .credential)
        case .permissionDenied: return advise(.never, true, true, .model)
        case .planClientRefused: return advise(.never, false, false, .plan)
        case .quotaExhausted:
            var advice = advise(.never, true, false, .plan)
            advice.rest = resetAt == nil && retryAfter == nil ? .billing : .window
            return advice
        case .rateLimited: return advise(.backoff, false, true, .model)
        case .unavailable: return advise(.backoff, false, true, .request)
        // Another model on the same host would not be reached either.
        case .connectionFailed: return advise(.backoff, false, false, .plan)
        case .deadlineExceeded, .modelNotFound, .unsupported: return advise(.never, false, true, .request)
        case .malformedResponse, .truncated: return advise(.once, false, true, .request)
        default: return advise(.never, false, false, .request)
        }
    }

    /// Whether no other key, model or endpoint may be asked: the request, the settings or the user end the run.
    var endsFailover: Bool {
        let failures: Set<Code> = [
            .unauthenticated, .permissionDenied, .planClientRefused, .quotaExhausted, .rateLimited, .unavailable,
            .connectionFailed, .deadlineExceeded, .modelNotFound, .unsupported, .malformedResponse, .truncated,
        ]
        return !failures.contains(code)
    }

    /// Whether the failure says something about a credential or an account that other runs should know. Failures of one
    /// request, of the network here and of the catalogue do not.
    var isHealthFact: Bool {
        let facts: Set<Code> = [.unauthenticated, .permissionDenied, .quotaExhausted, .rateLimited, .unavailable]
        return facts.contains(code) && advice.scope != .request
    }
}
