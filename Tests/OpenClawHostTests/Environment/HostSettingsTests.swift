import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite("HostSettings")
struct HostSettingsTests {
    let home: TemporaryDirectory

    init() throws { home = try TemporaryDirectory() }

    private func load(
        _ process: [String: String] = [:], shell: [String: String]? = nil
    ) throws -> HostSettings {
        let environment = ["HOME": home.path].merging(process) { $1 }
        return try HostSettings.load(
            environment: environment, workingDirectory: home.file("project"), expectedKeys: ["A_KEY", "B_KEY"]
        ) { _ in shell.map { .success($0) } ?? .failure(LoginShell.Failure(reason: "it must not be asked")) }
    }

    @Test func firstLayerWinsAndEveryVariableKnowsItsSource() throws {
        try home.write("P=2\nF=2\n", to: ".openclaw/.env")
        try home.write("F=3\nG=3\n", to: ".config/openclaw/gateway.env")
        try home.write("{\n env: {G: '4', C: '4',\n  vars: {V: '4'}}}", to: ".openclaw/openclaw.json")
        let settings = try load(["P": "1", "BLANK": " "])
        let found = ["P", "F", "G", "C", "V"].compactMap {
            settings.environment.find($0).map { "\($0.value) \($0.label)" }
        }
        #expect(
            found == [
                "1 env: P", "2 ~/.openclaw/.env:2", "3 ~/.config/openclaw/gateway.env:2",
                "4 config env: ~/.openclaw/openclaw.json:2", "4 config env: ~/.openclaw/openclaw.json:3",
            ])
        #expect(settings.environment["BLANK"] == nil)
        #expect(
            settings.warnings == [
                "F is set at ~/.openclaw/.env:2 and, differently, at ~/.config/openclaw/gateway.env:1; the first counts"
            ])
    }

    @Test func variablesOfEveryLayerReachTheConfiguration() throws {
        try home.write("HOST=h\n", to: ".openclaw/.env")
        try home.write(
            "{env: {ROOT: 'https://${HOST}'}, models: {providers: {x: {baseUrl: '${ROOT}/v1', apiKey: '${A_KEY}'}}}}",
            to: ".openclaw/openclaw.json")
        let settings = try load(["OPENCLAW_LOAD_SHELL_ENV": "1"], shell: ["A_KEY": "k", "OTHER": "o"])
        #expect(settings.configuration["models", "providers", "x", "baseUrl"]?.string == "https://h/v1")
        #expect(settings.configuration["models", "providers", "x", "apiKey"]?.string == "k")
        #expect(settings.environment.find("A_KEY")?.label == "shell env: A_KEY")
        #expect(settings.environment["OTHER"] == nil)
    }

    @Test func projectFileChoosesNoKeysAndNoAddresses() throws {
        try home.write(
            "A_KEY=evil\nOPENCLAW_STATE_DIR=/x\nhttps_proxy=http://x\nSSL_CERT_FILE=x\nMY_URL=u\nTITLE=t",
            to: "project/.env")
        try home.write("{models: {providers: {x: {baseUrl: '${MY_URL}'}}}}", to: ".openclaw/openclaw.json")
        let settings = try load()
        #expect(settings.environment["A_KEY"] == nil)
        #expect(settings.configuration["models", "providers", "x", "baseUrl"]?.string == nil)
        #expect(
            settings.environment.ignored.map(\.name) == [
                "A_KEY", "OPENCLAW_STATE_DIR", "https_proxy", "SSL_CERT_FILE", "MY_URL",
            ])
        #expect(settings.environment.ignored.map(\.line) == [1, 2, 3, 4, 5])
    }

    @Test func configurationSetsNoLoaderVariables() throws {
        try home.write("{env: {LD_PRELOAD: 'x', NODE_OPTIONS: 'x', OK: 'y'}}", to: ".openclaw/openclaw.json")
        let settings = try load()
        #expect(settings.environment["LD_PRELOAD"] == nil)
        #expect(settings.environment["OK"]?.value == "y")
        #expect(settings.warnings.first == "~/.openclaw/openclaw.json:1: env may not set LD_PRELOAD")
    }

    @Test func shellIsAskedOnlyForMissingExpectedKeys() throws {
        try home.write("{env: {shellEnv: {enabled: true}}}", to: ".openclaw/openclaw.json")
        let settings = try load(["A_KEY": "1"])
        #expect(settings.environment["A_KEY"]?.value == "1")
        #expect(settings.environment["UNKNOWN"] == nil)
        #expect(settings.environment.shellWarning == nil)
        #expect(settings.environment["B_KEY"] == nil)
        #expect(settings.environment.shellWarning == "the login shell gave no variables: it must not be asked")
    }

    @Test(arguments: [
        ("{env: {shellEnv: {enabled: true}}}", "0"), ("{}", ""), ("{env: {shellEnv: {enabled: false}}}", ""),
    ])
    func shellIsNotAskedUnlessWanted(text: String, flag: String) throws {
        try home.write(text, to: ".openclaw/openclaw.json")
        let settings = try load(["OPENCLAW_LOAD_SHELL_ENV": flag], shell: ["B_KEY": "x"])
        #expect(settings.environment["B_KEY"] == nil)
    }

    @Test func realShellExportsWhatItsProfileSets() throws {
        try home.write("export B_KEY='from profile'\n", to: ".profile")
        let shell = LoginShell(
            environment: ["SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"], home: home.path, timeout: .seconds(20))
        #expect(try shell.variables().get()["B_KEY"] == "from profile")
    }

    @Test func hangingShellIsKilledInTime() throws {
        try home.write("sleep 100\n", to: ".profile")
        let shell = LoginShell(environment: ["PATH": "/usr/bin:/bin"], home: home.path, timeout: .milliseconds(100))
        #expect(shell.variables() == .failure(LoginShell.Failure(reason: "/bin/sh did not answer in time")))
    }

    @Test func shellThatIsNotListedIsNotRun() throws {
        let script = try home.write("#!/bin/sh\n", to: "evil")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        let shell = LoginShell(environment: ["SHELL": script], home: home.path, timeout: .zero)
        #expect(shell.program == "/bin/sh")
    }

    @Test func keepsACopyOfAGoodConfigurationOnly() throws {
        try home.write("{gateway: {port: 1}}", to: ".openclaw/openclaw.json")
        _ = try load()
        #expect(try home.text(".openclaw/openclaw.json.last-good") == "{gateway: {port: 1}}")
        #expect(try home.mode(".openclaw/openclaw.json.last-good") == 0o600)
        for bad in ["{gateway: {port: 'x'}}", "{gateway: {auth: {token: '__OPENCLAW_REDACTED__'}}}", "{", ""] {
            try home.write(bad, to: ".openclaw/openclaw.json")
            _ = try load()
            #expect(try home.text(".openclaw/openclaw.json.last-good") == "{gateway: {port: 1}}")
        }
        try home.write("{", to: ".openclaw/openclaw.json")
        #expect(try load().configuration["gateway", "port"]?.int == 1)
        #expect(try home.text(".openclaw/openclaw.json") == "{")
    }
}
