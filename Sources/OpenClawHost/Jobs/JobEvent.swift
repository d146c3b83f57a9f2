package import Inference

/// What whoever waits for a job hears.
package enum JobEvent: Sendable {
    /// The job has another state.
    case changed(Job)
    /// Bytes of an input have left.
    case sent(name: String, bytes: Int, of: Int)
    /// Bytes of a result have come.
    case received(bytes: Int, of: Int?)
    /// Something did not work and is tried again.
    case trouble(InferenceError)
    /// Another process drives the job.
    case followed
}
