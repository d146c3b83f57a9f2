import Foundation
import Inference
import OpenClawHost
import Testing

@testable import OpenClawCommands

@Suite("openclaw config")
struct ConfigCommandTests {
    private let home: ConfigHome

    init() throws { home = try ConfigHome() }

    private func run(_ arguments: String..., environment: [String: String] = [:]) async -> CommandRun {
        await CommandRun.run(["config"] + arguments, environment: environment, home: home.path)
    }

    @Test func setChangesOneLineOfAFileWithComments() async throws {
        let before = "{\n  // ports\n  gateway: { port: 1 }, // local\n  agents: { defaults: { model: 'a/b' } },\n}\n"
        try home.write(before)
        let result = await run("set", "gateway.port", "18790")
        #expect(result.output == "Updated gateway.port. Restart the gateway to apply.\n")
        #expect(result.diagnostics.isEmpty)
        #expect(try home.text() == before.replacingOccurrences(of: "port: 1 ", with: "port: 18790 "))
        #expect(await run("get", "gateway.port").output == "18790\n")
    }

    @Test(arguments: [
        ("gateway.port", "1\n"), ("gateway.auth.token", "__OPENCLAW_REDACTED__\n"),
        ("gateway.auth", "{\n  \"mode\": \"token\",\n  \"token\": \"__OPENCLAW_REDACTED__\"\n}\n"),
        ("agents.list[1].id", "two\n"), ("agents.list.0", "{\n  \"id\": \"one\"\n}\n"), ("meta.on", "true\n"),
        ("models.providers.x.apiKey", "${UNSET_KEY}\n"), ("models.providers.x.baseUrl", "https://h/v1\n"),
    ])
    func getPrintsScalarsRawAndSecretsNever(path: String, expected: String) async throws {
        try home.write(
            "{gateway: {port: 1, auth: {mode: 'token', token: 'hunter2'}}, agents: {list: [{id: 'one'}, {id: 'two'}]}, "
                + "meta: {on: true}, models: {providers: {x: {apiKey: '${UNSET_KEY}', baseUrl: 'https://${H}/v1'}}}}")
        let result = await run("get", path, environment: ["H": "h"])
        #expect(result.output == expected)
        #expect(result.status == .success)
    }

    @Test func missingPathExitsWithOne() async throws {
        try home.write("{}")
        let result = await run("get", "a.b")
        #expect(result.status == .failure)
        #expect(result.output.isEmpty)
        #expect(result.diagnostics.contains("Config path not found: a.b"))
        #expect(await run("unset", "a.b").status == .failure)
        #expect(try home.text() == "{}")
    }

    @Test func unsetRemovesInPlace() async throws {
        try home.write("{\n  env: { A: 'b' }, // vars\n  gateway: {},\n}\n")
        let result = await run("unset", "env", "--json")
        #expect(try JSON5Document.value(of: result.output) == ["ok": true, "removed": "env"])
        #expect(try home.text() == "{\n  gateway: {},\n}\n")
    }

    @Test(arguments: [
        (["gateway.port", "x"], "gateway.port: expected a whole number"),
        (["gatway.port", "1"], "did you mean 'gateway'?"),
        (["models.mode", "mrege"], "openclaw config set 'models.mode' merge"),
        (["gateway.port", "x", "--strict-json"], "Failed to parse JSON value"),
        (["gateway.auth.token", "__OPENCLAW_REDACTED__"], "redacted output"),
        (["auth.profiles", "{}"], "this would drop p"),
        (["gateway.port"], "expected a value"), ([], "expected a path"),
        (["a", "b", "--merge", "--replace"], "not both"), (["a", "--ref-id", "X"], "--ref-source"),
    ])
    func setRefusesAndWritesNothing(arguments: [String], message: String) async throws {
        let text = "{auth: {profiles: {p: {provider: 'x', mode: 'api_key'}}}}"
        try home.write(text)
        let result = await CommandRun.run(["config", "set"] + arguments, home: home.path)
        #expect(result.status == .usage)
        #expect(result.diagnostics.contains(message))
        #expect(try home.text() == text)
    }

    @Test func setTakesReferencesAndBatches() async throws {
        try home.write("{}")
        _ = await run("set", "models.providers.x.apiKey", "--ref-source", "env", "--ref-id", "X_KEY")
        #expect(await run("get", "models.providers.x.apiKey.id").output == "X_KEY\n")
        try home.write("[{path: 'gateway.port', value: 7}, {path: 'models.mode', value: 'merge'}]", to: "batch.json5")
        let result = await run("set", "--batch-file", "batch.json5")
        #expect(result.output == "Updated 2 config paths. Restart the gateway to apply.\n")
        #expect(await run("get", "gateway.port").output == "7\n")
    }

    @Test func dryRunReportsAndWritesNothing() async throws {
        try home.write("{}")
        let good = await run("set", "gateway.port", "1", "--dry-run", "--json")
        let report = try #require(try JSON5Document.value(of: good.output, strictJSON: true))
        #expect(report["ok"] == true)
        #expect(report["operations"] == 1)
        let bad = await run(
            "set", "models.providers.x.apiKey", "--ref-source", "env", "--ref-id", "UNSET", "--dry-run", "--json")
        #expect(bad.status == .failure)
        let errors = try JSON5Document.value(of: bad.output)?["errors"]
        #expect(errors?[0]?["kind"] == "resolvability")
        #expect(errors?[0]?["ref"] == "env:default:UNSET")
        #expect(try home.text() == "{}")
    }

    @Test func secretInTheArgumentsIsTakenWithOneWarningAndNeverShown() async throws {
        try home.write("{}")
        let result = await run("set", "models.providers.x.apiKey", "hunter2-hunter2")
        #expect(result.status == .success)
        #expect(result.diagnostics.contains("prefer --ref-source env"))
        #expect(!(result.output + result.diagnostics).contains("hunter2"))
        #expect(try home.text().contains("hunter2-hunter2"))
    }

    @Test func newAuthModeRemovesTheOtherCredentialWithANote() async throws {
        try home.write("{gateway: {auth: {mode: 'token', token: 't', password: 'p'}}}")
        let result = await run("set", "gateway.auth.mode", "password")
        #expect(result.diagnostics.contains("gateway.auth.token is removed"))
        #expect(try home.text() == "{gateway: {auth: {mode: 'password', password: 'p'}}}")
    }

    @Test func validateTellsWhatIsWrongAndWhere() async throws {
        #expect(await run("validate").diagnostics == "Config file not found: ~/.openclaw/openclaw.json\n")
        try home.write("{\n  odd: 1,\n}")
        let good = await run("validate")
        #expect(good.output == "Config valid: ~/.openclaw/openclaw.json\n")
        #expect(good.diagnostics.contains("~/.openclaw/openclaw.json:2:3: odd: unknown key 'odd'"))
        try home.write("{\n  gateway: { port: 'x' },\n}")
        let bad = await run("validate", "--json")
        #expect(bad.status == .failure)
        let issue = try JSON5Document.value(of: bad.output)?["issues"]?[0]
        #expect(issue?["path"] == "gateway.port")
        #expect(issue?["line"] == 2)
    }

    @Test func syntaxErrorIsInvalidButWorkGoesOn() async throws {
        try home.write("{ gateway: { port: 5 } }")
        #expect(await run("get", "gateway.port").output == "5\n")
        try home.write("{ gateway: { port: 6 }")
        let get = await run("get", "gateway.port")
        #expect(get.output == "5\n")
        #expect(get.diagnostics.contains("~/.openclaw/openclaw.json:1:23: expected '}'"))
        let validate = await run("validate")
        #expect(validate.status == .failure)
        #expect(validate.diagnostics.contains("× ~/.openclaw/openclaw.json:1:23: expected '}'"))
        #expect(await run("set", "gateway.port", "1").status == .usage)
        #expect(try home.text() == "{ gateway: { port: 6 }")
    }

    @Test func fileAndSchemaNeedNoConfiguration() async throws {
        #expect(await run("file").output == "~/.openclaw/openclaw.json\n")
        let profile = await CommandRun.run(["--profile", "work", "config", "file"], home: home.path)
        #expect(profile.output == "~/.openclaw-work/openclaw.json\n")
        let schema = try JSON5Document.value(of: await run("schema").output, strictJSON: true)
        #expect(schema?["properties"]?["gateway"]?["properties"]?["port"]?["type"] == "integer")
    }
}

/// A home directory with a configuration; removed when the test ends.
private final class ConfigHome: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("openclaw-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path + "/.openclaw", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String = ".openclaw/openclaw.json") throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func text() throws -> String {
        try String(decoding: Data(contentsOf: URL(fileURLWithPath: path + "/.openclaw/openclaw.json")), as: UTF8.self)
    }
}
