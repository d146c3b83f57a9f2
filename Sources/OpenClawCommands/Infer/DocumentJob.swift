import Inference
import OpenClawHost

/// One run of a command that is answered with one document: asks, and shows the answer or the failure.
struct DocumentJob: Sendable {
    typealias Outcome<Answer: Sendable> = DocumentRunner.Outcome<Answer>

    let installation: Installation
    private let capability: String
    private let isJSON: Bool
    private let deadlines: Deadlines
    private let context: CommandContext

    init(
        capability: String, isJSON: Bool, deadlines: Deadlines, _ context: CommandContext
    ) throws {
        installation = try context.installation()
        self.capability = capability
        self.isJSON = isJSON
        self.deadlines = deadlines
        self.context = context
    }

    /// An answer as it is shown.
    struct Presentation {
        /// The members of the envelope.
        var outputs: [JSONValue]
        /// For people and pipes.
        var lines: [String]
        var usage: Usage?
        var requestID: String?
    }

    func run<Answer: Sendable>(
        _ ask: (DocumentRunner, (ChatObservation) -> Void) async throws -> Outcome<Answer>,
        present: (Answer) -> Presentation
    ) async throws {
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        do {
            let outcome = try await ask(runner(books), show)
            for adjustment in outcome.adjustments { context.note(adjustment.message) }
            let presentation = present(outcome.answer)
            guard isJSON else {
                try context.print(presentation.lines.joined(separator: "\n"))
                return
            }
            try context.show(
                json: envelope(outcome.attempts, presentation.outputs) { object in
                    object["endpoint"] = .string(outcome.route.endpoint.id.rawValue)
                    object["credential"] = .string(outcome.route.account.credential.source.label)
                    object["requestId"] = .text(presentation.requestID)
                    object["usage"] = presentation.usage?.json ?? .null
                    let cost = presentation.usage.map { ChatCost(of: $0, on: outcome.route, thinking: false) }
                    object["cost"] = (cost ?? .unknown).json
                })
        } catch let failure as ChatFailure {
            try fail(failure.error, failure.attempts)
        } catch let error as InferenceError {
            try fail(error, [])
        }
    }

    private func runner(_ books: UsageRecorder?) -> DocumentRunner {
        let dispatcher = ChatDispatcher(
            accounts: installation.accounts, failover: installation.failover(context), userAgent: context.userAgent,
            deadlines: deadlines, logger: context.makeLogger(), learn: { [context] in context.scrubber.learn($0) },
            usage: books)
        return DocumentRunner(
            dispatcher: dispatcher, transport: context.makeTransport(installation.settings.environment.values),
            makeCallID: context.makeCallID)
    }

    private func show(_ observation: ChatObservation) {
        switch observation {
        case .fellBack(let attempt):
            context.note("\(attempt.reference) failed: \(attempt.error?.message ?? "unknown"); trying on")
        case .waiting(let pause):
            context.note("waiting \(Int((pause / .seconds(1)).rounded(.up))) s before the next attempt")
        default: break
        }
    }

    private func fail(_ failure: InferenceError, _ attempts: [ChatAttempt]) throws {
        let error = explained(failure, attempts)
        guard isJSON else { throw error }
        let report = ErrorReport(error)
        try context.showError(envelope(attempts, []) { $0["error"] = report.json })
        throw CommandFailure(report.exit)
    }

    /// Who has a key for chat wonders why another provider's is missing.
    private func explained(_ error: InferenceError, _ attempts: [ChatAttempt]) -> InferenceError {
        guard error.code == .unauthenticated, let asked = attempts.last?.reference.provider,
            let usual = try? installation.selector.defaultModel().entry, usual.id != asked
        else { return error }
        var error = error
        error.message = "\(usual.label) has no models for it, and there is \(error.message)"
        return error
    }

    private func envelope(
        _ attempts: [ChatAttempt], _ outputs: [JSONValue], _ add: (inout JSONObject) -> Void
    ) -> JSONValue {
        .members { object in
            EnvelopeHead(
                capability: capability, reference: attempts.last?.reference, attempts: attempts.map(\.json)
            ).write(!outputs.isEmpty, into: &object)
            object["outputs"] = .array(outputs)
            add(&object)
        }
    }
}
