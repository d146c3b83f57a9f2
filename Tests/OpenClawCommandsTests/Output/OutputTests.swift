import Inference
import OpenClawCommands
import OpenClawHost
import Testing

@Suite struct TextTableTests {
    @Test func padsCutsAndNeverTrailsSpaces() {
        var table = TextTable(columns: [.init("Model", width: 10), .init("In", width: 4), .init("Tags", width: 1)])
        table.append(["a", "text", "x,y"])
        table.append(["abcdefghijkl", "-", ""])
        #expect(table.lines == ["Model      In   Tags", "a          text x,y", "abcdefg... -"])
    }
}

@Suite struct JSONTextTests {
    @Test func keepsOrderEscapesAndLeavesEmptyListsOnTheirLine() {
        let value: JSONValue = ["b": 1, "a": [], "text": "a\"\\\n\u{1}é", "list": [true, nil]]
        #expect(
            JSONText.pretty(value)
                == """
                {
                  "b": 1,
                  "a": [],
                  "text": "a\\"\\\\\\n\\u0001é",
                  "list": [
                    true,
                    null
                  ]
                }
                """)
    }
}

@Suite struct TextStyleTests {
    @Test(arguments: [
        (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
        (true, ["TERM": "dumb"], false),
    ])
    func coloursOnlyATerminalThatTakesIt(_ isTerminal: Bool, _ environment: [String: String], _ expected: Bool) {
        #expect(TextStyle(for: RecordingSink(isTerminal: isTerminal), environment: environment).isEnabled == expected)
    }
}

@Suite struct SecretScrubberTests {
    static let key = "sk-sp-1234567890abcdefghij"

    @Test(arguments: [
        ("key \(key) refused", "key *** refused"),
        ("Authorization: Bearer abc.def/ghi=jkl", "Authorization: Bearer ***"),
        ("ask-sp-1234567890abcdefghij", "ask-sp-1234567890abcdefghij"),
        ("sk-sp-***ghij", "sk-sp-***ghij"),
        ("risk-free and sk-short", "risk-free and sk-short"),
    ])
    func takesOutWhatIsShapedLikeAKey(_ text: String, _ expected: String) {
        #expect(SecretScrubber().scrub(text) == expected)
    }

    @Test func takesOutKnownValuesWhateverTheirShape() {
        let scrubber = SecretScrubber(environment: ["ACME_API_KEY": "plainword42", "EDITOR": "plainvim99"])
        #expect(scrubber.scrubKnown("a plainword42 plainvim99") == "a *** plainvim99")
        scrubber.learn(Secret("plainvim99"))
        #expect(scrubber.scrubKnown("plainvim99") == "***")
    }
}
