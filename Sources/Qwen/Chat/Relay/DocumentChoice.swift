import Inference

/// What matters of a choice of a document.
struct DocumentChoice {
    private(set) var index = 0
    /// The reason for the end, which is no empty string.
    private(set) var finish = 0..<0
    private(set) var message = MessageShape()

    /// Reads the element that a cursor stands at, and moves the cursor behind it.
    ///
    /// - Returns: whether the choice is as a strict client wants it; otherwise the cursor stays where it is.
    mutating func read(_ elements: inout JSONArrayCursor, in data: RawSpan) throws(JSONSyntaxError) -> Bool {
        guard var members = elements.object(in: data) else { return false }
        var (index, finish, hasMessage): (Int?, Range<Int>?, Bool) = (nil, nil, false)
        while try members.advance(in: data) {
            if members.isNamed("message", in: data) {
                hasMessage = try message.read(&members, in: data)
                if !hasMessage { _ = try members.value(in: data) }
            } else if members.isNamed("index", in: data) {
                index = try members.integer(in: data)
            } else if members.isNamed("finish_reason", in: data) {
                finish = try members.value(in: data)
            } else {
                _ = try members.value(in: data)
                if members.isNamed("delta", in: data) || members.isNamed("text", in: data) { return false }
            }
        }
        guard let index, hasMessage, let finish,
            JSONScanner.kind(in: data, at: finish.lowerBound) == .string,
            !JSONScanner.isEmptyString(finish, in: data), !JSONScanner.string(finish, in: data, equals: "null")
        else { return false }
        (self.index, self.finish) = (index, finish)
        elements.position = members.position
        return true
    }
}
