import Foundation
import Inference
import Testing

@testable import OpenClawCommands

@Suite struct ConfigurationMergeTests {
    private let values = ConnectValues(
        address: "http://127.0.0.1:1", key: "sk-oc-K", model: "m1", models: ["m1", "m2"])

    private func merge(_ recipe: String, into text: String?) throws -> String {
        let file = try #require(ClientFile(try JSONValue(parsing: recipe)))
        let merged = try ConfigurationMerge(file: file, values: values).merged(into: text.map { Array($0.utf8) })
        return String(decoding: merged, as: UTF8.self)
    }

    static let toml = """
        {"path": "f", "format": "toml", "set": {"model": "{model}"},
         "tables": {"providers.oc": {"url": "{openai}", "n": 1}}}
        """

    @Test(arguments: [
        ("", "model = \"m1\"\n\n[providers.oc]\nurl = \"http://127.0.0.1:1/v1\"\nn = 1\n"),
        (
            "# head\nmodel = 'old' # mine\n\n[a]\nmodel = 'other'\n",
            "# head\nmodel = \"m1\"\n\n[a]\nmodel = 'other'\n\n[providers.oc]\nurl = \"http://127.0.0.1:1/v1\"\nn = 1\n"
        ),
        (
            "text = \"\"\"\n[providers.oc]\nmodel = 1\n\"\"\"\nlist = [\n  1,\n]\n[providers.oc]\nkeep = 2\nn = 9\n\n[z]\n",
            "text = \"\"\"\n[providers.oc]\nmodel = 1\n\"\"\"\nlist = [\n  1,\n]\nmodel = \"m1\"\n[providers.oc]\nkeep = 2\nn = 1\n"
                + "url = \"http://127.0.0.1:1/v1\"\n\n[z]\n"
        ),
        (
            "a = 1\r\n\r\n[ providers . \"oc\" ]\r\nurl = 1\r\n",
            "a = 1\r\nmodel = \"m1\"\r\n\r\n[ providers . \"oc\" ]\r\nurl = \"http://127.0.0.1:1/v1\"\r\nn = 1\r\n"
        ),
    ])
    func setsKeysAndTablesOfTOML(_ before: String, _ after: String) throws {
        #expect(try merge(Self.toml, into: before) == after)
        #expect(try merge(Self.toml, into: after) == after)
    }

    @Test(arguments: ["providers = {}\n", "providers.oc.url = 1\n", "model = \"\"\"\na\n\"\"\"\n", "model = [\n1]\n"])
    func leavesTOMLAloneThatIsWrittenInAnotherWay(_ text: String) throws {
        #expect(throws: InferenceError.self) { try merge(Self.toml, into: text) }
    }

    @Test func tomlThatComesOutIsReadByAParser() throws {
        let text = try merge(
            Self.toml, into: "s = 'it''s'\nd = 2026-11-23\n[[list]]\na = { b = [1, 2] }\n[t]\nx = \"#\\\"[\"\n")
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import sys, tomllib; print(tomllib.loads(sys.stdin.read())['model'])"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        // Single quotes beside each other are no escape in TOML.
        input.fileHandleForWriting.write(Data(text.replacingOccurrences(of: "'it''s'", with: "'its'").utf8))
        try input.fileHandleForWriting.close()
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(answer == "m1\n", "\(text)")
    }

    static let yaml = """
        {"path": "f", "format": "yaml", "seed": "name: x\\n", "set": {"base": "{openai}"},
         "elements": {"models": {"name": "OC", "roles": ["a", "b"]}}}
        """

    @Test(arguments: [
        (
            nil,
            "name: x\nbase: \"http://127.0.0.1:1/v1\"\nmodels:\n  # openclaw connect\n  - name: \"OC\"\n    roles: [\"a\",\"b\"]\n"
        ),
        (
            "# c\nbase: 'old'\nmodels:\n- name: A\n  x: 1\nz: 1\n",
            "# c\nbase: \"http://127.0.0.1:1/v1\"\nmodels:\n# openclaw connect\n- name: \"OC\"\n  roles: [\"a\",\"b\"]\n"
                + "- name: A\n  x: 1\nz: 1\n"
        ),
        (
            "models: []\n",
            "models:\n  # openclaw connect\n  - name: \"OC\"\n    roles: [\"a\",\"b\"]\nbase: \"http://127.0.0.1:1/v1\"\n"
        ),
    ])
    func setsKeysAndOneElementOfYAML(_ before: String?, _ after: String) throws {
        #expect(try merge(Self.yaml, into: before) == after)
        #expect(try merge(Self.yaml, into: after) == after)
    }

    @Test(arguments: ["models: [a, b]\n", "base: |\n  a\n", "base:\n  - a\n", "models: *alias\n"])
    func leavesYAMLAloneThatIsWrittenInAnotherWay(_ text: String) throws {
        #expect(throws: InferenceError.self) { try merge(Self.yaml, into: text) }
    }

    @Test func elementIsReplacedWhereItStands() throws {
        let old = "models:\n  - name: A\n  # openclaw connect\n  - name: \"old\"\n    key: 1\n  - name: B\n"
        let expected =
            "models:\n  - name: A\n  # openclaw connect\n  - name: \"OC\"\n    roles: [\"a\",\"b\"]\n  - name: B\n"
            + "base: \"http://127.0.0.1:1/v1\"\n"
        #expect(try merge(Self.yaml, into: old) == expected)
    }

    @Test func jsonKeepsItsComments() throws {
        let recipe = #"{"path": "f", "format": "json", "seed": "{}\n", "set": {"p.oc": {"m": "{modelMap}"}}}"#
        let merged = try merge(recipe, into: "{\n  // mine\n  \"p\": {}\n}\n")
        #expect(merged.contains("// mine"))
        #expect(merged.contains("\"m2\": {"))
        #expect(try merge(recipe, into: merged) == merged)
    }

    @Test func variablesAreSetInPlace() throws {
        let file = ClientFile(environment: "f", [("URL", "{openai}"), ("KEY", "{key}")])
        let merge = ConfigurationMerge(file: file, values: values)
        let once = try merge.merged(into: Array("# mine\nexport KEY='old'\n".utf8))
        #expect(
            String(decoding: once, as: UTF8.self)
                == "# mine\nexport KEY='sk-oc-K'\nexport URL='http://127.0.0.1:1/v1'\n")
        #expect(try merge.merged(into: once) == once)
    }
}
