/// How far a task is.
public struct TaskReport: Hashable, Sendable {
    public var state: State
    /// What it made, when it succeeded. Some of several results may be missing.
    public var results: GenerationResults?
    /// Why it failed, or why some of its results did.
    public var failure: InferenceError?
    /// The prompt that it works on, where the service shows it.
    public var prompt: String?

    /// The states of a task.
    public enum State: String, Hashable, Sendable, Codable {
        case waiting, running, succeeded, failed, cancelled
        /// The service does not know it, or no longer.
        case unknown

        /// Whether it will not change any more.
        public var isFinal: Bool { self != .waiting && self != .running }
    }

    public init(
        state: State, results: GenerationResults? = nil, failure: InferenceError? = nil, prompt: String? = nil
    ) {
        self.state = state
        self.results = results
        self.failure = failure
        self.prompt = prompt
    }
}
