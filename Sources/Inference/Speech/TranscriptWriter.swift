/// Writes a transcript in one of its formats.
public struct TranscriptWriter: Sendable {
    private let layout: SubtitleLayout

    public init(layout: SubtitleLayout = SubtitleLayout()) { self.layout = layout }

    /// The document, with a line break at its end.
    public func write(_ transcript: Transcript, as format: TranscriptFormat) -> String {
        switch format {
        case .text: text(transcript) + "\n"
        case .json: String(decoding: transcript.json.serialized(pretty: true), as: UTF8.self) + "\n"
        case .srt: srt(transcript)
        case .vtt: vtt(transcript)
        }
    }

    /// The words; where speakers were told apart, a paragraph for each turn.
    private func text(_ transcript: Transcript) -> String {
        guard transcript.segments.contains(where: { $0.speaker != nil }) else { return transcript.text }
        var paragraphs: [(speaker: Int?, text: String)] = []
        for segment in transcript.segments {
            if let last = paragraphs.last, last.speaker == segment.speaker {
                let space = last.text.last?.isWide == true ? "" : " "
                paragraphs[paragraphs.count - 1].text += space + segment.text
            } else {
                paragraphs.append((segment.speaker, segment.text))
            }
        }
        return paragraphs.map { turn in (turn.speaker.map { "Speaker \($0): " } ?? "") + turn.text }
            .joined(separator: "\n\n")
    }

    private func srt(_ transcript: Transcript) -> String {
        var text = ""
        for (number, cue) in layout.cues(transcript).enumerated() {
            text += "\(number + 1)\n\(Self.clock(cue.begin, ",")) --> \(Self.clock(cue.end, ","))\n"
            let lines = cue.lines.map { Self.plain($0) }
            text += (cue.speaker.map { "[Speaker \($0)] " } ?? "") + lines.joined(separator: "\n") + "\n\n"
        }
        return text
    }

    private func vtt(_ transcript: Transcript) -> String {
        var text = "WEBVTT\n\n"
        for cue in layout.cues(transcript) {
            text += "\(Self.clock(cue.begin, ".")) --> \(Self.clock(cue.end, "."))\n"
            let lines = cue.lines.map { Self.escaped($0) }
            text += (cue.speaker.map { "<v Speaker \($0)>" } ?? "") + lines.joined(separator: "\n") + "\n\n"
        }
        return text
    }

    /// `01:02:03,004`.
    static func clock(_ milliseconds: Int, _ mark: String) -> String {
        let whole = max(0, milliseconds)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let (hours, minutes, seconds) = (whole / 3_600_000, whole / 60_000 % 60, whole / 1000 % 60)
        return "\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2))\(mark)\(padded(whole % 1000, 3))"
    }

    /// An arrow in a line would be taken for times.
    private static func plain(_ line: String) -> String { line.replacing("-->", with: "->") }

    private static func escaped(_ line: String) -> String {
        line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
