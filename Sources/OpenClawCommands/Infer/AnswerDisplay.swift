import Inference
import OpenClawHost

/// Shows an answer while it comes: text on standard output, everything else on standard error.
struct AnswerDisplay {
    private let style: AnswerStyle
    private let context: CommandContext
    private let showsReasoning: Bool
    private let showsUsage: Bool
    private var said: Set<String> = []
    /// What was written last: parts of another kind begin on a line of their own.
    private var last = Part.nothing
    private var endsWithLineBreak = true

    private enum Part { case nothing, reasoning, text }

    init(style: AnswerStyle, context: CommandContext) {
        self.style = style
        self.context = context
        let isWatched = context.output.isTerminal && context.diagnostics.isTerminal
        showsReasoning = style.forcesReasoning || (isWatched && !style.hidesReasoning && !style.isJSON)
        showsUsage = style.forcesUsage || (isWatched && !style.isJSON)
    }

    mutating func show(_ observation: ChatObservation) throws(OutputClosed) {
        switch observation {
        case .asking(let route): for warning in route.warnings where isNew(warning) { context.warn(warning) }
        case .fellBack(let attempt):
            context.note("\(attempt.place) failed: \(attempt.error?.message ?? "unknown"); trying on")
        case .waiting(let pause):
            context.note("waiting \(Int((pause / .seconds(1)).rounded(.up))) s before the next attempt")
        case .event(let event): try show(event)
        case .toolResult(let call, let result): try show(call, result: result)
        }
    }

    private mutating func show(_ event: ChatEvent) throws(OutputClosed) {
        switch event {
        case .adjustment(let adjustment): if isNew(adjustment.message) { context.note(adjustment.message) }
        case .reasoning(let piece): if showsReasoning { reason(piece) }
        case .text(let piece): if !style.isJSON { try write(piece) }
        default: break
        }
    }

    private mutating func show(_ call: ToolCall, result: String) throws(OutputClosed) {
        try breakLine()
        let line = "tool \(call.name) \(call.arguments) -> \(result.trimmingASCIIWhitespace())"
        context.say(context.diagnosticStyle.dim(TerminalText.safe(line)))
    }

    private mutating func reason(_ piece: String) {
        let text = context.diagnostics.isTerminal ? TerminalText.safe(piece) : piece
        try? context.diagnostics.write(context.diagnosticStyle.dim(text))
        if !piece.isEmpty { endsWithLineBreak = piece.hasSuffix("\n") }
        last = .reasoning
    }

    private mutating func write(_ piece: String) throws(OutputClosed) {
        if last == .reasoning { try breakLine() }
        try context.output.write(context.output.isTerminal ? TerminalText.safe(piece) : piece)
        if !piece.isEmpty { endsWithLineBreak = piece.hasSuffix("\n") }
        last = .text
    }

    private mutating func breakLine() throws(OutputClosed) {
        guard !endsWithLineBreak else { return }
        switch last {
        case .text: try context.output.write("\n")
        case .reasoning: try? context.diagnostics.write("\n")
        case .nothing: break
        }
        endsWithLineBreak = true
        last = .nothing
    }

    private mutating func isNew(_ message: String) -> Bool { said.insert(message).inserted }
}

extension AnswerDisplay {
    /// Ends a complete answer.
    ///
    /// - Parameter json: what is printed with `--json`; else the envelope of an answer.
    mutating func finish(_ outcome: ChatOutcome, as json: JSONValue? = nil) throws(OutputClosed) {
        try breakLine()
        if let first = outcome.attempts.first(where: { $0.error != nil }), let route = outcome.route {
            let why = first.reason.map { "; \(first.reference) failed: \($0.rawValue)" } ?? ""
            context.note("answered by \(route.place)\(why)")
        }
        if style.isJSON { return try showUsage(outcome, after: json ?? AnswerEnvelope(outcome).json) }
        for call in outcome.response.toolCalls { try context.print("\(call.name) \(call.arguments)") }
        if outcome.response.finishReason == .length {
            context.warn("the answer was cut by the output limit" + (style.limitAdvice.map { "; \($0)" } ?? ""))
        }
        try showUsage(outcome, after: nil)
    }

    /// Ends an answer that failed: what came stays shown, and the error follows.
    ///
    /// - Parameter json: what is printed with `--json`; else the envelope of an answer.
    /// - Throws: `CommandFailure` after JSON was printed, else the error for the one place that reports errors.
    mutating func fail(
        _ outcome: ChatOutcome, because error: any Error, as json: ((ErrorReport) -> JSONValue)? = nil
    ) throws {
        if let closed = error as? OutputClosed { throw closed }
        try breakLine()
        let failure = Self.interruption(error) ?? (error as? ChatFailure)?.error ?? (error as? InferenceError)
        guard let failure else { throw error }
        guard style.isJSON else {
            try showUsage(outcome, after: nil)
            throw failure
        }
        let report = ErrorReport(failure)
        try context.showError(json?(report) ?? AnswerEnvelope(outcome, error: report).json)
        throw CommandFailure(report.exit)
    }

    /// However a cancelled exchange ended, it was the user who ended it.
    private static func interruption(_ error: any Error) -> InferenceError? {
        guard Task.isCancelled || error is CancellationError else { return nil }
        return InferenceError(.cancelled, "interrupted; what came before is incomplete")
    }

    private func showUsage(_ outcome: ChatOutcome, after json: JSONValue?) throws(OutputClosed) {
        if let json { try context.show(json: json) }
        guard showsUsage, let route = outcome.route else { return }
        guard let usage = outcome.usage else {
            return context.say(context.diagnosticStyle.dim("usage: \(route.endpoint.label) did not say"))
        }
        let cost = outcome.cost ?? .unknown
        context.say(context.diagnosticStyle.dim("usage: \(usage.line) cost: \(cost.line) by: \(route.place)"))
    }
}

extension ChatRoute {
    /// What served an answer, in one line.
    fileprivate var place: String {
        "\(selection.reference) on \(endpoint.label) with \(account.credential.source.label)"
    }
}

extension ChatAttempt {
    fileprivate var place: String {
        let parts = [endpoint.map { "on \($0)" }, credential.map { "with \($0)" }].compactMap { $0 }
        return ([reference.description] + parts).joined(separator: " ")
    }
}
