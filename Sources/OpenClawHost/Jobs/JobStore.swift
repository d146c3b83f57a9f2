package import Inference

/// Where the jobs of an installation are kept, shared by its processes.
package protocol JobStore: Sendable {
    /// Keeps a new job; when this returns it survives a power cut.
    func insert(_ job: Job) throws(InferenceError)

    /// The job with an id, or with an id that begins so when there is exactly one.
    func job(_ id: String) throws(InferenceError) -> Job?

    /// The newest first, unless the query says otherwise.
    func jobs(_ query: JobQuery) throws(InferenceError) -> [Job]

    /// Keeps a job as it is now; when this returns it survives a power cut. Whoever changes a job holds its lock.
    ///
    /// - Throws: `.taskTaken` when another job has the same task of the service already.
    func save(_ job: Job) throws(InferenceError)

    /// Takes a job out of sight. That it had a task stays known, so that nobody takes the task for another job's.
    func remove(_ id: String, now: Double) throws(InferenceError)

    /// Whether some job has a task of a service.
    func hasTask(_ id: String, of service: String) throws(InferenceError) -> Bool

    /// Takes the next turn to ask about tasks.
    ///
    /// - Returns: how many seconds to wait for it.
    func turn(of account: String, perSecond: Int, now: Double) throws(InferenceError) -> Double

    /// A file that the service has already, and for how long.
    func upload(_ key: StoredUpload.Key, now: Double) throws(InferenceError) -> StoredUpload?

    func keep(_ upload: StoredUpload) throws(InferenceError)

    /// A SHA-256 to be fed.
    func makeDigest() -> any ContentDigest
}

/// Which jobs are looked for.
package struct JobQuery: Hashable, Sendable {
    package var states: [JobState]?
    package var owner: String?
    package var kind: Modality?
    /// Only jobs that follow this one.
    package var after: String?
    package var isOldestFirst = false
    package var limit: Int

    package init(
        states: [JobState]? = nil, owner: String? = nil, kind: Modality? = nil, after: String? = nil, limit: Int = 1000
    ) {
        self.states = states
        self.owner = owner
        self.kind = kind
        self.after = after
        self.limit = limit
    }
}

/// A digest of bytes that come piece by piece.
package protocol ContentDigest: AnyObject {
    func add(_ bytes: [UInt8])
    /// In hexadecimal.
    func finish() -> String
}

extension InferenceError.Code {
    /// Another job has the task.
    package static let taskTaken: InferenceError.Code = "task_taken"
}
