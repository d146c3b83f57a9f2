import Inference

/// Where the members that matter lie in the message of a document.
struct MessageShape {
    /// Text that is no empty string.
    private(set) var content: Range<Int>?
    private(set) var reasoning: Range<Int>?
    private(set) var hasTools = false

    /// Reads the value that a cursor stands at, and moves the cursor behind it.
    ///
    /// - Returns: whether the message is as a strict client wants it; otherwise the cursor stays where it is.
    mutating func read(_ outer: inout JSONObjectCursor, in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        self = MessageShape()
        guard var members = outer.object(in: data) else { return false }
        var isAssistant = false
        var (content, calls): (Range<Int>?, Range<Int>?)
        while try members.advance(in: data) {
            let value = try members.value(in: data)
            if members.isNamed("role", in: data) {
                isAssistant = JSONScanner.string(value, in: data, equals: "assistant")
            } else if members.isNamed("content", in: data) {
                content = value
            } else if members.isNamed("reasoning_content", in: data) || members.isNamed("reasoning", in: data) {
                reasoning = Self.text(value, in: data) ?? reasoning
            } else if members.isNamed("tool_calls", in: data) {
                calls = value
            }
        }
        guard isAssistant, let content,
            JSONScanner.isNull(content, in: data) || JSONScanner.kind(in: data, at: content.lowerBound) == .string
        else { return false }
        self.content = Self.text(content, in: data)
        if let calls {
            hasTools = true
            guard try Self.areStrict(calls, in: data) else { return false }
        }
        outer.position = members.position
        return true
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
