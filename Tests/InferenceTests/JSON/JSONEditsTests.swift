import Inference
import Testing

struct JSONEditsTests {
    static func edited(_ text: String, _ body: (inout JSONEdits, JSONNode) -> Void) throws -> String {
        let document = try JSONDocument(Array(text.utf8))
        var edits = JSONEdits(document)
        body(&edits, document.root)
        let joined = edits.slices().reduce(into: [UInt8]()) { $0.append(contentsOf: $1) }
        #expect(edits.document().root.value == (try JSONValue(parsing: joined)))
        return String(decoding: joined, as: UTF8.self)
    }

    @Test func leavesEverythingElseByteForByte() throws {
        let text = " { \"model\" : \"a\" ,\n \"x\":1.50, \"y\" : [ 1 ,2 ] }\n"
        #expect(
            try Self.edited(text) { edits, root in edits.set("model", of: root, to: "b") }
                == " { \"model\" : \"b\" ,\n \"x\":1.50, \"y\" : [ 1 ,2 ] }\n")
        #expect(
            try Self.edited(text) { edits, root in edits.set("x", of: root, to: nil) }
                == " { \"model\" : \"a\", \"y\" : [ 1 ,2 ] }\n")
        #expect(
            try Self.edited(text) { edits, root in edits.set("z", of: root, to: true) }
                == " { \"model\" : \"a\" ,\n \"x\":1.50, \"y\" : [ 1 ,2 ],\"z\":true }\n")
        #expect(try Self.edited(text) { _, _ in } == text)
    }

    @Test func unchangedPiecesShareTheOriginal() throws {
        let document = try JSONDocument(Array(#"{"model":"a","rest":[1,2,3]}"#.utf8))
        var edits = JSONEdits(document)
        edits.set("model", of: document.root, to: "b")
        let slices = edits.slices()
        #expect(slices.count == 3)
        #expect(slices[0].indices == 0..<9)
        #expect(slices[2].indices == 12..<28)
    }

    @Test(
        arguments: [
            ("{}", #"{"n":1}"#), ("{ }", #"{"n":1 }"#), (#"{"a":1}"#, #"{"a":1,"n":1}"#),
            (#"{"n":0}"#, #"{"n":1}"#), (#"{"n":0,"n":2, "a":3}"#, #"{"n":1, "a":3}"#),
            (#"{"\u006e":0}"#, #"{"\u006e":1}"#),
        ]) func setsMembers(text: String, expected: String) throws
    {
        #expect(try Self.edited(text) { $0.set("n", of: $1, to: 1) } == expected)
    }

    @Test(
        arguments: [
            (#"{"n":0}"#, "{}"), (#"{ "n":0 }"#, "{  }"), (#"{"n":0,"a":1}"#, #"{"a":1}"#),
            (#"{"a":1, "n":0}"#, #"{"a":1}"#), (#"{"n":0,"a":1,"n":2}"#, #"{"a":1}"#),
            (#"{"n":0, "n":1}"#, "{}"), (#"{"a":1}"#, #"{"a":1}"#),
        ]) func removesMembers(text: String, expected: String) throws
    {
        #expect(try Self.edited(text) { $0.set("n", of: $1, to: nil) } == expected)
    }

    @Test func laterEditsOfAPlaceWin() throws {
        let text = #"{"a":{"b":1},"c":2}"#
        let inner = try Self.edited(text) { edits, root in
            guard let child = root["a"] else { return }
            edits.set("b", of: child, to: 5)
            edits.replace(child, with: "outer")
            edits.set("b", of: child, to: 6)
        }
        #expect(inner == #"{"a":"outer","c":2}"#)
        let back = try Self.edited(text) { edits, root in
            edits.set("c", of: root, to: nil)
            edits.set("c", of: root, to: 3)
            edits.set("d", of: root, to: 4)
            edits.set("d", of: root, to: 5)
            edits.set("e", of: root, to: 6)
            edits.set("e", of: root, to: nil)
        }
        #expect(back == #"{"a":{"b":1},"c":3,"d":5}"#)
    }

    @Test func readsThroughEdits() throws {
        let document = try JSONDocument(Array(#"{"a":{"b":1},"l":[1,2]}"#.utf8))
        var edits = JSONEdits(document)
        let root = document.root
        let child = try #require(root["a"])
        let list = try #require(root["l"])
        edits.set("b", of: child, to: 2)
        edits.insert("x", at: 0, of: list)
        #expect(edits.member("a", of: root)?.value == ["b": 2])
        #expect(edits.count(of: list) == 3)
        #expect(edits.element(0, of: list)?.string == "x")
        #expect(edits.elements(of: list).map(\.value) == ["x", 1, 2])
        edits.set("a", of: root, to: nil)
        #expect(edits.member("a", of: root) == nil)
    }

    /// Random edits of random documents do to the bytes what they do to a tree.
    @Test(arguments: 0..<400) func agreesWithEditsOfTheTree(seed: UInt64) throws {
        var random = RandomJSON(seed: seed &* 977)
        let tree = JSONValue.object(random.object())
        let document = try JSONDocument(Array(random.spelling(of: tree).utf8))
        var edits = JSONEdits(document)
        var model = EditedTree(tree)
        for _ in 0..<Int.random(in: 1..<8, using: &random.generator) {
            model.editRandomly(document.root, &edits, &random)
        }
        let joined = edits.slices().reduce(into: [UInt8]()) { $0.append(contentsOf: $1) }
        #expect(try JSONValue(parsing: joined) == model.value)
        #expect(edits.document().root.value == model.value)
        for key in RandomJSON.keys {
            #expect(edits.member(key, of: document.root)?.value == model.value[key])
        }
    }
}
