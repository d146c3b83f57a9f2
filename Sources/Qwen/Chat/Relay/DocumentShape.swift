import Inference

/// What matters of an answer in one document that may reach a strict client as it is, and where it lies. The document is checked to
/// its last byte on the way; of duplicate members the last one counts.
struct DocumentShape {
    private(set) var id = 0..<0
    private(set) var model = 0..<0
    private(set) var usage: Usage?
    private(set) var request: Range<Int>?
    private(set) var first = DocumentChoice()
    /// Zero when one of the choices is not strict.
    private var choiceCount = 0
    private var isCompletion = false
    private var hasTime = false
    private var hasOddUsage = false
    /// Whether there are members of a failure, or of the native shape.
    private var isOdd = false

    /// - Returns: `nil` for documents that a strict client must not see so, and for what is none.
    init?(_ data: RawSpan) {
        guard let isWhole = try? read(data), isWhole, isCompletion, hasTime, !hasOddUsage, choiceCount > 0,
            Self.isText(id, in: data), Self.isText(model, in: data)
        else { return nil }
    }

    /// Whether there is one choice, and nothing in it that only the assembly understands.
    var isPlain: Bool { choiceCount == 1 && first.index == 0 && !first.message.hasTools && !isOdd }

    /// - Returns: `false` when something follows the document.
    private mutating func read(_ data: RawSpan) throws(JSONSyntaxError) -> Bool {
        var members = try JSONObjectCursor(in: data)
        while try members.advance(in: data) { try take(&members, in: data) }
        return JSONScanner.skipWhitespace(in: data, from: members.position) == data.byteCount
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

    private mutating func readChoices(_ members: inout JSONObjectCursor, in data: RawSpan) throws(JSONSyntaxError) {
        choiceCount = 0
        guard var choices = members.array(in: data) else {
            _ = try members.value(in: data)
            return
        }
        var count = 0
        var other = DocumentChoice()
        while try choices.advance(in: data) {
            let isStrict = try count == 0 ? first.read(&choices, in: data) : other.read(&choices, in: data)
            guard isStrict else {
                _ = try members.value(in: data)
                return
            }
            count += 1
        }
        choiceCount = count
        members.position = choices.position
    }

    private mutating func readUsage(_ members: inout JSONObjectCursor, in data: RawSpan) throws(JSONSyntaxError) {
        (usage, hasOddUsage) = (nil, true)
        guard var counts = members.object(in: data) else {
            _ = try members.value(in: data)
            return
        }
        (usage, hasOddUsage) = (Usage(try WireUsage(&counts, in: data)), false)
        members.position = counts.position
    }

    private static func isText(_ range: Range<Int>, in data: RawSpan) -> Bool {
        range.count > 2 && JSONScanner.kind(in: data, at: range.lowerBound) == .string
    }
}
