extension ChatRequest {
    /// Builds a request.
    ///
    /// ```swift
    /// let request = ChatRequest(
    ///     model: "m-1", messages: [.system("Be brief."), .user("Why is the sky blue?")],
    ///     options: ChatOptions(maxTokens: 200, thinking: .off))
    /// ```
    public init(model: ModelID, messages: [ChatMessage], options: ChatOptions = ChatOptions()) {
        self.init(
            members: Self.members(model: model, options: options), messages: messages.map(\.value))
    }

    private static func members(model: ModelID, options: ChatOptions) -> JSONObject {
        var members = JSONObject([("model", .string(model.rawValue)), ("messages", .null)])
        members["max_tokens"] = options.maxTokens.map { .int($0) }
        members["temperature"] = options.temperature.map { .number(JSONNumber($0)) }
        members["top_p"] = options.topP.map { .number(JSONNumber($0)) }
        members["seed"] = options.seed.map { .int($0) }
        if !options.stop.isEmpty { members["stop"] = .array(options.stop.map { .string($0) }) }
        if !options.tools.isEmpty { members["tools"] = .array(options.tools.map(\.value)) }
        members["tool_choice"] = options.toolChoice?.value
        members["parallel_tool_calls"] = options.parallelToolCalls.map { .bool($0) }
        members["response_format"] = options.responseFormat?.value
        members["enable_thinking"] = options.thinking?.enableThinking.map { .bool($0) }
        members["thinking_budget"] = options.thinking?.budget.map { .int($0) }
        members["reasoning_effort"] = options.thinking?.effort.map { .string($0) }
        for member in options.extra.members { members[member.key] = member.value }
        return members
    }
}
