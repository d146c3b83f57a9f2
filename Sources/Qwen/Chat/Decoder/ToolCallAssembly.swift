import Inference

/// Puts tool calls together from pieces.
///
/// Pieces belong together by index. The service leaves ids and names out or empty after the first piece, may leave the
/// index out, repeats whole pieces, and starts another call on a used index by giving another id.
struct ToolCallAssembly: Sendable {
    private var calls: [Call] = []
    /// The call that a piece with this index belongs to.
    private var currentByIndex: [Int: Int] = [:]
    private var delivered = 0

    private struct Call: Sendable {
        var id = ""
        var name = ""
        var arguments = ""
        var hasShownID = false
        var hasShownName = false
    }

    /// One piece as it came; absent fields are empty.
    struct Piece: Sendable {
        var index = 0
        var id = ""
        var name = ""
        var arguments = ""
    }

    /// A complete call, and what had to be made up for it.
    struct Completed: Sendable {
        var call: ToolCall
        var madeID: Bool
        var madeArguments: Bool
    }

    var isEmpty: Bool { calls.isEmpty }

    /// Takes a piece; the result is what it adds, or `nil` when it adds nothing.
    mutating func take(_ piece: Piece, isCumulative: Bool) -> ToolCallDelta? {
        let position = position(of: piece)
        let added = addition(of: piece, to: calls[position], isCumulative: isCumulative)
        if !piece.id.isEmpty { calls[position].id = piece.id }
        if !piece.name.isEmpty { calls[position].name = piece.name }
        calls[position].arguments += added
        var delta = ToolCallDelta(index: position, arguments: added)
        if !calls[position].hasShownID, !calls[position].id.isEmpty {
            delta.id = calls[position].id
            calls[position].hasShownID = true
        }
        if !calls[position].hasShownName, !calls[position].name.isEmpty {
            delta.name = calls[position].name
            calls[position].hasShownName = true
        }
        return delta.id == nil && delta.name == nil && added.isEmpty ? nil : delta
    }

    /// The calls that were not handed over yet. Ids and arguments that never came are made up.
    mutating func takeCompleted(answerID: String?) -> [Completed] {
        defer { delivered = calls.count }
        return (delivered..<calls.count).map { position in
            let call = calls[position]
            let id = call.id.isEmpty ? ToolCall.madeID(answerID: answerID, index: position) : call.id
            let arguments = call.arguments.isEmpty ? "{}" : call.arguments
            return Completed(
                call: ToolCall(index: position, id: id, name: call.name, arguments: arguments),
                madeID: call.id.isEmpty, madeArguments: call.arguments.isEmpty)
        }
    }

    /// Whether the arguments of the last call stop in the middle.
    var isTruncated: Bool {
        guard let last = calls.last, !last.arguments.isEmpty else { return false }
        let bytes = Array(last.arguments.utf8)
        do throws(JSONSyntaxError) {
            _ = try JSONScanner.document(in: bytes.span.bytes)
            return false
        } catch {
            return error.offset >= bytes.count
        }
    }

    private mutating func position(of piece: Piece) -> Int {
        if let current = currentByIndex[piece.index] {
            if piece.id.isEmpty || calls[current].id.isEmpty || calls[current].id == piece.id { return current }
            if let known = calls.firstIndex(where: { $0.id == piece.id }) {
                currentByIndex[piece.index] = known
                return known
            }
        }
        calls.append(Call())
        currentByIndex[piece.index] = calls.count - 1
        return calls.count - 1
    }

    /// The argument text that a piece adds: nothing when it repeats a complete call.
    private func addition(of piece: Piece, to call: Call, isCumulative: Bool) -> String {
        if call.arguments.isEmpty || piece.arguments.isEmpty { return piece.arguments }
        if piece.arguments == call.arguments, Self.isComplete(call.arguments) { return "" }
        if isCumulative, piece.arguments.utf8.starts(with: call.arguments.utf8) {
            return String(decoding: piece.arguments.utf8.dropFirst(call.arguments.utf8.count), as: UTF8.self)
        }
        return piece.arguments
    }

    private static func isComplete(_ arguments: String) -> Bool {
        let bytes = Array(arguments.utf8)
        return (try? JSONScanner.document(in: bytes.span.bytes)) != nil
    }
}
