import Inference
import Testing

@Suite struct SubtitleTests {
    private func words(_ text: String, from begin: Int, each length: Int) -> [Transcript.Word] {
        text.split(separator: " ").enumerated().map { index, word in
            Transcript.Word(begin: begin + index * length, end: begin + (index + 1) * length, text: String(word))
        }
    }

    private func transcript(_ segments: [Transcript.Segment]) -> Transcript {
        Transcript(text: segments.map(\.text).joined(separator: " "), segments: segments)
    }

    @Test func timeCodesAreExact() {
        let segment = Transcript.Segment(begin: 3_723_004, end: 3_724_999, text: "Here we are.")
        let srt = TranscriptWriter().write(transcript([segment]), as: .srt)
        #expect(srt == "1\n01:02:03,004 --> 01:02:04,999\nHere we are.\n\n")
        let vtt = TranscriptWriter().write(transcript([segment]), as: .vtt)
        #expect(vtt == "WEBVTT\n\n01:02:03.004 --> 01:02:04.999\nHere we are.\n\n")
    }

    @Test func aLongSentenceIsSharedOutByItsWords() {
        let text =
            "The committee, which had been meeting since early morning, finally agreed that the bridge over the river would have to be closed for at least two years."
        let segment = Transcript.Segment(begin: 0, end: 10_800, text: text, words: words(text, from: 0, each: 400))
        let cues = SubtitleLayout().cues(transcript([segment]))
        #expect(cues.count >= 2)
        #expect(cues.allSatisfy { $0.lines.count <= 2 && $0.lines.allSatisfy { $0.count <= 42 } })
        #expect(cues.allSatisfy { $0.end - $0.begin <= 7000 && $0.end > $0.begin })
        #expect(cues.flatMap(\.lines).joined(separator: " ") == text)
        for (one, next) in zip(cues, cues.dropFirst()) { #expect(one.end <= next.begin) }
        // A cue begins when its first word is said.
        #expect(cues[1].begin % 400 == 0)
    }

    @Test func withoutTimesOfWordsTheTimeIsSharedByLength() {
        let text = String(repeating: "word ", count: 40).trimmingASCIIWhitespace()
        let segment = Transcript.Segment(begin: 1000, end: 21_000, text: text)
        let cues = SubtitleLayout().cues(transcript([segment]))
        #expect(cues.first?.begin == 1000 && cues.last?.end == 21_000 && cues.count >= 3)
        #expect(cues.allSatisfy { $0.end - $0.begin <= 7000 })
    }

    @Test func wideLettersTakeTwoColumns() {
        let text = "今天我们讨论第一季度的预算以及明年的计划，请大家在会议结束之前提出所有的问题。"
        let cues = SubtitleLayout().cues(transcript([.init(begin: 0, end: 12_000, text: text)]))
        #expect(cues.flatMap(\.lines).allSatisfy { $0.count <= 21 })
        #expect(cues.flatMap(\.lines).joined() == text)
    }

    @Test func whoeverSpeaksIsNamed() {
        var first = Transcript.Segment(begin: 0, end: 1000, text: "Hello.")
        var second = Transcript.Segment(begin: 900, end: 2000, text: "<Hi> & bye --> now.")
        (first.speaker, second.speaker) = (1, 2)
        let spoken = transcript([first, second])
        let srt = TranscriptWriter().write(spoken, as: .srt)
        #expect(srt.contains("00:00:00,000 --> 00:00:00,900\n[Speaker 1] Hello.\n"))
        #expect(srt.contains("[Speaker 2] <Hi> & bye -> now.\n"))
        let vtt = TranscriptWriter().write(spoken, as: .vtt)
        #expect(vtt.contains("<v Speaker 2>&lt;Hi&gt; &amp; bye --&gt; now.\n"))
        #expect(
            TranscriptWriter().write(spoken, as: .text) == "Speaker 1: Hello.\n\nSpeaker 2: <Hi> & bye --> now.\n")
    }

    @Test func aTranscriptSurvivesItsJSON() throws {
        var segment = Transcript.Segment(
            begin: 120, end: 2310, text: "Hi there.", words: words("Hi there.", from: 120, each: 1095))
        (segment.speaker, segment.channel, segment.language, segment.emotion) = (2, 1, "en", "happy")
        var whole = transcript([segment])
        (whole.language, whole.seconds) = ("en", 2.5)
        #expect(Transcript(json: whole.json) == whole)
        let written = TranscriptWriter().write(whole, as: .json)
        #expect(Transcript(json: try JSONValue(parsing: written)) == whole)
    }
}
