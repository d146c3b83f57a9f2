import Inference
import Testing

@testable import OpenClawHost

@Suite("ConfigurationPath")
struct ConfigurationPathTests {
    @Test(
        arguments: [
            ("a.b.c", [.key("a"), .key("b"), .key("c")], "a.b.c"),
            ("a.b[0].c", [.key("a"), .key("b"), .index(0), .key("c")], "a.b[0].c"),
            ("a\\.b.c", [.key("a.b"), .key("c")], "[\"a.b\"].c"),
            (
                "models[\"x/y-1.5\"].alias", [.key("models"), .key("x/y-1.5"), .key("alias")],
                "models[\"x/y-1.5\"].alias"
            ),
            ("m['it\\'s']", [.key("m"), .key("it's")], "m[\"it's\"]"),
            ("a[b][12]", [.key("a"), .key("b"), .index(12)], "a.b[12]"),
            ("models.x/y.params", [.key("models"), .key("x/y"), .key("params")], "models.x/y.params"),
            ("[1]", [.index(1)], "[1]"), ("$schema", [.key("$schema")], "$schema"),
        ] as [(String, [ConfigurationPath.Component], String)])
    func reads(text: String, components: [ConfigurationPath.Component], canonical: String) throws {
        let path = try ConfigurationPath(parsing: text)
        #expect(path.components == components)
        #expect(path.description == canonical)
        #expect(try ConfigurationPath(parsing: canonical) == path)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[0", "a['b]", "a[0]b", "a\\", "a[99999999999999999999]",
    ])
    func refuses(text: String) {
        let error = #expect(throws: InferenceError.self) { try ConfigurationPath(parsing: text) }
        #expect(error?.code == .invalidConfiguration)
    }

    @Test func digitsBetweenDotsAreAnIndexToAnArray() throws {
        let document = try JSON5Document("{list: ['x', 'y'], map: {'1': 'z'}}")
        #expect(document.node(at: try ConfigurationPath(parsing: "list.1"))?.content == .string("y"))
        #expect(document.node(at: try ConfigurationPath(parsing: "map[1]"))?.content == .string("z"))
    }
}
