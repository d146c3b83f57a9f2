// Typed views of single members. A member of the wrong type reads as `nil` and is sent as it came; setting `nil` removes it.
extension ChatRequest {
    /// `stream`.
    public var stream: Bool? {
        get { node("stream")?.bool }
        set { self[member: "stream"] = newValue.map { .bool($0) } }
    }

    /// `stream_options.include_usage`. Other stream options stay.
    public var streamOptionsIncludeUsage: Bool? {
        get { node("stream_options")?["include_usage"]?.bool }
        set {
            var options = self[member: "stream_options"]?.object ?? JSONObject()
            options["include_usage"] = newValue.map { .bool($0) }
            self[member: "stream_options"] = options.isEmpty ? nil : .object(options)
        }
    }

    /// `max_tokens`.
    public var maxTokens: Int? {
        get { node("max_tokens")?.int }
        set { self[member: "max_tokens"] = newValue.map { .int($0) } }
    }

    /// `max_completion_tokens`.
    public var maxCompletionTokens: Int? {
        get { node("max_completion_tokens")?.int }
        set { self[member: "max_completion_tokens"] = newValue.map { .int($0) } }
    }

    /// `temperature`.
    public var temperature: Double? {
        get { node("temperature")?.double }
        set { self[member: "temperature"] = newValue.map { .number(JSONNumber($0)) } }
    }

    /// `top_p`.
    public var topP: Double? {
        get { node("top_p")?.double }
        set { self[member: "top_p"] = newValue.map { .number(JSONNumber($0)) } }
    }

    /// `stop`, one string or several.
    public var stop: [String]? {
        get { node("stop").flatMap { $0.kind == .array ? $0.elements.compactMap(\.string) : $0.string.map { [$0] } } }
        set { self[member: "stop"] = newValue.map { .array($0.map { .string($0) }) } }
    }

    /// `n`, the number of answers.
    public var n: Int? {
        get { node("n")?.int }
        set { self[member: "n"] = newValue.map { .int($0) } }
    }

    /// `seed`.
    public var seed: Int? {
        get { node("seed")?.int }
        set { self[member: "seed"] = newValue.map { .int($0) } }
    }

    /// `tools` as they are; empty when there are none.
    public var tools: [JSONNode] { node("tools")?.elements ?? [] }

    /// The names of the functions among `tools`.
    public var toolNames: [String] { tools.compactMap { $0["function"]?["name"]?.string } }

    /// `tool_choice`.
    public var toolChoice: ToolChoice? {
        get { self[member: "tool_choice"].map { ToolChoice($0) } }
        set { self[member: "tool_choice"] = newValue?.value }
    }

    /// `parallel_tool_calls`.
    public var parallelToolCalls: Bool? {
        get { node("parallel_tool_calls")?.bool }
        set { self[member: "parallel_tool_calls"] = newValue.map { .bool($0) } }
    }

    /// `response_format`.
    public var responseFormat: ResponseFormat? {
        get { self[member: "response_format"].map { ResponseFormat($0) } }
        set { self[member: "response_format"] = newValue?.value }
    }

    /// `enable_thinking`.
    public var enableThinking: Bool? {
        get { node("enable_thinking")?.bool }
        set { self[member: "enable_thinking"] = newValue.map { .bool($0) } }
    }

    /// `thinking_budget`.
    public var thinkingBudget: Int? {
        get { node("thinking_budget")?.int }
        set { self[member: "thinking_budget"] = newValue.map { .int($0) } }
    }

    /// `reasoning_effort`.
    public var reasoningEffort: String? {
        get { node("reasoning_effort")?.string }
        set { self[member: "reasoning_effort"] = newValue.map { .string($0) } }
    }

    /// The three thinking members together. They are written in neutral spelling; the codec of the provider turns them into
    /// what the model takes.
    public var thinking: ThinkingSetting? {
        get {
            if enableThinking == false { return .off }
            if let thinkingBudget { return .budget(thinkingBudget) }
            if let reasoningEffort { return .effort(reasoningEffort) }
            return enableThinking == true ? .on : nil
        }
        set {
            enableThinking = newValue?.enableThinking
            thinkingBudget = newValue?.budget
            reasoningEffort = newValue?.effort
        }
    }
}
