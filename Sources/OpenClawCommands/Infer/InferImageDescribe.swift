package import ArgumentParser
import Inference

/// `openclaw infer image describe`
package struct InferImageDescribe: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Say what is on a picture.",
        discussion: """
            The model is the named one, else that of tools.media.image.models, agents.defaults.imageModel, or the \
            provider's default. Large files go through the service's temporary store.

            Examples:
              openclaw infer image describe photo.jpg
              openclaw infer image describe photo.jpg --prompt "what is written on the sign" --json
              openclaw infer image describe https://example.com/photo.jpg --max-chars 100
            """)

    @OptionGroup(title: "Input") package var input: DescribedInput
    @OptionGroup(title: "Question") package var options: DescribeOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var display: AnswerOptions

    package init() {}

    package func run() async throws {
        try await DescriptionJob.run(.image, input, options, transport, display)
    }
}

/// `openclaw infer image describe-many`
package struct InferImageDescribeMany: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "describe-many",
        abstract: "Say what is on each of several pictures.",
        discussion: """
            Descriptions come in the order of the files. Some files are looked at at the same time \
            (tools.media.concurrency, 2 by default); when one cannot be described, the others are, and the exit code is \
            not 0.

            Examples:
              openclaw infer image describe-many photo.jpg https://example.com/photo.jpg
              openclaw infer image describe-many *.jpg --json > descriptions.json
            """)

    @Argument(help: "Pictures: files or addresses.")
    package var names: [String] = []

    @Option(name: .customLong("file"), help: "A picture, as an option (repeatable).")
    package var files: [String] = []

    @OptionGroup(title: "Question") package var options: DescribeOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var output: JSONOption

    package init() {}

    package func validate() throws {
        if names.isEmpty && files.isEmpty { throw ValidationError("expected at least one picture") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let style = AnswerStyle(isJSON: output.json)
        let job = try DescriptionJob("image.describe-many", .image, options, transport, style, context)
        try await context.untilInterrupted { [names, files] in try await job.run(all: names + files) }
    }
}
