import Inference

/// A message without content makes the service refuse the conversation, again and again once it is in a history.
struct BlankMessages: DialectRule {
    static let id = "blank-messages"
    var occasions: ConversationFacts { .blank }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let places = request.messages.enumerated().filter { Self.isBlank($0.element) }.map(\.offset)
        for index in places.reversed() { request.removeMessage(at: index) }
        switch places.count {
        case 0: return []
        case 1: return adjusted("a blank message dropped")
        default: return adjusted("\(places.count) blank messages dropped")
        }
    }

    private static func isBlank(_ message: ChatMessageNode) -> Bool {
        guard [.user, .assistant, .system].contains(message.role), message.toolCalls.isEmpty,
            message.node["function_call"] == nil, message.node["partial"] == nil
        else { return false }
        switch message.contentKind {
        case .absent, .null: return true
        case .text: return isBlank(message.content)
        case .parts: return message.parts.allSatisfy { $0["type"]?.string == "text" && isBlank($0["text"]) }
        case .other: return false
        }
    }

    private static func isBlank(_ text: JSONNode?) -> Bool {
        guard let text else { return true }
        // Long texts are not decoded just to see that they say something.
        return text.range.count < 64 && (text.string?.allSatisfy(\.isWhitespace) ?? true)
    }
}
