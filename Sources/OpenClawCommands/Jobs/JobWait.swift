import Inference
import OpenClawHost

/// Drives a job in front of the user: progress, a limit of time, and a way to leave without losing it.
struct JobWait: Sendable {
    let context: CommandContext
    let runner: JobRunner
    let progress: JobProgress
    /// Seconds after which the user is told how to come back.
    let limit: Double?

    init(_ context: CommandContext, runner: JobRunner, isJSON: Bool, milliseconds: Int?) {
        self.context = context
        self.runner = runner
        progress = JobProgress(context, isJSON: isJSON)
        limit = milliseconds.map { Double($0) / 1000 }
    }

    /// - Returns: the job when it has ended, or when it is known to the service and nobody wants to wait.
    /// - Throws: `.cancelled` or `.deadlineExceeded` with the command that comes back; the job goes on.
    func drive(_ id: String, asksAgain: Bool = false, detaches: Bool = false) async throws -> Job {
        defer { progress.clear() }
        do {
            return try await race(id, asksAgain: asksAgain, detaches: detaches)
        } catch is CancellationError {
            throw left(id, InferenceError(.cancelled, "stopped waiting; job \(id) goes on"))
        } catch let error as InferenceError where error.code == .cancelled {
            throw left(id, InferenceError(.cancelled, "stopped waiting; job \(id) goes on"))
        } catch var error as InferenceError {
            if !runner.isAbandoned(id) { error.hint = error.hint ?? Self.command(id) }
            throw error
        }
    }

    private static func command(_ id: String) -> String { "openclaw jobs wait \(id)" }

    private func left(_ id: String, _ error: InferenceError) -> InferenceError {
        if runner.isAbandoned(id) { return InferenceError(.cancelled, "stopped before anything was sent") }
        var error = error
        error.hint = Self.command(id)
        return error
    }

    private func race(_ id: String, asksAgain: Bool, detaches: Bool) async throws -> Job {
        try await withThrowingTaskGroup(of: Job?.self) { group in
            group.addTask { [self] in
                try await runner.drive(id, asksAgain: asksAgain, untilKnown: detaches) { progress.hear($0) }
            }
            group.addTask { [self] in
                try await progress.tick()
                return nil
            }
            if let limit {
                group.addTask { [self] in
                    try await Task.sleep(for: .milliseconds(Int64(limit * 1000)))
                    throw left(
                        id, InferenceError(.deadlineExceeded, "the time of --timeout-ms is over; job \(id) goes on"))
                }
            }
            defer { group.cancelAll() }
            while let job = try await group.next() { if let job { return job } }
            throw CancellationError()
        }
    }
}
