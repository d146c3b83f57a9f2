import Inference
import OpenClawHost

/// One run of `infer model run`: everything that was asked for, and how it is answered.
struct AnswerJob: Sendable {
    var installation: Installation
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
            let question = try Question(messages, sampling, tools, installation.selector)
            try await conversation(context, books).run(
                question.request, on: question.candidates, into: &outcome
            ) { observation in
                try display.show(observation)
            }
            try outcome.requireAnswer()
            try display.finish(outcome)
        } catch {
            try display.fail(outcome, because: error)
        }
    }

    private func conversation(_ context: CommandContext, _ books: UsageRecorder?) -> ChatConversation {
        let variables = installation.settings.environment.values
        let runner = context.chatRunner(of: installation, deadlines: deadlines, books: books)
        let keys = Set(installation.accounts.manifests.flatMap(\.environment))
        return ChatConversation(
            runner: runner, tools: tools.implementations,
            toolEnvironment: variables.filter { !keys.contains($0.key) && !$0.key.contains("_API_KEY") })
    }
}
