/// Events of the Responses protocol, each with its place in the sequence.
struct ResponsesEncoder: StreamEncoder {
    private let document: ResponseDocument
    private var sequence = 0
    private var done: [ResponseItem] = []
    private var open: ResponseItem?
    private var finish = "stop"

    init(document: ResponseDocument) { self.document = document }

    mutating func start() -> [Frame] {
        let frames = [
            event("response.created", ["response": document.body("queued")]),
            event("response.in_progress", ["response": document.body("in_progress")]),
        ]
        return frames
    }

    mutating func encode(_ delta: AnswerDelta) -> [Frame] {
        switch delta {
        case .reasoning(let text, _):
            var frames: [Frame] = []
            if case .reasoning? = open {} else { frames = enter(.reasoning(id: "rs_\(document.id)", text: "")) }
            return frames + append(text)
        case .content(let text, _):
            var frames: [Frame] = []
            if case .message? = open {
            } else {
                frames = search() + enter(.message(id: "msg_\(document.id)", text: ""))
            }
            return frames + append(text)
        case .toolStart(_, let id, let name):
            return search() + enter(.call(id: "fc_\(id)", callID: id, name: name, arguments: ""))
        case .toolArguments(_, let text): return append(text)
        }
    }

    mutating func end(finish: String, usage: Usage) -> [Frame] {
        self.finish = finish
        let frames = open == nil && done.isEmpty ? enter(.message(id: "msg_\(document.id)", text: "")) : []
        return frames + leave()
    }

    mutating func close(usage: Usage) -> [Frame] {
        let isCut = finish == "length"
        let body = document.body(
            isCut ? "incomplete" : "completed", output: done, usage: usage, reason: isCut ? "max_output_tokens" : nil)
        return [event(isCut ? "response.incomplete" : "response.completed", ["response": body], kind: .done)]
    }

    private var place: JSONObject {
        ["item_id": .string(open?.id ?? ""), "output_index": .integer(done.count)]
    }

    private mutating func enter(_ item: ResponseItem) -> [Frame] {
        var frames = leave()
        open = item
        frames.append(
            event(
                "response.output_item.added",
                ["output_index": .integer(done.count), "item": item.json("in_progress")]))
        switch item {
        case .reasoning: frames.append(partEvent("response.reasoning_summary_part.added", "summary_index", ""))
        case .message: frames.append(partEvent("response.content_part.added", "content_index", ""))
        case .call, .search: break
        }
        return frames
    }

    private mutating func append(_ text: String) -> [Frame] {
        var fields = place
        fields["delta"] = .string(text)
        switch open {
        case .reasoning(let id, let soFar)?:
            open = .reasoning(id: id, text: soFar + text)
            fields["summary_index"] = 0
            return [event("response.reasoning_summary_text.delta", fields)]
        case .message(let id, let soFar)?:
            open = .message(id: id, text: soFar + text)
            fields["content_index"] = 0
            fields["logprobs"] = []
            return [event("response.output_text.delta", fields)]
        case .call(let id, let callID, let name, let soFar)?:
            open = .call(id: id, callID: callID, name: name, arguments: soFar + text)
            return [event("response.function_call_arguments.delta", fields)]
        case .search?, nil: return []
        }
    }

    private mutating func leave() -> [Frame] {
        guard let item = open else { return [] }
        var frames: [Frame] = []
        var fields = place
        switch item {
        case .reasoning(_, let text):
            fields["summary_index"] = 0
            fields["text"] = .string(text)
            frames = [
                event("response.reasoning_summary_text.done", fields),
                partEvent("response.reasoning_summary_part.done", "summary_index", text),
            ]
        case .message(_, let text):
            fields["content_index"] = 0
            fields["text"] = .string(text)
            fields["logprobs"] = []
            frames = [
                event("response.output_text.done", fields),
                partEvent("response.content_part.done", "content_index", text),
            ]
        case .call(_, _, let name, let arguments):
            fields["name"] = .string(name)
            fields["arguments"] = .string(arguments)
            frames = [event("response.function_call_arguments.done", fields)]
        case .search: break
        }
        frames.append(
            event(
                "response.output_item.done", ["output_index": .integer(done.count), "item": item.json("completed")]))
        done.append(item)
        open = nil
        return frames
    }

    /// A search that the service ran before it answered.
    private mutating func search() -> [Frame] {
        let isSearched = done.contains { if case .search = $0 { true } else { false } }
        guard document.searches, !isSearched else { return [] }
        var frames = enter(.search(id: "ws_\(document.id)", query: document.query))
        for state in ["in_progress", "searching", "completed"] {
            frames.append(event("response.web_search_call.\(state)", place))
        }
        return frames + leave()
    }

    private mutating func partEvent(_ name: String, _ index: String, _ text: String) -> Frame {
        var fields = place
        fields[index] = 0
        fields["part"] =
            index == "content_index" ? ResponseItem.part(text) : ["type": "summary_text", "text": .string(text)]
        return event(name, fields)
    }

    private mutating func event(_ name: String, _ fields: JSONObject, kind: Frame.Kind = .data) -> Frame {
        let head: JSONObject = ["type": .string(name), "sequence_number": .integer(sequence)]
        sequence += 1
        return Frame(kind, "event:\(name)\ndata:\(JSON.object(head.merging(fields)).text)\n\n")
    }
}
