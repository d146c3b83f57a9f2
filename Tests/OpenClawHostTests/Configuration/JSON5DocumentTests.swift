import Inference
import Testing

@testable import OpenClawHost

@Suite("JSON5Document")
struct JSON5DocumentTests {
    @Test(
        arguments: [
            ("// c\n{a: 1,}", ["a": 1]),
            ("{/* x */'a'/**/:/**/1/**/,/**/}", ["a": 1]),
            ("\u{FEFF}{\u{A0}$a_1\u{2028}:\u{3000}true\u{B}}", ["$a_1": true]),
            ("{\\u0061b: null}", ["ab": nil]),
            ("{größe: 'ß'}", ["größe": "ß"]),
            ("[1,2,]", [1, 2]),
            ("'it\\'s \"x\"'", "it's \"x\""),
            ("'a\\\nb\\\r\nc'", "abc"),
            ("'\\x41\\u00e9\\uD83D\\uDE00\\v\\0\\q'", "A\u{E9}\u{1F600}\u{B}\u{0}q"),
            ("'\\uD83Dx'", "\u{FFFD}x"),
            ("\"a\u{2028}b\"", "a\u{2028}b"),
            ("{\"a\": {\"b\": []}, 'a': 2}", ["a": 2]),
            ("{constructor: 1, Infinity: 2, null: 3}", ["constructor": 1, "Infinity": 2, "null": 3]),
        ] as [(String, JSONValue)])
    func reads(text: String, expected: JSONValue) throws {
        #expect(try JSON5Document(text).value == expected)
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "-0"), ("+5", "5"), (".5", "0.5"), ("-.5e-3", "-0.5e-3"), ("5.", "5"), ("5.e2", "5e2"),
        ("1.50", "1.50"), ("0xDECAF", "912559"), ("-0xff", "-255"), ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
        ("0x10000000000000000", "1.8446744073709552e+19"), ("Infinity", "Infinity"), ("-Infinity", "-Infinity"),
        ("+Infinity", "Infinity"), ("NaN", "NaN"), ("-NaN", "NaN"), ("12345678901234567890", "12345678901234567890"),
    ])
    func spellsNumberAsJSONDoes(text: String, expected: String) throws {
        let root = try #require(try JSON5Document(text).root)
        #expect(root.content == .number(JSONNumber(verbatim: expected)))
    }

    @Test(arguments: [
        ("{a: 1 b: 2}", "1:7", "expected ',' or '}' after the value"),
        ("{\n  a: 1,\n  b: [1, 2\n}", "4:1", "expected ',' or ']' after the value"),
        ("{\r\n a: {\r\n", "2:6", "expected a key before the end of the text"),
        ("{ a: 1", "1:7", "expected '}' for the one opened at 1:1 before the end of the text"),
        ("{ a 1 }", "1:5", "expected ':' after the key"),
        ("{ ä: hello }", "1:6", "expected a value; text needs quotes"),
        ("{ a: 'x\n' }", "1:6", "the string has no closing quote"),
        ("/* a", "1:1", "the comment has no end"),
        ("{,}", "1:2", "expected a key"), ("[,]", "1:2", "expected a value"),
        ("{} {}", "1:4", "expected the end of the text after the value"),
        ("0123", "1:1", "a number must not begin with 0"), ("1x", "1:1", "expected a number; text needs quotes"),
        ("0x", "1:3", "expected hexadecimal digits"), ("1e", "1:3", "expected the digits of the exponent"),
        ("'\\1'", "1:3", "octal escapes are not allowed"), ("'\\x4'", "1:5", "expected 2 hexadecimal digits"),
        ("{a:", "1:4", "expected a value before the end"),
    ])
    func saysWhereAndWhatItExpected(text: String, position: String, message: String) throws {
        let error = try #require(#expect(throws: JSON5SyntaxError.self) { try JSON5Document(text) })
        #expect(error.position.description == position)
        #expect(error.message == message)
    }

    @Test func pointsAtTheColumnAndHidesSecrets() throws {
        let key = "sk-" + String(repeating: "a1", count: 10)
        let text = "{\n  n: \"\(key)\", 'x-api-key': 'hunter2' 'more'\n}"
        let error = try #require(#expect(throws: JSON5SyntaxError.self) { try JSON5Document(text) })
        let lines = error.excerpt.split(separator: "\n")
        #expect(lines[0] == "  n: \"\(String(repeating: "*", count: key.count))\", 'x-api-key': '*******' '****'")
        #expect(lines[1] == String(repeating: " ", count: error.position.column - 1) + "^")
    }

    @Test(arguments: ["", "  \n", "// only a comment", "/* a */ // b"])
    func textWithoutValueIsEmpty(text: String) throws {
        #expect(try JSON5Document(text).root == nil)
    }

    @Test func refusesBytesThatAreNotUTF8() throws {
        let error = try #require(
            #expect(throws: JSON5SyntaxError.self) { try JSON5Document([0x7B, 0x0A, 0x27, 0xFF, 0x27, 0x7D]) })
        #expect(error.description == "2:2: the text is not UTF-8 here")
    }

    @Test func stopsAtItsLimits() {
        let limits = JSON5Limits(bytes: 40, depth: 3, members: 2)
        let accepts = { (text: String) in (try? JSON5Document(text, limits: limits)) != nil }
        #expect(accepts("[[[]]]"))
        #expect(!accepts("[[[[]]]]"))
        #expect(accepts("[1, 2]"))
        #expect(!accepts("[1, 2, 3]"))
        #expect(!accepts(String(repeating: " ", count: 41)))
    }

    @Test func survivesTheDeepestNesting() async {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSON5SyntaxError.self) { try JSON5Document(text) }
        let deepest = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(throws: Never.self) { try JSON5Document(deepest) }
    }

    @Test func knowsThePlaceOfEveryValue() throws {
        let document = try JSON5Document("{\n  a: {\n    'b.c': [1, 'ü', {d: true}],\n  },\n}")
        let path = try ConfigurationPath(parsing: "a[\"b.c\"][2].d")
        let node = try #require(document.node(at: path))
        #expect(node.content == .bool(true))
        #expect(document.position(of: node.range.lowerBound) == SourcePosition(line: 3, column: 25))
    }

    @Test(arguments: [
        ("{a: 1}", false), ("{\"a\": 1,}", false), ("{'a': 1}", false), ("// c\n1", false), ("+1", false),
        (".5", false),
        ("5.", false), ("0x1", false), ("NaN", false), ("'a'", false), ("\"\\x41\"", false), ("\"a\tb\"", false),
        ("\u{A0}1", false), ("{\"a\": [1, -2.5e3, true, null, \"\\u0041\\/\"]}", true), (" 1\n", true),
    ])
    func strictSyntaxTakesOnlyJSON(text: String, accepted: Bool) {
        #expect(((try? JSON5Document.value(of: text, strictJSON: true)) != nil) == accepted)
    }
}
