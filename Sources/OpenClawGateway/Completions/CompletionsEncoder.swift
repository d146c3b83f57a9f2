import Inference

/// Writes an answer as text completions.
struct CompletionsEncoder: AnswerEncoder {
    private let head: AnswerHead
    private let includesUsage: Bool
    private var finishReason: FinishReason?
    private var usage: Usage?

    init(_ head: AnswerHead, includesUsage: Bool) {
        self.head = head
        self.includesUsage = includesUsage
    }

    mutating func encode(_ event: ChatEvent, into bytes: inout [UInt8]) {
        switch event {
        case .text(let piece) where !piece.isEmpty: writeChoice(piece, nil, into: &bytes)
        case .usage(let usage): self.usage = usage
        case .finished(let reason): finishReason = reason
        default: break
        }
    }

    mutating func finish(into bytes: inout [UInt8]) {
        writeChoice("", finishReason ?? .stop, into: &bytes)
        if includesUsage, let usage {
            EventText.append(to: &bytes) {
                writeHead(to: &$0)
                $0.array("choices") { _ in }
                Self.write(usage, to: &$0)
            }
        }
        EventText.append("data: [DONE]\n\n", to: &bytes)
    }

    mutating func fail(_ error: InferenceError, into bytes: inout [UInt8]) {
        EventText.append("data: ", to: &bytes)
        bytes.append(contentsOf: OpenAIErrorDocument(error, callID: head.callID).bytes)
        EventText.append("\n\n", to: &bytes)
    }

    mutating func keepAlive(into bytes: inout [UInt8]) { EventText.append(": ping\n\n", to: &bytes) }

    func document(_ response: ChatResponse) -> [UInt8] {
        var text = JSONComposer()
        text.object {
            writeHead(to: &$0)
            $0.array("choices") { Self.writeChoice(response.text, response.finishReason ?? .stop, to: &$0) }
            if let usage = response.usage { Self.write(usage, to: &$0) }
        }
        return text.bytes
    }

    private func writeChoice(_ piece: String, _ reason: FinishReason?, into bytes: inout [UInt8]) {
        EventText.append(to: &bytes) {
            writeHead(to: &$0)
            $0.array("choices") { Self.writeChoice(piece, reason, to: &$0) }
        }
    }

    private func writeHead(to text: inout JSONComposer) {
        text.member("id", "cmpl-" + head.callID)
        text.member("object", "text_completion")
        text.member("created", head.created)
        text.member("model", head.model)
    }

    private static func writeChoice(_ piece: String, _ reason: FinishReason?, to list: inout JSONComposer) {
        list.object {
            $0.member("text", piece)
            $0.member("index", 0)
            $0.member(null: "logprobs")
            if let reason { $0.member("finish_reason", reason.rawValue) } else { $0.member(null: "finish_reason") }
        }
    }

    private static func write(_ usage: Usage, to text: inout JSONComposer) {
        text.object("usage") {
            $0.member("prompt_tokens", usage.input)
            $0.member("completion_tokens", usage.output)
            $0.member("total_tokens", usage.total)
        }
    }
}
