import Inference
import InferenceTesting
import OpenClawCommands
import Testing

@Suite struct ModelsStatusTests {
    @Test func isWhatBareModelsPrints() async throws {
        let bare = await CommandRun.run(["models"])
        #expect(bare.status == .success)
        #expect(bare.output == (await CommandRun.run(["models", "status"])).output)
        #expect(bare.output.contains("Default       : acme/acme-small (default of the provider)"))
        #expect(bare.output.contains("Missing auth\n- acme: run openclaw onboard"))
    }

    @Test func printsOnlyTheDefaultWhenPlain() async throws {
        let home = try TemporaryHome(
            configuration: #"{ agents: { defaults: { model: { primary: "acme-cloud/acme-large" } } } }"#)
        let run = await CommandRun.run(["models", "status", "--plain"], home: home.path)
        #expect(run.output == "acme/acme-large\n")
    }

    @Test func masksKeysAndNamesTheirSource() async throws {
        let run = await CommandRun.run(
            ["models", "status", "--json"], environment: ["ACME_API_KEY": "ak-12345678901234567890"])
        let provider = try run.json["auth"]?["providers"]?[0]
        #expect(provider?["effective"]?["kind"]?.string == "env")
        #expect(provider?["env"] == ["value": "***7890", "source": "env: ACME_API_KEY"])
        #expect(provider?["endpoint"]?["id"]?.string == "metered-eu")
        #expect(!run.output.contains("12345678901"))
    }

    @Test(arguments: [([:], Int32(1)), (["ACME_API_KEY": "ak-12345678"], Int32(0))])
    func checksWhetherProvidersInUseHaveAKey(_ environment: [String: String], _ code: Int32) async {
        #expect(await CommandRun.run(["models", "status", "--check"], environment: environment).status.code == code)
    }

    static let probes: [(ScriptedReply, String)] = [
        (ScriptedReply("say \"OK\"\nend \"stop\"\n"), "ok"), (ScriptedReply("", status: 401), "auth"),
        (ScriptedReply("", status: 429), "rate_limit"), (ScriptedReply("", status: 404), "no_model"),
        (.failing(InferenceError(.deadlineExceeded, "late")), "timeout"),
    ]

    @Test(arguments: probes.indices)
    func probesWithARealRequest(_ index: Int) async throws {
        let (reply, verdict) = Self.probes[index]
        let run = await CommandRun.run(
            ["models", "status", "--probe", "--json"], environment: ["ACME_API_KEY": "ak-12345678"], replies: [reply])
        #expect(run.status == .success)
        #expect(try run.json["auth"]?["probes"]?[0]?["status"]?.string == verdict)
        #expect(try run.body()["max_tokens"]?.int == 8)
    }

    @Test func refusesAProbeOfAPlainStatus() async {
        #expect(await CommandRun.run(["models", "status", "--probe", "--plain"]).status == .usage)
    }
}
