/// What the simulated model understands of a prompt: its language, its subject, its names and numbers.
struct Prompt: Sendable {
    enum Language: Sendable { case english, chinese, japanese }

    private static let stopWords: Set<String> = [
        "what", "whats", "what's", "the", "a", "an", "is", "are", "in", "of", "for", "to", "and", "or", "on", "at",
        "please", "tell", "me", "how", "who", "when", "where", "which", "why", "use", "tool", "tools", "with", "get",
        "give", "do", "does", "my", "your", "you", "it", "this", "that", "can", "could", "call", "i", "be", "was",
        "json", "as", "object", "return", "answer", "reply", "about", "both", "from", "then", "write", "show",
    ]

    let text: String
    let language: Language
    let words: [String]

    init(_ text: String) {
        self.text = text
        var hasKana = false
        var hasIdeograph = false
        for scalar in text.unicodeScalars {
            if (0x3040...0x30FF).contains(scalar.value) { hasKana = true }
            if (0x4E00...0x9FFF).contains(scalar.value) { hasIdeograph = true }
        }
        language = hasKana ? .japanese : hasIdeograph ? .chinese : .english
        words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }.map(String.init)
    }

    /// The start of the prompt on one line, short enough to be quoted in a sentence.
    var subject: String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let limit = language == .english ? 60 : 24
        guard line.count > limit else { return Self.withoutEndMarks(line) }
        let cut = line.prefix(limit)
        let atWord = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return Self.withoutEndMarks(String(atWord))
    }

    var numbers: [Double] {
        text.split { !$0.isNumber && $0 != "." && $0 != "-" }.compactMap { Double(String($0)) }
    }

    /// Texts in double quotes.
    var quotes: [String] {
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }.filter { !$0.isEmpty }
    }

    /// Words that carry meaning, last ones first in importance.
    var contentWords: [String] {
        words.filter { $0.count > 1 && !Self.stopWords.contains($0.lowercased()) }
    }

    /// Names: capitalised words inside a sentence, or what stands around 和 and 、.
    var names: [String] {
        if language != .english { return joinedNames }
        var names: [String] = []
        var previousWasName = false
        for (index, word) in words.enumerated() {
            let isName = index > 0 && word.first?.isUppercase == true && !Self.stopWords.contains(word.lowercased())
            let isFirstCharacterOnly = word.dropFirst().allSatisfy { !$0.isUppercase }
            if isName, isFirstCharacterOnly {
                let pair = (names.last ?? "") + " " + word
                if previousWasName, text.contains(pair) { names[names.count - 1] = pair } else { names.append(word) }
            }
            previousWasName = isName
        }
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    func mentions(_ needle: String) -> Bool { text.lowercased().contains(needle.lowercased()) }

    private var joinedNames: [String] {
        var names: [String] = []
        var rest = text[...]
        while let joint = rest.firstIndex(where: { $0 == "和" || $0 == "、" || $0 == "と" }) {
            let before = rest[..<joint].suffix(2)
            if names.last.map({ !before.hasSuffix($0) }) ?? true { names.append(String(before)) }
            rest = rest[rest.index(after: joint)...]
            names.append(String(rest.prefix(2)))
        }
        return names
    }

    private static func withoutEndMarks(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, "?!.,:;。？！、 ".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
