import Inference

extension ChatRequest {
    /// Adds a sentence to the instructions: to the first system message, or as one at the start.
    mutating func addInstruction(_ text: String) {
        guard let index = messages.firstIndex(where: { $0.role == .system }) else {
            insertMessage(["role": "system", "content": .string(text)], at: 0)
            return
        }
        let message = messages[index]
        if message.contentKind == .parts {
            let parts = message.parts.map(\.value) + [["type": "text", "text": .string(text)]]
            replaceContent(at: index, with: .array(parts))
        } else {
            let before = message.text ?? ""
            replaceContent(at: index, with: .string(before.isEmpty ? text : before + "\n\n" + text))
        }
    }
}
