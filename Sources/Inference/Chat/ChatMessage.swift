/// One message, built in code.
public struct ChatMessage: Hashable, Sendable {
    /// Who speaks.
    public var role: ChatRole
    /// What is said. A single text is sent as a string.
    public var content: [ContentPart]
    /// The reasoning that led to an answer.
    public var reasoning: String?
    /// The calls of an assistant message.
    public var toolCalls: [ToolCall]
    /// The call that a tool message answers.
    public var toolCallID: String?

    public init(
        role: ChatRole, content: [ContentPart], reasoning: String? = nil, toolCalls: [ToolCall] = [],
        toolCallID: String? = nil
    ) {
        self.role = role
        self.content = content
        self.reasoning = reasoning
        self.toolCalls = toolCalls
        self.toolCallID = toolCallID
    }

    /// Instructions.
    public static func system(_ text: String) -> ChatMessage { ChatMessage(role: .system, content: [.text(text)]) }

    /// A question.
    public static func user(_ text: String) -> ChatMessage { ChatMessage(role: .user, content: [.text(text)]) }

    /// A question with pictures, video or audio.
    public static func user(_ parts: [ContentPart]) -> ChatMessage { ChatMessage(role: .user, content: parts) }

    /// An earlier answer.
    public static func assistant(
        _ text: String, reasoning: String? = nil, toolCalls: [ToolCall] = []
    ) -> ChatMessage {
        ChatMessage(role: .assistant, content: [.text(text)], reasoning: reasoning, toolCalls: toolCalls)
    }

    /// The result of a tool call.
    public static func tool(_ result: String, callID: String) -> ChatMessage {
        ChatMessage(role: .tool, content: [.text(result)], toolCallID: callID)
    }

    /// The message as JSON.
    public var value: JSONValue {
        var members = JSONObject([("role", .string(role.rawValue)), ("content", contentValue)])
        members["reasoning_content"] = reasoning.map { .string($0) }
        if !toolCalls.isEmpty { members["tool_calls"] = .array(toolCalls.map(\.value)) }
        members["tool_call_id"] = toolCallID.map { .string($0) }
        return .object(members)
    }

    private var contentValue: JSONValue {
        switch content.count {
        case 0: return ""
        case 1: if case .text(let text) = content[0] { return .string(text) }
        default: break
        }
        return .array(content.map(\.value))
    }
}
