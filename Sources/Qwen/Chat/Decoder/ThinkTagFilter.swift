/// Takes `<think>…</think>` out of visible text, also when a tag is cut by the end of a chunk.
struct ThinkTagFilter: Sendable {
    /// What a piece of visible text turned out to be.
    enum Piece: Hashable, Sendable {
        case text(String)
        case reasoning(String)
        /// A tag was found for the first time.
        case firstTag
    }

    private static let opening = "<think>"
    private static let closing = "</think>"

    private var isInside = false
    private var hasSeenTag = false
    private var skipsLineBreaks = false
    /// The end of the last chunk, when it may be the beginning of a tag.
    private var held = ""

    /// Whether text without a bracket passes as it is.
    var isIdle: Bool { !isInside && !skipsLineBreaks && held.isEmpty }

    /// Whether text was held back.
    var isHolding: Bool { !held.isEmpty }

    mutating func feed(_ chunk: String) -> [Piece] {
        if held.isEmpty, !skipsLineBreaks, !chunk.utf8.contains(UInt8(ascii: "<")) { return piece(chunk[...]) }
        let text = held + chunk
        held = ""
        return split(text[...])
    }

    /// Delivers what was held back.
    mutating func finish() -> [Piece] {
        defer { held = "" }
        return piece(held[...])
    }

    private mutating func split(_ text: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text
        while let mark = rest.firstIndex(of: "<") {
            let tail = rest[mark...]
            if let tag = [Self.opening, Self.closing].first(where: tail.hasPrefix) {
                pieces += piece(rest[..<mark]) + enter(tag)
                rest = tail.dropFirst(tag.count)
            } else if Self.opening.hasPrefix(tail) || Self.closing.hasPrefix(tail) {
                held = String(tail)
                return Self.joined(pieces + piece(rest[..<mark]))
            } else {
                pieces += piece(rest[...mark])
                rest = tail.dropFirst()
            }
        }
        return Self.joined(pieces + piece(rest))
    }

    private mutating func enter(_ tag: String) -> [Piece] {
        isInside = tag == Self.opening
        skipsLineBreaks = true
        defer { hasSeenTag = true }
        return hasSeenTag ? [] : [.firstTag]
    }

    private mutating func piece(_ text: Substring) -> [Piece] {
        var text = text
        if skipsLineBreaks {
            text = text.drop { $0.isNewline }
            if !text.isEmpty { skipsLineBreaks = false }
        }
        if text.isEmpty { return [] }
        return [isInside ? .reasoning(String(text)) : .text(String(text))]
    }

    /// Neighbours of one kind become one piece.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { result, next in
            switch (result.last, next) {
            case (.text(let left), .text(let right)): result[result.count - 1] = .text(left + right)
            case (.reasoning(let left), .reasoning(let right)): result[result.count - 1] = .reasoning(left + right)
            default: result.append(next)
            }
        }
    }
}
