import Inference

/// Writes an answer in DashScope's own shape. Events hold all so far, unless increments were asked for.
struct DashScopeEncoder: AnswerEncoder {
    private let head: AnswerHead
    private let form: DashScopeForm
    private var number = 0
    private var requestID: String?
    private var text = ""
    private var reasoning = ""
    private var hasReasoning = false
    private var calls: [Int: ToolCall] = [:]
    private var usage: Usage?
    private var finishReason: FinishReason?

    init(_ head: AnswerHead, form: DashScopeForm) {
        self.head = head
        self.form = form
    }

    mutating func encode(_ event: ChatEvent, into bytes: inout [UInt8]) {
        switch event {
        case .started(let start): requestID = start.requestID
        case .usage(let usage): self.usage = usage
        case .finished(let reason): finishReason = reason
        case .text(let piece) where !piece.isEmpty:
            if !form.isIncremental { text += piece }
            writeOutput(Piece(text: form.isIncremental ? piece : text), into: &bytes)
        case .reasoning(let piece) where !piece.isEmpty && !form.isBareText:
            hasReasoning = true
            if !form.isIncremental { reasoning += piece }
            writeOutput(Piece(text: text, reasoning: form.isIncremental ? piece : reasoning), into: &bytes)
        case .toolCallDelta(let delta): add(delta, into: &bytes)
        case .toolCall(let call): complete(call, into: &bytes)
        default: break
        }
    }

    mutating func finish(into bytes: inout [UInt8]) {
        let reason = finishReason ?? (calls.isEmpty ? .stop : .toolCalls)
        writeOutput(Piece(text: text, finish: reason.rawValue), into: &bytes)
    }

    mutating func fail(_ error: InferenceError, into bytes: inout [UInt8]) {
        number += 1
        let failure = DashScopeFailure(error)
        let status = error.gatewayStatus
        bytes.append(contentsOf: "id:\(number)\nevent:error\n:HTTP_STATUS/\(status)\ndata:".utf8)
        bytes.append(contentsOf: failure.document(callID: requestID ?? head.callID))
        EventText.append("\n\n", to: &bytes)
    }

    mutating func keepAlive(into bytes: inout [UInt8]) { EventText.append(": ping\n\n", to: &bytes) }

    func document(_ response: ChatResponse) -> [UInt8] {
        var encoder = self
        encoder.usage = response.usage
        encoder.requestID = response.requestID
        encoder.hasReasoning = !response.reasoning.isEmpty
        let calls = response.toolCalls
        let reason = response.finishReason ?? (calls.isEmpty ? .stop : .toolCalls)
        let piece = Piece(
            text: response.text, reasoning: response.reasoning, calls: calls.map { .whole($0) }, finish: reason.rawValue
        )
        var text = JSONComposer()
        text.object { encoder.write(piece, to: &$0) }
        return text.bytes
    }
}

// What one event or document says.
extension DashScopeEncoder {
    private enum CallPiece {
        case whole(ToolCall)
        case more(index: Int, arguments: String)
    }

    private struct Piece {
        var text = ""
        var reasoning = ""
        var calls: [CallPiece] = []
        var finish = "null"
    }

    private mutating func add(_ delta: ToolCallDelta, into bytes: inout [UInt8]) {
        let isFirst = calls[delta.index] == nil
        var call = calls[delta.index] ?? ToolCall(index: delta.index, id: "", name: "", arguments: "")
        call.id = delta.id ?? call.id
        call.name = delta.name ?? call.name
        call.arguments += delta.arguments
        calls[delta.index] = call
        writeCalls(isFirst ? .whole(call) : .more(index: delta.index, arguments: delta.arguments), into: &bytes)
    }

    /// Shows a call that came whole, or arguments that never came in pieces.
    private mutating func complete(_ call: ToolCall, into bytes: inout [UInt8]) {
        let known = calls[call.index]
        guard known != call else { return }
        calls[call.index] = call
        if let known, known.id == call.id, known.name == call.name {
            guard known.arguments.isEmpty else { return }
            writeCalls(.more(index: call.index, arguments: call.arguments), into: &bytes)
        } else {
            writeCalls(.whole(call), into: &bytes)
        }
    }

    private mutating func writeCalls(_ new: CallPiece, into bytes: inout [UInt8]) {
        writeOutput(Piece(text: text, calls: form.isIncremental ? [new] : []), into: &bytes)
    }

    private mutating func writeOutput(_ piece: Piece, into bytes: inout [UInt8]) {
        number += 1
        var piece = piece
        if !form.isIncremental {
            piece.reasoning = reasoning
            piece.calls = calls.values.sorted { $0.index < $1.index }.map { .whole($0) }
        }
        bytes.append(contentsOf: "id:\(number)\nevent:result\n:HTTP_STATUS/200\ndata:".utf8)
        JSONComposer.append(to: &bytes) { text in
            text.object { write(piece, to: &$0) }
        }
        EventText.append("\n\n", to: &bytes)
    }

    private func write(_ piece: Piece, to text: inout JSONComposer) {
        text.object("output") { output in
            if form.isBareText {
                output.member("finish_reason", piece.finish)
                output.member("text", piece.text)
            } else {
                output.array("choices") { list in
                    list.object { choice in
                        choice.member("finish_reason", piece.finish)
                        choice.object("message") { writeMessage(piece, to: &$0) }
                    }
                }
            }
        }
        if piece.finish != "null", let usage { Self.write(usage, to: &text) }
        text.member("request_id", requestID ?? head.callID)
    }

    private func writeMessage(_ piece: Piece, to message: inout JSONComposer) {
        message.member("role", "assistant")
        if form.isMultimodal {
            message.array("content") { list in
                if !piece.text.isEmpty { list.object { $0.member("text", piece.text) } }
            }
        } else {
            message.member("content", piece.text)
        }
        if hasReasoning { message.member("reasoning_content", piece.reasoning) }
        guard !piece.calls.isEmpty else { return }
        message.array("tool_calls") { list in
            for call in piece.calls { list.object { Self.write(call, to: &$0) } }
        }
    }

    private static func write(_ piece: CallPiece, to text: inout JSONComposer) {
        switch piece {
        case .whole(let call):
            text.member("index", call.index)
            text.member("id", call.id)
            text.member("type", "function")
            text.object("function") {
                $0.member("name", call.name)
                $0.member("arguments", call.arguments)
            }
        case .more(let index, let arguments):
            text.member("index", index)
            text.member("id", "")
            text.member("type", "function")
            text.object("function") { $0.member("arguments", arguments) }
        }
    }

    private static func write(_ usage: Usage, to text: inout JSONComposer) {
        text.object("usage") {
            $0.member("input_tokens", usage.input)
            $0.member("output_tokens", usage.output)
            $0.member("total_tokens", usage.total)
            if let images = usage.image { $0.member("image_tokens", images) }
            if let videos = usage.video { $0.member("video_tokens", videos) }
            if let sounds = usage.audio { $0.member("audio_tokens", sounds) }
            $0.object("prompt_tokens_details") { $0.member("cached_tokens", usage.cacheRead) }
            $0.object("output_tokens_details") { $0.member("reasoning_tokens", usage.reasoning ?? 0) }
        }
    }
}
