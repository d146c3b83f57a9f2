import Inference
import OpenClawHost

/// One run of `explain`.
struct ExplainJob: Sendable {
    let installation: Installation
    let messages: [ChatMessage]
    let sampling: SamplingOptions.Loaded
    let tools: ToolOptions.Loaded
    let deadlines: Deadlines

    /// - Throws: the error with which the request would end before anything is sent; `CommandFailure` when it is part of
    ///   the JSON that was printed.
    func run(_ context: CommandContext, as format: OutputFormat) throws {
        let question = try Question(messages, sampling, tools, installation.selector)
        let books = context.usageRecorder(of: installation)
        let runner = context.chatRunner(of: installation, deadlines: deadlines, books: books)
        let forecast = runner.forecast(question.request, on: question.candidates)
        do {
            let outgoing = try forecast.outcome.get()
            let way = try context.findWay(installation.settings.environment.values, outgoing.exchange.request)
            for warning in outgoing.route.warnings { context.warn(warning) }
            let explanation = ChatExplanation(
                outgoing, of: forecast, in: installation, named: sampling.model, timeLimit: deadlines.total)
            try context.show(ExplanationView(explanation, network: way, context: context), as: format)
        } catch let error as InferenceError {
            try fail(forecast, error, context, as: format)
        }
    }

    /// What is known of the ways, and the error.
    private func fail(
        _ forecast: ChatForecast, _ error: InferenceError, _ context: CommandContext, as format: OutputFormat
    ) throws {
        let ways = WaysView(forecast.ways, style: context.style, zone: context.zone)
        guard format == .json else {
            if forecast.ways.contains(where: { $0.route != nil }) { for line in ways.lines { try context.print(line) } }
            throw error
        }
        let report = ErrorReport(error)
        try context.showError(["ok": false, "attempts": ways.json, "error": report.json])
        throw CommandFailure(report.exit)
    }
}
