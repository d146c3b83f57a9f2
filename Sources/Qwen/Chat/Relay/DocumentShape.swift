import Inference

/// Where the members that matter lie in an answer in one document that may reach a strict client as it is.
struct DocumentShape {
    private(set) var id: Range<Int>
    private(set) var model: Range<Int>
    private(set) var usage: Range<Int>?
    private(set) var request: Range<Int>?
    /// The first choice.
    private(set) var message: MessageShape
    /// Whether there is one choice, and nothing in it that only the assembly understands.
    private(set) var isPlain: Bool

    /// - Returns: `nil` for documents that a strict client must not see so, and for what is none.
    init?(_ data: RawSpan) {
        guard let members = try? Members(data), members.isStrict(in: data), let id = members.id,
            let model = members.model,
            let choices = members.choices, let found = try? Self.choices(choices, in: data)
        else { return nil }
        (self.id, self.model, usage, request, message) = (id, model, members.usage, members.request, found.first)
        isPlain = found.isOnly && !found.first.hasTools && !members.isOdd
    }

    /// The first of the choices; `nil` when one of them is not strict, or there is none.
    private static func choices(
        _ range: Range<Int>, in data: RawSpan
    ) throws(JSONSyntaxError) -> (first: MessageShape, isOnly: Bool)? {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .array else { return nil }
        var found: MessageShape?
        var count = 0
        var elements = try JSONArrayCursor(in: data, at: range.lowerBound)
        while let element = try elements.next(in: data) {
            guard let shape = try MessageShape(choice: element, in: data) else { return nil }
            found = found ?? shape
            count += 1
        }
        return found.map { ($0, count == 1 && $0.index == 0) }
    }

    /// The members of the document; of duplicates the last one counts.
    private struct Members {
        var id: Range<Int>?
        var object: Range<Int>?
        var created: Range<Int>?
        var model: Range<Int>?
        var choices: Range<Int>?
        var usage: Range<Int>?
        var request: Range<Int>?
        /// Whether there are members of a failure, or of the native shape.
        var isOdd = false

        /// - Returns: `nil` when something follows the document.
        init?(_ data: RawSpan) throws(JSONSyntaxError) {
            var members = try JSONObjectCursor(in: data)
            while let member = try members.next(in: data) { take(member, in: data) }
            guard JSONScanner.skipWhitespace(in: data, from: members.position) == data.byteCount else { return nil }
        }

        private mutating func take(_ member: JSONMemberRanges, in data: RawSpan) {
            if member.isNamed("id", in: data) {
                id = member.value
            } else if member.isNamed("object", in: data) {
                object = member.value
            } else if member.isNamed("created", in: data) {
                created = member.value
            } else if member.isNamed("model", in: data) {
                model = member.value
            } else if member.isNamed("choices", in: data) {
                choices = member.value
            } else if member.isNamed("usage", in: data) {
                usage = member.value
            } else if member.isNamed("request_id", in: data) {
                request = member.value
            } else if member.isNamed("error", in: data) || member.isNamed("output", in: data)
                || member.isNamed("code", in: data)
            {
                isOdd = true
            }
        }

        func isStrict(in data: RawSpan) -> Bool {
            guard let id, let model, let object, let created else { return false }
            return JSONScanner.string(object, in: data, equals: "chat.completion") && Self.isText(id, in: data)
                && Self.isText(model, in: data) && JSONScanner.integer(created, in: data) != nil
                && usage.map { JSONScanner.kind(in: data, at: $0.lowerBound) == .object } ?? true
        }

        private static func isText(_ range: Range<Int>, in data: RawSpan) -> Bool {
            range.count > 2 && JSONScanner.kind(in: data, at: range.lowerBound) == .string
        }
    }
}
