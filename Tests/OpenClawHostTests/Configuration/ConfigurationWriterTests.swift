import Foundation
import Inference
import Synchronization
import Testing

@testable import OpenClawHost

@Suite("ConfigurationWriter")
struct ConfigurationWriterTests {
    let home: TemporaryDirectory

    init() throws { home = try TemporaryDirectory() }

    private func writer(_ variables: [String: String] = [:]) throws -> ConfigurationWriter {
        let locations = try ConfigurationLocations(environment: ["HOME": home.path], workingDirectory: "/")
        let loader = ConfigurationLoader(locations: locations)
        return ConfigurationWriter(loader: loader, version: "1.2.3", now: { 1_790_000_000.5 }) { variables[$0] }
    }

    private func path(_ text: String) throws -> ConfigurationPath { try ConfigurationPath(parsing: text) }

    private let main = ".openclaw/openclaw.json"

    @Test func createsAPrivateFileWithItsStamp() throws {
        try writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 1)] }
        #expect(
            try home.text(main) == """
                {
                  "gateway": {
                    "port": 1
                  },
                  "meta": {
                    "lastTouchedVersion": "1.2.3",
                    "lastTouchedAt": "2026-09-21T14:13:20.500Z"
                  }
                }

                """)
        #expect(try home.mode(main) == 0o600)
        #expect(try home.mode(".openclaw") == 0o700)
    }

    @Test func touchesOneValueOnly() throws {
        let text = "// mine\n{\n  gateway: { port: 1 }, // local\n  $schema: 'x',\n  unknown: [1,],\n}\n"
        try home.write(text, to: main)
        let change = try writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 2)] }
        #expect(try home.text(main) == text.replacingOccurrences(of: "port: 1", with: "port: 2"))
        #expect(change.changedFiles == [home.file(main)])
        #expect(try home.text(main + ".bak") == text)
        #expect(try home.text(main + ".last-good") == (try home.text(main)))
    }

    @Test func renewsAStampThatIsThere() throws {
        try home.write("{\n  meta: { lastTouchedAt: 'old' },\n}\n", to: main)
        try writer().update { _ in [.set(ConfigurationPath(keys: "models", "mode"), "merge")] }
        #expect(
            try home.text(main)
                == "{\n  meta: { lastTouchedAt: '2026-09-21T14:13:20.500Z' },\n  models: {\n    mode: 'merge',\n  },\n}\n"
        )
    }

    @Test func writesNothingWhenNothingChanges() throws {
        try home.write("{gateway: {port: 1}, meta: {lastTouchedAt: 'x'}}", to: main)
        let change = try writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 1)] }
        #expect(change.changedFiles.isEmpty)
        #expect(try !home.names().isEmpty)
        #expect(try home.text(main) == "{gateway: {port: 1}, meta: {lastTouchedAt: 'x'}}")
    }

    @Test func refusesWhenTheFileChangedSinceItWasRead() throws {
        try home.write("{gateway: {port: 1}}", to: main)
        let writer = try writer()
        let read = try writer.loader.load { _ in nil }
        try home.write("{gateway: {port: 5}}", to: main)
        let error = #expect(throws: InferenceError.self) {
            try writer.update(expecting: read) { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 2)] }
        }
        #expect(error?.message.hasPrefix("config changed since last load") == true)
        #expect(try home.text(main) == "{gateway: {port: 5}}")
    }

    @Test func concurrentWritersLoseNothing() async throws {
        let writer = try writer()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask {
                    try writer.update { _ in [.set(ConfigurationPath(keys: "env", "V\(number)"), "x")] }
                }
            }
            try await group.waitForAll()
        }
        let env = try writer.loader.load { _ in nil }["env"]
        #expect(env?.members.count == 12)
    }

    @Test(arguments: AtomicFile.Step.allCases)
    func stoppedWriterLeavesOldOrNew(step: AtomicFile.Step) throws {
        let old = "{gateway: {port: 1}}"
        try home.write(old, to: main)
        var writer = try writer()
        writer.afterStep = { reached throws(FileError) in
            if reached == step { throw FileError("stop", "x", number: 5) }
        }
        #expect(throws: InferenceError.self) {
            try writer.update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 2)] }
        }
        #expect([old, "{gateway: {port: 2}}"].contains(try home.text(main)))
        try self.writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 3)] }
        #expect(try home.text(main) == "{gateway: {port: 3}}")
    }

    @Test(arguments: [
        ("gateway.port", "'x'", "gateway.port: expected a whole number from 1 to 65535, found 'x'"),
        ("models.mode", "'mrege'", "did you mean 'merge'?"),
        ("gatway.port", "1", "gatway: unknown key 'gatway'; did you mean 'gateway'?"),
    ])
    func refusesWhatWouldBecomeInvalid(path: String, value: String, message: String) throws {
        try home.write("{gateway: {port: 1}}", to: main)
        var writer = try writer()
        writer.refusesUnknownKeys = true
        let edit = ConfigurationEdit.set(try self.path(path), try #require(try JSON5Document.value(of: value)))
        let error = try #require(#expect(throws: InferenceError.self) { try writer.update { _ in [edit] } })
        #expect(error.message.hasSuffix(message))
        #expect(error.hint != nil)
        #expect(try home.text(main) == "{gateway: {port: 1}}")
    }

    @Test func oldErrorsDoNotStopOtherChanges() throws {
        try home.write("{models: {mode: 'bad'}, gateway: {}, odd: 1}", to: main)
        try writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 1)] }
        #expect(try home.text(main) == "{models: {mode: 'bad'}, gateway: {port: 1}, odd: 1}")
    }

    @Test func neverOverwritesAFileItCannotRead() throws {
        try home.write("{gateway: {port: 7}}", to: main + ".last-good")
        try home.write("{gateway: {port: 7", to: main)
        #expect(throws: InferenceError.self) {
            try writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 2)] }
        }
        #expect(try home.text(main) == "{gateway: {port: 7")
    }

    @Test func keepsVariablesThatMeanTheSame() throws {
        try home.write("{models: {providers: {x: {apiKey: '${K}', baseUrl: 'https://a'}}}}", to: main)
        try writer(["K": "secret"]).update { configuration in
            let provider = configuration["models", "providers", "x"]?.json?.object ?? JSONObject()
            var edited = provider
            edited["baseUrl"] = "https://b"
            return [.set(ConfigurationPath(keys: "models", "providers", "x"), .object(edited))]
        }
        #expect(try home.text(main) == "{models: {providers: {x: {apiKey: '${K}', baseUrl: 'https://b'}}}}")
    }

    @Test func keepsFiveVersionsAndNobodyElsesFiles() throws {
        try home.write("{env: {V: '0'}}", to: main)
        try home.write("mine", to: main + ".bak.before-holiday")
        for number in 1...7 {
            try writer().update { _ in [.set(ConfigurationPath(keys: "env", "V"), .string("\(number)"))] }
        }
        let kept = try ["", ".1", ".2", ".3", ".4"].map { try home.text(main + ".bak" + $0) }
        #expect(kept == ["6", "5", "4", "3", "2"].map { "{env: {V: '\($0)'}}" })
        #expect(try home.text(main + ".bak.before-holiday") == "mine")
        #expect(try home.mode(main + ".bak.4") == 0o600)
    }

    @Test func writesThroughALinkToTheRealFile() throws {
        try home.write("{}", to: "dotfiles/openclaw.json")
        try FileManager.default.createDirectory(
            atPath: home.file(".openclaw"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: home.file(main), withDestinationPath: "../dotfiles/openclaw.json")
        try writer().update { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 1)] }
        #expect(try home.text("dotfiles/openclaw.json") == "{\n  \"gateway\": {\n    \"port\": 1\n  }\n}")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: home.file(main)) == "../dotfiles/openclaw.json")
    }

    @Test func writesIntoTheIncludedFile() throws {
        try home.write("{ models: { $include: './models.json5' } }", to: main)
        try home.write("// models\n{ mode: 'merge' }", to: ".openclaw/models.json5")
        let change = try writer().update { _ in [.set(ConfigurationPath(keys: "models", "mode"), "replace")] }
        #expect(change.changedFiles == [home.file(".openclaw/models.json5")])
        #expect(try home.text(".openclaw/models.json5") == "// models\n{ mode: 'replace' }")
        #expect(try home.text(main) == "{ models: { $include: './models.json5' } }")
        #expect(change.configuration["models", "mode"]?.string == "replace")
    }

    @Test(arguments: [
        ("{models: {$include: ['a.json5', 'b.json5']}}", "models.mode", "it may be in any of several included files"),
        ("{models: {$include: 'a.json5', mode: 'merge'}}", "models.mode", "it is both here and in the included file"),
        ("{models: {$include: 'a.json5'}}", "models", "it is kept in included files; set a key below it"),
    ])
    func refusesWhenItIsUnclearWhichFileIsMeant(text: String, path: String, message: String) throws {
        try home.write(text, to: main)
        try home.write("{mode: 'merge'}", to: ".openclaw/a.json5")
        try home.write("{}", to: ".openclaw/b.json5")
        let edit = ConfigurationEdit.set(try self.path(path), path == "models" ? ["mode": "replace"] : "replace")
        let error = try #require(#expect(throws: InferenceError.self) { try writer().update { _ in [edit] } })
        #expect(error.message.contains(message))
        #expect(try home.text(main) == text)
    }

    @Test func dryRunWritesNothing() throws {
        try home.write("{gateway: {port: 1}}", to: main)
        let change = try writer().update(dryRun: true) { _ in [.set(ConfigurationPath(keys: "gateway", "port"), 2)] }
        #expect(change.configuration["gateway", "port"]?.int == 2)
        #expect(try home.names() == [".openclaw"])
        #expect(try home.text(main) == "{gateway: {port: 1}}")
    }
}
