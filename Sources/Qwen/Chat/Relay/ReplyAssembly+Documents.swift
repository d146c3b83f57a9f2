import Inference

extension ReplyAssembly {
    /// Takes a whole answer that needs no mending, and makes events of no text: it is counted where it lies.
    ///
    /// - Returns: whether it was taken; nothing was said otherwise.
    mutating func take(_ shape: DocumentShape, in data: RawSpan, into output: inout ChatDecoderOutput) -> Bool {
        let message = shape.first.message
        guard !isOver, !hasStarted, !isPartial, shape.isPlain else { return false }
        // Tags of thinking in the text, and an answer that thinking has starved, are for the client to hear of.
        if filtersThinkTags, let content = message.content, data.contains(UInt8(ascii: "<"), in: content) {
            return false
        }
        let reason = Self.reason(shape.first.finish, in: data)
        if reason == .length, message.content == nil, message.reasoning != nil { return false }
        output.sawData = true
        start(id: shape.id, model: shape.model, request: shape.request, in: data, into: &output)
        (usage, finishReason) = (shape.usage, reason)
        if let content = message.content {
            hasText = true
            output.relayed.count(content, in: data)
        }
        if let reasoning = message.reasoning {
            hasReasoning = true
            output.relayed.hasReasoning = true
            output.relayed.count(reasoning, in: data)
        }
        end(into: &output)
        return true
    }

    /// The usual reason needs no text of its own.
    private static func reason(_ range: Range<Int>, in data: RawSpan) -> FinishReason {
        if JSONScanner.string(range, in: data, equals: "stop") { return .stop }
        return FinishReason(JSONScanner.string(range, in: data) ?? "")
    }
}
