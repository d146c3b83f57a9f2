package import ArgumentParser
import Inference
import OpenClawHost

/// What is wanted, in words that all models understand.
package struct MediaRequestOptions: ParsableArguments {
    @Option(help: "What to make.")
    package var prompt: String?

    @Option(help: ArgumentHelp("The model; without it the configured one.", valueName: "provider/model"))
    package var model: String?

    @Option(help: "What the result should not show.")
    package var negativePrompt: String?

    @Option(help: ArgumentHelp("The size in pixels, such as 1280x720.", valueName: "size"))
    package var size: String?

    @Option(help: ArgumentHelp("The shape, such as 16:9.", valueName: "ratio"))
    package var aspectRatio: String?

    @Option(help: ArgumentHelp("The resolution, such as 720P, 1080P or 2K.", valueName: "resolution"))
    package var resolution: String?

    @Option(help: "A number that makes results repeatable.")
    package var seed: Int?

    @Flag(inversion: .prefixedNo, help: "Whether the result has a watermark.")
    package var watermark: Bool?

    @Option(
        name: .customLong("param"),
        help: ArgumentHelp("A parameter of the model's own (repeatable).", valueName: "name=value"))
    package var parameters: [String] = []

    package init() {}

    package func validate() throws {
        if let size, PixelSize(size) == nil {
            throw ValidationError("--size does not take '\(size)'; expected a size such as 1280x720")
        }
        if let prompt, prompt.trimmingASCIIWhitespace().isEmpty {
            throw ValidationError("--prompt cannot be empty or whitespace-only")
        }
        for text in parameters where !(text.firstIndex(of: "=").map { $0 > text.startIndex } ?? false) {
            throw ValidationError("--param does not take '\(text)'; expected name=value")
        }
    }

    /// The wish, without inputs.
    func load(_ kind: Modality) throws(InferenceError) -> GenerationRequest {
        var request = GenerationRequest(kind: kind, prompt: prompt, negativePrompt: negativePrompt)
        request.size = size.flatMap { PixelSize($0) }
        request.aspectRatio = aspectRatio.map { AspectRatio($0) }
        request.resolution = resolution
        request.seed = seed
        request.watermark = watermark
        for text in parameters {
            guard let mark = text.firstIndex(of: "=") else { continue }
            let value = String(text[text.index(after: mark)...])
            request.options[String(text[..<mark])] = (try? JSONValue(parsing: value)) ?? .string(value)
        }
        return request
    }
}
