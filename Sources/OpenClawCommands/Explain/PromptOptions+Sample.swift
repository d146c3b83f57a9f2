import Inference
import OpenClawHost

extension PromptOptions {
    /// The messages of a request that is not sent: what was given, else a word. Standard input is left alone.
    func sample(_ capability: ExplainCapability, _ context: CommandContext) throws -> [ChatMessage] {
        var images = try files.map { try ImageAttachment.load($0, workingDirectory: context.workingDirectory) }
        if images.isEmpty, capability == .vision { images = [.image(.url("https://example.com/picture.png"))] }
        return messages(text: prompt ?? "Hello", images: images)
    }
}
