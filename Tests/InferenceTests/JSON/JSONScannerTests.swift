import Inference
import Testing

struct JSONScannerTests {
    @Test func walksAnEventWithoutATree() throws {
        let bytes = Array(#"data: {"id":"x","choices":[{"delta":{"content":"Hé\n"},"index":0}],"usage":null}"#.utf8)
        let span = bytes.span.bytes
        var members = try JSONObjectCursor(in: span, at: 6)
        var text: String?
        while let member = try members.next(in: span) {
            guard member.isNamed("choices", in: span) else { continue }
            var choices = try JSONArrayCursor(in: span, at: member.value.lowerBound)
            while let choice = try choices.next(in: span) {
                var parts = try JSONObjectCursor(in: span, at: choice.lowerBound)
                while let part = try parts.next(in: span) {
                    guard part.isNamed("delta", in: span) else { continue }
                    var delta = try JSONObjectCursor(in: span, at: part.value.lowerBound)
                    while let piece = try delta.next(in: span) { text = JSONScanner.string(piece.value, in: span) }
                }
            }
        }
        #expect(text == "Hé\n")
        #expect(members.position == bytes.count)
    }

    @Test func findsStringEndsAtEveryAlignment() throws {
        for special in ["\"", "\\\\\"", "\\\"x\""] {
            for length in 0..<40 {
                for tail in 0..<10 {
                    let text =
                        "\"" + String(repeating: "é", count: length / 2) + String(repeating: "a", count: length % 2)
                    let bytes = Array((text + special + String(repeating: " ", count: tail)).utf8)
                    let range = try JSONScanner.value(in: bytes.span.bytes)
                    #expect(range.upperBound == bytes.count - tail)
                }
            }
        }
    }

    @Test func findsEveryControlCharacterAtEveryPlaceOfAWord() {
        for control in UInt8(0)..<0x20 {
            for place in 1..<20 {
                var bytes = [UInt8](repeating: 0xFF, count: 22)
                bytes[0] = 0x22
                bytes[21] = 0x22
                bytes[place] = control
                let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(bytes) }
                #expect(error?.offset == place)
            }
        }
    }

    @Test func comparesStringsByMeaning() throws {
        let bytes = Array(#"{"mod\u0065l":"a\u0062"}"#.utf8)
        let span = bytes.span.bytes
        var members = try JSONObjectCursor(in: span)
        guard let member = try members.next(in: span) else {
            Issue.record("expected a member")
            return
        }
        let isModel = member.isNamed("model", in: span)
        let name = member.name(in: span)
        let isDecoded = JSONScanner.string(member.value, in: span, equals: "ab")
        let isVerbatim = JSONScanner.string(member.value, in: span, equals: "a\\u0062")
        let (second, third) = (try members.next(in: span), try members.next(in: span))
        #expect(isModel)
        #expect(name == "model")
        #expect(isDecoded)
        #expect(!isVerbatim)
        #expect(second == nil)
        #expect(third == nil)
    }
}
