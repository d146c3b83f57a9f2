import Foundation
import Inference
import OpenClawCommands
import OpenClawHost
import OpenClawStore
import Testing

@Suite struct ConnectCommandTests {
    private let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private static let clients = """
        {"clients": [
          {"id": "editor", "aliases": ["ed"], "label": "The Editor",
           "files": [{"path": "~/editor.json", "format": "json", "seed": "{}\\n", "set": {"key": "{key}", "url": "{openai}"}}]},
          {"id": "sdk", "label": "An SDK", "variables": {"SDK_KEY": "{key}"}}
        ]}
        """

    private func run(_ arguments: String...) async -> CommandRun {
        await CommandRun.run(arguments, home: home.path) { context in
            context.gateway.clients = Self.clients
            context.gateway.makeKeys = { SQLiteVirtualKeys(StateDatabase(directory: $0)) }
        }
    }

    private func key(in file: String) throws -> String {
        try #require(try JSONValue(parsing: try home.text(file))["key"]?.string)
    }

    private var activeKeys: [String] {
        get throws {
            let keys = SQLiteVirtualKeys(StateDatabase(directory: home.path + "/.openclaw"))
            return try keys.all().filter { $0.key.revokedAt == nil }.map(\.key.name)
        }
    }

    @Test func writesOnceAndChangesNothingWhenRunAgain() async throws {
        #expect(await run("connect", "editor", "--write").status == .success)
        let first = try home.text("editor.json")
        #expect(try key(in: "editor.json").hasPrefix("sk-oc-"))
        let again = await run("connect", "ed", "--write")
        #expect(again.output.contains("nothing has changed"))
        #expect(try home.text("editor.json") == first)
        #expect(try activeKeys == ["editor"])
    }

    @Test func undoPutsTheOldBytesBackAlsoAfterARotation() async throws {
        let before = "{ // mine\r\n 'x':1,}"
        try home.write(before, to: "editor.json")
        _ = await run("connect", "editor", "--write")
        let first = try key(in: "editor.json", json5: true)
        _ = await run("connect", "editor", "--write", "--rotate")
        #expect(try key(in: "editor.json", json5: true) != first)
        let undone = await run("connect", "editor", "--undo")
        #expect(undone.status == .success)
        #expect(try home.text("editor.json") == before)
        #expect(try activeKeys.isEmpty)
    }

    private func key(in file: String, json5: Bool) throws -> String {
        try #require(try JSON5Document.value(of: try home.text(file))?["key"]?.string)
    }

    @Test func undoRemovesAFileThatWasNotThere() async throws {
        _ = await run("connect", "editor", "--write")
        _ = await run("connect", "editor", "--undo")
        #expect(!FileManager.default.fileExists(atPath: home.path + "/editor.json"))
    }

    @Test func undoRefusesWhenTheFileWasChangedSince() async throws {
        _ = await run("connect", "editor", "--write")
        try home.write("{}", to: "editor.json")
        let refused = await run("connect", "editor", "--undo")
        #expect(refused.status == .usage)
        #expect(try home.text("editor.json") == "{}")
        #expect(try activeKeys == ["editor"])
    }

    @Test func fileThatIsNoJSONIsLeftAlone() async throws {
        try home.write("{ broken", to: "editor.json")
        let refused = await run("connect", "editor", "--write")
        #expect(refused.status == .usage)
        #expect(try home.text("editor.json") == "{ broken")
    }

    @Test func printedSettingsDoNotTakeTheKeyOfWrittenOnes() async throws {
        _ = await run("connect", "editor", "--write")
        let written = try key(in: "editor.json")
        let printed = await run("connect", "editor")
        #expect(printed.output.contains(written))
        try FileManager.default.removeItem(atPath: home.path + "/editor.json")
        let unknown = await run("connect", "editor")
        #expect(!unknown.output.contains("sk-oc-"))
        #expect(unknown.output.contains("--rotate"))
    }

    @Test func variablesCanBeReadByAShell() async throws {
        _ = await run("connect", "sdk", "--write")
        #expect(try home.text(".openclaw/connect/sdk.env").hasPrefix("export SDK_KEY='sk-oc-"))
        let printed = await run("connect", "sdk").output
        #expect(try home.text(".openclaw/connect/sdk.env") == printed)
    }

    @Test func unknownClientIsToldWhichThereAre() async throws {
        let refused = await run("connect", "nobody")
        #expect(refused.status == .usage)
        #expect(refused.diagnostics.contains("editor, sdk"))
    }
}
