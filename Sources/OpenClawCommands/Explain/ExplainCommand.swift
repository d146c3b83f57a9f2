package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw explain`: what would be sent where, with which key, and why; or what was, for a request of the past.
package struct ExplainCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what a request would be, or was, and why: endpoint, key, parameters, limits, price, fallbacks.",
        discussion: """
            Takes the options of 'infer model run' and shows the request that it would send now: every value with the \
            place it comes from and the rule that chose it, and what was passed over. Nothing is sent.

            With the id of a request that was answered, tells what was done for it: every attempt, what was changed, \
            times, tokens and cost. An id is what the gateway sends as 'x-openclaw-request-id', the service's own, or \
            that of a W3C trace; answers name it in their 'id' as well.

            Examples:
              openclaw explain
              openclaw explain <provider>/<model> --thinking high --max-tokens 100000
              openclaw explain <alias>@<profile> --json
              openclaw explain --capability vision
              openclaw explain <request-id>
            """)

    @Argument(
        help: ArgumentHelp(
            "The model: <provider>/<model>, an alias or a bare id; without it the default model. Or the id of a request."
        ))
    package var reference: String?

    @Option(help: "What the request is about: chat, or vision for a picture to look at.")
    package var capability = ExplainCapability.chat

    @OptionGroup(title: "Prompt") package var prompt: PromptOptions
    @OptionGroup(title: "Model") package var sampling: SamplingOptions
    @OptionGroup(title: "Tools") package var tools: ToolOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var output: JSONOption

    package init() {}

    package func validate() throws {
        if reference != nil, sampling.model != nil {
            throw ValidationError("name the model once: as the argument or with --model")
        }
    }

    package func run() throws {
        let context = CommandContext.current
        switch ExplainSubject(reference ?? sampling.model) {
        case .request(let id): try FlightJob(id: id).run(context, as: output.format)
        case .model(let name):
            var sampling = try sampling.load(context)
            sampling.model = name
            let job = ExplainJob(
                installation: try context.installation(), messages: try prompt.sample(capability, context),
                sampling: sampling, tools: try tools.load(context), deadlines: transport.deadlines)
            try job.run(context, as: output.format)
        }
    }
}
