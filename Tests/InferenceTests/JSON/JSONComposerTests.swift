import Inference
import Testing

@Suite struct JSONComposerTests {
    @Test func putsCommasBetweenMembersAndElementsOnly() {
        var text = JSONComposer()
        text.object {
            $0.member("a", 1)
            $0.array("b") {
                $0.value("x")
                $0.object { _ in }
                $0.null()
            }
            $0.object("c") { $0.member("d", true) }
            $0.member(null: "e")
        }
        #expect(String(decoding: text.bytes, as: UTF8.self) == #"{"a":1,"b":["x",{},null],"c":{"d":true},"e":null}"#)
    }

    @Test func escapesBytesAndJoinsWhatIsEscapedAlready() throws {
        var text = JSONComposer()
        text.array {
            $0.string(Array(#"{"q":"\n"}"#.utf8)[...])
            $0.string(joining: [Array(#"a\n"#.utf8)[...], Array("b".utf8)[...]])
            $0.value(.object(["k": .null]))
        }
        let value = try JSONValue(parsing: text.bytes)
        #expect(value == [.string(#"{"q":"\n"}"#), "a\nb", ["k": nil]])
    }

    @Test func escapesWhatStandsAnywhereInALongText() throws {
        for text in ["\"", "\n", "12345678\"", "1234567\\", "\u{1F}x\n\"\\/\u{7F}é🙂\t\u{8}\u{C}\r12345678\n", ""] {
            var composer = JSONComposer()
            composer.array {
                $0.value(text)
                $0.string(Array(text.utf8)[...])
            }
            #expect(try JSONValue(parsing: composer.bytes) == [.string(text), .string(text)])
        }
    }

    @Test func writesBehindOtherBytes() {
        var bytes = Array("data: ".utf8)
        JSONComposer.append(to: &bytes) { $0.object { $0.member("t", "x\u{1}y") } }
        #expect(String(decoding: bytes, as: UTF8.self) == #"data: {"t":"x\u0001y"}"#)
    }
}
