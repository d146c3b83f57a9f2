package import Inference
package import OpenClawHost

/// Where every request is kept. Called on event loops: it must neither wait nor write to a file there; what does not
/// fit into its queue it drops and counts.
package protocol AccessLog: AnyObject, Sendable {
    func record(_ entry: AccessEntry)
}

/// What is known of a request when it is over. Neither prompts nor answers nor tokens. Nothing is formatted here: that is left
/// to whoever reads it on a thread that may take its time.
package final class AccessEntry: Sendable {
    let writing: AnswerWriting
    /// Whether the client left before the answer was complete.
    let isAbandoned: Bool
    /// When its head was read, in seconds since 1970.
    let started: Double
    /// Nanoseconds from the head of the request to the end of the answer.
    let duration: UInt64

    /// - Parameters:
    ///   - now: the moment on the clock of the event loops.
    ///   - time: the same moment in seconds since 1970.
    init(_ writing: consuming AnswerWriting, isAbandoned: Bool, at now: UInt64, time: Double) {
        duration = now - writing.start
        started = time - Double(duration) / 1e9
        self.isAbandoned = isAbandoned
        self.writing = writing
    }

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
