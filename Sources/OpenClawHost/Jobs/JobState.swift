/// How far a job is.
package enum JobState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Written down, and not yet asked for.
    case prepared
    /// Asked for, and the answer is not known: nobody may ask again before the service was asked what it began.
    case submitting
    /// The service has it in its queue.
    case waiting
    /// The service works on it.
    case running
    /// There are results, and they are not all on this machine yet.
    case fetching
    case succeeded
    case failed
    case cancelled
    /// The service has forgotten it, or its results.
    case expired
    /// Nobody can say whether the service began it.
    case unresolved

    /// Whether nothing more happens by itself.
    package var isFinal: Bool {
        switch self {
        case .prepared, .submitting, .waiting, .running, .fetching: false
        case .succeeded, .failed, .cancelled, .expired, .unresolved: true
        }
    }
}
