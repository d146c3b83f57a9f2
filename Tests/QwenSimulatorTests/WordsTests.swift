import Testing

@testable import QwenSimulator

@Suite struct TokenSplitterTests {
    @Test(arguments: ["", "Hi", "Hello, wonderful world 2026!", "你好，世界🙂", "日本語 and English\n\nmixed", "e\u{301}a"])
    func piecesJoinToTheText(_ text: String) {
        #expect(TokenSplitter.pieces(text).joined() == text)
    }

    @Test func countsLikeItSplits() {
        let text = "The weather in 北京 is 21 degrees — nice!"
        #expect(TokenSplitter.count(text) == TokenSplitter.pieces(text).count)
    }
}

@Suite struct SchemaInstanceTests {
    @Test func fillsNestedSchemas() throws {
        let schema = try JSONParser.parse(
            #"""
            {"$defs":{"step":{"type":"object","properties":{"n":{"type":"integer","minimum":3,"maximum":5},
            "kind":{"enum":["slow","fast"]}},"required":["n","kind"]}},
            "type":"object","properties":{"steps":{"type":"array","items":{"$ref":"#/$defs/step"},"minItems":2},
            "note":{"anyOf":[{"type":"null"},{"type":"string","maxLength":4}]},"ok":{"type":["boolean","null"]},
            "day":{"type":"string","format":"date"},"ratio":{"type":"number","exclusiveMinimum":0}},
            "required":["steps","note","ok","day","ratio"]}
            """#)
        let made = SchemaInstance(root: schema, prompt: Prompt("Be fast in Paris")).make()
        #expect(made["steps"]?.array?.count == 2)
        #expect(made["steps"]?.array?[0] == ["n": 3, "kind": "fast"])
        #expect(made["note"] == "Pari")
        #expect(made["ok"] == true)
        #expect(made["day"] == "2026-11-23")
        #expect(made["ratio"]?.double ?? 0 > 0)
    }

    @Test func endsWithRecursiveSchemas() throws {
        let schema = try JSONParser.parse(
            ##"{"type":"object","properties":{"child":{"$ref":"#"}},"required":["child"]}"##)
        #expect(SchemaInstance(root: schema, prompt: Prompt("x")).make()["child"] != nil)
    }
}

@Suite struct PromptTests {
    @Test func findsNames() {
        #expect(Prompt("What is the weather in New York and Paris?").names == ["New York", "Paris"])
        #expect(Prompt("北京和上海的天气").names == ["北京", "上海"])
    }

    @Test func saysWhatItIsTold() {
        var writer = SentenceWriter(prompt: Prompt("Reply with exactly: pong"), generator: .init(seed: 1, salt: ""))
        #expect(writer.answer() == "pong")
    }
}
