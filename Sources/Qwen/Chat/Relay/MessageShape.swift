import Inference

/// Where the members that matter lie in a choice of a document.
struct MessageShape {
    private(set) var index = 0
    private(set) var finish = FinishReason("")
    /// Text that is no empty string.
    private(set) var content: Range<Int>?
    private(set) var reasoning: Range<Int>?
    private(set) var hasTools = false

    /// - Returns: `nil` when the choice is not as a strict client wants it.
    init?(choice range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return nil }
        var (index, finish, message): (Range<Int>?, Range<Int>?, Range<Int>?)
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("index", in: data) {
                index = member.value
            } else if member.isNamed("finish_reason", in: data) {
                finish = member.value
            } else if member.isNamed("message", in: data) {
                message = member.value
            } else if member.isNamed("delta", in: data) || member.isNamed("text", in: data) {
                return nil
            }
        }
        guard let number = index.flatMap({ JSONScanner.integer($0, in: data) }),
            let reason = finish.flatMap({ JSONScanner.string($0, in: data) }), !reason.isEmpty, reason != "null",
            let message, try read(message, in: data)
        else { return nil }
        (self.index, self.finish) = (number, FinishReason(reason))
    }

    /// - Returns: whether the message is as a strict client wants it.
    private mutating func read(_ range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return false }
        var (role, content, calls): (Range<Int>?, Range<Int>?, Range<Int>?)
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("role", in: data) {
                role = member.value
            } else if member.isNamed("content", in: data) {
                content = member.value
            } else if member.isNamed("reasoning_content", in: data) || member.isNamed("reasoning", in: data) {
                reasoning = Self.text(member.value, in: data) ?? reasoning
            } else if member.isNamed("tool_calls", in: data) {
                calls = member.value
            }
        }
        guard let role, JSONScanner.string(role, in: data, equals: "assistant"), let content,
            JSONScanner.isNull(content, in: data) || JSONScanner.kind(in: data, at: content.lowerBound) == .string
        else { return false }
        self.content = Self.text(content, in: data)
        guard let calls else { return true }
        hasTools = true
        return try Self.areStrict(calls, in: data)
    }

    private static func text(_ range: Range<Int>, in data: RawSpan) -> Range<Int>? {
        range.count > 2 && JSONScanner.kind(in: data, at: range.lowerBound) == .string ? range : nil
    }

    private static func areStrict(_ calls: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        guard JSONScanner.kind(in: data, at: calls.lowerBound) == .array else { return false }
        var count = 0
        var elements = try JSONArrayCursor(in: data, at: calls.lowerBound)
        while let element = try elements.next(in: data) {
            guard try isStrict(call: element, in: data) else { return false }
            count += 1
        }
        return count > 0
    }

    private static func isStrict(call range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return false }
        var (id, kind, function): (Range<Int>?, Range<Int>?, Range<Int>?)
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("id", in: data) { id = text(member.value, in: data) }
            if member.isNamed("type", in: data) { kind = member.value }
            if member.isNamed("function", in: data) { function = member.value }
        }
        guard id != nil, let kind, JSONScanner.string(kind, in: data, equals: "function"), let function,
            JSONScanner.kind(in: data, at: function.lowerBound) == .object
        else { return false }
        var (name, arguments): (Range<Int>?, Range<Int>?)
        var inner = try JSONObjectCursor(in: data, at: function.lowerBound)
        while let member = try inner.next(in: data) {
            if member.isNamed("name", in: data) { name = text(member.value, in: data) }
            if member.isNamed("arguments", in: data) { arguments = text(member.value, in: data) }
        }
        return name != nil && arguments != nil
    }
}
