/// Which well-known members a request may hold, so that whoever looks for one of many need not ask for each.
///
/// A member that is set says "may be there"; it stays set when the member is removed again.
public struct ChatMembers: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Thinking, in any spelling.
    public static let thinking = ChatMembers(rawValue: 1 << 0)
    /// Tools, and how they are chosen and called.
    public static let tools = ChatMembers(rawValue: 1 << 1)
    /// The format of the answer.
    public static let format = ChatMembers(rawValue: 1 << 2)
    /// Temperature and its kind.
    public static let sampling = ChatMembers(rawValue: 1 << 3)
    /// Limits of the output.
    public static let limits = ChatMembers(rawValue: 1 << 4)
    /// The number of answers.
    public static let count = ChatMembers(rawValue: 1 << 5)
    /// Stop sequences.
    public static let stop = ChatMembers(rawValue: 1 << 6)
    /// Everything may be there.
    public static let all = ChatMembers(rawValue: .max)

    private static let names: [(name: StaticString, members: ChatMembers)] = [
        ("enable_thinking", .thinking), ("thinking_budget", .thinking), ("reasoning_effort", .thinking),
        ("reasoning", .thinking), ("thinking", .thinking), ("chat_template_kwargs", .thinking), ("tools", .tools),
        ("tool_choice", .tools), ("parallel_tool_calls", .tools), ("tool_stream", .tools),
        ("response_format", .format), ("temperature", .sampling), ("top_p", .sampling), ("max_tokens", .limits),
        ("max_completion_tokens", .limits), ("n", .count), ("stop", .stop),
    ]

    init(named name: String) {
        self = Self.names.first { $0.name.description == name }?.members ?? []
    }

    init(_ member: JSONMemberRanges, in span: RawSpan) {
        let length = member.key.count - 2
        let known = Self.names.first {
            (member.keyHasEscapes || $0.name.utf8CodeUnitCount == length) && member.isNamed($0.name, in: span)
        }
        self = known?.members ?? []
    }
}
