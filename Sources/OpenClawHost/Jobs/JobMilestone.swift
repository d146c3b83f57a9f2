/// How far somebody waits for a job to come.
package enum JobMilestone: Hashable, Sendable {
    /// The service has it, or it has ended.
    case known
    /// The service has made it, or it has ended.
    case results
    /// Nothing more happens by itself.
    case end

    func isReached(by job: Job) -> Bool {
        switch self {
        case .known: job.task != nil || job.results != nil || job.state.isFinal
        case .results: job.results != nil || job.state.isFinal
        case .end: job.state.isFinal
        }
    }
}
