package import Inference

/// One model that was asked, and how that ended.
package struct ChatAttempt: Hashable, Sendable {
    package var reference: ModelRef
    /// The endpoint, when the attempt came that far.
    package var endpoint: EndpointID?
    /// `nil` for the attempt that was answered.
    package var error: InferenceError?

    package init(reference: ModelRef, endpoint: EndpointID? = nil, error: InferenceError? = nil) {
        self.reference = reference
        self.endpoint = endpoint
        self.error = error
    }
}

/// No model answered: the last error, and every attempt.
package struct ChatFailure: Error, Sendable {
    package var error: InferenceError
    package var attempts: [ChatAttempt]

    package init(error: InferenceError, attempts: [ChatAttempt]) {
        self.error = error
        self.attempts = attempts
    }
}
