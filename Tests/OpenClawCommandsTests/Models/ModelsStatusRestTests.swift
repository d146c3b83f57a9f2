import Inference
import OpenClawCommands
import OpenClawHost
import Testing

@Suite struct ModelsStatusRestTests {
    private func status(_ arguments: String..., model: ModelID?, until: Double = 1_790_003_600) async -> CommandRun {
        let store = FailoverMemory()
        let key = CredentialFingerprint.of(Secret("ak-0123456789abcdef"))
        _ = store.update(.credential(key, of: "acme")) { record in
            var error = InferenceError(.quotaExhausted, "the week is used up", resetAt: until)
            error.disposition = FailureDisposition(
                retry: .never, rotates: true, triesNextModel: false, scope: .plan, rest: .window)
            record.fail(
                error, of: model, at: 1_789_999_000, cooldowns: Cooldowns(), provider: "acme")
        }
        return await CommandRun.run(
            ["models", "status"] + arguments, environment: ["ACME_API_KEY": "ak-0123456789abcdef"]
        ) {
            $0.makeFailoverStore = { _ in store }
            $0.zone = .fixed(0)
        }
    }

    @Test func saysWhatIsLeftAloneUntilWhen() async throws {
        let run = await status(model: nil)
        #expect(
            run.output.contains(
                "\nLeft alone\n- acme env: ACME_API_KEY, until 2026-09-21 15:13 (rate_limit): the week is used up\n"),
            "\(run.output)")
        let rests = try await status("--json", model: "acme-small").json["auth"]?["resting"]
        #expect(rests?.array?.count == 1)
        #expect(rests?[0]?["model"]?.string == "acme-small")
        #expect(rests?[0]?["owner"]?.string == "env: ACME_API_KEY")
        #expect(rests?[0]?["reason"]?.string == "rate_limit")
    }

    @Test func aRestThatIsOverIsNoNews() async throws {
        let run = await status("--json", model: nil, until: 1_789_999_999)
        #expect(try run.json["auth"]?["resting"] == [])
    }
}
