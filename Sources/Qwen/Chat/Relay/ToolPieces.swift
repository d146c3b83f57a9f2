import Inference

/// The list of tool calls in one delta, as a strict client may see it: ids and names once, no repetitions.
struct ToolPieces {
    /// The list, in JSON.
    private(set) var bytes: [UInt8] = []
    /// Whether it differs from what the service wrote.
    private(set) var isMended = false
    /// Whether nothing is left of it.
    private(set) var isEmpty = true

    /// One element as it is written.
    struct Element {
        fileprivate var place: Range<Int>
        fileprivate var piece = ToolCallAssembly.Piece()
        fileprivate var arguments = 0..<0
        fileprivate var hasID = false
        fileprivate var hasName = false
        fileprivate var hasType = false
        fileprivate var hasIndex = false
    }

    /// - Parameter relay: holds the calls so far; learns of the new pieces.
    init(_ elements: [Element], in data: RawSpan, of relay: inout StreamRelay, into said: inout ChatDecoderOutput) {
        bytes.append("[")
        for element in elements { take(element, in: data, of: &relay, into: &said) }
        bytes.append("]")
        if isEmpty { isMended = true }
    }

    /// The elements of a list; `nil` when one is not of the shape that tool calls have, and only the assembly can read it.
    static func elements(_ range: Range<Int>, in data: RawSpan) -> [Element]? {
        guard var cursor = try? JSONArrayCursor(in: data, at: range.lowerBound) else { return nil }
        var elements: [Element] = []
        while let place = try? cursor.next(in: data) {
            guard let element = element(place, in: data) else { return nil }
            elements.append(element)
        }
        return elements
    }

    private mutating func take(
        _ element: Element, in data: RawSpan, of relay: inout StreamRelay, into said: inout ChatDecoderOutput
    ) {
        let piece = element.piece
        let delta = relay.reply.tools.take(piece, isCumulative: false)
        if let delta { said.events.append(.toolCallDelta(delta)) }
        let isShown = relay.writer.calls.isShown(delta?.index ?? piece.index)
        let isAsWritten =
            element.hasIndex && (delta?.index ?? piece.index) == piece.index
            && (delta?.arguments ?? "") == piece.arguments
        let isHead = delta?.id != nil && delta?.name != nil && element.hasType && !isShown
        let isTail = !element.hasID && !element.hasName && isShown
        if isAsWritten, isHead || isTail {
            relay.writer.calls.note(piece.index, hasArguments: !piece.arguments.isEmpty)
            return append { $0.append(data, element.place) }
        }
        isMended = true
        if isAsWritten, isShown, delta != nil {
            relay.writer.calls.note(piece.index, hasArguments: true)
            return append { $0.append(continuing: piece.index, data, element.arguments) }
        }
        guard let delta, let value = relay.writer.calls.piece(of: delta, answerID: relay.writer.id) else { return }
        append { $0 += value.serialized() }
    }

    private mutating func append(_ write: (inout [UInt8]) -> Void) {
        if !isEmpty { bytes.append(",") }
        isEmpty = false
        write(&bytes)
    }

    /// Reads an element; `nil` when it has values of kinds that tool calls do not have.
    private static func element(_ range: Range<Int>, in data: RawSpan) -> Element? {
        guard var members = try? JSONObjectCursor(in: data, at: range.lowerBound) else { return nil }
        var element = Element(place: range)
        while let member = try? members.next(in: data) {
            if member.isNamed("index", in: data) {
                guard let index = JSONScanner.integer(member.value, in: data) else { return nil }
                (element.piece.index, element.hasIndex) = (index, true)
            } else if member.isNamed("id", in: data) {
                guard let text = text(member.value, in: data) else { return nil }
                (element.piece.id, element.hasID) = (text, true)
            } else if member.isNamed("type", in: data) {
                element.hasType = JSONScanner.string(member.value, in: data, equals: "function")
            } else if member.isNamed("function", in: data) {
                guard readFunction(member.value, in: data, into: &element) else { return nil }
            }
        }
        return element
    }

    private static func readFunction(_ range: Range<Int>, in data: RawSpan, into element: inout Element) -> Bool {
        guard var members = try? JSONObjectCursor(in: data, at: range.lowerBound) else { return false }
        var hasArguments = false
        while let member = try? members.next(in: data) {
            if member.isNamed("name", in: data) {
                guard let text = text(member.value, in: data) else { return false }
                (element.piece.name, element.hasName) = (text, true)
            } else if member.isNamed("arguments", in: data) {
                guard let text = JSONScanner.string(member.value, in: data) else { return false }
                (element.piece.arguments, element.arguments, hasArguments) = (text, member.value, true)
            }
        }
        return hasArguments
    }

    /// A string, or an empty one for `null`.
    private static func text(_ range: Range<Int>, in data: RawSpan) -> String? {
        JSONScanner.isNull(range, in: data) ? "" : JSONScanner.string(range, in: data)
    }
}

extension [UInt8] {
    /// Appends an element that only continues the arguments of a call.
    fileprivate mutating func append(continuing index: Int, _ data: RawSpan, _ arguments: Range<Int>) {
        append("{\"index\":")
        if (0..<10).contains(index) { append(UInt8(ascii: "0") + UInt8(index)) } else { self += String(index).utf8 }
        append(",\"function\":{\"arguments\":")
        append(data, arguments)
        append("}}")
    }
}
