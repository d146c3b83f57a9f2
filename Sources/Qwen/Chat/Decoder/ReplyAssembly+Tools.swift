import Inference

// Tool calls of a delta or message.
extension ReplyAssembly {
    mutating func takeToolCalls(
        _ range: Range<Int>, in data: RawSpan, into output: inout ChatDecoderOutput
    ) throws(JSONSyntaxError) {
        if JSONScanner.kind(in: data, at: range.lowerBound) == .object {
            return try takeToolCall(range, in: data, into: &output)
        }
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .array else { return }
        var calls = try JSONArrayCursor(in: data, at: range.lowerBound)
        while let call = try calls.next(in: data) { try takeToolCall(call, in: data, into: &output) }
    }

    private mutating func takeToolCall(
        _ range: Range<Int>, in data: RawSpan, into output: inout ChatDecoderOutput
    ) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return }
        var piece = ToolCallAssembly.Piece()
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("index", in: data) {
                piece.index = Self.index(member.value, in: data)
            } else if member.isNamed("id", in: data) {
                piece.id = Self.text(of: member.value, in: data)
            } else if member.isNamed("function", in: data) {
                try readFunction(member.value, in: data, into: &piece)
            }
        }
        if let delta = tools.take(piece, isCumulative: isCumulative) { output.events.append(.toolCallDelta(delta)) }
    }

    private func readFunction(
        _ range: Range<Int>, in data: RawSpan, into piece: inout ToolCallAssembly.Piece
    ) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return }
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("name", in: data) {
                piece.name = Self.text(of: member.value, in: data)
            } else if member.isNamed("arguments", in: data) {
                piece.arguments = Self.arguments(member.value, in: data)
            }
        }
    }

    /// A number, or a number written as a string; anything else counts as 0.
    private static func index(_ range: Range<Int>, in data: RawSpan) -> Int {
        JSONScanner.integer(range, in: data) ?? JSONScanner.string(range, in: data).flatMap { Int($0) } ?? 0
    }

    /// Argument text; arguments that came as an object are kept as the JSON that they are.
    private static func arguments(_ range: Range<Int>, in data: RawSpan) -> String {
        if let text = JSONScanner.string(range, in: data) { return text }
        return JSONScanner.isNull(range, in: data) ? "" : value(of: data.extracting(range)).text
    }
}
