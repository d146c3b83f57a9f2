package import ArgumentParser
import Inference

/// `openclaw infer video describe`
package struct InferVideoDescribe: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "Say what happens in a clip.",
        discussion: """
            Sound is not listened to, except by models that take it. Clips that are too large for a request go through \
            the service's temporary store.

            Examples:
              openclaw infer video describe clip.mp4
              openclaw infer video describe clip.mp4 --prompt "list the scenes" --json
            """)

    @OptionGroup(title: "Input") package var input: DescribedInput
    @OptionGroup(title: "Question") package var options: DescribeOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var display: AnswerOptions

    package init() {}

    package func run() async throws {
        try await DescriptionJob.run(.video, input, options, transport, display)
    }
}
