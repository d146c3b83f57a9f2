/// Splits a text where a speaker would draw breath: at the ends of paragraphs and sentences, else at commas, else at spaces,
/// and within a word only when nothing else is left.
public struct TextPieces: Sendable {
    private let limit: Int
    private let hanWeight: Int

    /// - Parameters:
    ///   - limit: how many characters a piece may have.
    ///   - hanWeight: how many of them a Han character counts as.
    public init(limit: Int, hanWeight: Int = 1) {
        self.limit = max(hanWeight, limit)
        self.hanWeight = hanWeight
    }

    private static let ends: Set<Character> = [
        ".", "!", "?", "…", "。", "！", "？", "．", ";", "；", "\n", "\r\n", "\u{2029}",
    ]
    private static let closers: Set<Character> = ["\"", "'", "”", "’", "」", "』", ")", "）", "]", "》", "»"]
    private static let pauses: Set<Character> = [",", "，", "、", ":", "：", "–", "—"]

    /// Characters as services count them: Unicode scalars.
    public func count(_ text: some StringProtocol) -> Int {
        guard hanWeight != 1 else { return text.unicodeScalars.count }
        return text.unicodeScalars.reduce(0) { $0 + ($1.isHan ? hanWeight : 1) }
    }

    /// The pieces in order, without the white space between them and without empty ones.
    public func split(_ text: String) -> [String] {
        var pieces: [String] = []
        var rest = text.trimmingASCIIWhitespace()[...]
        while !rest.isEmpty {
            let end = self.end(of: rest)
            let piece = rest[..<end].trimmingASCIIWhitespace()
            if !piece.isEmpty { pieces.append(piece) }
            rest = rest[end...].drop(while: \.isWhitespace)
        }
        return pieces
    }

    /// Where the first piece ends: as late as fits.
    private func end(of text: Substring) -> Substring.Index {
        var used = 0
        var sentence: Substring.Index?
        var pause: Substring.Index?
        var space: Substring.Index?
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            used += count(String(character))
            guard used <= limit else {
                // A grapheme that alone is longer than a piece leaves whole all the same.
                let whole = index > text.startIndex ? index : text.index(after: index)
                return sentence ?? pause ?? space ?? whole
            }
            let next = text.index(after: index)
            if isEnd(text, index, next) {
                sentence = afterClosers(text, next, used)
            } else if Self.pauses.contains(character), next < text.endIndex, text[next].isWhitespace || character.isWide
            {
                pause = next
            } else if character.isWhitespace {
                space = next
            }
            index = next
        }
        return text.endIndex
    }

    /// A dot ends a sentence only before white space, so that numbers and addresses stay whole.
    private func isEnd(_ text: Substring, _ index: Substring.Index, _ next: Substring.Index) -> Bool {
        let character = text[index]
        guard Self.ends.contains(character) else { return false }
        guard character == ".", next < text.endIndex else { return true }
        return text[next].isWhitespace || Self.closers.contains(text[next])
    }

    /// Quotation marks that close belong to the sentence, as far as they fit.
    private func afterClosers(_ text: Substring, _ start: Substring.Index, _ used: Int) -> Substring.Index {
        var (index, used) = (start, used)
        while index < text.endIndex, Self.closers.contains(text[index]), used < limit {
            used += 1
            index = text.index(after: index)
        }
        return index
    }
}

extension Unicode.Scalar {
    /// Whether it is written in Han characters.
    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}

extension Character {
    /// Whether it takes the place of two letters: Han, Kana, Hangul and their punctuation.
    var isWide: Bool {
        guard let first = unicodeScalars.first else { return false }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x323AF:
            return true
        default: return false
        }
    }
}
