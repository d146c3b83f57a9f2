import Inference

/// One item of a response's output.
struct ResponsesItem {
    /// The position in the output.
    let index: Int
    let part: AnswerPart
    /// The tool that a call is for.
    let tool: ResponsesTools.Entry?
    /// Text or reasoning so far; the input of a tool that takes free text.
    var text = ""
    private let callID: String

    init(index: Int, part: AnswerPart, tools: ResponsesTools, callID: String) {
        self.index = index
        self.part = part
        self.callID = callID
        if case .call(let call) = part { tool = tools.entry(wireName: call.name) } else { tool = nil }
    }

    var isCustom: Bool { tool?.isCustom ?? false }

    var id: String {
        switch part {
        case .text: "msg_\(callID)_\(index)"
        case .reasoning: "rs_\(callID)_\(index)"
        case .call: isCustom ? "ctc_\(callID)_\(index)" : "fc_\(callID)_\(index)"
        }
    }

    /// Writes the item: empty while it is in progress, with all it has otherwise.
    func write(status: String, to item: inout JSONComposer) {
        let isEmpty = status == "in_progress"
        item.member("id", id)
        switch part {
        case .text:
            item.member("type", "message")
            item.member("status", status)
            item.member("role", "assistant")
            item.array("content") { list in
                if !isEmpty { list.object { Self.writeText(text, to: &$0) } }
            }
        case .reasoning:
            item.member("type", "reasoning")
            item.array("summary") { list in
                if !isEmpty { list.object { Self.writeSummary(text, to: &$0) } }
            }
        case .call(let call): write(call, status: status, isEmpty: isEmpty, to: &item)
        }
    }

    private func write(_ call: ToolCall, status: String, isEmpty: Bool, to item: inout JSONComposer) {
        item.member("type", isCustom ? "custom_tool_call" : "function_call")
        item.member("status", status)
        item.member("call_id", call.id)
        item.member("name", tool?.name ?? call.name)
        if let namespace = tool?.namespace { item.member("namespace", namespace) }
        if isCustom {
            item.member("input", isEmpty ? "" : text)
        } else {
            item.member("arguments", isEmpty ? "" : call.arguments)
        }
    }

    static func writeText(_ text: String, to part: inout JSONComposer) {
        part.member("type", "output_text")
        part.member("text", text)
        part.array("annotations") { _ in }
        part.array("logprobs") { _ in }
    }

    static func writeSummary(_ text: String, to part: inout JSONComposer) {
        part.member("type", "summary_text")
        part.member("text", text)
    }

    /// The free text in the arguments of a call.
    static func input(of call: ToolCall) -> String {
        if case .value(let value) = call.parsedArguments, let input = value["input"]?.string { return input }
        return call.arguments
    }
}
