/// Counts what a request sends.
struct PromptMeter {
    static let perMessage = 5
    static let opening = 3
    static let toolPreamble = 120

    let ask: ChatAsk
    /// Whether the caller asked for `oss://` addresses to be resolved, without which they are refused.
    var resolvesUploads = false

    /// - Throws: the service's refusal when media are unusable or the input is too long.
    func usage() throws(ServiceError) -> Usage {
        var usage = Usage()
        usage.text = Self.opening
        for message in ask.messages { usage.text += Self.tokens(of: message, withReasoning: ask.preserveThinking) }
        if !ask.tools.isEmpty {
            usage.text += Self.toolPreamble
            for tool in ask.tools { usage.text += Self.tokens(of: tool) }
        }
        let meter = MediaMeter(
            patch: ask.card.imagePatch, highResolution: ask.highResolution, resolvesUploads: resolvesUploads)
        for item in ask.messages.flatMap(\.media) {
            let tokens = try meter.tokens(of: item)
            switch item.kind {
            case .image: usage.image += tokens
            case .video: usage.video += tokens
            case .audio: usage.audio += tokens
            }
        }
        guard usage.prompt <= ask.card.maxInput else {
            throw ServiceError("input_length", ["max": String(ask.card.maxInput)])
        }
        return usage
    }

    static func tokens(of tool: ChatAsk.Tool) -> Int {
        TokenSplitter.count(tool.name + tool.description + tool.parameters.text)
    }

    static func tokens(of message: ChatMessage, withReasoning: Bool) -> Int {
        var tokens = perMessage + TokenSplitter.count(message.text)
        if withReasoning, let reasoning = message.reasoning { tokens += TokenSplitter.count(reasoning) }
        for call in message.toolCalls { tokens += TokenSplitter.count(call.text) }
        return tokens
    }
}
