import Inference
import InferenceTesting
import OpenClawCommands
import Testing

@Suite struct InferModelRunFailureTests {
    private func run(
        _ arguments: [String], home: String = "/nonexistent",
        environment: [String: String] = ["ACME_API_KEY": "ak-1234567890abcdef"],
        replies: [ScriptedReply], adjust: (inout CommandContext) -> Void = { _ in }
    ) async -> CommandRun {
        await CommandRun.run(
            ["infer", "model", "run", "hi"] + arguments, environment: environment, home: home, replies: replies,
            adjust: adjust)
    }

    @Test func saysWhereAKeyWasLookedFor() async throws {
        let run = await run([], environment: [:], replies: [])
        #expect(run.status == .authentication)
        #expect(run.diagnostics.contains("ACME_API_KEY"))
        #expect(run.diagnostics.contains("hint: openclaw onboard --auth-choice acme-api-key"))
    }

    @Test func namesTheKeyThatWasRefused() async throws {
        let run = await run(["--json"], replies: [ScriptedReply("", status: 401, fields: ["x-acme-request": "r-1"])])
        #expect(run.status == .authentication)
        let json = try run.json
        #expect(json["ok"]?.bool == false)
        #expect(json["error"]?["code"]?.string == "unauthenticated")
        #expect(json["error"]?["exitCode"]?.int == 3)
        #expect(json["error"]?["requestId"]?.string == "r-1")
        #expect(json["error"]?["status"]?.int == 401)
        #expect(json["error"]?["message"]?.string?.contains("env: ACME_API_KEY") == true)
        #expect(json["error"]?["hint"]?.string == "openclaw onboard --auth-choice acme-api-key")
        #expect(json["attempts"]?[0]?["ok"]?.bool == false)
    }

    @Test func sendsWhatThePlanMayNotServeAndNamesTheEndpointThatDoes() async throws {
        let home = try TemporaryHome(configuration: ModelsListTests.flat)
        let run = await run(
            ["--model", "acme/acme-large"], home: home.path, environment: ["ACME_API_KEY": "af-1234567890abcdef"],
            replies: [ScriptedReply("", status: 404)])
        #expect(run.status == .model)
        #expect(run.diagnostics.hasPrefix("warning: acme/acme-large may fail on Acme (flat): the flat plan has small"))
        #expect(run.diagnostics.contains("Acme (flat) does not serve acme-large, Acme (metered) does"))
        #expect(run.diagnostics.hasSuffix("hint: openclaw onboard --auth-choice acme-api-key\n"))
        #expect(run.requests.count == 1)
    }

    @Test func sendsUnknownModelsAsWrittenWithOneWarning() async throws {
        let run = await run(["--model", "acme/Acme-9"], replies: [ScriptedReply(InferModelRunTests.answer)])
        #expect(run.status == .success)
        #expect(try run.body()["model"]?.string == "Acme-9")
        #expect(run.diagnostics.split(separator: "\n").count == 1)
    }

    @Test func asksFallbacksOfTheDefaultButNotOfANamedModel() async throws {
        let home = try TemporaryHome(
            configuration: """
                {
                  agents: { defaults: { model: { primary: "acme/acme-small", fallbacks: ["acme/acme-large"] } } },
                  failover: { waitSeconds: 0 },
                }
                """)
        let replies = [ScriptedReply("", status: 429), ScriptedReply(InferModelRunTests.answer)]
        let fallback = await run(["--json"], home: home.path, replies: replies)
        #expect(try fallback.json["model"]?.string == "acme-large")
        #expect(try fallback.json["attempts"]?.array?.count == 2)
        let strict = await run(["--model", "acme/acme-small"], home: home.path, replies: [replies[0]])
        #expect(strict.status == .quota)
        #expect(strict.requests.count == 1)
    }

    @Test func fallsBackWhenTheFirstEventIsAFailureAndNeverAfterText() async throws {
        let home = try TemporaryHome(
            configuration: """
                { agents: { defaults: { model: { primary: "acme/acme-small", fallbacks: ["acme/acme-large"] } } } }
                """)
        let early = await run(
            [], home: home.path,
            replies: [ScriptedReply("fail \"overloaded\"\n"), ScriptedReply(InferModelRunTests.answer)])
        #expect(early.output == "Blue light\n")
        let late = await run([], home: home.path, replies: [ScriptedReply("say \"Bl\"\nfail \"overloaded\"\n")])
        #expect(late.status == .network)
        #expect(late.output == "Bl\n")
        #expect(late.requests.count == 1)
    }

    @Test func explainsAnEmptyAnswer() async throws {
        let cut = await run([], replies: [ScriptedReply("think \"hm\"\nend \"length\"\n")])
        #expect(cut.status == .failure)
        #expect(cut.output == "")
        #expect(cut.diagnostics.contains("spent the whole output limit on thinking"))
        let silent = await run(["--json"], replies: [ScriptedReply("end \"stop\"\n")])
        #expect(try silent.json["error"]?["code"]?.string == "empty_answer")
    }

    @Test(arguments: [[], ["--json"]])
    func keepsWhatCameWhenTheUserInterrupts(_ flags: [String]) async throws {
        let transport = HangingTransport(saying: "say \"Bl\"\n")
        let run = await run(flags, replies: []) { context in
            context.makeTransport = { _ in transport }
            context.interruption = { for await _ in transport.waits { return } }
        }
        #expect(run.status == .interrupted)
        if flags.isEmpty {
            #expect(run.output == "Bl\n")
            #expect(run.diagnostics == "error: interrupted; what came before is incomplete\n")
        } else {
            #expect(try run.json["outputs"]?[0]?["text"]?.string == "Bl")
            #expect(try run.json["error"]?["exitCode"]?.int == 130)
        }
    }

    @Test func endsQuietlyWhenNobodyReadsTheAnswer() async throws {
        let sink = RecordingSink(closesAfter: 1)
        let run = await CommandRun.run(
            ["infer", "model", "run", "hi"], environment: ["ACME_API_KEY": "ak-1234567890abcdef"],
            replies: [ScriptedReply(InferModelRunTests.answer)], output: sink)
        #expect(run.status == .outputClosed)
        #expect(run.output == "Blue")
        #expect(run.diagnostics == "")
    }

    static let key = "af-canary-4711-do-not-print"

    /// Every way to fail, with a service that repeats the key in its answer.
    static let failures: [(String, ScriptedReply)] =
        [400, 401, 403, 404, 429, 500, 503].map { ("status \($0)", ScriptedReply("key \(key)", status: $0)) } + [
            ("in the stream", ScriptedReply("say \"x\"\nfail \"the key \(key) is wrong\"\n")),
            ("garbage", ScriptedReply("\(key)\n")), ("cut", ScriptedReply("say \"x\"\n")),
            ("connection", .failing(InferenceError(.connectionFailed, "refused for \(key)"))),
            ("echo", ScriptedReply("say \"your key is \(key)\"\nend \"stop\"\n")),
        ]

    @Test(arguments: failures.indices, [[], ["--json"]])
    func neverPrintsAKey(_ index: Int, _ flags: [String]) async throws {
        let run = await CommandRun.run(
            ["--log-level", "trace", "infer", "model", "run", "hi", "--usage", "--show-reasoning"] + flags,
            environment: ["ACME_TOKEN": Self.key], replies: [Self.failures[index].1])
        #expect(!run.output.contains("canary"))
        #expect(!run.diagnostics.contains("canary"))
    }
}
