package import Inference

/// Where a line is kept for every request. Called on event loops: it must neither wait nor write to a file there; what does not
/// fit into its queue it drops and counts.
package protocol AccessLog: Sendable {
    func record(_ entry: AccessEntry)
}

/// What is said of a request when it is over. Neither prompts nor answers nor tokens.
package struct AccessEntry: Sendable {
    /// Our own id of the request.
    package var id: String
    package var method: String
    /// The path of the route; `nil` when there is none.
    package var path: String?
    package var status: Int
    /// Who asked; `nil` when nobody was admitted.
    package var client: String?
    /// What answered.
    package var model: String?
    package var endpoint: String?
    package var attempts: Int
    /// The client's trace, as it came.
    package var traceparent: String?
    /// Nanoseconds from the head of the request to the end of the answer.
    package var duration: UInt64
    /// Nanoseconds from the head of the request to the first byte of the answer.
    package var firstByte: UInt64?
    /// Whether the client left before the answer was complete.
    package var isAbandoned: Bool
    /// Why it failed.
    package var error: InferenceError?
}
