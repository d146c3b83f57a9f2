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
    /// `temperature`.
    public static let temperature = ChatMembers(rawValue: 1 << 3)
    /// Limits of the output.
    public static let limits = ChatMembers(rawValue: 1 << 4)
    /// The number of answers.
    public static let count = ChatMembers(rawValue: 1 << 5)
    /// Stop sequences.
    public static let stop = ChatMembers(rawValue: 1 << 6)
    /// `top_p`.
    public static let topP = ChatMembers(rawValue: 1 << 7)
    /// Streaming, and what streams hold.
    public static let stream = ChatMembers(rawValue: 1 << 8)
    /// What names a conversation or its user.
    public static let conversation = ChatMembers(rawValue: 1 << 10)
    /// Everything may be there.
    public static let all = ChatMembers(rawValue: .max)

    /// Members that no client may send.
    static let control = ChatMembers(rawValue: 1 << 9)

    init(named name: String) {
        let bytes = Array(name.utf8)
        self.init(bytes.indices, in: bytes.span.bytes)
    }

    init(_ member: JSONMemberRanges, in span: RawSpan) {
        if member.keyHasEscapes { self.init(named: member.name(in: span)) } else { self.init(member.text, in: span) }
    }

    /// Names are told apart by length first, so that most members cost one comparison of numbers.
    private init(_ name: Range<Int>, in span: RawSpan) {
        func isNamed(_ literal: StaticString) -> Bool { span.matches(name, literal) }
        let known: ChatMembers =
            switch name.count {
            case 1: isNamed("n") ? .count : []
            case 4: isNamed("stop") ? .stop : isNamed("user") ? .conversation : []
            case 5: isNamed("tools") ? .tools : isNamed("top_p") ? .topP : []
            case 6: isNamed("stream") ? .stream : []
            case 7: isNamed("api_key") ? .control : []
            case 8: isNamed("thinking") ? .thinking : isNamed("api_base") || isNamed("base_url") ? .control : []
            case 9: isNamed("reasoning") ? .thinking : []
            case 10: isNamed("max_tokens") ? .limits : []
            case 11:
                isNamed("temperature")
                    ? .temperature : isNamed("tool_choice") || isNamed("tool_stream") ? .tools : []
            case 13: isNamed("extra_headers") ? .control : []
            case 14: isNamed("stream_options") ? .stream : []
            case 15:
                isNamed("enable_thinking") || isNamed("thinking_budget")
                    ? .thinking : isNamed("response_format") ? .format : []
            case 16: isNamed("reasoning_effort") ? .thinking : isNamed("prompt_cache_key") ? .conversation : []
            case 19: isNamed("parallel_tool_calls") ? .tools : []
            case 20: isNamed("chat_template_kwargs") ? .thinking : []
            case 21: isNamed("max_completion_tokens") ? .limits : []
            default: []
            }
        self = known
    }
}
