import Inference

/// What matters of an answer in one document that may reach a strict client as it is, and where it lies. The document is checked to
/// its last byte on the way.
struct DocumentShape {
    private(set) var id: Range<Int>
    private(set) var model: Range<Int>
    private(set) var usage: Usage?
    private(set) var request: Range<Int>?
    private(set) var first: DocumentChoice
    /// Whether there is one choice, and nothing in it that only the assembly understands.
    private(set) var isPlain: Bool

    /// - Returns: `nil` for documents that a strict client must not see so, and for what is none.
    init?(_ data: RawSpan) {
        guard let members = try? Members(data), members.isStrict(in: data), let id = members.id,
            let model = members.model, let first = members.first
        else { return nil }
        (self.id, self.model, usage, request, self.first) = (id, model, members.usage, members.request, first)
        isPlain = members.choiceCount == 1 && first.index == 0 && !first.message.hasTools && !members.isOdd
    }

    /// The members of the document; of duplicates the last one counts.
    private struct Members {
        var id: Range<Int>?
        var isCompletion = false
        var hasTime = false
        var model: Range<Int>?
        var request: Range<Int>?
        /// The first choice; `nil` when one of them is not strict, or there is none.
        var first: DocumentChoice?
        var choiceCount = 0
        var usage: Usage?
        var hasOddUsage = false
        /// Whether there are members of a failure, or of the native shape.
        var isOdd = false

        /// - Returns: `nil` when something follows the document.
        init?(_ data: RawSpan) throws(JSONSyntaxError) {
            var members = try JSONObjectCursor(in: data)
            while try members.advance(in: data) { try take(&members, in: data) }
            guard JSONScanner.skipWhitespace(in: data, from: members.position) == data.byteCount else { return nil }
        }

        private mutating func take(_ members: inout JSONObjectCursor, in data: RawSpan) throws(JSONSyntaxError) {
            if members.isNamed("choices", in: data) { return try readChoices(&members, in: data) }
            if members.isNamed("usage", in: data) { return try readUsage(&members, in: data) }
            if members.isNamed("created", in: data) { return hasTime = try members.integer(in: data) != nil }
            let value = try members.value(in: data)
            if members.isNamed("id", in: data) {
                id = value
            } else if members.isNamed("object", in: data) {
                isCompletion = JSONScanner.string(value, in: data, equals: "chat.completion")
            } else if members.isNamed("model", in: data) {
                model = value
            } else if members.isNamed("request_id", in: data) {
                request = value
            } else if members.isNamed("error", in: data) || members.isNamed("output", in: data)
                || members.isNamed("code", in: data)
            {
                isOdd = true
            }
        }

        private mutating func readChoices(
            _ members: inout JSONObjectCursor, in data: RawSpan
        ) throws(JSONSyntaxError) {
            (first, choiceCount) = (nil, 0)
            guard var choices = members.array(in: data) else {
                _ = try members.value(in: data)
                return
            }
            while try choices.advance(in: data) {
                guard let choice = try DocumentChoice(&choices, in: data) else {
                    first = nil
                    _ = try members.value(in: data)
                    return
                }
                if choiceCount == 0 { first = choice }
                choiceCount += 1
            }
            members.position = choices.position
        }

        private mutating func readUsage(
            _ members: inout JSONObjectCursor, in data: RawSpan
        ) throws(JSONSyntaxError) {
            (usage, hasOddUsage) = (nil, true)
            guard var counts = members.object(in: data) else {
                _ = try members.value(in: data)
                return
            }
            (usage, hasOddUsage) = (Usage(try WireUsage(&counts, in: data)), false)
            members.position = counts.position
        }

        func isStrict(in data: RawSpan) -> Bool {
            guard let id, let model, isCompletion, hasTime, !hasOddUsage else { return false }
            return Self.isText(id, in: data) && Self.isText(model, in: data)
        }

        private static func isText(_ range: Range<Int>, in data: RawSpan) -> Bool {
            range.count > 2 && JSONScanner.kind(in: data, at: range.lowerBound) == .string
        }
    }
}
