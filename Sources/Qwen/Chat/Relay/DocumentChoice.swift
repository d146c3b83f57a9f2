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
        var (index, finish, message): (Range<Int>?, Range<Int>?, MessageShape?)
        while let member = try members.advance(in: data) {
            if member.isNamed("message", in: data) {
                message = try MessageShape(&members, in: data)
                if message == nil { _ = try members.value(in: data) }
                continue
            }
            let value = try members.value(in: data)
            if member.isNamed("index", in: data) {
                index = value
            } else if member.isNamed("finish_reason", in: data) {
                finish = value
            } else if member.isNamed("delta", in: data) || member.isNamed("text", in: data) {
                return nil
            }
        }
        guard let number = index.flatMap({ JSONScanner.integer($0, in: data) }), let message, let finish,
            JSONScanner.kind(in: data, at: finish.lowerBound) == .string,
            !JSONScanner.isEmptyString(finish, in: data), !JSONScanner.string(finish, in: data, equals: "null")
        else { return nil }
        (self.index, self.finish, self.message) = (number, finish, message)
        elements.position = members.position
    }
}
