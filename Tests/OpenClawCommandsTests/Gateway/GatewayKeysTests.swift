import Foundation
import Inference
import OpenClawCommands
import OpenClawHost
import OpenClawStore
import Testing

@Suite struct GatewayKeysTests {
    private let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private func run(_ arguments: String...) async -> CommandRun {
        await CommandRun.run(["gateway"] + arguments, home: home.path) { context in
            context.gateway.makeKeys = { SQLiteVirtualKeys(StateDatabase(directory: $0)) }
            context.zone = .fixed(0)
        }
    }

    @Test func secretIsShownOnceAndNeverListed() async throws {
        let made = await run("keys", "new", "laptop")
        #expect(made.status == .success)
        let secret = made.output.trimmingCharacters(in: .newlines)
        #expect(secret.count == 49)
        let listed = await run("keys", "list")
        #expect(listed.output.contains("laptop"))
        #expect(!listed.output.contains(secret))
        #expect(listed.output.contains(secret.suffix(4)))
    }

    @Test func limitsAreKept() async throws {
        let made = try await run(
            "keys", "new", "ci", "--expires", "30d", "--rpm", "60", "--budget-per-day", "0.5USD, cny=7", "--models",
            "a/*,b", "--routes", "chat,/v1/x", "--json"
        ).json
        #expect(made["requestsPerMinute"] == 60)
        #expect(made["budgetPerDay"]?["USD"] == "0.5")
        #expect(made["budgetPerDay"]?["CNY"] == "7")
        #expect(made["models"]?[1] == "b")
        #expect(made["expiresAt"] == "2026-10-21T14:13:20Z")
        let listed = try await run("keys", "list", "--json").json
        #expect(listed["keys"]?[0]?["routes"]?[0] == "chat")
        #expect(listed["keys"]?[0]?["secret"] == nil)
    }

    @Test(arguments: [
        ["x y"], ["gateway"], ["key_1"], ["a", "--rpm", "0"], ["a", "--expires", "yesterday"],
        ["a", "--expires", "2020-01-01"],
        ["a", "--budget-per-day", "5"], ["a", "--budget-per-day", "-5USD"], ["a", "--routes", "nowhere"],
    ])
    func refusesWhatItDoesNotUnderstand(_ arguments: [String]) async throws {
        let made = await CommandRun.run(["gateway", "keys", "new"] + arguments, home: home.path) { context in
            context.gateway.makeKeys = { SQLiteVirtualKeys(StateDatabase(directory: $0)) }
        }
        #expect(made.status == .usage)
        #expect(try await run("keys", "list", "--json").json["keys"]?.array?.isEmpty == true)
    }

    @Test func revokedKeyIsGoneFromTheListUnlessAskedFor() async throws {
        _ = await run("keys", "new", "laptop")
        #expect(await run("keys", "revoke", "laptop").status == .success)
        #expect(await run("keys", "list", "--plain").output.isEmpty)
        #expect(try await run("keys", "list", "--all", "--json").json["keys"]?[0]?["state"] == "revoked")
        #expect(await run("keys", "revoke", "laptop").status == .failure)
    }

    @Test func tokenIsPrintedOnlyWhenAskedFor() async throws {
        let told = await run("token")
        let token = try home.text(".openclaw/gateway.token").trimmingCharacters(in: .newlines)
        #expect(!told.output.contains(token))
        #expect(await run("token", "--show").output == token + "\n")
        #expect(await run("token", "--rotate").status == .success)
        #expect(try home.text(".openclaw/gateway.token") != token + "\n")
    }

    @Test func configuredTokenIsNotRotated() async throws {
        try home.write("{gateway: {auth: {token: 'configured-token-1'}}}", to: ".openclaw/openclaw.json")
        #expect(await run("token", "--rotate").status == .usage)
    }

    @Test func olderNameOfTheCommandWorks() async throws {
        let status = await CommandRun.run(["daemon", "status", "--json"], home: home.path)
        #expect(status.status == .failure)
        #expect(try status.json["state"] == "not-installed")
    }

    @Test func configurationThatCannotWorkHasItsOwnExitCode() async throws {
        try home.write("{gateway: {bind: 'lan'}}", to: ".openclaw/openclaw.json")
        let started = await run("start")
        #expect(started.status.code == 78)
        #expect(started.diagnostics.contains("hint: openclaw config set gateway.exposed true"))
    }

    @Test func withoutAServiceManagerInstallSaysWhatWorks() async throws {
        let refused = await run("install")
        #expect(refused.diagnostics.contains("hint: openclaw gateway start"))
    }

    @Test func logIsShownForPeopleAndAsItIs() async throws {
        try FileManager.default.createDirectory(
            atPath: home.path + "/.openclaw/logs", withIntermediateDirectories: true)
        let line =
            #"{"time":"2026-11-23T08:00:00.000Z","level":"info","log":"access","method":"POST","path":"/v1/x","status":200,"ms":5,"key":"a\u001b[2J"}"#
        try home.write("{\"msg\":\"old\"}\n" + line + "\n", to: ".openclaw/logs/gateway.log")
        #expect(
            await run("logs", "--limit", "1").output
                == "2026-11-23T08:00:00.000Z info POST /v1/x 200 5 ms key=a[2J\n")
        #expect(await run("logs", "--limit", "1", "--json").output == line + "\n")
    }
}
