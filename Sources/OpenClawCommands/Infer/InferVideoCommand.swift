package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer video`: clips.
package struct InferVideoCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "video",
        abstract: "Make and describe clips, and see who can.",
        discussion: """
            Examples:
              openclaw infer video generate --prompt "a paper crane unfolds" --output crane.mp4
              openclaw infer video describe clip.mp4
              openclaw infer video providers --json
            """,
        subcommands: [InferVideoGenerate.self, InferVideoDescribe.self, InferVideoProviders.self])

    package init() {}
}

/// `openclaw infer video generate`
package struct InferVideoGenerate: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a clip from a prompt, pictures, clips or sounds.",
        discussion: """
            The clip is asked for once and fetched when it is done, which takes minutes. Ctrl-C leaves it to go on; \
            'openclaw jobs wait' comes back to it.

            Examples:
              openclaw infer video generate --prompt "a paper crane unfolds" --output crane.mp4
              openclaw infer video generate --image photo.jpg --prompt "the wind rises" --duration 5
              openclaw infer video generate --prompt "rain on a window" --resolution 1080P --detach --json
            """)

    @OptionGroup(title: "Request") package var request: MediaRequestOptions

    @Option(help: "A picture: a file or an address (repeatable).")
    package var image: [String] = []

    @Option(
        name: .customLong("image-role"),
        help: "What the pictures are for, in their order: first_frame, last_frame, reference_image, mask (repeatable).")
    package var imageRole: [String] = []

    @Option(help: "A clip: a file or an address (repeatable).")
    package var video: [String] = []

    @Option(
        name: .customLong("video-role"),
        help:
            "What the clips are for, in their order: reference_video, first_clip, last_clip, source, mask (repeatable)."
    )
    package var videoRole: [String] = []

    @Option(name: .customLong("audio-file"), help: "A sound: a file or an address (repeatable).")
    package var audioFile: [String] = []

    @Option(
        name: .customLong("audio-role"),
        help: """
            What the sounds are for, in their order: audio, reference_audio, reference_voice; reference_voice:2 is the \
            voice of the second reference (repeatable).
            """)
    package var audioRole: [String] = []

    @Option(help: "A paper, a table or slides that the clip tells: a file or an address.")
    package var document: String?

    @Option(help: ArgumentHelp("A page of the web that the clip tells.", valueName: "address"))
    package var page: String?

    @Option(help: ArgumentHelp("Length in seconds.", valueName: "seconds"))
    package var duration: Double?

    @Flag(inversion: .prefixedNo, help: "Whether the clip has sound.")
    package var audio: Bool?

    @OptionGroup(title: "Job") package var job: MediaJobOptions
    @OptionGroup(title: "Preview") package var preview: PreviewOption

    package init() {}

    package func validate() throws {
        if let duration, !(duration > 0 && duration < 86_400) { throw ValidationError("--duration must be above 0") }
        for role in imageRole + videoRole + audioRole where !WrittenRole(role).isValid {
            throw ValidationError("'\(role)' is no role; expected a name such as reference_voice or reference_voice:2")
        }
        let counts = [("image", image, imageRole), ("video", video, videoRole), ("audio", audioFile, audioRole)]
        for (name, inputs, roles) in counts where roles.count > inputs.count {
            throw ValidationError(
                "--\(name)-role was given \(roles.count) times for \(inputs.count) inputs; the others cannot be assigned"
            )
        }
    }

    package func run() async throws {
        let context = CommandContext.current
        var wish = try request.load(.video)
        wish.seconds = duration
        wish.audio = audio
        let groups: [(Modality, [String], [String])] = [
            (.image, image, imageRole), (.video, video, videoRole), (.audio, audioFile, audioRole),
            (.document, document.map { [$0] } ?? [], []), (.page, page.map { [$0] } ?? [], []),
        ]
        for (kind, texts, roles) in groups {
            for (index, text) in texts.enumerated() {
                let written = roles.indices.contains(index) ? WrittenRole(roles[index]) : WrittenRole("")
                var input = try GenerationInput(
                    written: text, kind: kind, role: written.role, workingDirectory: context.workingDirectory)
                input.owner = written.owner
                wish.inputs.append(input)
            }
        }
        let generation = try MediaGeneration(
            context, capability: "video.generate", wish: wish, model: request.model, options: job,
            previews: preview.preview)
        try await context.untilInterrupted { try await generation.run() }
    }
}

/// `openclaw infer video providers`
package struct InferVideoProviders: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List who makes clips and who describes them, with their models.",
        discussion: """
            Example:
              openclaw infer video providers --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let view = VideoProvidersView(
            generation: MediaProvidersView(.video, of: installation, context),
            description: UnderstandingProvidersView(of: installation))
        try context.show(view, as: output.format)
    }
}
