import Foundation
import Inference
import InferenceTesting
import OpenClawCommands
import OpenClawHost
import OpenClawStore
import Synchronization
import Testing

/// From a question to a line of the report, through the real store.
@Suite struct UsageCommandTests {
    /// 2026-11-23 03:00 UTC, a Monday.
    static let now = 1_795_402_800.0
    private let answer = InferModelRunTests.answer
    private let home: TemporaryHome

    init() throws { home = try TemporaryHome(configuration: "{}") }

    @discardableResult
    private func run(
        _ arguments: [String], replies: [ScriptedReply] = [], at now: Double = UsageCommandTests.now,
        output: RecordingSink = RecordingSink(), environment: [String: String] = [:],
        adjust: (inout CommandContext) -> Void = { _ in }
    ) async -> CommandRun {
        await CommandRun.run(
            arguments, environment: InferModelRunTests.key.merging(environment) { $1 }, home: home.path,
            replies: replies, output: output
        ) { context in
            context.now = { now }
            context.zone = .fixed(0)
            context.makeLedger = { SQLiteUsageLedger(StateDatabase(directory: $0)) }
            adjust(&context)
        }
    }

    private func ask(
        _ reply: String? = nil, status: Int = 200, model: String = "acme/acme-small", at now: Double = now
    ) async -> CommandRun {
        await run(
            ["infer", "model", "run", "hi", "--model", model],
            replies: [ScriptedReply(reply ?? answer, status: status)],
            at: now)
    }

    private func configure(_ text: String) throws { try home.write(text, to: ".openclaw/openclaw.json") }

    @Test func addsUpWhatWasAskedInSeveralRuns() async throws {
        for _ in 0..<2 { await #expect(ask().status == .success) }
        _ = await ask(status: 400)
        _ = await ask(model: "acme/acme-large")
        let report = try await run(["usage", "--json"]).json
        #expect(report["basis"]?.string == "local")
        let day = try #require(report["rows"]?[0])
        #expect(day["day"]?.string == "2026-11-23")
        #expect(day["requests"]?.int == 4)
        #expect(day["failed"]?.int == 1)
        #expect(day["tokens"]?["input"]?.int == 36)
        #expect(day["tokens"]?["output"]?.int == 9)
        #expect(day["cost"] == ["EUR": "0.000036"])
        #expect(day["unknown"]?.int == 1)
        #expect(report["total"]?["requests"]?.int == 4)
    }

    @Test func countsAPlanWithItsResetTimes() async throws {
        try configure(ModelsListTests.flat)
        for minute in 0..<3 { _ = await ask(at: Self.now + Double(minute) * 60) }
        let report = try await run(["usage", "--json"], at: Self.now + 180).json
        #expect(report["total"]?["included"]?.int == 3)
        let plan = try #require(report["plans"]?[0])
        #expect(plan["basis"]?.string == "local")
        #expect(plan["endpoint"]?.string == "flat-eu")
        let windows = try #require(plan["windows"])
        #expect(windows["five_hour"]?["used"]?.int == 3)
        #expect(windows["five_hour"]?["limit"]?.int == 10)
        #expect(windows["five_hour"]?["resetAt"]?.string == "2026-11-23T08:00:00Z")
        #expect(windows["week"]?["used"]?.int == 3)
        #expect(windows["week"]?["resetAt"]?.string == "2026-11-29T16:00:00Z")
        #expect(windows["month"]?["used"]?.isNull == true)
        #expect(windows["month"]?["resetAt"]?.string == "2026-11-30T16:00:00Z")
    }

    @Test func showsAPlanThatWasNotUsedYetAndCreatesNoFile() async throws {
        try configure(ModelsListTests.flat)
        let run = await run(["usage"])
        #expect(run.status == .success)
        #expect(
            run.output.hasPrefix(
                """
                No requests since 2026-10-25.

                Plans, as counted on this machine:
                Acme (flat), key
                """))
        #expect(run.output.contains("  5 hours: 0 of 10 requests (0 %)\n"))
        #expect(!FileManager.default.fileExists(atPath: home.path + "/.openclaw/openclaw-state.sqlite"))
    }

    @Test func warnsOnStandardErrorFromFourFifthsOn() async throws {
        try configure(ModelsListTests.flat)
        for count in 1...9 {
            let run = await run(
                ["infer", "model", "run", "hi"], replies: [ScriptedReply(answer)],
                environment: ["ACME_API_KEY": "af-1234567890abcdef"])
            let warning =
                "warning: \(count) of 10 requests of the Flat are used (5 hours, counted here); see 'openclaw usage'\n"
            #expect(run.diagnostics == (count < 8 ? "" : warning))
        }
    }

    @Test func warnsAfterTheLastLineOfTheAnswer() async throws {
        try configure("{ usage: { budget: { day: { EUR: 0.00002 } } } }")
        let terminal = RecordingSink(isTerminal: true, columns: 80)
        await #expect(
            run(
                ["infer", "model", "run", "hi"], replies: [ScriptedReply(answer)], output: terminal
            ) { context in
                context.diagnostics = terminal
            }.status == .success)
        #expect(terminal.text.contains("Blue light\n"))
        let warning = try #require(terminal.text.split(separator: "\n").last)
        #expect(warning.contains("0.000018 of 0.00002 EUR of the budget per day are spent"))
    }

    @Test func refusesWhenTheBudgetIsSpentAndNamesTheCommandThatHelps() async throws {
        try configure("{ usage: { budget: { day: { EUR: 0.00004 } } } }")
        await #expect(ask().status == .success)
        let second = await ask()
        #expect(second.status == .success)
        #expect(second.diagnostics.contains("0.000036 of 0.00004 EUR of the budget per day are spent"))
        // The rest pays for the question, but not for all of the answer.
        let stopped = await ask()
        #expect(stopped.status == .quota)
        #expect(stopped.requests.count == 1)
        let refused = await ask()
        #expect(refused.status == .quota)
        #expect(refused.requests.isEmpty)
        #expect(refused.diagnostics.contains("error: nothing was sent because of the budget of 0.00004 EUR for today"))
        let hint = try #require(refused.diagnostics.split(separator: "\n").last { $0.hasPrefix("hint: openclaw ") })
        let command = hint.dropFirst("hint: openclaw ".count).split(separator: " ").map(String.init)
        await #expect(run(command).status == .success)
        await #expect(ask().status == .success)
    }

    @Test func stopsAStreamThatPassesTheBudget() async throws {
        try configure("{ usage: { budget: { month: { EUR: 0.00025 } } } }")
        let long = "say \"\(String(repeating: "word ", count: 40))\"\n"
        let run = await ask(long + long + long + "end \"stop\"\n")
        #expect(run.status == .quota)
        #expect(run.output.hasPrefix("word word"))
        #expect(run.diagnostics.contains("the answer was stopped because it passes the budget"))
        let report = try await self.run(["usage", "--json"]).json
        #expect(report["total"]?["estimated"]?.int == 1)
        #expect(report["budgets"]?[0]?["spent"]?.string != "0")
    }

    @Test func writesDownAnAnswerThatWasInterrupted() async throws {
        let transport = HangingTransport(saying: "say \"half\"\n")
        let run = await run(["infer", "model", "run", "hi"]) { context in
            context.makeTransport = { _ in transport }
            context.interruption = { for await _ in transport.waits { return } }
        }
        #expect(run.status == .interrupted)
        let total = try await self.run(["usage", "--json"]).json["total"]
        #expect(total?["cancelled"]?.int == 1)
        #expect(total?["estimated"]?.int == 1)
    }

    @Test func answersAlthoughTheLedgerIsBroken() async throws {
        try home.write(String(repeating: "no database ", count: 500), to: ".openclaw/openclaw-state.sqlite")
        let answered = await ask()
        #expect(answered.status == .success)
        #expect(answered.output == "Blue light\n")
        #expect(answered.diagnostics.hasPrefix("warning: usage is not being recorded: "))
        let report = await run(["usage", "--json"])
        #expect(report.status == .failure)
        #expect(try report.json["error"]?["code"]?.string == "store_failed")
    }

    @Test func writesExactAmountsAsCSV() async throws {
        for _ in 0..<2 { _ = await ask() }
        _ = await ask(model: "acme/acme-large")
        let run = await run(["usage", "--by", "model", "--csv"])
        #expect(
            run.output == """
                model,requests,failed,cancelled,input,output,cache_read,cache_write,reasoning,cost_EUR,included,unknown,estimated,cache_hit_rate,saved_EUR
                acme/acme-small,2,0,0,24,6,0,0,0,0.000036,0,0,0,0.0000,0
                acme/acme-large,1,0,0,12,3,0,0,0,0,0,1,0,0.0000,0

                """)
    }

    @Test func drawsBarsOnATerminalOnly() async throws {
        for day in 0..<3 {
            for _ in 0...day { _ = await ask(at: Self.now - Double(day) * 86_400) }
        }
        let piped = await run(["usage"])
        #expect(
            piped.output == """
                Day         Requests  Input  Cached  Output  Cost
                2026-11-21  3         36     0 %     9       0.000054 EUR
                2026-11-22  2         24     0 %     6       0.000036 EUR
                2026-11-23  1         12     0 %     3       0.000018 EUR
                total       6         72     0 %     18      0.000108 EUR

                """)
        let shown = await run(
            ["usage"], output: RecordingSink(isTerminal: true, columns: 44), environment: ["LANG": "en_US.UTF-8"])
        #expect(
            shown.output.hasSuffix(
                """

                2026-11-21 ███████████████████ 0.000054 EUR
                2026-11-22 █████████████ 0.000036 EUR
                2026-11-23 ██████ 0.000018 EUR

                """))
        let narrow = await run(["usage"], output: RecordingSink(isTerminal: true, columns: 30))
        #expect(narrow.output == piped.output)
    }

    @Test func neverHoldsTheKeyOrThePrompt() async throws {
        _ = await run(
            ["infer", "model", "run", "a secret prompt"], replies: [ScriptedReply(answer)])
        let folder = home.path + "/.openclaw/"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("openclaw-state") {
            let bytes = try Data(contentsOf: URL(filePath: folder + name))
            for secret in ["ak-1234567890abcdef", "1234567890abcdef", "a secret prompt", "Blue light"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil)
            }
        }
    }

    @Test(arguments: [["--since", "soon"], ["--by", "week"], ["--csv", "--json"], ["--until", "2026-13-01"]])
    func refusesOptionsThatMeanNothing(options: [String]) async throws {
        await #expect(run(["usage"] + options).status == .usage)
    }
}
