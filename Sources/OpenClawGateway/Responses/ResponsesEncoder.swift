import Inference

/// Writes an answer as the numbered events of the Responses protocol.
struct ResponsesEncoder: AnswerEncoder {
    private let tools: ResponsesTools
    private var document: ResponsesDocument
    private var sequencer = AnswerSequencer()
    private var item: ResponsesItem?
    private var itemCount = 0
    private var number = 0
    private var usage: Usage?
    private var finishReason: FinishReason?
    private var isEnding = false

    init(_ head: AnswerHead, echo: [UInt8], tools: ResponsesTools) {
        document = ResponsesDocument(head, echo: echo)
        self.tools = tools
    }

    mutating func encode(_ event: ChatEvent, into bytes: inout [UInt8]) {
        start(into: &bytes)
        switch event {
        case .usage(let usage): self.usage = usage
        case .finished(let reason): finishReason = reason
        default:
            sequencer.add(event)
            writeSteps(into: &bytes)
        }
    }

    mutating func finish(into bytes: inout [UInt8]) {
        start(into: &bytes)
        isEnding = true
        sequencer.finish()
        writeSteps(into: &bytes)
        document.end(finishReason, usage: usage)
        writeResponse(document.status == "completed" ? "response.completed" : "response.incomplete", into: &bytes)
    }

    mutating func fail(_ error: InferenceError, into bytes: inout [UInt8]) {
        start(into: &bytes)
        (document.status, document.failure, document.usage) = ("failed", error, usage)
        writeResponse("response.failed", into: &bytes)
    }

    /// A comment would not do: clients count the silence between events.
    mutating func keepAlive(into bytes: inout [UInt8]) {
        start(into: &bytes)
        write("keepalive", into: &bytes) { _ in }
    }

    func document(_ response: ChatResponse) -> [UInt8] {
        var document = document
        document.end(response.finishReason, usage: response.usage)
        for (index, part) in Self.parts(of: response).enumerated() {
            var item = ResponsesItem(index: index, part: part, tools: tools, callID: document.head.callID)
            switch part {
            case .text: item.text = response.text
            case .reasoning: item.text = response.reasoning
            case .call(let call): item.text = ResponsesItem.input(of: call)
            }
            document.output.append(Self.bytes(of: item, status: document.status))
        }
        var text = JSONComposer()
        text.object { document.write(to: &$0) }
        return text.bytes
    }

    private static func parts(of response: ChatResponse) -> [AnswerPart] {
        var parts: [AnswerPart] = []
        if !response.reasoning.isEmpty { parts.append(.reasoning) }
        if !response.text.isEmpty { parts.append(.text) }
        return parts + response.toolCalls.map { .call($0) }
    }

    private static func bytes(of item: ResponsesItem, status: String) -> [UInt8] {
        var text = JSONComposer()
        text.object { item.write(status: status, to: &$0) }
        return text.bytes
    }
}

// Events.
extension ResponsesEncoder {
    private mutating func write(
        _ name: StaticString, into bytes: inout [UInt8], _ body: (inout JSONComposer) -> Void
    ) {
        EventText.append(name, to: &bytes) {
            $0.member("type", name.description)
            $0.member("sequence_number", number)
            body(&$0)
        }
        number += 1
    }

    private mutating func start(into bytes: inout [UInt8]) {
        guard number == 0 else { return }
        writeResponse("response.created", into: &bytes)
        writeResponse("response.in_progress", into: &bytes)
    }

    private mutating func writeResponse(_ name: StaticString, into bytes: inout [UInt8]) {
        let document = document
        write(name, into: &bytes) { $0.object("response") { document.write(to: &$0) } }
    }

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
        let item = ResponsesItem(index: itemCount, part: part, tools: tools, callID: document.head.callID)
        self.item = item
        itemCount += 1
        write("response.output_item.added", into: &bytes) {
            $0.member("output_index", item.index)
            $0.object("item") { item.write(status: "in_progress", to: &$0) }
        }
        switch part {
        case .text:
            write("response.content_part.added", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.object("part") { ResponsesItem.writeText("", to: &$0) }
            }
        case .reasoning:
            write("response.reasoning_summary_part.added", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.object("part") { ResponsesItem.writeSummary("", to: &$0) }
            }
        case .call: break
        }
    }

    private mutating func grow(by piece: String, into bytes: inout [UInt8]) {
        guard let part = item?.part else { return }
        switch part {
        case .text: writeDelta("response.output_text.delta", piece, into: &bytes)
        case .reasoning: writeDelta("response.reasoning_summary_text.delta", piece, into: &bytes)
        case .call:
            // Free text is hidden in a string of the arguments, and shown when they are complete.
            if item?.isCustom == false { writeDelta("response.function_call_arguments.delta", piece, into: &bytes) }
            return
        }
        item?.text += piece
    }

    private mutating func writeDelta(_ name: StaticString, _ piece: String, into bytes: inout [UInt8]) {
        guard let item else { return }
        write(name, into: &bytes) {
            Self.writePlace(of: item, to: &$0)
            $0.member("delta", piece)
            if item.part == .text { $0.array("logprobs") { _ in } }
        }
    }

    private mutating func end(_ part: AnswerPart, into bytes: inout [UInt8]) {
        guard let begun = item else { return }
        var item = ResponsesItem(index: begun.index, part: part, tools: tools, callID: document.head.callID)
        item.text = begun.text
        if case .call(let call) = part, item.isCustom {
            item.text = ResponsesItem.input(of: call)
            writeDelta("response.custom_tool_call_input.delta", item.text, into: &bytes)
        }
        writeDone(item, into: &bytes)
        let isCut = isEnding && (finishReason == .length || finishReason == .contentFilter)
        let written = Self.bytes(of: item, status: isCut ? "incomplete" : "completed")
        document.output.append(written)
        write("response.output_item.done", into: &bytes) {
            $0.member("output_index", item.index)
            $0.key("item")
            $0.raw(written)
        }
        self.item = nil
    }

    private mutating func writeDone(_ item: ResponsesItem, into bytes: inout [UInt8]) {
        switch item.part {
        case .text:
            write("response.output_text.done", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.member("text", item.text)
                $0.array("logprobs") { _ in }
            }
            write("response.content_part.done", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.object("part") { ResponsesItem.writeText(item.text, to: &$0) }
            }
        case .reasoning:
            write("response.reasoning_summary_text.done", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.member("text", item.text)
            }
            write("response.reasoning_summary_part.done", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.object("part") { ResponsesItem.writeSummary(item.text, to: &$0) }
            }
        case .call(let call): writeCallDone(item, call, into: &bytes)
        }
    }

    private mutating func writeCallDone(_ item: ResponsesItem, _ call: ToolCall, into bytes: inout [UInt8]) {
        if item.isCustom {
            write("response.custom_tool_call_input.done", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.member("input", item.text)
            }
        } else {
            write("response.function_call_arguments.done", into: &bytes) {
                Self.writePlace(of: item, to: &$0)
                $0.member("name", item.tool?.name ?? call.name)
                $0.member("arguments", call.arguments)
            }
        }
    }

    private static func writePlace(of item: ResponsesItem, to event: inout JSONComposer) {
        event.member("item_id", item.id)
        event.member("output_index", item.index)
        switch item.part {
        case .text: event.member("content_index", 0)
        case .reasoning: event.member("summary_index", 0)
        case .call: break
        }
    }
}
