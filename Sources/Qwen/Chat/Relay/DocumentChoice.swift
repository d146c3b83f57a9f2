import Inference

/// What matters of a choice of a document.
struct DocumentChoice {
    private(set) var index: Int
    /// The reason for the end, which is no empty string.
    private(set) var finish: Range<Int>
    private(set) var message: MessageShape

    /// Reads the element that a cursor stands at, and moves the cursor behind it.
    ///
    /// - Returns: `nil` when the choice is not as a strict client wants it; the cursor then stays where it is.
    init?(_ elements: inout JSONArrayCursor, in data: RawSpan) throws(JSONSyntaxError) {
        guard var members = elements.object(in: data) else { return nil }
        var (index, finish, message): (Int?, Range<Int>?, MessageShape?)
        while try members.advance(in: data) {
            if members.isNamed("message", in: data) {
                message = try MessageShape(&members, in: data)
                if message == nil { _ = try members.value(in: data) }
            } else if members.isNamed("index", in: data) {
                index = try members.integer(in: data)
            } else if members.isNamed("finish_reason", in: data) {
                finish = try members.value(in: data)
            } else {
                _ = try members.value(in: data)
                if members.isNamed("delta", in: data) || members.isNamed("text", in: data) { return nil }
            }
        }
        guard let index, let message, let finish,
            JSONScanner.kind(in: data, at: finish.lowerBound) == .string,
            !JSONScanner.isEmptyString(finish, in: data), !JSONScanner.string(finish, in: data, equals: "null")
        else { return nil }
        (self.index, self.finish, self.message) = (index, finish, message)
        elements.position = members.position
    }
}
