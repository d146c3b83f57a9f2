import HTTPTypes
import Inference

extension JobDrive {
    /// Asks for the job, once. What follows from an answer that was lost is decided by the service's list.
    mutating func submit() async throws {
        let route = try route()
        do throws(InferenceError) {
            if let cost = job.plan.cost, !route.isIncluded { try runner.usage?.admit(cost) }
        } catch {
            return try advance { $0.end(.failed, error) }
        }
        if let exchange = try listening(on: route) { return try await tell(exchange, route) }
        let sources: [String]
        let request: HTTPExchangeRequest
        do {
            let sender = InputSender(runner: runner, route: route, observe: observe)
            sources = try await sender.sources(of: job)
            var built = try route.generation.exchange(for: job.plan, sources: sources, context: route.context)
            built.isRepeatable = false
            request = built
        } catch let error as InferenceError where Self.isFinal(error) {
            return try advance { $0.end(.failed, error) }
        }
        try Task.checkCancellation()
        let now = services.now()
        try advance { job in
            job.state = .submitting
            job.submittedAt = now
            job.submissions += 1
        }
        let head: HTTPResponse
        let body: [UInt8]
        do throws(InferenceError) {
            let deadlines = Deadlines(firstByte: .seconds(timing.answer))
            (head, body) = try await exchange(request, deadlines: deadlines)
        } catch {
            return try await lost(error)
        }
        try await take(head, body, route)
    }

    /// What is wrong with the job itself and stays wrong.
    private static func isFinal(_ error: InferenceError) -> Bool {
        [.invalidRequest, .unsupported, .invalidConfiguration, .contentRejected].contains(error.code)
    }

    private mutating func take(_ head: HTTPResponse, _ body: [UInt8], _ route: GenerationRoute) async throws {
        do throws(InferenceError) {
            switch try route.generation.answer(head, body, to: job.plan, context: route.context) {
            case .task(let task):
                try advance { job in
                    job.task = task
                    job.state = .waiting
                }
            case .results(let results): try keep(results, route)
            }
        } catch {
            var error = error
            error.status = error.status ?? head.status.code
            if error.code == .storeFailed { throw error }
            try await refused(error, head.status.code)
        }
    }

    /// The service answered, and not with a task.
    mutating func refused(_ error: InferenceError, _ status: Int) async throws {
        let isClear =
            (400..<500).contains(status) || (error.serviceCode != nil && !job.plan.isTask)
            || (status < 300 && error.code != .malformedResponse)
        guard isClear else { return try await lost(error) }
        let mayPass = error.code == .rateLimited || error.code == .unavailable
        guard mayPass, job.submissions < timing.submissions else {
            book(UsageOutcome(error), on: try route())
            return try advance { $0.end(.failed, error) }
        }
        try advance { $0.state = .prepared }
        observe(.trouble(error))
        let asked = error.retryAfter.map { $0 / .seconds(1) } ?? 0
        try await pause(max(asked, Double(1 << job.submissions)) * (1 + services.chance() / 4))
    }

    /// No answer came.
    mutating func lost(_ error: InferenceError) async throws {
        let neverLeft: Set<InferenceError.Code> = [.connectionFailed, .invalidRequest, .invalidConfiguration]
        guard neverLeft.contains(error.code) else {
            if error.code == .cancelled { throw CancellationError() }
            observe(.trouble(error))
            return
        }
        try advance { $0.state = .prepared }
        guard error.code == .connectionFailed, job.submissions < timing.submissions else { throw error }
        observe(.trouble(error))
        try await pause(Double(1 << job.submissions) * (1 + services.chance() / 4))
    }

    /// Keeps what was made before anything else happens.
    mutating func keep(_ results: GenerationResults, _ route: GenerationRoute) throws(InferenceError) {
        let cost = route.cost(of: results.usage, job.plan)
        let isFirst = !job.isBooked
        try advance { job in
            job.results = results
            job.cost = cost
            job.state = .fetching
            job.isBooked = true
        }
        if isFirst { book(.ok, on: route) }
    }
}
