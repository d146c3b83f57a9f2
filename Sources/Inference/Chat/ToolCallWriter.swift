/// Writes pieces of tool calls so that every call begins with id and name, once.
package struct ToolCallWriter: Sendable {
    private var calls: [Int: Call] = [:]

    private struct Call: Sendable {
        /// Whether id and name were shown.
        var isShown = false
        var hasArguments = false
        /// Argument text that waits for the name.
        var held = ""
        var id: String?
        var name: String?
    }

    /// An element of `tool_calls` for a piece; `nil` while the name is not known.
    package mutating func piece(of delta: ToolCallDelta, answerID: String) -> JSONValue? {
        var call = calls[delta.index] ?? Call()
        defer { calls[delta.index] = call }
        call.hasArguments = call.hasArguments || !delta.arguments.isEmpty
        if call.isShown { return Self.element(delta.index, arguments: delta.arguments) }
        call.id = call.id ?? delta.id
        call.name = call.name ?? delta.name
        call.held += delta.arguments
        guard let name = call.name else { return nil }
        call.isShown = true
        let id = call.id ?? ToolCall.madeID(answerID: answerID, index: delta.index)
        return Self.element(delta.index, id: id, name: name, arguments: call.held)
    }

    /// What a complete call has beyond its pieces.
    package mutating func rest(of complete: ToolCall) -> JSONValue? {
        var call = calls[complete.index] ?? Call()
        defer { calls[complete.index] = call }
        if !call.isShown {
            (call.isShown, call.hasArguments) = (true, true)
            return Self.element(
                complete.index, id: complete.id, name: complete.name, arguments: complete.arguments)
        }
        guard !call.hasArguments else { return nil }
        call.hasArguments = true
        return Self.element(complete.index, arguments: complete.arguments)
    }

    /// The client has seen a piece in the bytes of the service.
    package mutating func note(_ index: Int, hasArguments: Bool) {
        var call = calls[index] ?? Call()
        call.isShown = true
        call.hasArguments = call.hasArguments || hasArguments
        calls[index] = call
    }

    /// Whether id and name of a call were shown.
    package func isShown(_ index: Int) -> Bool { calls[index]?.isShown ?? false }

    private static func element(
        _ index: Int, id: String? = nil, name: String? = nil, arguments: String
    ) -> JSONValue {
        var function = JSONObject()
        function["name"] = name.map { .string($0) }
        function["arguments"] = .string(arguments)
        var element = JSONObject([("index", .int(index))])
        element["id"] = id.map { .string($0) }
        if id != nil { element["type"] = "function" }
        element["function"] = .object(function)
        return .object(element)
    }
}

extension ToolCall {
    /// The id of a call to which the service gave none.
    package static func madeID(answerID: String?, index: Int) -> String {
        "call_\(answerID.map { $0.suffix(12) + "_" } ?? "")\(index)"
    }

    /// The call as an element of a message.
    package var completionsValue: JSONValue {
        [
            "id": .string(id), "type": "function",
            "function": ["name": .string(name), "arguments": .string(arguments)],
        ]
    }
}

extension Usage {
    /// The counts as OpenAI's chat completions name them.
    package var completionsValue: JSONValue {
        var input = JSONObject([("cached_tokens", .int(cacheRead))])
        if cacheWrite > 0 { input["cache_creation_input_tokens"] = .int(cacheWrite) }
        if explicitCache == true { input["cache_type"] = "ephemeral" }
        input["image_tokens"] = image.map { .int($0) }
        input["video_tokens"] = video.map { .int($0) }
        input["audio_tokens"] = audio.map { .int($0) }
        var output = JSONObject()
        output["reasoning_tokens"] = reasoning.map { .int($0) }
        output["audio_tokens"] = audioOutput.map { .int($0) }
        var value = JSONObject([
            ("prompt_tokens", .int(self.input)), ("completion_tokens", .int(self.output)),
            ("total_tokens", .int(total)),
            ("prompt_tokens_details", .object(input)),
        ])
        if !output.isEmpty { value["completion_tokens_details"] = .object(output) }
        return .object(value)
    }
}
