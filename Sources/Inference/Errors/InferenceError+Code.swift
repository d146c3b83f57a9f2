extension InferenceError {
    /// The kind of an error, chosen by what the caller should do. Open: unknown codes keep their raw value.
    public struct Code: OpenIdentifier {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The key was refused or is missing: fix the credential, or rotate to another one.
        public static let unauthenticated: Code = "unauthenticated"
        /// The key is good but may not do this: another plan, model or workspace is needed.
        public static let permissionDenied: Code = "permission_denied"
        /// The plan refuses this kind of client: switch the plan or the client; do not retry.
        public static let planClientRefused: Code = "plan_client_refused"
        /// A plan window, a free quota or the balance is used up: wait for `resetAt`, or use another credential.
        public static let quotaExhausted: Code = "quota_exhausted"
        /// A budget of the user's own is used up: nothing was sent, or the answer was stopped. Raise it, or wait for `resetAt`.
        public static let budgetExceeded: Code = "budget_exceeded"
        /// Too many requests for the moment: wait `retryAfter`, then retry, or use another model.
        public static let rateLimited: Code = "rate_limited"
        /// The service or the connection failed: retry with jitter, then the next model.
        public static let unavailable: Code = "unavailable"
        /// The service could not be reached at all: check network, proxy and certificates.
        public static let connectionFailed: Code = "connection_failed"
        /// A deadline passed: the message names the setting.
        public static let deadlineExceeded: Code = "deadline_exceeded"
        /// No such model on this endpoint: next model, or another endpoint.
        public static let modelNotFound: Code = "model_not_found"
        /// The model or endpoint lacks a feature: next model, or change the request.
        public static let unsupported: Code = "unsupported"
        /// The input does not fit the context: compact the history once, else report.
        public static let contextTooLong: Code = "context_too_long"
        /// The request is wrong: report; never retry, never rotate.
        public static let invalidRequest: Code = "invalid_request"
        /// The content filter refused input or output: report; never retry.
        public static let contentRejected: Code = "content_rejected"
        /// The answer could not be understood: report with the request id.
        public static let malformedResponse: Code = "malformed_response"
        /// The stream ended before the answer did: what was shown is incomplete.
        public static let truncated: Code = "truncated_stream"
        /// The caller cancelled.
        public static let cancelled: Code = "cancelled"
        /// The state on this machine could not be read or written: the message names the file.
        public static let storeFailed: Code = "store_failed"
        /// A configuration or command line value is wrong: the message names it.
        public static let invalidConfiguration: Code = "invalid_configuration"
    }
}
