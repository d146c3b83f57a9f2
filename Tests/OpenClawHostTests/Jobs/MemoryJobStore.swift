import Inference
import OpenClawHost
import Synchronization

/// Jobs of one test, with every state that was kept.
final class MemoryJobStore: JobStore {
    private struct State {
        var jobs: [String: Job] = [:]
        var states: [JobState] = []
        var uploads: [StoredUpload.Key: StoredUpload] = [:]
        var turns = 0
    }

    private let state = Mutex(State())

    /// The states of all jobs as they were written, in order.
    var states: [JobState] { state.withLock { $0.states } }
    var turns: Int { state.withLock { $0.turns } }

    func insert(_ job: Job) {
        state.withLock { state in
            state.jobs[job.id] = job
            state.states.append(job.state)
        }
    }

    func job(_ id: String) -> Job? { state.withLock { $0.jobs[id] } }

    func jobs(_ query: JobQuery) -> [Job] {
        state.withLock { state in
            state.jobs.values.filter { job in
                (query.states?.contains(job.state) ?? true) && (query.owner.map { $0 == job.owner } ?? true)
            }
        }
    }

    func save(_ job: Job) throws(InferenceError) {
        let isTaken = state.withLock { state in
            if let task = job.task, state.jobs.values.contains(where: { $0.id != job.id && $0.task?.id == task.id }) {
                return true
            }
            if state.jobs[job.id]?.state != job.state { state.states.append(job.state) }
            state.jobs[job.id] = job
            return false
        }
        if isTaken { throw InferenceError(.taskTaken, "taken") }
    }

    func remove(_ id: String, now: Double) { state.withLock { $0.jobs[id] = nil } }

    func hasTask(_ id: String, of service: String) -> Bool {
        state.withLock { $0.jobs.values.contains { $0.task?.id == id } }
    }

    func turn(of account: String, perSecond: Int, now: Double) -> Double {
        state.withLock { $0.turns += 1 }
        return 0
    }

    func upload(_ key: StoredUpload.Key, now: Double) -> StoredUpload? { state.withLock { $0.uploads[key] } }
    func keep(_ upload: StoredUpload) { state.withLock { $0.uploads[upload.key] = upload } }
    func makeDigest() -> any ContentDigest { CountingDigest() }
}

/// Not a digest, but as good as one here.
final class CountingDigest: ContentDigest {
    private var count = 0
    func add(_ bytes: [UInt8]) { count += bytes.count }
    func finish() -> String { "\(count) bytes" }
}
