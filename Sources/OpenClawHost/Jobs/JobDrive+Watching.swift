import Inference

extension JobDrive {
    /// Asks about the task until it ends. What a query fails with says nothing about the task.
    mutating func watch() async throws {
        let route = try route()
        guard let tasks = route.tasks, let task = job.task else {
            return try advance { $0.end(.failed, InferenceError(.storeFailed, "the job has lost its task")) }
        }
        var pause = timing.firstPause(typicalSeconds: job.plan.typicalSeconds)
        var unknowns = 0
        // Whoever comes back to a job asks at once.
        if services.now() - (job.submittedAt ?? 0) < pause { try await wait(pause) }
        while true {
            let report = try await report(task, tasks, route)
            switch report.state {
            case .waiting, .running:
                unknowns = 0
                let state: JobState = report.state == .running ? .running : .waiting
                if state != job.state { try advance { $0.state = state } }
            case .succeeded: return try succeed(report, route)
            case .failed:
                let error = report.failure ?? InferenceError(.unavailable, "the service says only that it failed")
                book(UsageOutcome(error), on: route)
                return try advance { $0.end(.failed, error) }
            case .cancelled:
                return try advance { $0.end(.cancelled, InferenceError(.cancelled, "the task was cancelled")) }
            case .unknown:
                // A task that has just begun may not be known everywhere yet.
                unknowns += 1
                if unknowns > 1 { return try advance { $0.end(.expired, Self.forgotten) } }
            }
            if let submittedAt = job.submittedAt, services.now() - submittedAt > tasks.lifetime {
                return try advance { $0.end(.expired, Self.forgotten) }
            }
            try await wait(pause)
            pause = min(pause * 1.3, timing.longestPause)
        }
    }

    private static let forgotten = InferenceError(
        .unavailable, "the service does not know the task any more; tasks and results are kept for a day")

    private func wait(_ seconds: Double) async throws { try await pause(seconds * (0.8 + services.chance() * 0.4)) }

    private mutating func succeed(_ report: TaskReport, _ route: GenerationRoute) throws(InferenceError) {
        guard let results = report.results, !results.files.isEmpty else {
            let error =
                report.failure
                ?? InferenceError(.malformedResponse, "the service says that it succeeded, and shows no result")
            return try advance { $0.end(.failed, error) }
        }
        if let failure = report.failure { observe(.trouble(failure)) }
        try keep(results, route)
    }
}
