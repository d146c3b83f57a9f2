import Inference

// The choices of an event: deltas of a stream, messages of a document, in the OpenAI and the native shape.
extension ReplyAssembly {
    mutating func takeChoices(_ range: Range<Int>, in data: RawSpan, into output: inout ChatDecoderOutput) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .array else { return }
        do throws(JSONSyntaxError) {
            var choices = try JSONArrayCursor(in: data, at: range.lowerBound)
            while let choice = try choices.next(in: data) { try takeChoice(choice, in: data, into: &output) }
        } catch {
            output.events.append(.unknown(Self.value(of: data)))
        }
    }

    /// The `output` of the native shape: choices as above, or a bare text.
    mutating func takeNative(_ range: Range<Int>, in data: RawSpan, into output: inout ChatDecoderOutput) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return }
        do throws(JSONSyntaxError) {
            var members = try JSONObjectCursor(in: data, at: range.lowerBound)
            while let member = try members.next(in: data) {
                if member.isNamed("choices", in: data) {
                    takeChoices(member.value, in: data, into: &output)
                } else if member.isNamed("text", in: data) {
                    takeText(Self.text(of: member.value, in: data), into: &output)
                } else if member.isNamed("finish_reason", in: data) {
                    takeFinish(member.value, in: data)
                }
            }
        } catch {
            output.events.append(.unknown(Self.value(of: data)))
        }
        if finishReason != nil { deliverTools(into: &output) }
    }

    private mutating func takeChoice(
        _ range: Range<Int>, in data: RawSpan, into output: inout ChatDecoderOutput
    ) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return }
        var delta: Range<Int>?
        var finish: Range<Int>?
        var isFirst = true
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("delta", in: data) || member.isNamed("message", in: data) {
                delta = member.value
            } else if member.isNamed("finish_reason", in: data) {
                finish = member.value
            } else if member.isNamed("index", in: data) {
                isFirst = (JSONScanner.integer(member.value, in: data) ?? 0) == 0
            } else if member.isNamed("text", in: data) {
                takeText(Self.text(of: member.value, in: data), into: &output)
            }
        }
        // An answer is one choice; others are handed on whole.
        guard isFirst else { return output.events.append(.unknown(Self.value(of: data.extracting(range)))) }
        if let delta { try takeDelta(delta, in: data, into: &output) }
        if let finish { takeFinish(finish, in: data) }
        if finishReason != nil { deliverTools(into: &output) }
    }

    /// The native shape says the string "null" while it is not finished.
    private mutating func takeFinish(_ range: Range<Int>, in data: RawSpan) {
        guard let reason = JSONScanner.string(range, in: data), !reason.isEmpty, reason != "null" else { return }
        finishReason = FinishReason(reason)
    }

    private mutating func takeDelta(
        _ range: Range<Int>, in data: RawSpan, into output: inout ChatDecoderOutput
    ) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return }
        var content: Range<Int>?
        var reasoning: Range<Int>?
        var toolCalls: Range<Int>?
        var hasOther = false
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if JSONScanner.isNull(member.value, in: data) { continue }
            if member.isNamed("content", in: data) {
                content = member.value
            } else if member.isNamed("reasoning_content", in: data) {
                reasoning = member.value
            } else if member.isNamed("reasoning", in: data) {
                reasoning = reasoning ?? member.value
            } else if member.isNamed("tool_calls", in: data) {
                toolCalls = member.value
            } else if !member.isNamed("role", in: data), !Self.isEmpty(member.value, in: data) {
                hasOther = true
            }
        }
        if let reasoning { takeReasoning(Self.text(of: reasoning, in: data), into: &output) }
        if let content { takeText(Self.text(of: content, in: data), into: &output) }
        if let toolCalls { try takeToolCalls(toolCalls, in: data, into: &output) }
        if hasOther { output.events.append(.unknown(Self.value(of: data.extracting(range)))) }
    }

    private static func isEmpty(_ range: Range<Int>, in data: RawSpan) -> Bool { range.count <= 2 }

    /// The text of a value that should be a string: parts are joined, other kinds stand as they are written.
    static func text(of range: Range<Int>, in data: RawSpan) -> String {
        if let text = JSONScanner.string(range, in: data) { return text }
        if JSONScanner.isNull(range, in: data) { return "" }
        return text(in: value(of: data.extracting(range)))
    }

    private static func text(in value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .array(let parts): parts.map { text(in: $0) }.joined()
        case .object(let part): part["text"].map { text(in: $0) } ?? value.text
        case .bool, .number: value.text
        }
    }
}
