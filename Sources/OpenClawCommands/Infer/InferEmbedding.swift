package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer embedding`: vectors of texts, pictures and clips.
package struct InferEmbeddingCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "embedding",
        abstract: "Turn texts, pictures and clips into vectors.",
        discussion: """
            Examples:
              openclaw infer embedding create --text "a red bike" --json
              openclaw infer embedding create --dimensions 256 < lines.txt > vectors.jsonl
            """,
        subcommands: [InferEmbeddingCreate.self, InferEmbeddingFile.self, InferEmbeddingProviders.self])

    package init() {}
}

/// `openclaw infer embedding create`: one vector for each input, in their order.
package struct InferEmbeddingCreate: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Turn texts, pictures and clips into vectors.",
        discussion: """
            Texts are --text options, or the lines of standard input. They may be any number: they are sent in batches of \
            the size that the model takes. Without --json, one JSON array a line is printed. Pictures and clips need a \
            model that looks at them; their vectors follow those of the texts.

            Examples:
              openclaw infer embedding create --text "a red bike" --text "a blue car" --json
              openclaw infer embedding create --dimensions 256 < lines.txt > vectors.jsonl
              openclaw infer embedding create --image photo.jpg --model <ref>
            """)

    @Option(
        name: .customLong("text"), help: ArgumentHelp("A text. Repeat it for several.", valueName: "text"))
    package var texts: [String] = []
    @OptionGroup(title: "Pictures and clips") package var media: DocumentInputOptions
    @Flag(help: "Make one vector of all inputs, where the model can.")
    package var fuse = false
    @Option(help: ArgumentHelp("The length of the vectors, where the model has a choice.", valueName: "count"))
    package var dimensions: Int?
    @OptionGroup(title: "Model") package var model: DocumentModelOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var output: JSONOption

    package init() {}

    package func validate() throws {
        if let dimensions, dimensions < 1 { throw ValidationError("--dimensions must be at least 1") }
    }

    package func run() async throws {
        let context = CommandContext.current
        // Who names pictures alone has nothing to type.
        let texts = media.isEmpty || !self.texts.isEmpty ? try InputLines.texts(texts, option: "--text", context) : []
        let inputs = try media.inputs(beside: texts, context)
        let job = try DocumentJob(
            capability: "embedding.create", isJSON: output.json, deadlines: transport.deadlines, context)
        let selector = job.installation.selector
        try await context.untilInterrupted { [model, dimensions, fuse] in
            try await job.run {
                let candidates = try selector.candidates(named: model.name, of: model.provider, for: .embeddings)
                let request = EmbeddingRequest(
                    model: candidates[0].reference.model, inputs: inputs, dimensions: dimensions,
                    isFused: fuse)
                return try await $0.embed(request, on: candidates, observe: $1)
            } present: { (answer: EmbeddingResponse) in
                DocumentJob.Presentation(
                    outputs: zip(fuse ? [DocumentInput.joined(inputs)] : inputs, answer.vectors).map { input, vector in
                        [
                            input.kind.rawValue: .string(input.label), "embedding": vector.value,
                            "dimensions": .int(vector.values.count),
                        ]
                    },
                    lines: answer.vectors.map { String(decoding: $0.json, as: UTF8.self) }, usage: answer.usage,
                    requestID: answer.requestID)
            }
        }
    }
}

/// `openclaw infer embedding file`: vectors of a file of texts, as one job.
package struct InferEmbeddingFile: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Turn the lines of a file into vectors, as one job.",
        discussion: """
            For files that are too large to wait for. The result is a file of the service's own, packed with gzip.

            Example:
              openclaw infer embedding file lines.txt --output vectors.gz --detach
            """)

    @Argument(help: "Texts, one a line: a file with the ending .txt, or an address.")
    package var file: String

    @Option(help: ArgumentHelp("The model; else the first that takes files.", valueName: "provider/model"))
    package var model: String?

    @OptionGroup(title: "Job") package var job: MediaJobOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        var wish = GenerationRequest(kind: .embedding)
        wish.inputs = [
            try GenerationInput(
                written: file, kind: .document, role: .source, workingDirectory: context.workingDirectory)
        ]
        let generation = try MediaGeneration(
            context, capability: "embedding.file", wish: wish, model: model, options: job)
        try await context.untilInterrupted { try await generation.run() }
    }
}

/// `openclaw infer embedding providers`: who can be asked.
package struct InferEmbeddingProviders: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List who turns texts, pictures and clips into vectors, with their models.",
        discussion: """
            Example:
              openclaw infer embedding providers --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        try context.show(EmbeddingProvidersView(of: try context.installation()), as: output.format)
    }
}

extension DocumentInput {
    /// The name of what several inputs are together.
    fileprivate static func joined(_ inputs: [DocumentInput]) -> DocumentInput {
        DocumentInput("fused", inputs.map(\.label).joined(separator: " + "))
    }
}

extension EmbeddingVector {
    /// The numbers as a value.
    fileprivate var value: JSONValue { (try? JSONValue(parsing: json)) ?? [] }
}
