import Foundation
import Inference
import Logging
import OpenClawHost
import OpenClawStore
import Qwen
import QwenSimulator
import Synchronization
import Testing
import Transport

/// A thousand requests over three keys and three models, sixteen at a time, while every error class of the service is
/// injected at random. Afterwards the ledger is held against the bill of the simulator, which counts and computes by itself.
@Suite struct LedgerStorm {
    private static let count = 1000
    private static let wave = 40
    private static let concurrency = 16
    private static let maxAttempts = 5

    private static let settings = """
        {
          agents: { defaults: { model: {
            primary: "qwen/qwen-plus", fallbacks: ["qwen/qwen3.5-plus", "qwen/qwen-flash"] } } },
          auth: { accounts: { "qwen:one": "first", "qwen:two": "second", "qwen:three": "third" } },
          failover: { maxAttempts: \(maxAttempts), waitSeconds: 1 },
        }
        """

    @Test func theLedgerIsTheBillAndNothingIsAnsweredTwice() async throws {
        try await ServiceRoom.with(acceptingAnyKey: true) { simulator, network in
            let openclaw = try OpenClaw()
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            try openclaw.write(Self.settings, to: "openclaw.json")
            try openclaw.write(Self.profiles(key), to: "agents/main/agent/auth-profiles.json")
            let room = try StormRoom(home: openclaw.home, network: network)
            var generator = SeededGenerator(state: 20_261_123)
            var answered = 0
            var received: [ReceivedRequest] = []
            var billed: [BilledRequest] = []
            for start in stride(from: 0, to: Self.count, by: Self.wave) {
                simulator.reset()
                for _ in 0..<Self.wave { try Self.addFaults(to: simulator, using: &generator) }
                let results = await room.run(start..<start + Self.wave, concurrency: Self.concurrency)
                answered += results.values.filter { $0 }.count
                try check(results, simulator.receivedRequests(), simulator.bill())
                received += simulator.receivedRequests()
                billed += simulator.bill()
            }
            #expect(answered > Self.count * 6 / 10, "\(answered) were answered")
            let rows = try room.rows()
            #expect(rows.count == received.count)
            try compare(rows, with: billed)
        }
    }

    /// None to two errors for each request, and now and then an answer that breaks off.
    private static func addFaults(
        to simulator: Simulator, using generator: inout SeededGenerator
    ) throws {
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let isLate = Int.random(in: 0..<6, using: &generator) == 0
            let names = isLate ? FailoverStorm.lateFaults : FailoverStorm.faults
            let name = try #require(names.randomElement(using: &generator))
            try simulator.addFault(Fault(name, times: 1))
        }
    }

    private func check(
        _ results: [Int: Bool], _ received: [ReceivedRequest], _ billed: [BilledRequest]
    ) throws {
        let told = Set(billed.filter(\.isTold).map(\.requestID))
        let attempts = Dictionary(grouping: received) { request in
            request.body.firstMatch(of: /storm (\d+)/).flatMap { Int($0.1) } ?? -1
        }
        #expect(attempts[-1] == nil)
        for (number, isAnswered) in results {
            let sent = attempts[number] ?? []
            #expect(sent.count <= Self.maxAttempts, "request \(number): \(sent.count) attempts")
            let successes = sent.filter { told.contains($0.requestID ?? "") }.count
            #expect(successes == (isAnswered ? 1 : 0), "request \(number) was answered \(successes) times")
        }
    }

    /// Every answer that told what it cost stands in the ledger with the same tokens, the same price and the same key; what
    /// else stands there claims no exact amount.
    private func compare(_ rows: [UsageRecord], with billed: [BilledRequest]) throws {
        var rest = Dictionary(grouping: rows) { $0.requestID ?? "" }
        var sum: [String: Decimal] = [:]
        for entry in billed where entry.isTold {
            let found = rest.removeValue(forKey: entry.requestID) ?? []
            let row = try #require(found.first, "the ledger lacks \(entry)")
            #expect(found.count == 1 && row.outcome == .ok && !row.isEstimated)
            #expect(row.endpoint.rawValue == entry.endpoint && row.model.rawValue == entry.model)
            #expect(entry.keyFingerprint?.hasPrefix(row.credential) == true)
            let usage = try #require(row.usage)
            #expect(usage.input == entry.input && usage.output == entry.output)
            #expect(usage.cacheRead == entry.cacheRead && usage.cacheWrite == entry.cacheWrite)
            #expect((usage.reasoning ?? 0) == entry.reasoning)
            let amount = try #require(entry.amount.flatMap { Decimal(string: $0) })
            #expect(row.cost == .amount(amount, currency: entry.currency ?? ""), "\(entry)")
            sum[entry.currency ?? "", default: 0] += amount
        }
        var totals: [String: Decimal] = [:]
        for row in rows where !row.isEstimated {
            if case .amount(let amount, let currency) = row.cost { totals[currency, default: 0] += amount }
        }
        #expect(!sum.isEmpty && totals == sum)
        #expect(billed.contains { $0.cacheRead > 0 } && billed.contains { $0.reasoning > 0 })
        #expect(Set(billed.map(\.model)).count == 3 && Set(billed.map(\.keyFingerprint)).count == 3)
        for row in rest.values.joined() {
            if case .amount = row.cost { #expect(row.isEstimated, "\(row)") }
            #expect(row.outcome != .ok || row.cost == .unknown, "\(row)")
        }
    }

    private static func profiles(_ key: String) -> String {
        let entries = [("one", key), ("two", key + "0"), ("three", key + "1")].map { name, key in
            """
            "qwen:\(name)": { "type": "api_key", "provider": "qwen", "key": "\(key)",
              "metadata": { "endpoint": "standard-intl" } }
            """
        }
        return "{ \"version\": 1, \"profiles\": { \(entries.joined(separator: ",\n")) } }"
    }
}

/// The host as a program that links it would use it: configuration from files, the real store, the real transport under the
/// real host names, and a clock on which pauses cost nothing.
private struct StormRoom {
    /// Waiting moves it on; nothing sleeps.
    private final class Clock: Sendable {
        private let waited = Mutex(0.0)
        var now: Double { Date().timeIntervalSince1970 + waited.withLock { $0 } }
        func wait(_ pause: Duration) { waited.withLock { $0 += pause / .seconds(1) } }
    }

    private let installation: Installation
    private let home: URL
    private let transport: HTTPClient
    private let ledger: SQLiteUsageLedger
    private let books: UsageRecorder
    private let clock = Clock()

    init(home: URL, network: [String: String]) throws {
        self.home = home
        installation = try Installation.load(
            providers: QwenProvider.all(), environment: ["HOME": home.path], workingDirectory: home.path,
            now: clock.now)
        transport = HTTPClient(configuration: HTTPClientConfiguration(environment: network))
        ledger = SQLiteUsageLedger(StateDatabase(directory: installation.locations.stateDirectory))
        books = UsageRecorder(
            ledger: ledger, settings: UsageSettings(), now: { [clock] in clock.now }, warn: { Issue.record("\($0)") })
    }

    /// Sends the requests of one wave, which share what they learn about keys, and tells which were answered.
    func run(_ numbers: Range<Int>, concurrency: Int) async -> [Int: Bool] {
        let store = SQLiteFailoverStore(directory: home.appending(path: "wave-\(numbers.lowerBound)").path)
        let failover = FailoverServices(
            policy: FailoverPolicy(settings: installation.accounts.settings), health: store, repairs: store,
            now: { [clock] in clock.now }, wait: { [clock] in clock.wait($0) })
        let calls = Atomic(numbers.lowerBound * 1000)
        let runner = ChatRunner(
            accounts: installation.accounts, failover: failover, transport: transport, userAgent: "storm/1",
            logger: Logger(label: "storm") { _ in SwiftLogNoOpLogHandler() },
            makeCallID: { "\(calls.add(1, ordering: .relaxed).newValue)" }, learn: { _ in }, usage: books)
        return await withTaskGroup(of: (Int, Bool).self) { group in
            var results: [Int: Bool] = [:]
            for number in numbers {
                if number - numbers.lowerBound >= concurrency, let (done, isAnswered) = await group.next() {
                    results[done] = isAnswered
                }
                group.addTask { (number, await ask(number, runner)) }
            }
            for await (number, isAnswered) in group { results[number] = isAnswered }
            return results
        }
    }

    func rows() throws -> [UsageRecord] {
        var rows: [UsageRecord] = []
        try ledger.forEach(in: UsageQuery()) { rows.append($0) }
        return rows
    }

    private func ask(_ number: Int, _ runner: ChatRunner) async -> Bool {
        do {
            let models = try installation.selector.candidates(forImages: false)
            let candidates = Array(models[(number % 3)...] + models[..<(number % 3)])
            // Every fifth prompt begins with what the service can find in its cache.
            let beginning = number % 5 == 0 ? String(repeating: "weather and wind, ", count: 120) : ""
            let request = ChatRequest(
                model: candidates[0].reference.model, messages: [.user("\(beginning)storm \(number), tell me")],
                options: ChatOptions(maxTokens: 200, thinking: number % 4 == 0 ? .on : .off))
            var outcome = ChatOutcome()
            try await ChatConversation(runner: runner).run(request, on: candidates, into: &outcome) { _ in }
            return !outcome.response.text.isEmpty
        } catch {
            return false
        }
    }
}
