import Inference

/// Writes an answer as the events of the Messages protocol.
struct AnthropicEncoder: AnswerEncoder {
    private let head: AnswerHead
    private let showsThinking: Bool
    private let names: ToolNameBook
    private var sequencer = AnswerSequencer()
    private var open: AnswerPart?
    private var index = -1
    private var hasStarted = false
    private var usage: Usage?
    private var finishReason: FinishReason?
    private var hasCalls = false

    init(_ head: AnswerHead, showsThinking: Bool, names: ToolNameBook) {
        self.head = head
        self.names = names
        self.showsThinking = showsThinking
    }

    mutating func encode(_ event: ChatEvent, into bytes: inout [UInt8]) {
        start(into: &bytes)
        switch event {
        case .usage(let usage): self.usage = usage
        case .finished(let reason): finishReason = reason
        case .reasoning where !showsThinking: break
        default:
            sequencer.add(event)
            writeSteps(into: &bytes)
        }
    }

    mutating func finish(into bytes: inout [UInt8]) {
        start(into: &bytes)
        sequencer.finish()
        writeSteps(into: &bytes)
        let ending = AnthropicEnding(finishReason, hasCalls: hasCalls, usage: usage)
        EventText.append("message_delta", to: &bytes) {
            $0.member("type", "message_delta")
            $0.object("delta") { ending.writeReason(to: &$0) }
            ending.writeUsage(to: &$0)
        }
        EventText.append("message_stop", to: &bytes) { $0.member("type", "message_stop") }
    }

    mutating func fail(_ error: InferenceError, into bytes: inout [UInt8]) {
        EventText.append("error", to: &bytes) { AnthropicFailure(error).write(to: &$0, callID: head.callID) }
    }

    /// Some clients take nothing before the start of the message, not even a ping.
    mutating func keepAlive(into bytes: inout [UInt8]) {
        start(into: &bytes)
        EventText.append("ping", to: &bytes) { $0.member("type", "ping") }
    }

    func document(_ response: ChatResponse) -> [UInt8] {
        let ending = AnthropicEnding(
            response.finishReason, hasCalls: !response.toolCalls.isEmpty, usage: response.usage)
        var text = JSONComposer()
        text.object {
            writeHead(to: &$0)
            $0.array("content") { writeBlocks(of: response, to: &$0) }
            ending.writeReason(to: &$0)
            ending.writeUsage(to: &$0)
        }
        return text.bytes
    }

    private mutating func start(into bytes: inout [UInt8]) {
        guard !hasStarted else { return }
        hasStarted = true
        EventText.append("message_start", to: &bytes) {
            $0.member("type", "message_start")
            $0.object("message") {
                writeHead(to: &$0)
                $0.array("content") { _ in }
                $0.member(null: "stop_reason")
                $0.member(null: "stop_sequence")
                AnthropicEnding(nil, hasCalls: false, usage: nil).writeUsage(to: &$0)
            }
        }
    }

    private func writeHead(to text: inout JSONComposer) {
        text.member("id", "msg_" + head.callID)
        text.member("type", "message")
        text.member("role", "assistant")
        text.member("model", head.model)
    }
}

// Content blocks.
extension AnthropicEncoder {
    /// What stands in for a proof of origin that only another service could give. Clients drop thinking blocks without one
    /// instead of sending them back.
    private static let signature = "b3BlbmNsYXc="

    private mutating func writeSteps(into bytes: inout [UInt8]) {
        for step in sequencer.steps {
            switch step {
            case .opened(let part): begin(part, into: &bytes)
            case .grew(let piece): grow(by: piece, into: &bytes)
            case .closed(let part): end(part, into: &bytes)
            }
        }
    }

    private mutating func begin(_ part: AnswerPart, into bytes: inout [UInt8]) {
        open = part
        index += 1
        if case .call = part { hasCalls = true }
        EventText.append("content_block_start", to: &bytes) {
            $0.member("type", "content_block_start")
            $0.member("index", index)
            $0.object("content_block") { block in
                switch part {
                case .text: Self.writeText("", to: &block)
                case .reasoning: Self.writeThinking("", signature: "", to: &block)
                case .call(let call): writeCall(call, input: Array("{}".utf8), to: &block)
                }
            }
        }
    }

    private func grow(by piece: String, into bytes: inout [UInt8]) {
        writeDelta(into: &bytes) {
            switch open {
            case .text?, nil:
                $0.member("type", "text_delta")
                $0.member("text", piece)
            case .reasoning?:
                $0.member("type", "thinking_delta")
                $0.member("thinking", piece)
            case .call?:
                $0.member("type", "input_json_delta")
                $0.member("partial_json", piece)
            }
        }
    }

    private mutating func end(_ part: AnswerPart, into bytes: inout [UInt8]) {
        if part == .reasoning {
            writeDelta(into: &bytes) {
                $0.member("type", "signature_delta")
                $0.member("signature", Self.signature)
            }
        }
        EventText.append("content_block_stop", to: &bytes) {
            $0.member("type", "content_block_stop")
            $0.member("index", index)
        }
        open = nil
    }

    private func writeDelta(into bytes: inout [UInt8], _ body: (inout JSONComposer) -> Void) {
        EventText.append("content_block_delta", to: &bytes) {
            $0.member("type", "content_block_delta")
            $0.member("index", index)
            $0.object("delta", body)
        }
    }

    private func writeBlocks(of response: ChatResponse, to text: inout JSONComposer) {
        if showsThinking, !response.reasoning.isEmpty {
            text.object { Self.writeThinking(response.reasoning, signature: Self.signature, to: &$0) }
        }
        if !response.text.isEmpty { text.object { Self.writeText(response.text, to: &$0) } }
        for call in response.toolCalls {
            text.object { writeCall(call, input: Self.input(of: call), to: &$0) }
        }
    }

    private static func writeText(_ text: String, to block: inout JSONComposer) {
        block.member("type", "text")
        block.member("text", text)
    }

    private static func writeThinking(_ thought: String, signature: String, to block: inout JSONComposer) {
        block.member("type", "thinking")
        block.member("thinking", thought)
        block.member("signature", signature)
    }

    private func writeCall(_ call: ToolCall, input: [UInt8], to block: inout JSONComposer) {
        block.member("type", "tool_use")
        block.member("id", call.id)
        block.member("name", names.name(of: call.name))
        block.key("input")
        block.raw(input)
    }

    /// A document can hold nothing but an object here. What the model wrote is kept under a name that no tool has.
    private static func input(of call: ToolCall) -> [UInt8] {
        if case .value(let value) = call.parsedArguments, value.object != nil { return value.serialized() }
        return JSONValue.object(["invalid_json": .string(call.arguments)]).serialized()
    }
}
