/// Makes subtitles of a transcript: no cue has more lines, or lasts longer, than people can read, and none overlaps the next.
public struct SubtitleLayout: Sendable {
    /// Columns of a line; Han, Kana and Hangul take two.
    public var lineLength: Int
    public var lineCount: Int
    /// The longest time of a cue, in milliseconds.
    public var longest: Int

    public init(lineLength: Int = 42, lineCount: Int = 2, longest: Int = 7000) {
        self.lineLength = max(4, lineLength)
        self.lineCount = max(1, lineCount)
        self.longest = max(1000, longest)
    }

    private struct Token {
        var text: String
        var begin: Int
        var end: Int
        var width: Int
        /// Whether white space stands before it.
        var isSeparate: Bool
    }

    /// The cues of all segments in the order of time.
    public func cues(_ transcript: Transcript) -> [SubtitleCue] {
        var cues: [SubtitleCue] = []
        for segment in transcript.segments.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
            var layout = self
            // The name of the speaker takes its place in the first line.
            if segment.speaker != nil { layout.lineLength = max(12, lineLength - 12) }
            cues += layout.cues(segment)
        }
        cues.sort { $0.begin < $1.begin }
        for index in cues.indices.dropLast() where cues[index].end > cues[index + 1].begin {
            // Two who speak at once: the first makes room, but stays to be seen.
            let end = max(cues[index + 1].begin, cues[index].begin + 1)
            cues[index].end = min(cues[index].end, end)
        }
        return cues
    }

    private func cues(_ segment: Transcript.Segment) -> [SubtitleCue] {
        let tokens = tokens(segment)
        var cues: [SubtitleCue] = []
        var start = 0
        while start < tokens.count {
            let end = self.end(of: tokens, from: start)
            let group = tokens[start..<end]
            guard let first = group.first, let last = group.last else { break }
            cues.append(
                SubtitleCue(
                    begin: first.begin, end: max(last.end, first.begin + 1), lines: lines(group),
                    speaker: segment.speaker))
            start = end
        }
        return cues
    }

    /// How many tokens go into one cue: as many as fit, and if there are more, up to a place where people pause.
    private func end(of tokens: [Token], from start: Int) -> Int {
        var index = start
        var pause: Int?
        while index < tokens.count {
            let fits = lines(tokens[start...index]).count <= lineCount
            let lasts = tokens[index].end - tokens[start].begin
            if index > start, !fits || lasts > longest { break }
            index += 1
            if let last = tokens[index - 1].text.last, ".!?。！？,，、;；:：".contains(last) { pause = index }
        }
        guard index < tokens.count, let pause, pause > start, pause - start > (index - start) / 2 else { return index }
        return pause
    }

    /// Lines of nearly equal length where more than one is needed.
    private func lines(_ tokens: ArraySlice<Token>) -> [String] {
        let greedy = wrap(tokens, at: lineLength)
        guard greedy.count == 2, lineCount >= 2 else { return greedy }
        let total = width(tokens)
        for length in stride(from: (total + 1) / 2, through: lineLength, by: 1) {
            let lines = wrap(tokens, at: length)
            if lines.count == 2 { return lines }
        }
        return greedy
    }

    private func width(_ tokens: ArraySlice<Token>) -> Int {
        tokens.enumerated().reduce(0) { $0 + $1.element.width + ($1.offset > 0 && $1.element.isSeparate ? 1 : 0) }
    }

    private func wrap(_ tokens: ArraySlice<Token>, at length: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for token in tokens {
            let space = line.isEmpty || !token.isSeparate ? 0 : 1
            if !line.isEmpty, used + space + token.width > length {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if !line.isEmpty, token.isSeparate {
                line += " "
                used += 1
            }
            line += token.text
            used += token.width
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// Words with their times; without times, the time of the sentence is shared out by length.
    private func tokens(_ segment: Transcript.Segment) -> [Token] {
        let parts = Self.parts(segment.text)
        let widths = parts.map { Self.width($0.text) }
        let total = max(1, widths.reduce(0, +))
        let duration = max(1, segment.end - segment.begin)
        if !segment.words.isEmpty, let timed = timed(segment) { return timed }
        var position = 0
        return zip(parts, widths).map { part, width in
            defer { position += width }
            return Token(
                text: part.text, begin: segment.begin + duration * position / total,
                end: segment.begin + duration * (position + width) / total, width: width, isSeparate: part.isSeparate)
        }
    }

    /// The words of the service, spaced as its text is; `nil` when they are not the words of the text.
    private func timed(_ segment: Transcript.Segment) -> [Token]? {
        var rest = segment.text[...]
        var tokens: [Token] = []
        for word in segment.words {
            let text = word.text.trimmingASCIIWhitespace()
            guard !text.isEmpty else { continue }
            let trimmed = rest.drop(while: \.isWhitespace)
            let isSeparate = trimmed.startIndex != rest.startIndex
            let own = trimmed.prefix(text.count)
            let isSame = own.lowercased() == text.lowercased()
            let found = isSame ? String(own) : text
            rest = isSame ? trimmed.dropFirst(text.count) : trimmed
            guard isSame || !text.contains(where: \.isWhitespace) else { return nil }
            if !isSame { return nil }
            tokens.append(
                Token(
                    text: found, begin: word.begin, end: max(word.end, word.begin), width: Self.width(found),
                    isSeparate: isSeparate && !tokens.isEmpty))
        }
        let tail = rest.trimmingASCIIWhitespace()
        guard tail.allSatisfy({ $0.isPunctuation || $0.isSymbol }) else { return nil }
        if !tail.isEmpty, !tokens.isEmpty {
            tokens[tokens.count - 1].text += tail
            tokens[tokens.count - 1].width += Self.width(tail)
        }
        return tokens.isEmpty ? nil : tokens
    }

    /// Words; of scripts without spaces every character, with the signs that follow it.
    private static func parts(_ text: String) -> [(text: String, isSeparate: Bool)] {
        var parts: [(text: String, isSeparate: Bool)] = []
        var isSeparate = false
        var continues = false
        for character in text {
            if character.isWhitespace {
                (isSeparate, continues) = (!parts.isEmpty, false)
            } else if character.isWide, !character.isPunctuation {
                parts.append((String(character), isSeparate))
                (isSeparate, continues) = (false, false)
            } else if character.isPunctuation, !parts.isEmpty, !isSeparate {
                parts[parts.count - 1].text.append(character)
                continues = !character.isWide
            } else if continues {
                parts[parts.count - 1].text.append(character)
            } else {
                parts.append((String(character), isSeparate))
                (isSeparate, continues) = (false, true)
            }
        }
        return parts
    }

    private static func width(_ text: String) -> Int { text.reduce(0) { $0 + ($1.isWide ? 2 : 1) } }
}
