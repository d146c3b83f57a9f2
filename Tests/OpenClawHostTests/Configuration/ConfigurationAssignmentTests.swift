import Inference
import Testing

@testable import OpenClawHost

@Suite("ConfigurationAssignment")
struct ConfigurationAssignmentTests {
    @Test(
        arguments: [
            ("acme/x", .string("acme/x")), ("5", 5), ("true", true), ("{a: 'b',}", ["a": "b"]),
            ("0123", .string("0123")),
            ("", .string("")), ("a b", .string("a b")), ("'quoted'", "quoted"), ("[1", .string("[1")),
            ("Infinity", nil),
        ] as [(String, JSONValue)])
    func readsValueAsJSON5AndElseAsText(text: String, expected: JSONValue) throws {
        #expect(try ConfigurationAssignment.value(of: text, strictJSON: false) == expected)
    }

    @Test(arguments: ["word", "{a: 1}", "'x'", "", "[1,]"])
    func strictValueMustBeJSON(text: String) {
        let error = #expect(throws: InferenceError.self) {
            try ConfigurationAssignment.value(of: text, strictJSON: true)
        }
        #expect(error?.message.hasPrefix("Failed to parse JSON value: ") == true)
    }

    private func edits(
        _ path: String, _ value: JSONValue, _ mode: ConfigurationAssignment.Mode, on text: String
    ) throws -> [ConfigurationEdit] {
        let document = try JSON5Document(text)
        let root = ConfigurationValue(try #require(document.root), of: document, file: "f")
        let locations = try ConfigurationLocations(environment: [:], workingDirectory: "/")
        let configuration = Configuration(locations: locations, root: root, written: root, sources: [], issues: [])
        let assignment = ConfigurationAssignment(path: try ConfigurationPath(parsing: path), value: value, mode: mode)
        return try assignment.edits(for: configuration)
    }

    @Test(arguments: [
        ("models.providers", "{models: {providers: {a: {}, b: {}}}}", ["b": [:]] as JSONValue, "a"),
        (
            "models.providers.x.models", "{models: {providers: {x: {models: [{id: 'm'}, {id: 'n'}]}}}}",
            [["id": "n"]] as JSONValue, "m"
        ),
        ("auth.profiles", "{auth: {profiles: {p: {}}}}", [:] as JSONValue, "p"),
    ])
    func refusesToDropEntriesUnlessTold(path: String, text: String, value: JSONValue, lost: String) throws {
        let error = try #require(#expect(throws: InferenceError.self) { try edits(path, value, .set, on: text) })
        #expect(error.message.hasSuffix("this would drop \(lost)"))
        #expect(try edits(path, value, .replace, on: text).count == 1)
    }

    @Test func mergesObjectsAndRowsById() throws {
        let text = "{models: {providers: {x: {baseUrl: 'u', models: [{id: 'm', name: 'M'}]}}}}"
        let value: JSONValue = ["models": [["id": "m", "reasoning": true], ["id": "n"]]]
        let merged: JSONValue = [
            "baseUrl": "u", "models": [["id": "m", "name": "M", "reasoning": true], ["id": "n"]],
        ]
        let path = ConfigurationPath(keys: "models", "providers", "x")
        #expect(try edits("models.providers.x", value, .merge, on: text) == [.set(path, merged)])
    }

    @Test func refusesRedactedOutput() {
        #expect(throws: InferenceError.self) {
            try edits("gateway.auth", ["token": "__OPENCLAW_REDACTED__"], .set, on: "{}")
        }
    }

    @Test func newAuthModePrunesTheOtherCredential() throws {
        let text = "{gateway: {auth: {mode: 'token', token: 't', password: 'p'}}}"
        #expect(
            try edits("gateway.auth.mode", "password", .set, on: text).last
                == .unset(ConfigurationPath(keys: "gateway", "auth", "token")))
    }

    @Test func readsBatches() throws {
        let rows = try ConfigurationAssignment.batch("[{path: 'a.b', value: 1}, {path: 'c[\"d.e\"]', value: null}]")
        #expect(rows.map(\.path.description) == ["a.b", "c[\"d.e\"]"])
        for bad in ["{}", "[]", "[{path: 'a'}]", "[{value: 1}]", "[", "[{path: '', value: 1}]"] {
            #expect(throws: InferenceError.self) { try ConfigurationAssignment.batch(bad) }
        }
    }
}
