package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer image`: pictures.
package struct InferImageCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "image",
        abstract: "Make, change and describe pictures, and see who can.",
        discussion: """
            Examples:
              openclaw infer image generate --prompt "a lighthouse in fog" --output lighthouse.png
              openclaw infer image edit --file photo.jpg --prompt "make it winter" --output winter.png
              openclaw infer image describe photo.jpg
              openclaw infer image providers --json
            """,
        subcommands: [
            InferImageGenerate.self, InferImageEdit.self, InferImageDescribe.self, InferImageDescribeMany.self,
            InferImageProviders.self,
        ])

    package init() {}
}

/// `openclaw infer image generate`
package struct InferImageGenerate: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make pictures from a prompt.",
        discussion: """
            Examples:
              openclaw infer image generate --prompt "a lighthouse in fog" --output lighthouse.png
              openclaw infer image generate --prompt "four cats" --count 4 --aspect-ratio 16:9 --json
              openclaw infer image generate --prompt "a red bike" --preview
            """)

    @OptionGroup(title: "Request") package var request: MediaRequestOptions

    @Option(help: "How many pictures.")
    package var count: Int?

    @OptionGroup(title: "Wishes") package var wishes: PictureHintOptions
    @OptionGroup(title: "Job") package var job: MediaJobOptions
    @OptionGroup(title: "Preview") package var preview: PreviewOption

    package init() {}

    package func validate() throws {
        if let count, count < 1 { throw ValidationError("--count must be at least 1") }
    }

    package func run() async throws {
        let context = CommandContext.current
        var wish = try request.load(.image)
        wish.count = count
        wish.hints = wishes.hints
        let generation = try MediaGeneration(
            context, capability: "image.generate", wish: wish, model: request.model, options: job,
            previews: preview.preview)
        try await context.untilInterrupted { try await generation.run() }
    }
}

/// `openclaw infer image edit`
package struct InferImageEdit: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change pictures by words.",
        discussion: """
            Example:
              openclaw infer image edit --file photo.jpg --prompt "make it winter" --output winter.png
            """)

    @Option(help: "A picture: a file or an address (repeatable).")
    package var file: [String] = []

    @OptionGroup(title: "Request") package var request: MediaRequestOptions

    @Option(help: "How many pictures.")
    package var count: Int?

    @OptionGroup(title: "Wishes") package var wishes: PictureHintOptions
    @OptionGroup(title: "Job") package var job: MediaJobOptions
    @OptionGroup(title: "Preview") package var preview: PreviewOption

    package init() {}

    package func validate() throws {
        if file.isEmpty { throw ValidationError("--file is missing; expected at least one picture") }
        if let count, count < 1 { throw ValidationError("--count must be at least 1") }
    }

    package func run() async throws {
        let context = CommandContext.current
        var wish = try request.load(.image)
        wish.count = count
        wish.hints = wishes.hints
        for text in file {
            wish.inputs.append(
                try GenerationInput(written: text, kind: .image, role: nil, workingDirectory: context.workingDirectory))
        }
        let generation = try MediaGeneration(
            context, capability: "image.edit", wish: wish, model: request.model, options: job, previews: preview.preview
        )
        try await context.untilInterrupted { try await generation.run() }
    }
}

/// `openclaw infer image providers`
package struct InferImageProviders: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List who makes pictures, with their models.",
        discussion: """
            Example:
              openclaw infer image providers --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let view = MediaProvidersView(.image, of: try context.installation(), context)
        try context.show(view, as: output.format)
    }
}
