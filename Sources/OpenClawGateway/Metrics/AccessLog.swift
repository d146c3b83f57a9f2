package import Inference
package import OpenClawHost

/// Where every request is kept. Called on event loops: it must neither wait nor write to a file there; what does not
/// fit into its queue it drops and counts.
package protocol AccessLog: Sendable {
    func record(_ entry: AccessEntry)
}

/// What is known of a request when it is over. Neither prompts nor answers nor tokens. Nothing is formatted here: that is left
/// to whoever reads it on a thread that may take its time.
package struct AccessEntry: Sendable {
    /// Our own id of the request.
    package var id: String
    /// When its head was read, in seconds since 1970.
    package var started: Double
    package var method: String
    /// The path of the route; `nil` when there is none.
    package var path: String?
    package var status: Int
    /// Who asked; `nil` when nobody was admitted.
    package var client: String?
    /// The model as the client named it.
    package var requested: String?
    package var isStreamed: Bool?
    /// The service's id of the request.
    package var upstreamID: String?
    package var chat: ChatAccount?
    package var trace: TraceContext?
    /// Nanoseconds from the head of the request to the end of the answer.
    package var duration: UInt64
    /// Nanoseconds from the head of the request to the first byte of the answer.
    package var firstByte: UInt64?
    package var bytesIn: Int
    package var bytesOut: Int
    /// Whether the client left before the answer was complete.
    package var isAbandoned: Bool
    /// Why it failed.
    package var error: InferenceError?

    /// What a request for a model adds.
    package struct ChatAccount: Sendable {
        /// What answers, or what was asked last.
        package var model: String
        package var endpoint: String
        package var attempts: Int
        /// What the service counted.
        package var usage: Usage?
        /// Every attempt, when the first one was not the answer.
        package var tries: [ChatAttempt] = []
        package var adjustments: [Adjustment] = []
        package var deadlines: Deadlines?
    }
}
