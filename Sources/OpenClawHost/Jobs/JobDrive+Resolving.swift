import HTTPTypes
import Inference

extension JobDrive {
    /// Finds out whether the service began a job whose answer was lost.
    mutating func resolve() async throws {
        let route = try route()
        guard job.plan.isTask, let tasks = route.tasks else { return try leaveOpen() }
        guard let submittedAt = job.submittedAt, services.now() - submittedAt < tasks.lifetime else {
            return try advance { $0.end(.expired, Self.tooOld) }
        }
        if try await adopt(tasks, route) != .none { return }
        // A list may lag behind what was begun a moment ago.
        try await pause(max(timing.settling, submittedAt + timing.settling - services.now()))
        if try await adopt(tasks, route) != .none { return }
        guard job.submissions < timing.submissions else { return try leaveOpen() }
        try advance { $0.state = .prepared }
    }

    private static let tooOld = InferenceError(
        .unavailable, "nobody asked about the job for longer than the service remembers it")

    /// Nothing proves that it was not begun, so nothing is sent again unless the user says so.
    private mutating func leaveOpen() throws(InferenceError) {
        let error = InferenceError(
            .unavailable,
            "the answer was lost, and the service cannot say whether it began; asking again may be paid twice",
            hint: "openclaw jobs resume \(job.id) --again")
        try advance { $0.end(.unresolved, error) }
    }

    /// Whether another driver may be about to write down a task that it just began. One whose answer can no longer come
    /// looks for its task as this one does, and is not waited for.
    private func isAnotherBeginning() throws(InferenceError) -> Bool {
        try rivals().contains { other in
            services.now() - (other.submittedAt ?? other.createdAt) < timing.answer && runner.locks.isHeld(other.id)
        }
    }

    private enum Adoption { case none, done }

    /// Makes a task of the list ours. Where it could be another job's as well, the job is left open instead.
    private mutating func adopt(_ tasks: any TaskService, _ route: GenerationRoute) async throws -> Adoption {
        while true {
            while try isAnotherBeginning() { try await pause(1) }
            let found = try await found(tasks, route)
            // Who began one of them in the meantime writes it down first.
            if try isAnotherBeginning() { continue }
            // Read after the list: whoever began one of its tasks stands here, or has it already.
            let claims = TaskClaims(job: job, rivals: try rivals(), timing: timing)
            switch claims.verdict(on: found) {
            case .none: return .none
            case .ours(let entries): if try take(entries) { return .done }
            case .wait: try await pause(timing.longestPause)
            case .unclear:
                try leaveOpen()
                return .done
            }
        }
    }

    private mutating func take(_ entries: [TaskListing.Entry]) throws(InferenceError) -> Bool {
        for entry in entries {
            do throws(InferenceError) {
                try advance { job in
                    job.task = ServiceTask(id: entry.id, requestID: entry.requestID)
                    job.state = .waiting
                }
                return true
            } catch {
                guard error.code == .taskTaken else { throw error }
            }
        }
        return false
    }

    /// Other jobs of the model that may have a task of which nobody was told.
    private func rivals() throws(InferenceError) -> [Job] {
        let submittedAt = job.submittedAt ?? job.createdAt
        return try runner.store.jobs(JobQuery(states: [.submitting, .unresolved])).filter { other in
            // What was asked for long before or after shares no task with this one.
            other.id != job.id && other.service == job.service && other.model == job.model && other.task == nil
                && abs((other.submittedAt ?? other.createdAt) - submittedAt) < 2 * timing.lateness
        }
    }

    /// Tasks that no job has and that began around the time of this one.
    private func found(_ tasks: any TaskService, _ route: GenerationRoute) async throws -> [TaskClaims.Found] {
        let submittedAt = job.submittedAt ?? job.createdAt
        var found: [TaskClaims.Found] = []
        var page = 1
        while true {
            let (listing, ahead) = try await listing(tasks, route, page: page)
            for entry in listing.tasks where entry.model == nil || entry.model == job.model {
                let begunAt = entry.begunAt.map { $0 - ahead }
                guard entry.state != .unknown, abs((begunAt ?? submittedAt) - submittedAt) < timing.lateness,
                    try !runner.store.hasTask(entry.id, of: job.service)
                else { continue }
                found.append(TaskClaims.Found(entry: entry, begunAt: begunAt))
            }
            guard page < listing.pageCount, page < 50 else { break }
            page += 1
        }
        for index in found.indices where found[index].entry.state.isFinal {
            let report = try await report(ServiceTask(id: found[index].entry.id), tasks, route)
            // The service has forgotten what it worked on.
            found[index].prompt = report.state == .unknown ? "" : report.prompt
            found[index].usage = report.results?.usage
        }
        return found
    }

    /// One page of the list, and by how much the service's clock is ahead of ours.
    private func listing(
        _ tasks: any TaskService, _ route: GenerationRoute, page: Int
    ) async throws -> (TaskListing, Double) {
        try await asking(tasks) {
            let request = try tasks.list(model: job.model, page: page, context: route.context)
            let (head, body) = try await exchange(request, deadlines: Deadlines(firstByte: .seconds(30)))
            let date = head.headerFields[.date].flatMap { HTTPDate($0) }
            let ahead = date.map { $0.secondsSince1970 - services.now() } ?? 0
            // The header counts whole seconds.
            return (try tasks.listing(head, body, context: route.context), abs(ahead) < 2 ? 0 : ahead)
        }
    }

    func report(
        _ task: ServiceTask, _ tasks: any TaskService, _ route: GenerationRoute
    ) async throws -> TaskReport {
        try await asking(tasks) {
            let request = try tasks.status(of: task, context: route.context)
            let (head, body) = try await exchange(request, deadlines: Deadlines(firstByte: .seconds(30)))
            return try tasks.report(head, body, context: route.context)
        }
    }

    /// Asks within the account's limit until there is an answer. Only what the user has to mend ends it.
    private func asking<Answer>(_ tasks: any TaskService, _ body: () async throws -> Answer) async throws -> Answer {
        var failures = 0
        while true {
            try await takeTurn(tasks)
            do {
                return try await body()
            } catch let error as InferenceError {
                if error.code == .cancelled { throw CancellationError() }
                let needsUser: Set<InferenceError.Code> = [
                    .unauthenticated, .permissionDenied, .invalidConfiguration, .unsupported, .storeFailed,
                ]
                if needsUser.contains(error.code) { throw error }
                failures += 1
                if failures == 3 { observe(.trouble(error)) }
                let asked = error.retryAfter.map { $0 / .seconds(1) } ?? 0
                try await pause(max(asked, min(Double(1 << min(failures, 6)), 60)) * (0.75 + services.chance() / 2))
            }
        }
    }

    func takeTurn(_ tasks: any TaskService) async throws {
        let seconds = try runner.store.turn(
            of: job.account, perSecond: tasks.queriesPerSecond, now: services.now())
        try await pause(seconds)
    }

    /// Asks the service to give a task up.
    ///
    /// - Throws: `.unsupported` when it runs already.
    func cancel(_ task: ServiceTask) async throws {
        let route = try route()
        guard let tasks = route.tasks else { return }
        try await takeTurn(tasks)
        let request = try tasks.cancel(task, context: route.context)
        let (head, body) = try await exchange(request, deadlines: Deadlines(firstByte: .seconds(30)))
        try tasks.cancelled(head, body, context: route.context)
    }
}
