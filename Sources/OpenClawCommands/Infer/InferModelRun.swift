package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer model run`: one prompt, one streamed answer.
package struct InferModelRun: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Answer a prompt.",
        discussion: """
            The prompt is the argument, --prompt, standard input, or all of them together. On a terminal the answer \
            streams and reasoning is dimmed; in a pipe only the answer is printed. Press Ctrl-C to stop.

            Examples:
              openclaw infer model run "why is the sky blue"
              openclaw infer model run "solve it step by step" --thinking high < problem.txt
              openclaw infer model run "what is on this picture" --file photo.jpg
              openclaw infer model run "three colours" --schema colours.json --json
              openclaw infer model run "weather in Paris?" --tools tools.json --tool get_weather=./weather
            """)

    @Argument(help: "The prompt; several arguments are joined with spaces.")
    package var words: [String] = []

    @OptionGroup(title: "Prompt") package var prompt: PromptOptions
    @OptionGroup(title: "Model") package var sampling: SamplingOptions
    @OptionGroup(title: "Tools") package var tools: ToolOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var display: AnswerOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        var job = try AnswerJob(
            installation: context.installation(), prompt: prompt.load(words: words, context: context),
            sampling: sampling.load(context), tools: tools.load(context), deadlines: transport.deadlines,
            display: display)
        do {
            try await context.untilInterrupted { [job] in try await job.run(context) }
        } catch {
            let question = SpendingQuestion(
                after: error, of: job.installation, display: display, context: context)
            guard let question else { throw error }
            try question.ask()
            job.installation = try context.installation()
            try await context.untilInterrupted { [job] in try await job.run(context) }
        }
    }
}
