package import ArgumentParser
import Inference
import OpenClawHost

/// Where the prompt comes from.
package struct PromptOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The prompt, as an option.", valueName: "text"))
    package var prompt: String?

    @Option(help: ArgumentHelp("Instructions to the model that come before the prompt.", valueName: "text"))
    package var system: String?

    @Option(
        name: .customLong("file"),
        help: ArgumentHelp("A picture to look at: a file or an http(s) URL. Repeat it for several.", valueName: "image")
    )
    package var files: [String] = []

    package init() {}
}

extension PromptOptions {
    /// The largest prompt that is read from standard input.
    private static let inputLimit = 16 << 20

    /// The messages of the request.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when there is no prompt.
    func load(words: [String], context: CommandContext) throws -> [ChatMessage] {
        let typed = [prompt, words.isEmpty ? nil : words.joined(separator: " ")].compactMap { $0 }
        let piped = context.input.isTerminal ? [] : [try Self.text(context.input.readToEnd(limit: Self.inputLimit))]
        let texts = (typed + piped).filter { !$0.trimmingASCIIWhitespace().isEmpty }
        guard !texts.isEmpty else {
            let message =
                typed.isEmpty
                ? "no prompt; give it as an argument, with --prompt or on standard input"
                : "--prompt cannot be empty or whitespace-only"
            throw InferenceError(
                .invalidConfiguration, message, hint: "openclaw infer model run \"why is the sky blue\"")
        }
        let text = texts.joined(separator: "\n\n")
        let images = try files.map { try ImageAttachment.load($0, workingDirectory: context.workingDirectory) }
        return messages(text: text, images: images)
    }

    /// The instructions and the question.
    func messages(text: String, images: [ContentPart]) -> [ChatMessage] {
        let question: ChatMessage = images.isEmpty ? .user(text) : .user(images + [.text(text)])
        return (system.map { [.system($0)] } ?? []) + [question]
    }

    private static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InferenceError(
                .invalidConfiguration, "standard input is not UTF-8 text; attach pictures with --file")
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
