import Inference
import Testing

@testable import OpenClawHost

@Suite("JSON5Editor")
struct JSON5EditorTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var name: String
        var before: String
        var path: String
        /// The value as JSON5; `nil` removes.
        var value: String?
        var after: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(
            name: "replaces one value and keeps its quotes",
            before: "{\n  // main\n  model: 'a/b', // fast\n  \"n\": 1,\n}\n", path: "model", value: "\"it's\"",
            after: "{\n  // main\n  model: 'it\\'s', // fast\n  \"n\": 1,\n}\n"),
        Example(
            name: "adds behind the comment of the last line, with its comma habit",
            before: "{\n\ta: 1, // one\n\t// b: 2,\n}", path: "c", value: "'x'",
            after: "{\n\ta: 1, // one\n\tc: \"x\",\n\t// b: 2,\n}"),
        Example(
            name: "adds to plain JSON", before: "{\n    \"a\": 1\n}\n", path: "b.c", value: "[1]",
            after: "{\n    \"a\": 1,\n    \"b\": {\n        \"c\": [\n            1\n        ]\n    }\n}\n"),
        Example(
            name: "grows an empty object", before: "{\n  a: {},\n}", path: "a.b", value: "true",
            after: "{\n  a: {\n    b: true,\n  },\n}"),
        Example(
            name: "grows an object that holds a comment", before: "{\n  a: {\n    // nothing yet\n  },\n}",
            path: "a.b", value: "1", after: "{\n  a: {\n    // nothing yet\n    b: 1,\n  },\n}"),
        Example(
            name: "stays on one line", before: "{ a: { b: 1 }, c: [1,2] }", path: "a.d", value: "{e: 'f'}",
            after: "{ a: { b: 1, d: { e: \"f\" } }, c: [1,2] }"),
        Example(
            name: "stays minified", before: "{\"a\":1,\"b\":[1,2]}", path: "b[2]", value: "{x: 3}",
            after: "{\"a\":1,\"b\":[1,2,{\"x\":3}]}"),
        Example(
            name: "keeps CRLF", before: "{\r\n  a: 1\r\n}\r\n", path: "b", value: "{c: 2}",
            after: "{\r\n  a: 1,\r\n  b: {\r\n    c: 2\r\n  }\r\n}\r\n"),
        Example(
            name: "begins an empty text", before: "", path: "a.b", value: "'x'",
            after: "{\n  \"a\": {\n    \"b\": \"x\"\n  }\n}\n"),
        Example(
            name: "begins behind a comment", before: "// mine", path: "a", value: "1",
            after: "// mine\n{\n  \"a\": 1\n}\n"),
        Example(
            name: "changes an object member by member",
            before: "{\n  p: {\n    // url\n    u: 1, // one\n    k: 2,\n  },\n}", path: "p", value: "{u: 3, n: 4}",
            after: "{\n  p: {\n    // url\n    u: 3, // one\n    n: 4,\n  },\n}"),
        Example(
            name: "removes a line with its comment", before: "{\n  a: 1, // one\n  // two\n  b: 2, // two\n}",
            path: "b",
            value: nil, after: "{\n  a: 1, // one\n  // two\n}"),
        Example(
            name: "removes the last of plain JSON with the comma before it",
            before: "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 2\n  }\n}\n", path: "b", value: nil,
            after: "{\n  \"a\": 1\n}\n"),
        Example(
            name: "removes on one line", before: "{a: 1, b: 2, c: 3}", path: "b", value: nil, after: "{a: 1, c: 3}"),
        Example(name: "removes the last on one line", before: "[1, 2, 3]", path: "[2]", value: nil, after: "[1, 2]"),
        Example(
            name: "removes the only member", before: "{\n  a: {\n    b: 1, // x\n  },\n}", path: "a.b", value: nil,
            after: "{\n  a: {},\n}"),
        Example(name: "removes all of one key", before: "{a: 1, b: 2, a: 3}", path: "a", value: nil, after: "{b: 2}"),
        Example(
            name: "leaves comments of others", before: "{\n  /* keep */ a: 1, /* b's */ b: 2\n}", path: "a", value: nil,
            after: "{\n  /* keep */ /* b's */ b: 2\n}"),
    ])
    func edits(example: Example) throws {
        var editor = JSON5Editor(try JSON5Document(example.before))
        let path = try ConfigurationPath(parsing: example.path)
        if let value = example.value {
            try editor.set(try #require(try JSON5Document.value(of: value)), at: path)
        } else {
            #expect(try editor.unset(path))
        }
        #expect(editor.document.text == example.after)
    }

    @Test(arguments: [
        ("{a: 'x'}", "a.b", "a: is a text, so nothing can be set below it"),
        ("{a: [1]}", "a[2]", "a: the index is beyond the end; the next free one is 1"),
        ("{a: [1]}", "a.b", "a: is a list; expected an index instead of 'b'"),
        ("{}", "a[1]", "a[1]: the index is beyond the end; the next free one is 0"),
    ])
    func saysWhatIsInTheWay(text: String, path: String, message: String) throws {
        var editor = JSON5Editor(try JSON5Document(text))
        let path = try ConfigurationPath(parsing: path)
        let error = #expect(throws: JSON5EditError.self) { try editor.set(1, at: path) }
        #expect(error?.description == message)
        #expect(editor.document.text == text)
    }

    @Test func settingWhatStandsThereChangesNothing() throws {
        let text = "{a: { b : 'x' , }, c: [ 1,2 ]}"
        var editor = JSON5Editor(try JSON5Document(text))
        try editor.set(["b": "x"], at: ConfigurationPath(keys: "a"))
        try editor.set([1, 2], at: ConfigurationPath(keys: "c"))
        #expect(try !editor.unset(ConfigurationPath(keys: "z", "y")))
        #expect(editor.document.text == text)
    }
}
