import Foundation
import Inference
import InferenceTesting
import OpenClawCommands
import OpenClawHost
import Testing

@Suite struct ExplainCommandTests {
    private static let answer = ScriptedReply("say \"hi\"\ncount [3,1]\nend \"stop\"\n")
    private static let configuration = """
        {
          agents: {
            defaults: {
              model: { primary: "acme/acme-small", fallbacks: ["acme/acme-large"] },
              imageModel: "acme/acme-large",
              models: {
                "acme/acme-small": { alias: "quick", params: { temperature: 0.3, maxTokens: 900 } },
              },
            },
          },
          models: {
            providers: {
              acme: { apiKey: "ak-from-the-configuration", timeoutSeconds: 7 },
            },
          },
        }
        """

    private func explain(
        _ arguments: String..., environment: [String: String] = [:], home: TemporaryHome,
        adjust: (inout CommandContext) -> Void = { _ in }
    ) async throws -> JSONValue {
        let run = await CommandRun.run(
            ["explain"] + arguments + ["--json"], environment: environment, home: home.path, adjust: adjust)
        #expect(run.requests.isEmpty)
        return try run.json
    }

    @Test func namesThePlaceAndTheRuleOfEveryValue() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let json = try await explain(home: home)
        #expect(json["model"]?["value"]?.string == "acme-small")
        #expect(json["model"]?["source"]?.string == "agents.defaults.model.primary (~/.openclaw/openclaw.json:4)")
        #expect(json["endpoint"]?["value"]?.string == "metered-eu")
        #expect(json["credential"]?["source"]?.string == "models.providers.acme.apiKey in ~/.openclaw/openclaw.json:13")
        #expect(json["credential"]?["value"]?.string == "***tion")
        #expect(json["request"]?["url"]?.string == "https://chat.acme.example/v1/talk")
        #expect(json["request"]?["headers"]?["Authorization"]?.string == "Bearer ***tion")
        #expect(json["deadlines"]?["totalSeconds"]?.double == 7)
        #expect(
            json["deadlines"]?["source"]?.string
                == "models.providers.acme.timeoutSeconds (~/.openclaw/openclaw.json:13)")
        #expect(json["price"]?["tiers"]?[0]?["output"]?.string == "2")
        #expect(json["attempts"]?.array?.compactMap { $0["ref"]?.string } == ["acme/acme-small", "acme/acme-large"])
        #expect(json["attempts"]?.array?.compactMap { $0["standing"]?.string } == ["first", "next"])
    }

    @Test func tellsWhoAskedForAParameterAndWhoChangedIt() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let json = try await explain("quick", "--max-tokens", "5000", "--seed", "3", home: home)
        let parameters = try #require(json["parameters"]?.array)
        let named = { (name: String) in parameters.first { $0["name"]?.string == name } }
        #expect(named("seed")?["origin"]?.string == "asked")
        #expect(named("seed")?["source"]?.string == "--seed")
        #expect(named("temperature")?["origin"]?.string == "configured")
        #expect(named("temperature")?["source"]?.string == "~/.openclaw/openclaw.json:7")
        #expect(named("max_tokens")?["origin"]?.string == "shaped")
        #expect(named("max_tokens")?["value"]?.int == 1024)
        #expect(named("max_tokens")?["before"]?.int == 5000)
        #expect(named("max_tokens")?["why"]?.string == "max_tokens clamped to 1024")
        #expect(
            json["model"]?["why"]?.string
                == "it was named; quick is an alias of acme/acme-small (~/.openclaw/openclaw.json:7)")
        #expect(json["attempts"]?.array?.count == 1, "a model that was named has no fallbacks but its own")
    }

    @Test func picturesGoToTheImageModel() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let json = try await explain("--capability", "vision", home: home)
        #expect(json["model"]?["value"]?.string == "acme-large")
        #expect(json["model"]?["source"]?.string == "agents.defaults.imageModel (~/.openclaw/openclaw.json:5)")
    }

    @Test func namesEveryKeyThatWasPassedOver() async throws {
        let home = try TemporaryHome()
        try home.write("ACME_API_KEY=ak-0123456789abcdef\nACME_TOKEN=ak-another-0123456\n", to: ".openclaw/.env")
        try home.write("ACME_API_KEY=ak-of-a-project-01\n", to: ".env")
        try FileManager.default.createDirectory(
            atPath: home.path + "/.openclaw/agents/main/agent", withIntermediateDirectories: true)
        try home.write(
            """
            {"version": 1, "profiles": {
              "acme:default": {"type": "token", "provider": "acme", "token": "ak-over-0123456789", "expires": 1},
              "acme:flat": {"type": "api_key", "provider": "acme", "key": "", "metadata": {"endpoint": "flat-eu"}}
            }}
            """, to: ".openclaw/agents/main/agent/auth-profiles.json")
        let json = try await explain(home: home)
        #expect(json["credential"]?["source"]?.string == "ACME_API_KEY in ~/.openclaw/.env:1")
        let others = try #require(json["credential"]?["passedOver"]?.array)
        #expect(
            others.compactMap { $0["code"]?.string } == ["expired", "missing_credential", "set_aside", "project_file"])
        #expect(others.last?["name"]?.string == "ACME_API_KEY in ~/.env:1")
        #expect(others.first?["reason"]?.string == "its token is over")
    }

    @Test func readsFromTopToBottom() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let run = await CommandRun.run(["explain", "--max-tokens", "5000"], home: home.path)
        #expect(run.status == .success)
        #expect(run.requests.isEmpty && run.diagnostics == "")
        let expected = """
            Model     acme-small
                      from  agents.defaults.model.primary (~/.openclaw/openclaw.json:4)
                      why   the configured default
            Endpoint  Acme (metered)
                      at    https://chat.acme.example/v1/talk
                      from  default of Acme
                      why   no base URL is configured and no stored key belongs to an endpoint, so it is the provider's first one
            Key       ***tion
                      from  models.providers.acme.apiKey in ~/.openclaw/openclaw.json:13
                      why   neither a stored key nor a variable can be used here
            Sends     model        acme-small
                      max_tokens   1024        was 5000; max_tokens clamped to 1024 - --max-tokens
                      temperature  0.3         configured for the model - ~/.openclaw/openclaw.json:7
            Limits    context 8,192, output 1,024 tokens
                      from  acme.example, checked 2026-01-01
            Price     in 1, out 2 EUR per million tokens
                      from  acme.example, checked 2026-01-01
            Order     1. acme/acme-small  Acme (metered)  models.providers.acme.apiKey (~/.openclaw/openclaw.json:13)  asked first
                      2. acme/acme-large  Acme (metered)  models.providers.acme.apiKey (~/.openclaw/openclaw.json:13)  then
            Times     connect 15 s, first byte 300 s, silence 180 s, total 7 s
                      from  models.providers.acme.timeoutSeconds (~/.openclaw/openclaw.json:13)
            Network   directly

            """
        #expect(run.output == expected)
    }

    @Test func staysWithinATerminal() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let terminal = RecordingSink(isTerminal: true, columns: 72)
        let run = await CommandRun.run(["explain"], environment: ["NO_COLOR": "1"], home: home.path, output: terminal)
        let why = run.output.split(separator: "\n").drop { !$0.contains("no base URL") }.prefix(2)
        #expect(why.allSatisfy { $0.count <= 72 }, "\(why)")
        #expect(why.last?.hasPrefix(String(repeating: " ", count: 16)) == true)
    }

    @Test func aKeyThatRestsIsPassedOver() async throws {
        let home = try TemporaryHome()
        let store = FailoverMemory()
        let keys = ["ACME_API_KEYS": "ak-first-0123456789 ak-second-0123456789"]
        let first = CredentialFingerprint.of(Secret("ak-first-0123456789"))
        _ = store.update(.credential(first, of: "acme")) { record in
            record.fail(
                InferenceError(.quotaExhausted, "the week is used up", resetAt: 1_790_100_000), of: nil,
                at: 1_790_000_000, cooldowns: Cooldowns(), provider: "acme")
        }
        let before = store.records(of: "acme")
        let json = try await explain(environment: keys, home: home) { $0.makeFailoverStore = { _ in store } }
        #expect(json["credential"]?["label"]?.string == "env: ACME_API_KEYS[2]")
        let attempts = try #require(json["attempts"]?.array)
        #expect(attempts.map { $0["standing"]?.string } == ["resting", "first"])
        #expect(attempts.first?["rest"]?["message"]?.string == "the week is used up")
        #expect(store.records(of: "acme") == before)
    }

    @Test(arguments: [["nobody/model"], ["acme/acme-small@nobody"], []]) func failsAsTheRunWould(
        _ model: [String]
    ) async throws {
        let home = try TemporaryHome()
        let explained = await CommandRun.run(["explain"] + model + ["--json"], home: home.path)
        let sent = await CommandRun.run(
            ["infer", "model", "run", "hi"] + model.flatMap { ["--model", $0] } + ["--json"], home: home.path)
        #expect(explained.status == sent.status && sent.status != .success)
        #expect(try explained.json["error"] == sent.json["error"])
        #expect(try explained.json["ok"]?.bool == false)
    }

    @Test func takesTheModelOnce() async throws {
        let run = await CommandRun.run(["explain", "acme/acme-small", "--model", "acme/acme-large"])
        #expect(run.status == .usage)
    }

    @Test func leavesNoTrace() async throws {
        let home = try TemporaryHome()
        let context = { (context: inout CommandContext) in context.makeLedger = { _ in LoudLedger() } }
        try home.write("{ usage: { budget: { day: { EUR: 5 } } } }", to: ".openclaw/openclaw.json")
        let key = ["ACME_API_KEY": "ak-0123456789abcdef"]
        let json = try await explain(environment: key, home: home, adjust: context)
        #expect(json["ok"]?.bool == true)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: home.path + "/.openclaw").sorted().filter {
                !$0.contains("last-good")
            } == ["openclaw.json"])
    }

    @Test func aSpentBudgetIsExplainedAsTheRunWouldFail() async throws {
        let home = try TemporaryHome()
        try home.write("{ usage: { budget: { day: { EUR: 0.5 } } } }", to: ".openclaw/openclaw.json")
        let key = ["ACME_API_KEY": "ak-0123456789abcdef"]
        let json = try await explain(environment: key, home: home) { $0.makeLedger = { _ in LoudLedger(spent: 1) } }
        #expect(json["error"]?["code"]?.string == "budget_exceeded")
    }
}

/// A ledger in which somebody else has written, and nobody may.
private struct LoudLedger: UsageLedger {
    var spent: Decimal = 0

    func append(_ record: UsageRecord) { Issue.record("a request was written down that was not sent") }

    func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int? {
        if spent > 0 { body(Expense(time: 1_790_000_000 - 1, currency: "EUR", amount: spent)) }
        return 1
    }

    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) {}
    func fingerprint(of secret: Secret) -> String { "f" }
}
