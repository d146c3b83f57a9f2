import Inference
import Testing

@Suite struct TextPiecesTests {
    @Test(arguments: [
        ("One. Two! Three?", 100, ["One. Two! Three?"]),
        ("One. Two! Three?", 11, ["One. Two!", "Three?"]),
        ("One. Two! Three?", 9, ["One. Two!", "Three?"]),
        ("One. Two! Three?", 8, ["One.", "Two!", "Three?"]),
        ("Pi is 3.14 today. Yes.", 20, ["Pi is 3.14 today.", "Yes."]),
        ("first half, second half of it", 16, ["first half,", "second half of", "it"]),
        ("no signs at all here", 10, ["no signs", "at all", "here"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("他来了。她走了！", 4, ["他来了。", "她走了！"]),
        ("He said \"Go.\" Then he went.", 14, ["He said \"Go.\"", "Then he went."]),
        ("  \n one \n\n two \n", 100, ["one \n\n two"]),
        ("", 10, []),
        ("   ", 10, []),
    ])
    func splitsWhereASpeakerDrawsBreath(_ text: String, _ limit: Int, _ pieces: [String]) {
        #expect(TextPieces(limit: limit).split(text) == pieces)
    }

    @Test func aHanCharacterMayCountTwice() {
        let pieces = TextPieces(limit: 8, hanWeight: 2)
        #expect(pieces.count("他来了ab") == 8)
        #expect(pieces.split("他来了。她走了。") == ["他来了。", "她走了。"])
    }

    @Test func noPieceIsLongerThanTheLimitAndNothingIsLost() {
        let words = (0..<3000).map { $0 % 17 == 0 ? "end\($0)." : $0 % 7 == 0 ? "pause," : "word\($0)" }
        let text = words.joined(separator: " ")
        for limit in [5, 12, 50, 600] {
            let pieces = TextPieces(limit: limit).split(text)
            #expect(pieces.allSatisfy { $0.unicodeScalars.count <= limit })
            #expect(pieces.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
