/// Fill-in-the-middle of the coder models, sold in China only.
struct CompletionsRoute: Sendable {
    let service: SimulatedService
    let context: CallContext

    func reply(_ body: JSON) throws(ServiceError) -> Reply {
        let card = try ChatEntry(service: service, context: context, body: body).card()
        guard card.completions else { throw ServiceError("model_not_supported", ["model": card.id]) }
        guard let prompt = body["prompt"]?.string else { throw ServiceError("messages_missing") }
        let limit = body["max_tokens"]?.int ?? card.maxOutput
        guard (1...card.maxOutput).contains(limit) else {
            throw ServiceError("max_tokens_range", ["max": String(card.maxOutput)])
        }
        let pieces = Array(TokenSplitter.pieces(Self.code(prompt)).prefix(limit))
        let finish = pieces.count == limit ? "length" : "stop"
        let input = TokenSplitter.count(prompt)
        let usage: JSON = [
            "prompt_tokens": .integer(input), "completion_tokens": .integer(pieces.count),
            "total_tokens": .integer(input + pieces.count),
        ]
        guard body["stream"]?.bool == true else {
            return .json(chunk(card, text: pieces.joined(), finish: finish, usage: usage))
        }
        var frames = pieces.map { Frame(.data, "data: \(chunk(card, text: $0, finish: nil, usage: nil).text)\n\n") }
        frames.append(Frame(.finish, "data: \(chunk(card, text: "", finish: finish, usage: nil).text)\n\n"))
        if body["stream_options"]?["include_usage"]?.bool == true {
            frames.append(Frame(.usage, "data: \(chunk(card, text: nil, finish: nil, usage: usage).text)\n\n"))
        }
        frames.append(Frame(.done, "data: [DONE]\n\n"))
        let errors = service.errorWriter
        let context = context
        var script = FrameScript(faults: context.faults, pace: service.configuration.chunkDelay) { name in
            errors.frame(name, values: [:], in: context, number: 99)
        }
        return .events(.steps(frames.flatMap { script.steps(for: $0) }))
    }

    private func chunk(_ card: ModelCard, text: String?, finish: String?, usage: JSON) -> JSON {
        let choices: [JSON] =
            text.map { [["text": .string($0), "finish_reason": .orNull(finish), "index": 0, "logprobs": nil]] } ?? []
        return [
            "id": "cmpl-\(context.requestID)", "object": "text_completion", "created": .integer(context.created),
            "model": .string(card.id), "system_fingerprint": nil, "choices": .array(choices), "usage": usage,
        ]
    }

    private static func code(_ prompt: String) -> String {
        let indented = prompt.hasSuffix("\n") ? "" : "\n"
        let isMiddle = prompt.contains("<|fim_suffix|>") && !prompt.hasSuffix("<|fim_suffix|>")
        return isMiddle ? "    result = value\n" : "\(indented)    result = value\n    return result\n"
    }
}
