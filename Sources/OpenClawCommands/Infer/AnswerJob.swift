import Inference
import OpenClawHost

/// One run of `infer model run`: everything that was asked for, and how it is answered.
struct AnswerJob: Sendable {
    let installation: Installation
    let messages: [ChatMessage]
    let sampling: SamplingOptions.Loaded
    let tools: ToolOptions.Loaded
    let deadlines: Deadlines
    let style: AnswerStyle

    init(
        installation: Installation, prompt: [ChatMessage], sampling: SamplingOptions.Loaded,
        tools: ToolOptions.Loaded, deadlines: Deadlines, display: AnswerOptions
    ) {
        self.installation = installation
        messages = prompt
        self.sampling = sampling
        self.tools = tools
        self.deadlines = deadlines
        style = AnswerStyle(display)
    }

    /// - Throws: `CommandFailure` when the failure is part of the JSON that was printed, else the failure itself.
    func run(_ context: CommandContext) async throws {
        var outcome = ChatOutcome()
        var display = AnswerDisplay(style: style, context: context)
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        do {
            let candidates = try candidates()
            var options = sampling.options
            if !tools.definitions.isEmpty { options.extra["tools"] = .array(tools.definitions) }
            let request = ChatRequest(model: candidates[0].reference.model, messages: messages, options: options)
            try await conversation(context, books).run(request, on: candidates, into: &outcome) { observation in
                try display.show(observation)
            }
            try outcome.requireAnswer()
            try display.finish(outcome)
        } catch {
            try display.fail(outcome, because: error)
        }
    }

    /// The model that was named, with fallbacks of its own only; or the configured one with its fallbacks.
    private func candidates() throws(InferenceError) -> [ModelSelection] {
        let selector = installation.selector
        if let model = sampling.model { return try selector.candidates(named: model) }
        let hasImages = messages.contains { $0.content.contains { if case .image = $0 { true } else { false } } }
        return try selector.candidates(forImages: hasImages)
    }

    private func conversation(_ context: CommandContext, _ books: UsageRecorder?) -> ChatConversation {
        let variables = installation.settings.environment.values
        let runner = ChatRunner(
            accounts: installation.accounts, failover: installation.failover(context),
            transport: context.makeTransport(variables), userAgent: context.userAgent, deadlines: deadlines,
            logger: context.makeLogger(), makeCallID: context.makeCallID, learn: { context.scrubber.learn($0) },
            usage: books)
        let keys = Set(installation.accounts.manifests.flatMap(\.environment))
        return ChatConversation(
            runner: runner, tools: tools.implementations,
            toolEnvironment: variables.filter { !keys.contains($0.key) && !$0.key.contains("_API_KEY") })
    }
}
