import HTTPTypes
import Inference
import InferenceTesting
import Logging
import Synchronization
import Testing

@testable import OpenClawHost

/// The runner with its state machine, shared records and a scripted service; time passes only when it waits.
@Suite struct ChatFailoverTests {
    private final class Clock: Sendable {
        private let time = Mutex(FailoverScene.now)
        var now: Double { time.withLock { $0 } }
        func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
    }

    private struct Result {
        var outcome = ChatOutcome()
        var failure: ChatFailure?
        var error: (any Error)?
        var requests: [HTTPExchangeRequest] = []
        var waited = 0.0

        /// The keys that were sent, in order.
        var keys: [String] {
            requests.map { $0.head.headerFields[.authorization]?.replacing("Bearer ", with: "") ?? "" }
        }
    }

    private let memory = FailoverMemory()
    private let clock = Clock()

    private func runner(
        _ accounts: Accounts, _ transport: ScriptedTransport, wait: @escaping @Sendable (Double) -> Void
    ) -> ChatRunner {
        let services = FailoverServices(
            policy: FailoverPolicy(settings: accounts.settings), health: memory, repairs: memory,
            now: { [clock] in clock.now },
            wait: { [clock] pause in
                clock.pass(pause / .seconds(1))
                wait(pause / .seconds(1))
            }, random: { 1 << 62 })
        return ChatRunner(
            accounts: accounts, failover: services, transport: transport, userAgent: "test",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, makeCallID: { "call" }, learn: { _ in })
    }

    private func ask(
        _ models: [String] = ["acme/plus-1"], keys: [String: String] = ["ACME_API_KEY": "ak-1"],
        settings: JSONValue = .object(JSONObject()), maxTokens: Int? = nil, replies: [ScriptedReply]
    ) async throws -> Result {
        let accounts = Acme.accounts(settings, variables: keys)
        let registry = ProviderRegistry(providers: [FussyProvider()], settings: accounts.settings)
        let selector = ModelSelector(registry: registry, settings: ModelSettings(configuration: settings))
        let transport = ScriptedTransport(replies)
        let waited = Mutex(0.0)
        let runner = runner(accounts, transport) { pause in waited.withLock { $0 += pause } }
        var result = Result()
        let request = ChatRequest(
            model: "plus-1", messages: [.user("hi")], options: ChatOptions(maxTokens: maxTokens))
        do {
            let candidates = try models.map { try selector.resolve($0) }
            try await ChatConversation(runner: runner).run(request, on: candidates, into: &result.outcome) { _ in }
        } catch let failure as ChatFailure {
            result.failure = failure
        } catch {
            result.error = error
        }
        result.requests = transport.requests
        result.waited = waited.withLock { $0 }
        return result
    }

    private static let several = ["ACME_API_KEY": "ak-1", "ACME_API_KEY_2": "ak-2"]

    @Test func anotherKeyAnswersAndTheRefusedOneRests() async throws {
        let first = try await ask(keys: Self.several, replies: [FussyProvider.refusal("key"), FussyProvider.answer])
        #expect(first.keys == ["ak-1", "ak-2"])
        #expect(first.outcome.response.text == "hello")
        #expect(first.outcome.attempts.map(\.reason) == [.auth, nil])
        #expect(first.outcome.attempts.last?.credential == "env: ACME_API_KEY_2")
        let second = try await ask(keys: Self.several, replies: [FussyProvider.answer])
        #expect(second.keys == ["ak-2"])
        clock.pass(31)
        #expect(try await ask(keys: Self.several, replies: [FussyProvider.answer]).keys == ["ak-1"])
    }

    @Test func aWindowIsAnsweredAtOnceAndHeldUntilItOpens() async throws {
        let first = try await ask(replies: [FussyProvider.refusal("window")])
        #expect(first.requests.count == 1 && first.waited == 0)
        #expect(first.failure?.error.resetAt == FailoverScene.now + 7200)
        let second = try await ask(replies: [])
        #expect(second.requests.isEmpty)
        #expect(second.failure?.error.code == .quotaExhausted)
        #expect(second.failure?.error.resetAt == FailoverScene.now + 7200)
        clock.pass(7200)
        #expect(try await ask(replies: [FussyProvider.answer]).outcome.response.text == "hello")
        #expect(memory.records(of: "acme").values.allSatisfy { $0.all == nil && $0.models.isEmpty })
    }

    @Test func aWindowOfOneKeyLeavesTheOthersAtWork() async throws {
        let result = try await ask(
            keys: Self.several, replies: [FussyProvider.refusal("window"), FussyProvider.answer])
        #expect(result.keys == ["ak-1", "ak-2"] && result.waited == 0)
    }

    @Test func keysThatShareAnAccountShareItsWindow() async throws {
        let settings: JSONValue = ["auth": ["accounts": ["ACME_API_KEY": "mine", "ACME_API_KEY_2": "mine"]]]
        let result = try await ask(
            keys: Self.several, settings: settings, replies: [FussyProvider.refusal("window")])
        #expect(result.keys == ["ak-1"])
    }

    @Test func aThrottleIsWaitedForWithinReason() async throws {
        let result = try await ask(replies: [FussyProvider.refusal("throttle"), FussyProvider.answer])
        #expect(result.requests.count == 2 && result.waited >= 5 && result.waited < 6)
        let settings: JSONValue = ["failover": ["waitSeconds": 2]]
        let impatient = try await ask(settings: settings, replies: [FussyProvider.refusal("throttle")])
        #expect(impatient.requests.count == 1 && impatient.failure?.error.code == .rateLimited)
    }

    @Test func theNextModelIsAskedAndTheErrorNamesEveryAttempt() async throws {
        let models = ["acme/plus-1", "acme/hidden-1"]
        let replies = [FussyProvider.refusal("throttle"), FussyProvider.answer]
        let answered = try await ask(models, replies: replies)
        #expect(answered.outcome.route?.selection.reference.model == "hidden-1" && answered.waited == 0)
        let failed = try await ask(
            ["acme/hidden-1", "acme/plus-1"],
            settings: ["failover": ["waitSeconds": 0]],
            replies: [FussyProvider.refusal("hiccup"), FussyProvider.refusal("key")])
        #expect(failed.failure?.attempts.count == 2)
        #expect(failed.failure?.error.message.hasPrefix("All models failed (2): acme/hidden-1: ") == true)
    }

    @Test func aRepairIsMadeOnceLearnedAndAppliedUpFront() async throws {
        let first = try await ask(
            maxTokens: 500, replies: [FussyProvider.refusal("limit"), FussyProvider.answer])
        #expect(first.requests.count == 2)
        #expect(first.outcome.adjustments.map(\.message) == ["max_tokens clamped to 10"])
        let second = try await ask(maxTokens: 500, replies: [FussyProvider.answer])
        #expect(second.outcome.adjustments.map(\.message) == ["max_tokens clamped to 10, as learned before"])
        let small = try await ask(maxTokens: 5, replies: [FussyProvider.answer])
        #expect(small.outcome.adjustments.isEmpty)
        clock.pass(LearnedRepair.lifetime + 1)
        let third = try await ask(
            maxTokens: 500, replies: [FussyProvider.refusal("limit"), FussyProvider.refusal("limit")])
        #expect(third.requests.count == 2 && third.failure?.error.code == .invalidRequest)
    }

    @Test func nothingIsRepeatedAfterTheFirstWord() async throws {
        let result = try await ask(
            ["acme/plus-1", "acme/hidden-1"], keys: Self.several,
            replies: [ScriptedReply("say \"he\"\nfail \"overloaded\"\n")])
        #expect(result.requests.count == 1)
        #expect(result.outcome.response.text == "he" && result.error is InferenceError)
    }

    @Test func whatIsUpcomingIsWhatIsThenSent() async throws {
        let accounts = Acme.accounts(variables: Self.several)
        let registry = ProviderRegistry(providers: [FussyProvider()], settings: accounts.settings)
        let selection = try ModelSelector(registry: registry, settings: ModelSettings()).resolve("acme/plus-1")
        let idle = runner(accounts, ScriptedTransport([])) { _ in }
        for reply in ["key", "", "", "window", ""] {
            let expected = try idle.upcoming([selection]).account.credential.secret.expose()
            let replies = reply.isEmpty ? [] : [FussyProvider.refusal(reply)]
            let result = try await ask(keys: Self.several, replies: replies + [FussyProvider.answer])
            #expect(result.keys.first == expected)
            clock.pass(40)
        }
    }

    @Test func severalKeysTakeTurns() async throws {
        var used: [String] = []
        for _ in 0..<4 {
            used += try await ask(keys: Self.several, replies: [FussyProvider.answer]).keys
            clock.pass(1)
        }
        #expect(used == ["ak-1", "ak-2", "ak-1", "ak-2"])
    }
}
