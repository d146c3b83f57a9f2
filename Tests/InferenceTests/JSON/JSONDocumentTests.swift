import Inference
import Testing

struct JSONDocumentTests {
    static func document(_ text: String) throws -> JSONDocument { try JSONDocument(Array(text.utf8)) }

    @Test func readsMembersAndElementsWhereTheyLie() throws {
        let root = try Self.document(#" {"a": [1, {"b": "x"}], "c": null, "d": true, "e": -2.5e1} "#).root
        #expect(root.kind == .object)
        #expect(root.count == 4)
        #expect(root["a"]?[1]?["b"]?.string == "x")
        #expect(root["a"]?[0]?.int == 1)
        #expect(root["a"]?[2] == nil)
        #expect(root["c"]?.isNull == true)
        #expect(root["d"]?.bool == true)
        #expect(root["e"]?.double == -25)
        #expect(root["e"]?.int == -25)
        #expect(root["f"] == nil)
        #expect(root["a"].map { Array($0.rawBytes) } == Array(#"[1, {"b": "x"}]"#.utf8))
    }

    @Test func lastOfDuplicateKeysCounts() throws {
        let root = try Self.document(#"{"a":1,"b":2,"\u0061":3}"#).root
        #expect(root["a"]?.int == 3)
        #expect(root.members.map(\.key) == ["a", "b", "a"])
        #expect(root.value == ["a": 3, "b": 2])
        #expect(root.value.object?.keys == ["a", "b"])
    }

    @Test(arguments: 0..<200) func agreesWithTheTreeForRandomSpellings(seed: UInt64) throws {
        var random = RandomJSON(seed: seed)
        let value = random.value()
        let text = random.spelling(of: value)
        #expect(try JSONValue(parsing: text) == value, "\(text)")
        #expect(try JSONValue(parsing: value.serialized()) == value)
        #expect(try JSONValue(parsing: value.serialized(pretty: true)) == value)
    }

    @Test(arguments: 1...26) func namesThatDifferInOneLetterAreToldApart(length: Int) throws {
        let name = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
        let others = (0..<length).map { index in
            String(name.enumerated().map { $0.offset == index ? "_" : $0.element })
        }
        let members = (others + [name]).enumerated().map { #""\#($0.element)":\#($0.offset)"# }
        let root = try Self.document("{" + members.joined(separator: ",") + "}").root
        for (index, other) in (others + [name]).enumerated() { #expect(root[other]?.int == index) }
        #expect(root[name + "a"] == nil)
        #expect(root[String(name.dropLast())] == nil)
    }

    /// Up to some number the places of upper values are kept; beyond it they are looked for. Both say the same.
    @Test(arguments: [0, 1, 60, 63, 64, 65, 20_000])
    func upperLevelsReadAlikeHoweverManyTheyHold(count: Int) throws {
        let fillers = (0..<min(count, 70)).map { #""f\#($0)":\#($0),"# }.joined()
        let items = (0..<count).map { #"{"role":"r\#($0)","in":{"x":[{"y":\#($0)}]}},7"# }.joined(separator: ",")
        let root = try Self.document(#"{\#(fillers)"a":[\#(items)],"b":{"c":[{"d":1}]},"e":[[{"g":2}],[]]}"#).root
        #expect(root.count == min(count, 70) + 3)
        #expect(root["a"]?.count == 2 * count)
        #expect(root["a"]?.elements.count == 2 * count)
        #expect(root["b"]?["c"]?[0]?["d"]?.int == 1)
        #expect(root["e"]?[0]?[0]?["g"]?.int == 2)
        #expect(root["e"]?[1]?.count == 0)
        for index in [0, 1, count / 2, count - 1] where (0..<count).contains(index) {
            let item = root["a"]?[2 * index]
            #expect(item?["role"]?.string == "r\(index)")
            #expect(item?.members.map(\.key) == ["role", "in"])
            #expect(item?["in"]?["x"]?[0]?["y"]?.int == index)
            #expect(root["a"]?[2 * index + 1]?.int == 7)
        }
        #expect(root["a"]?[2 * count] == nil)
    }

    @Test func longValuesAreFoundThroughLandmarks() throws {
        let long = String(repeating: "x\\n", count: 1000)
        let inner = #"{"s":"\#(long)","t":[\#(String(repeating: "[1,2],", count: 400))0]}"#
        let root = try Self.document(#"{"m":[\#(inner),\#(inner)],"short":[],"model":"q"}"#).root
        #expect(root["model"]?.string == "q")
        #expect(root["m"]?[1]?["t"]?[400]?.int == 0)
        #expect(root["m"]?[1]?["t"]?[399]?.value == [1, 2])
        #expect(root["m"]?[0]?["s"]?.string == String(repeating: "x\n", count: 1000))
    }

    @Test(
        arguments: [
            (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"),
            (#""\u0041\u00e9\u65E5""#, "Aé日"),
            (#""\uD83D\uDE00""#, "😀"),
            (#""\uD83D""#, "\u{FFFD}"),
            (#""\uDE00x""#, "\u{FFFD}x"),
            (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀"),
            (#""\uD83D\n""#, "\u{FFFD}\n"),
            (#""\u0000""#, "\0"),
            ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
            (#""""#, ""),
        ]) func resolvesEscapes(literal: String, expected: String) throws
    {
        #expect(try JSONValue(parsing: literal) == .string(expected))
    }

    @Test func invalidUTF8IsReadAsReplacementAndKeptInTheBytes() throws {
        let bytes: [UInt8] = [0x22, 0x61, 0xFF, 0xC3, 0x22]
        let document = try JSONDocument(bytes)
        #expect(document.root.string == "a\u{FFFD}\u{FFFD}")
        #expect(Array(document.root.rawBytes) == bytes)
    }

    @Test func skipsAByteOrderMark() throws {
        #expect(try JSONDocument([0xEF, 0xBB, 0xBF] + Array("[1]".utf8)).root[0]?.int == 1)
    }

    @Test(
        arguments: [
            ("", JSONSyntaxError.Reason.value, 1, 1), ("  ", .value, 1, 3), ("{", .keyOrEnd, 1, 2),
            ("{\"a\"}", .colon, 1, 5), ("{\"a\":}", .value, 1, 6), ("{\"a\":1 \"b\":2}", .commaOrBrace, 1, 8),
            ("{\"a\":1,}", .key, 1, 8), ("[1,]", .value, 1, 4), ("[1 2]", .commaOrBracket, 1, 4), ("[", .value, 1, 2),
            ("[1", .commaOrBracket, 1, 3), ("1 2", .end, 1, 3), ("\"a", .unterminatedString, 1, 3),
            ("\"a\nb\"", .controlCharacter, 1, 3), ("\"\\x\"", .escape, 1, 2), ("\"\\u12g4\"", .escape, 1, 2),
            ("\"\\", .unterminatedString, 1, 3), ("01", .end, 1, 2), ("-", .number, 1, 2), ("1.", .number, 1, 3),
            ("1e", .number, 1, 3), (".5", .value, 1, 1), ("tru", .value, 1, 1), ("nul", .value, 1, 1),
            ("[\n  1,\r\n  é]", .value, 3, 3), ("{'a':1}", .keyOrEnd, 1, 2), ("[1] // c", .end, 1, 5),
        ]) func saysWhereATextStopsBeingJSON(text: String, reason: JSONSyntaxError.Reason, line: Int, column: Int)
    {
        let error = #expect(throws: JSONSyntaxError.self) { try Self.document(text) }
        #expect(error?.reason == reason)
        #expect(error?.line == line)
        #expect(error?.column == column)
    }

    @Test func limitsDepthAndSize() throws {
        let nested: (Int) -> [UInt8] = {
            Array((String(repeating: "[", count: $0) + String(repeating: "]", count: $0)).utf8)
        }
        #expect(try JSONDocument(nested(128)).root.count == 1)
        #expect(throws: JSONSyntaxError.self) { try JSONDocument(nested(129)) }
        #expect(throws: JSONSyntaxError.self) {
            try JSONDocument(nested(100_000), limits: JSONLimits(maxDepth: 1 << 30))
        }
        #expect(throws: JSONSyntaxError.self) { try JSONDocument(nested(4), limits: JSONLimits(maxBytes: 7)) }
    }

    @Test func manyKeysAreReadInLinearTime() throws {
        let members = (0..<50_000).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
        #expect(try JSONValue(parsing: "{\(members)}").object?.count == 50_000)
    }

    @Test func mutatedTextsNeverCrash() throws {
        var random = RandomJSON(seed: 7)
        var accepted = 0
        for _ in 0..<5000 {
            var bytes = Array(random.spelling(of: .object(random.object())).utf8)
            for _ in 0..<Int.random(in: 1..<4, using: &random.generator) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &random.generator)
                switch Int.random(in: 0..<3, using: &random.generator) {
                case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random.generator)
                case 1: bytes.remove(at: index)
                default:
                    bytes.insert(Array("{}[]\",:\\u0".utf8).randomElement(using: &random.generator) ?? 0, at: index)
                }
            }
            guard let document = try? JSONDocument(bytes) else { continue }
            accepted += 1
            let value = document.root.value
            #expect(try JSONValue(parsing: value.serialized()) == value)
        }
        #expect(accepted > 100)
    }
}
