import Inference
import InferenceTesting
import OpenClawCommands
import Testing

@Suite struct ModelsAuthTests {
    static let key = "ak-canary-0123456789abcdef"

    @Test func listsProfilesWithoutTheirKeys() async throws {
        let home = try CommandHome()
        _ = await home.run("onboard", "--acme-api-key", Self.key)
        _ = await home.run("onboard", "--acme-flat-key", "af-canary-0123456789")
        let run = await home.run("models", "auth", "list", "--json")
        let rows = try JSONValue(parsing: run.output)["profiles"]?.array ?? []
        #expect(rows.map { $0["id"]?.string } == ["acme:default", "acme:metered-eu"])
        #expect(rows.map { $0["inUse"]?.bool } == [true, false])
        #expect(rows.map { $0["endpoint"]?.string } == ["flat-eu", "metered-eu"])
        #expect(rows[1]["reason"] == "kept for its endpoint")
        #expect(!run.output.contains("canary"))
        #expect(await home.run("models", "auth", "list", "--plain").output == "acme:default\nacme:metered-eu\n")
        #expect(await home.run("models", "auth", "list").output.contains("in use"))
    }

    @Test func loginKeepsTheDefaultModelUnlessAsked() async throws {
        let home = try CommandHome()
        try home.write(#"{"agents": {"defaults": {"model": {"primary": "x/y"}}}}"#, to: CommandHome.configuration)
        let login = ["models", "auth", "login", "--provider", "acme", "--method", "flat-key", "--key-stdin"]
        let first = await CommandRun.login(login, home, "af-0123456789")
        #expect(first.status == .success)
        var configuration = try home.json(CommandHome.configuration)
        #expect(configuration["agents"]?["defaults"]?["model"]?["primary"] == "x/y" && configuration["gateway"] == nil)
        _ = await CommandRun.login(login + ["--set-default"], home, "af-0123456789")
        configuration = try home.json(CommandHome.configuration)
        #expect(configuration["agents"]?["defaults"]?["model"]?["primary"] == "acme/acme-small")
    }

    @Test func pastedTokenIsStoredWithItsEnd() async throws {
        let home = try CommandHome()
        let run = await home.run(
            "models", "auth", "paste-token", "--provider", "acme", "--expires-in", "365d", input: "tok-canary-123456\n")
        #expect(run.status == .success && !run.output.contains("canary"))
        let profile = try home.json(CommandHome.credentials)["profiles"]?["acme:manual"]
        #expect(profile?["type"] == "token" && profile?["token"] == "tok-canary-123456")
        #expect(profile?["expires"]?.int == (1_790_000_000 + 365 * 86_400) * 1000)
        let listed = try home.json(CommandHome.configuration)["auth"]?["profiles"]?["acme:manual"]
        #expect(listed == ["provider": "acme", "mode": "token"])
    }

    @Test(arguments: ["", "two words", "${NAME}"])
    func whatIsNoTokenIsRefused(_ token: String) async throws {
        let home = try CommandHome()
        let run = await home.run("models", "auth", "paste-token", "--provider", "acme", input: token)
        #expect(run.status == .usage && home.text(CommandHome.credentials) == nil)
    }

    @Test func removeTakesTheProfileOutOfBothFiles() async throws {
        let home = try CommandHome()
        _ = await home.run("onboard", "--acme-api-key", Self.key)
        _ = await home.run("models", "auth", "paste-token", "--provider", "acme", input: "tok-123456")
        let unclear = await home.run("models", "auth", "remove", "--provider", "acme")
        #expect(unclear.status == .usage && unclear.diagnostics.contains("acme:default, acme:manual"))
        let run = await home.run("models", "auth", "logout", "--provider", "acme-cloud", "--profile-id", "acme:default")
        #expect(run.output == "Removed acme:default.\n")
        #expect(try home.json(CommandHome.credentials)["profiles"]?.object?.keys == ["acme:manual"])
        #expect(try home.json(CommandHome.configuration)["auth"]?["profiles"]?.object?.keys == ["acme:manual"])
    }

    @Test func orderIsSetShownAndCleared() async throws {
        let home = try CommandHome()
        _ = await home.run("onboard", "--acme-api-key", Self.key)
        let order = ["models", "auth", "order"]
        let wrong = await CommandRun.login(order + ["set", "--provider", "acme", "acme:nobody"], home, "")
        #expect(wrong.status == .usage)
        let set = await CommandRun.login(order + ["set", "--provider", "acme", "acme:default"], home, "")
        #expect(set.output == "Agent: main\nProvider: acme\nOrder override: acme:default\n")
        let get = await CommandRun.login(order + ["get", "--provider", "acme", "--json"], home, "")
        #expect(try JSONValue(parsing: get.output)["order"] == ["acme:default"])
        let clear = await CommandRun.login(order + ["clear", "--provider", "acme"], home, "")
        #expect(clear.output.contains("(none)"))
    }
}

extension CommandRun {
    fileprivate static func login(_ arguments: [String], _ home: CommandHome, _ input: String) async -> CommandRun {
        await run(arguments, home: home.path) { context in
            context.input = ScriptedInput(input)
            context.loadProviders = { [ScriptedProvider()] }
        }
    }
}
