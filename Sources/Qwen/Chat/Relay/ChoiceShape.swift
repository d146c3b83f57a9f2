import Inference

/// Where the members that matter lie in a choice of an event.
struct ChoiceShape {
    /// Which of several answers it belongs to.
    var number = 0
    /// The index as it is written; `nil` when it is missing.
    var index: Range<Int>?
    var delta: Range<Int>
    /// The value of `finish_reason`; `nil` when it is missing.
    var finish: Range<Int>?
    /// Visible text that is no empty string.
    var content: Range<Int>?
    var reasoning: Range<Int>?
    /// Tool calls, also an empty list.
    var toolCalls: Range<Int>?
    var hasRole = false
    /// Whether the delta holds a role or a list that says nothing.
    var hasEmptyMember = false
    /// The place behind the last member.
    var end: Int

    /// - Returns: `nil` when it is no delta, or holds values of kinds that deltas do not have.
    init?(_ range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return nil }
        var delta: Range<Int>?
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("delta", in: data) {
                delta = member.value
            } else if member.isNamed("finish_reason", in: data) {
                finish = member.value
            } else if member.isNamed("index", in: data) {
                index = member.value
                number = JSONScanner.integer(member.value, in: data) ?? 0
            } else if member.isNamed("message", in: data) || member.isNamed("text", in: data) {
                return nil
            }
        }
        end = range.upperBound - 1
        guard let delta, JSONScanner.kind(in: data, at: delta.lowerBound) == .object else { return nil }
        self.delta = delta
        guard try readDelta(in: data) else { return nil }
    }

    private mutating func readDelta(in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        var members = try JSONObjectCursor(in: data, at: delta.lowerBound)
        while let member = try members.next(in: data) {
            let isNull = JSONScanner.isNull(member.value, in: data)
            if member.isNamed("content", in: data) {
                guard isNull || isText(member.value, in: data) else { return false }
                content = isNull || JSONScanner.isEmptyString(member.value, in: data) ? nil : member.value
            } else if member.isNamed("reasoning_content", in: data) || member.isNamed("reasoning", in: data) {
                guard isNull || isText(member.value, in: data) else { return false }
                if !isNull, !JSONScanner.isEmptyString(member.value, in: data) { reasoning = member.value }
            } else if member.isNamed("tool_calls", in: data) {
                guard isNull || JSONScanner.kind(in: data, at: member.value.lowerBound) == .array else { return false }
                if isNull { hasEmptyMember = true } else { toolCalls = member.value }
            } else if member.isNamed("role", in: data) {
                hasRole = JSONScanner.string(member.value, in: data, equals: "assistant")
                if !hasRole { hasEmptyMember = true }
            }
        }
        return true
    }

    private func isText(_ range: Range<Int>, in data: RawSpan) -> Bool {
        JSONScanner.kind(in: data, at: range.lowerBound) == .string
    }

    /// The one piece of text of the first answer, when that is all that the choice brings.
    func onlyText(in data: RawSpan) -> Range<Int>? {
        guard number == 0, !hasRole, toolCalls == nil, (content == nil) != (reasoning == nil),
            let finish, JSONScanner.isNull(finish, in: data)
        else { return nil }
        return content ?? reasoning
    }

    /// The reason for the end, when the choice names one. An empty one and the native "null" say nothing.
    func finishReason(in data: RawSpan) -> FinishReason? {
        guard let finish, !JSONScanner.isNull(finish, in: data) else { return nil }
        guard let text = JSONScanner.string(finish, in: data), !text.isEmpty, text != "null" else { return nil }
        return FinishReason(text)
    }
}
