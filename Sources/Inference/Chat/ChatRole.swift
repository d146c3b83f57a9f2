/// Who speaks in a message. Open: a role that is not known yet is kept as it came.
public struct ChatRole: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Instructions.
    public static let system: ChatRole = "system"
    /// Instructions, in the newer spelling that not every model takes.
    public static let developer: ChatRole = "developer"
    /// The person.
    public static let user: ChatRole = "user"
    /// The model.
    public static let assistant: ChatRole = "assistant"
    /// The result of a tool call.
    public static let tool: ChatRole = "tool"
}
