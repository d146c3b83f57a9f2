import Inference
import Transport

/// Hands the events of an answer on to a client that wants a stream of chat completions: as they came where the client may
/// see them so, mended where a few bytes are wrong, written anew where only the assembly can read them.
struct StreamRelay: Sendable {
    var reply: ReplyAssembly
    var writer: ChatCompletionWriter
    var edits = EventEdits()
    private var pattern = EventPattern()
    private let delivery: ChatDelivery
    /// Id and model as every event has to name them, in JSON.
    private var id: [UInt8] = []
    private var model: [UInt8] = []
    /// Answers beside the first one that have told their role, when the client asked for several.
    private var others: Set<Int> = []

    init(_ reply: ReplyAssembly, writer: ChatCompletionWriter, delivery: ChatDelivery) {
        self.reply = reply
        self.writer = writer
        self.delivery = delivery
    }

    var opening: ChatCompletionOpening {
        var opening = writer.opening
        opening.roles.formUnion(others)
        return opening
    }

    mutating func resume(_ opening: ChatCompletionOpening) {
        writer.resume(opening)
        others = opening.roles.subtracting([0])
    }

    mutating func take(_ event: ServerSentEvent, _ data: RawSpan, into output: inout ChatRepairOutput) {
        guard !reply.isOver else { return }
        if delivery.isStreamed, !reply.isCumulative, event.name.isEmpty, (event.status ?? 0) < 400,
            relay(data, into: &output)
        {
            output.said.sawData = true
        } else {
            say(into: &output) { $0.take(event, data, into: &$1) }
        }
    }

    /// Lets the assembly speak, and writes what it says.
    mutating func say(
        into output: inout ChatRepairOutput, _ body: (inout ReplyAssembly, inout ChatDecoderOutput) -> Void
    ) {
        let start = output.said.events.count
        body(&reply, &output.said)
        for event in output.said.events[start...] { writer.write(event, into: &output.bytes) }
    }

    /// - Returns: whether the event is dealt with.
    private mutating func relay(_ data: RawSpan, into output: inout ChatRepairOutput) -> Bool {
        if let text = pattern.text(in: data) {
            let (content, reasoning) = pattern.isReasoning ? (nil, text) : (text, nil)
            guard !mayHoldTags(content, data) else { return false }
            count(content, reasoning, data, into: &output.said)
            edits.reset()
            append(data, into: &output.bytes)
            return true
        }
        guard let shape = EventShape(data) else { return false }
        begin(shape, data, into: &output)
        return relay(shape, data, into: &output)
    }

    /// Whether the text of the first answer has to be searched for tags of thinking.
    private func mayHoldTags(_ content: Range<Int>?, _ data: RawSpan) -> Bool {
        guard reply.filtersThinkTags else { return false }
        return !reply.tags.isIdle || content.map { data.contains(UInt8(ascii: "<"), in: $0) } ?? false
    }

    /// - Returns: whether the event is dealt with; nothing was said otherwise.
    private mutating func relay(_ shape: EventShape, _ data: RawSpan, into output: inout ChatRepairOutput) -> Bool {
        guard let choice = shape.choice else {
            relayUsage(shape, data, into: &output)
            return true
        }
        if choice.number == 0, mayHoldTags(choice.content, data) { return false }
        var tools: [ToolPieces.Element]?
        if let list = choice.toolCalls {
            guard let elements = ToolPieces.elements(list, in: data) else { return false }
            tools = elements
        }
        edits.reset()
        mendEnvelope(shape, data)
        if let usage = shape.usage {
            reply.usage = Usage(usage, in: data) ?? reply.usage
            edits.replace(usage, with: "null")
        }
        count(choice.content, choice.reasoning, data, into: &output.said)
        if choice.number == 0 {
            mendFirst(choice, tools, data, into: &output)
        } else {
            mendOther(choice, data)
        }
        append(data, into: &output.bytes)
        if edits.isEmpty, let text = choice.onlyText(in: data) {
            pattern.keep(data, text: text, isReasoning: choice.content == nil)
        }
        if shape.usage != nil, others.isEmpty { say(into: &output) { $0.completeIfSettled(into: &$1) } }
        return true
    }

    /// An event without choices: the token counts at the end, or nothing at all.
    private mutating func relayUsage(_ shape: EventShape, _ data: RawSpan, into output: inout ChatRepairOutput) {
        guard let usage = shape.usage, let counts = Usage(usage, in: data) else { return }
        reply.usage = counts
        if delivery.includesUsage, writer.hasFinished, !writer.hasShownUsage, EventShape.isUsage(usage, in: data) {
            edits.reset()
            mendEnvelope(shape, data)
            append(data, into: &output.bytes)
            writer.note(usage: true)
        }
        say(into: &output) { $0.completeIfSettled(into: &$1) }
    }

    private mutating func append(_ data: RawSpan, into bytes: inout [UInt8]) {
        bytes.append("data: ")
        if edits.isEmpty {
            bytes.append(data, 0..<data.byteCount)
        } else {
            edits.apply(to: data, into: &bytes)
        }
        bytes.append("\n\n")
    }

    private mutating func count(
        _ content: Range<Int>?, _ reasoning: Range<Int>?, _ data: RawSpan, into said: inout ChatDecoderOutput
    ) {
        if let content {
            reply.hasText = true
            said.relayed.count(content, in: data)
        }
        if let reasoning {
            reply.hasReasoning = true
            said.relayed.hasReasoning = true
            said.relayed.count(reasoning, in: data)
        }
    }

    private mutating func begin(_ shape: EventShape, _ data: RawSpan, into output: inout ChatRepairOutput) {
        guard id.isEmpty else { return }
        say(into: &output) { reply, said in
            reply.start(id: shape.id, model: shape.model, request: shape.request, in: data, into: &said)
        }
        if let created = shape.created.flatMap({ JSONScanner.integer($0, in: data) }) { writer.created = created }
        id = JSONValue.string(writer.id).serialized()
        model = JSONValue.string(writer.model).serialized()
    }

    /// Every event names the answer, the same each time.
    private mutating func mendEnvelope(_ shape: EventShape, _ data: RawSpan) {
        if let place = shape.id, !data.holds(id, at: place) { edits.replace(place) { [id] in $0 += id } }
        if let place = shape.object, !JSONScanner.string(place, in: data, equals: "chat.completion.chunk") {
            edits.replace(place, with: "\"chat.completion.chunk\"")
        }
        if let place = shape.created, JSONScanner.integer(place, in: data) == nil {
            edits.replace(place) { [writer] in $0 += String(writer.created).utf8 }
        }
        if let place = shape.model, JSONScanner.kind(in: data, at: place.lowerBound) != .string {
            edits.replace(place) { [model] in $0 += model }
        }
        if let place = shape.choices, shape.choice == nil, data.extracting(place).byteCount != 2 {
            edits.replace(place, with: "[]")
        }
        let isWhole =
            shape.id != nil && shape.object != nil && shape.created != nil && shape.model != nil && shape.choices != nil
        guard !isWhole else { return }
        edits.replace(shape.end..<shape.end) { [id, model, writer] bytes in
            if shape.id == nil { bytes += ",\"id\":".utf8 + id }
            if shape.object == nil { bytes.append(",\"object\":\"chat.completion.chunk\"") }
            if shape.created == nil { bytes += ",\"created\":\(writer.created)".utf8 }
            if shape.model == nil { bytes += ",\"model\":".utf8 + model }
            if shape.choices == nil { bytes.append(",\"choices\":[]") }
        }
    }

    private mutating func mendFirst(
        _ choice: ChoiceShape, _ elements: [ToolPieces.Element]?, _ data: RawSpan, into output: inout ChatRepairOutput
    ) {
        mendMembers(of: choice, data)
        let tools = elements.map { ToolPieces($0, in: data, of: &self, into: &output.said) }
        let isOdd = choice.hasRole != writer.needsRole || choice.hasEmptyMember
        if isOdd || tools?.isMended == true { rebuild(choice, data, tools, isFirst: writer.needsRole) }
        writer.note(role: true)
        guard let reason = choice.finishReason(in: data), let place = choice.finish else { return }
        reply.finishReason = reason
        say(into: &output) { $0.deliverTools(into: &$1) }
        let settled = reply.settledReason(into: &output.said)
        if settled != reason { edits.replace(place) { $0 += JSONValue.string(settled.rawValue).serialized() } }
        writer.note(finish: true)
    }

    /// Of several answers the service's first is accounted for; the others are handed on.
    private mutating func mendOther(_ choice: ChoiceShape, _ data: RawSpan) {
        mendMembers(of: choice, data)
        let isFirst = others.insert(choice.number).inserted
        if choice.hasRole != isFirst || choice.hasEmptyMember { rebuild(choice, data, nil, isFirst: isFirst) }
    }

    private mutating func mendMembers(of choice: ChoiceShape, _ data: RawSpan) {
        if let place = choice.index, JSONScanner.integer(place, in: data) == nil {
            edits.replace(place) { $0 += String(choice.number).utf8 }
        }
        if let place = choice.finish, !JSONScanner.isNull(place, in: data), choice.finishReason(in: data) == nil {
            edits.replace(place, with: "null")
        }
        guard choice.index == nil || choice.finish == nil else { return }
        edits.replace(choice.end..<choice.end) { bytes in
            if choice.index == nil { bytes.append(",\"index\":0") }
            if choice.finish == nil { bytes.append(",\"finish_reason\":null") }
        }
    }

    /// Writes the delta of a choice anew, with the role where it belongs and without members that say nothing.
    private mutating func rebuild(_ choice: ChoiceShape, _ data: RawSpan, _ tools: ToolPieces?, isFirst: Bool) {
        edits.replace(choice.delta) { bytes in
            bytes.append(isFirst ? "{\"role\":\"assistant\"" : "{")
            var isEmpty = !isFirst
            guard var members = try? JSONObjectCursor(in: data, at: choice.delta.lowerBound) else { return }
            while let member = try? members.next(in: data) {
                if member.isNamed("role", in: data) { continue }
                let isTools = member.isNamed("tool_calls", in: data)
                if isTools, tools?.isEmpty ?? (member.value == choice.toolCalls ? member.value.count <= 2 : true) {
                    continue
                }
                if !isEmpty { bytes.append(",") }
                isEmpty = false
                bytes.append(data, member.key)
                bytes.append(":")
                if isTools, let tools { bytes += tools.bytes } else { bytes.append(data, member.value) }
            }
            bytes.append("}")
        }
    }
}
