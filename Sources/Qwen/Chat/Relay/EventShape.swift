import Inference

/// Where the members that matter lie in one event of a chat completion stream. An event that only the assembly can read has
/// none.
struct EventShape {
    var id: Range<Int>?
    var created: Range<Int>?
    var model: Range<Int>?
    var object: Range<Int>?
    var choices: Range<Int>?
    /// Token counts, when there are any.
    var usage: Range<Int>?
    var request: Range<Int>?
    /// The one choice; `nil` when the event has none.
    var choice: ChoiceShape?
    /// The place behind the last member.
    private(set) var end = 0

    /// - Returns: `nil` for errors, events of the native shape, and whatever else is no chunk of a completion.
    init?(_ data: RawSpan) {
        do throws(JSONSyntaxError) {
            var members = try JSONObjectCursor(in: data)
            while let member = try members.next(in: data) {
                guard take(member, in: data) else { return nil }
            }
            end = members.position - 1
            guard JSONScanner.skipWhitespace(in: data, from: end + 1) == data.byteCount else { return nil }
            guard try readChoices(in: data), choice != nil || usage != nil || choices != nil else { return nil }
        } catch {
            return nil
        }
    }

    @inline(__always)
    private mutating func take(_ member: JSONMemberRanges, in data: RawSpan) -> Bool {
        if member.isNamed("choices", in: data) {
            choices = member.value
        } else if member.isNamed("object", in: data) {
            object = member.value
        } else if member.isNamed("usage", in: data) {
            usage = JSONScanner.isNull(member.value, in: data) ? nil : member.value
        } else if member.isNamed("created", in: data) {
            created = member.value
        } else if member.isNamed("model", in: data) {
            model = member.value
        } else if member.isNamed("id", in: data) {
            id = member.value
        } else if JSONScanner.isNull(member.value, in: data) {
            return true
        } else if member.isNamed("request_id", in: data) {
            request = member.value
        } else if member.isNamed("error", in: data) || member.isNamed("output", in: data) {
            return false
        } else if member.isNamed("code", in: data) {
            return JSONScanner.isEmptyString(member.value, in: data)
        }
        return true
    }

    /// - Returns: whether there is at most one choice, of the shape that deltas have.
    private mutating func readChoices(in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        guard let choices, !JSONScanner.isNull(choices, in: data) else { return true }
        guard JSONScanner.kind(in: data, at: choices.lowerBound) == .array else { return false }
        var elements = try JSONArrayCursor(in: data, at: choices.lowerBound)
        guard let first = try elements.next(in: data) else { return true }
        choice = try ChoiceShape(first, in: data)
        let isOnly = try elements.next(in: data) == nil
        return isOnly && choice != nil
    }

    /// Whether token counts are there and numbers.
    static func isUsage(_ range: Range<Int>, in data: RawSpan) -> Bool {
        guard var members = try? JSONObjectCursor(in: data, at: range.lowerBound) else { return false }
        var count = 0
        while let member = try? members.next(in: data) {
            let isCount =
                member.isNamed("prompt_tokens", in: data) || member.isNamed("completion_tokens", in: data)
                || member.isNamed("total_tokens", in: data)
            if isCount, JSONScanner.integer(member.value, in: data) != nil { count += 1 }
        }
        return count == 3
    }
}
