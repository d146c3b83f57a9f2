import Testing

@testable import QwenSimulator

@Suite struct JSONParserTests {
    @Test(arguments: [
        #"{"b":1,"a":[true,null,-2.5,"x\n\"é"],"c":{}}"#, "[]", #""\\""#, "0", #"{"a":1e+20}"#,
    ])
    func writesWhatItRead(_ text: String) throws {
        let value = try JSONParser.parse(text)
        #expect(try JSONParser.parse(value.text) == value)
    }

    @Test func readsEscapes() throws {
        #expect(try JSONParser.parse(#""\u4f60\ud83d\ude42\ud83d""#) == "你🙂\u{FFFD}")
    }

    @Test(arguments: ["", "{", "[1,]", #"{"a":}"#, "tru", "\"a\nb\"", "1 2", "{'a':1}", #""\x""#, "-"])
    func refusesBrokenText(_ text: String) {
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(text) }
    }

    @Test func boundsDepth() {
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(String(repeating: "[", count: 100_000)) }
    }
}
