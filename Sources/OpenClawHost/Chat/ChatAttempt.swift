package import Inference

/// One model that was asked, and how that ended.
package struct ChatAttempt: Hashable, Sendable {
    package var reference: ModelRef
    /// The endpoint, when the attempt came that far.
    package var endpoint: EndpointID?
    /// Where the credential came from; never the credential.
    package var credential: String?
    /// `nil` for the attempt that was answered.
    package var error: InferenceError?

    package init(
        reference: ModelRef, endpoint: EndpointID? = nil, credential: String? = nil, error: InferenceError? = nil
    ) {
        self.reference = reference
        self.endpoint = endpoint
        self.credential = credential
        self.error = error
    }

    /// Why it failed, in one word.
    package var reason: FailureReason? { error.map(FailureReason.init) }
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
