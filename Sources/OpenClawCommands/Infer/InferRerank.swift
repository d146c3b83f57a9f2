package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer rerank`: documents in the order of how well they answer a query.
package struct InferRerank: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rerank",
        abstract: "Order texts, pictures and clips by how well they answer a query.",
        discussion: """
            Documents are --document options, or the lines of standard input. Without --json, each line is the score, the \
            place of the document in the input, and its text. Pictures and clips need a model that looks at them; their places \
            follow those of the texts.

            Examples:
              openclaw infer rerank --query "vitamin C" --document "an orange" --document "a brick"
              openclaw infer rerank --query "vitamin C" --top 3 --json < lines.txt
              openclaw infer rerank --query "a red bike" --image a.jpg --image b.jpg --model <ref>
            """)

    @Option(help: ArgumentHelp("What the documents should answer.", valueName: "text"))
    package var query: String?
    @Option(help: ArgumentHelp("A picture that the documents should be like, in place of a text.", valueName: "image"))
    package var queryImage: String?
    @Option(
        name: .customLong("document"), help: ArgumentHelp("A document. Repeat it for several.", valueName: "text"))
    package var documents: [String] = []
    @OptionGroup(title: "Pictures and clips") package var media: DocumentInputOptions
    @Option(name: .customLong("top"), help: ArgumentHelp("Give only the best.", valueName: "count"))
    package var top: Int?
    @OptionGroup(title: "Model") package var model: DocumentModelOptions
    @OptionGroup(title: "Transport") package var transport: TransportOptions
    @OptionGroup(title: "Output") package var output: JSONOption

    package init() {}

    package func validate() throws {
        if let top, top < 1 { throw ValidationError("--top must be at least 1") }
        if let query, query.isEmpty { throw ValidationError("--query cannot be empty") }
        if (query == nil) == (queryImage == nil) { throw ValidationError("expected --query or --query-image") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let texts =
            media.isEmpty || !documents.isEmpty
            ? try InputLines.texts(documents, option: "--document", context) : []
        let documents = try media.inputs(beside: texts, context)
        let query = try wanted(context)
        let job = try DocumentJob(
            capability: "rerank", isJSON: output.json, deadlines: transport.deadlines, context)
        let selector = job.installation.selector
        try await context.untilInterrupted { [model, top] in
            try await job.run {
                let candidates = try selector.candidates(named: model.name, of: model.provider, for: .rerank)
                let request = RerankRequest(
                    model: candidates[0].reference.model, query: query, documents: documents, top: top)
                return try await $0.rank(request, on: candidates, observe: $1)
            } present: { (answer: RerankResponse) in
                DocumentJob.Presentation(
                    outputs: answer.results.map { result in
                        [
                            "index": .int(result.index), "score": .number(JSONNumber(result.score)),
                            documents[result.index].kind.rawValue: .string(documents[result.index].label),
                        ]
                    },
                    lines: answer.results.map { "\($0.score)\t\($0.index)\t\(documents[$0.index].label)" },
                    usage: answer.usage, requestID: answer.requestID)
            }
        }
    }

    private func wanted(_ context: CommandContext) throws(InferenceError) -> DocumentInput {
        guard let queryImage else { return DocumentInput(.text, query ?? "") }
        return try DocumentInput(written: queryImage, kind: .image, workingDirectory: context.workingDirectory)
    }
}
