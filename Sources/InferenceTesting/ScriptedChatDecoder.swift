internal import Inference

/// Reads the lines of ``ScriptedChat``, cut anywhere.
struct ScriptedChatDecoder: ChatStreamDecoder {
    private var line: [UInt8] = []
    private var isPartial = false
    private var calls = 0

    mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatDecoderOutput) {
        self.isPartial = isPartial
        output.events.append(.started(ChatStart(requestID: requestID)))
    }

    mutating func decode(_ bytes: RawSpan, into output: inout ChatDecoderOutput) {
        for offset in bytes.byteOffsets {
            let byte = bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
            if byte != UInt8(ascii: "\n") {
                line.append(byte)
            } else {
                read(line, into: &output)
                line.removeAll(keepingCapacity: true)
            }
        }
    }

    mutating func finish(into output: inout ChatDecoderOutput) {
        if !line.isEmpty { read(line, into: &output) }
        if isPartial || !output.isComplete, output.failure == nil {
            output.failure = InferenceError(.truncated, "the answer broke off before its end")
        }
    }

    private mutating func read(_ line: [UInt8], into output: inout ChatDecoderOutput) {
        guard let first = line.first, first != UInt8(ascii: "#"), output.failure == nil, !output.isComplete else {
            return
        }
        output.sawData = true
        let word = line.prefix { $0 != UInt8(ascii: " ") }
        guard let value = try? JSONValue(parsing: Array(line.dropFirst(word.count))) else {
            output.failure = InferenceError(.malformedResponse, "expected a word and a JSON value")
            return
        }
        switch String(decoding: word, as: UTF8.self) {
        case "say": output.events.append(.text(value.string ?? ""))
        case "think": output.events.append(.reasoning(value.string ?? ""))
        case "call": call(value, into: &output)
        case "count": output.events.append(.usage(Usage(input: value[0]?.int ?? 0, output: value[1]?.int ?? 0)))
        case "fail": output.failure = InferenceError(.unavailable, value.string ?? "")
        case "end":
            output.events.append(.finished(FinishReason(value.string ?? "stop")))
            output.isComplete = true
        default: output.events.append(.unknown(value))
        }
    }

    private mutating func call(_ value: JSONValue, into output: inout ChatDecoderOutput) {
        let call = ToolCall(
            index: calls, id: value["id"]?.string ?? "call_\(calls)", name: value["name"]?.string ?? "",
            arguments: value["arguments"]?.string ?? "")
        calls += 1
        output.events.append(
            .toolCallDelta(ToolCallDelta(index: call.index, id: call.id, name: call.name, arguments: call.arguments)))
        output.events.append(.toolCall(call))
    }
}
