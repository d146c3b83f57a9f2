import Foundation
import Inference
import InferenceTesting
import OpenClawCommands
import Testing

@Suite struct OnboardCommandTests {
    static let key = "ak-canary-0123456789abcdef"

    @Test func writesKeyAndConfigurationAndSaysWhatComesNext() async throws {
        let home = try CommandHome()
        let run = await home.run("onboard", "--auth-choice", "acme-api-key", "--key-stdin", input: Self.key)
        #expect(run.status == .success)
        #expect(run.output.contains("Default model set to acme/acme-small"))
        #expect(run.output.contains("openclaw models list --provider acme"))
        #expect(!(run.output + run.diagnostics).contains("canary"))
        let profile = try home.json(CommandHome.credentials)["profiles"]?["acme:default"]
        #expect(profile?["key"]?.string == Self.key && profile?["metadata"]?["endpoint"] == "metered-eu")
        let configuration = try home.json(CommandHome.configuration)
        #expect(configuration["models"]?["providers"]?["acme"]?["baseUrl"] == "https://chat.acme.example/v1")
        #expect(configuration["gateway"]?["auth"]?["token"]?.string?.count == 64)
        #expect(configuration["meta"]?["lastTouchedVersion"] == "1.2.3")
        for file in [CommandHome.configuration, CommandHome.credentials] { #expect(try home.mode(file) == 0o600) }
        #expect(try home.mode(".openclaw") == 0o700)
    }

    @Test func jsonIsPureForSuccess() async throws {
        let home = try CommandHome()
        let run = await home.run(
            "onboard", "--auth-choice", "acme-flat-key", "--key-stdin", "--json", "--skip-health",
            input: "af-0123456789")
        let object = try JSONValue(parsing: run.output)
        #expect(object["ok"] == true && object["plan"] == "flat" && object["region"] == "eu")
        #expect(object["baseUrl"] == "https://flat.acme.example/v1" && object["keySource"] == "stdin")
        #expect(object["defaultModel"] == "acme/acme-small" && object["models"] == 1)
        #expect(object["gateway"]?["authMode"] == "token" && object["ignoredFlags"] == ["--skip-health"])
    }

    @Test(arguments: [
        (["--auth-choice", "nobody"], 2), (["--auth-choice", "acme-oauth"], 2), (["--auth-choice", "acme-api-key"], 3),
        (["--nothing"], 2), (["--gateway-port"], 2), (["--auth-choice", "acme-api-key", "--gateway-port", "x"], 2),
        (["--auth-choice", "acme-api-key", "--acme-api-key", "ak-canary two words"], 2),
        (["--auth-choice", "acme-flat-key", "--acme-api-key", "ak-canary-0123456789"], 2),
        (["--acme-api-key", "ak-canary-0123456789", "--acme-flat-key", "af-canary-0123456789"], 2),
        (["ak-canary-0123456789"], 2), ([], 2),
    ])
    func jsonIsPureForEveryFailureAndNothingIsWritten(_ arguments: [String], _ exit: Int) async throws {
        let home = try CommandHome()
        let run = await CommandRun.run(["onboard", "--json"] + arguments, home: home.path) { context in
            context.loadProviders = { [ScriptedProvider()] }
        }
        let object = try JSONValue(parsing: run.output)
        #expect(object["ok"] == false && object["error"]?["exitCode"]?.int == exit)
        #expect(run.status.code == Int32(exit))
        #expect(!(run.output + run.diagnostics).contains("canary"))
        #expect(home.text(CommandHome.configuration) == nil && home.text(CommandHome.credentials) == nil)
    }

    @Test func personIsAskedOnATerminal() async throws {
        let home = try CommandHome()
        let run = await home.run("onboard", input: "2\naf-0123456789abcdef\n", isTerminal: true)
        #expect(run.status == .success)
        #expect(run.diagnostics.contains("2. Acme Flat key"))
        #expect(run.diagnostics.contains("Enter the Acme Flat key: "))
        #expect(!run.diagnostics.contains("0123456789abcdef"))
        #expect(try home.json(CommandHome.credentials)["profiles"]?["acme:default"]?["key"] == "af-0123456789abcdef")
    }

    @Test func endOfInputCancelsAndWritesNothing() async throws {
        let home = try CommandHome()
        let run = await home.run("onboard", isTerminal: true)
        #expect(run.status == .interrupted)
        #expect(home.text(CommandHome.configuration) == nil)
    }

    @Test func literalKeyInAFlagWorksWithOneWarning() async throws {
        let home = try CommandHome()
        let run = await home.run("onboard", "--acme-api-key", Self.key)
        #expect(run.status == .success)
        #expect(run.diagnostics.components(separatedBy: "command line").count == 2)
        #expect(!(run.output + run.diagnostics).contains("canary"))
    }

    @Test func commentsOfTheUserSurvive() async throws {
        let home = try CommandHome()
        try home.write("{\n  // mine\n  tools: { profile: 'full', }, // kept\n}\n", to: CommandHome.configuration)
        let run = await home.run("onboard", "--acme-api-key", Self.key)
        #expect(run.status == .success)
        let text = home.text(CommandHome.configuration) ?? ""
        #expect(text.contains("// mine") && text.contains("tools: { profile: 'full', }, // kept"))
    }

    @Test func brokenConfigurationIsRefusedAndKept() async throws {
        let home = try CommandHome()
        try home.write("{ broken", to: CommandHome.configuration)
        let run = await home.run("onboard", "--acme-api-key", Self.key)
        #expect(run.status == .usage)
        #expect(home.text(CommandHome.configuration) == "{ broken" && home.text(CommandHome.credentials) == nil)
    }

    @Test func resetKeepsTheOldFilesInABackup() async throws {
        let home = try CommandHome()
        _ = await home.run("onboard", "--acme-api-key", Self.key)
        let run = await home.run(
            "onboard", "--auth-choice", "acme-flat-key", "--key-stdin", "--reset", "--json", input: "af-0123456789")
        let backup = try #require(try JSONValue(parsing: run.output)["backup"]?.string)
        #expect(FileManager.default.fileExists(atPath: backup + "/openclaw.json"))
        #expect(try home.json(CommandHome.credentials)["profiles"]?.object?.keys == ["acme:default"])
    }

    @Test func secondPlanKeepsTheFirstKey() async throws {
        let home = try CommandHome()
        _ = await home.run("onboard", "--acme-api-key", Self.key)
        let run = await home.run("onboard", "--acme-flat-key", "af-0123456789")
        #expect(run.diagnostics.contains("kept the key of metered-eu as profile acme:metered-eu"))
        let profiles = try home.json(CommandHome.credentials)["profiles"]
        #expect(profiles?["acme:metered-eu"]?["key"]?.string == Self.key)
        #expect(profiles?["acme:default"]?["key"] == "af-0123456789")
    }
}
