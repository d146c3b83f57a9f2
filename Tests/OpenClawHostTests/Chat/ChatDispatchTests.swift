import HTTPTypes
import Inference
import Logging
import Synchronization
import Testing

@testable import OpenClawHost

/// Dispatches driven by hand, as an event loop does it: no task, no transport, and a clock that stands still.
@Suite struct ChatDispatchTests {
    private let memory = FailoverMemory()

    private func desk(
        keys: [String: String] = ["ACME_API_KEY": "ak-1", "ACME_API_KEY_2": "ak-2"],
        settings: JSONValue = .object(JSONObject()), usage: UsageRecorder? = nil
    ) -> ChatDesk {
        let accounts = Acme.accounts(settings, variables: keys)
        let registry = ProviderRegistry(providers: [FussyProvider()], settings: accounts.settings)
        let services = FailoverServices(
            policy: FailoverPolicy(settings: accounts.settings), health: memory, repairs: memory,
            now: { FailoverScene.now }, wait: { _ in Issue.record("a dispatch never waits") }, random: { 1 << 62 })
        return ChatDesk(
            selector: ModelSelector(registry: registry, settings: ModelSettings(configuration: settings)),
            dispatcher: ChatDispatcher(
                accounts: accounts, failover: services, userAgent: "test",
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, learn: { _ in }, usage: usage))
    }

    private func dispatch(_ desk: ChatDesk, _ models: [String] = ["acme/plus-1"]) throws -> ChatDispatch {
        let candidates = try models.flatMap { try desk.candidates(named: $0) }
        let request = ChatRequest(
            model: "plus-1", messages: [.user("hi")], options: ChatOptions(maxTokens: 500))
        return desk.dispatch(request, on: candidates, callID: "call-7", delivery: .events)
    }

    private func sent(_ step: ChatDispatch.Step, _ location: SourceLocation = #_sourceLocation) throws -> ChatSending {
        guard case .send(let sending) = step else {
            Issue.record("expected a request, got \(step)", sourceLocation: location)
            throw InferenceError("test", "no request")
        }
        return sending
    }

    private func refuse(_ dispatch: inout ChatDispatch, _ name: String) {
        dispatch.refused(HTTPResponse(status: 400), Array(name.utf8))
    }

    @Test func aRefusedKeyIsFollowedByTheNext() throws {
        var dispatch = try dispatch(desk())
        let first = try sent(dispatch.next())
        #expect(first.exchange.request.head.headerFields[.authorization] == "Bearer ak-1" && !first.isProbe)
        #expect(dispatch.takeNews().isEmpty)
        refuse(&dispatch, "key")
        let second = try sent(dispatch.next())
        #expect(second.exchange.request.head.headerFields[.authorization] == "Bearer ak-2")
        #expect(dispatch.takeNews().map(\.reason) == [.auth] && dispatch.takeNews().isEmpty)
        dispatch.accepted()
        #expect(dispatch.attempts.map(\.reason) == [.auth, nil])
        #expect(dispatch.attempts[0].error?.status == 400)
    }

    @Test func aThrottleMakesItWaitWithoutWaitingItself() throws {
        var dispatch = try dispatch(desk(keys: ["ACME_API_KEY": "ak-1"]))
        _ = try sent(dispatch.next())
        refuse(&dispatch, "throttle")
        guard case .wait(let pause) = dispatch.next() else { throw InferenceError("test", "expected a pause") }
        #expect(pause >= .seconds(5) && pause < .seconds(6))
        // The clock stands still; whoever waited is believed.
        _ = try sent(dispatch.next())
    }

    @Test func anAnswerThatFailsUnseenIsAskedForElsewhere() throws {
        var dispatch = try dispatch(desk(), ["acme/plus-1", "acme/hidden-1"])
        _ = try sent(dispatch.next())
        dispatch.failed(FailoverScene.throttle)
        #expect(try sent(dispatch.next()).route.selection.reference.model == "hidden-1")
    }

    @Test func nothingFailsOverAfterAcceptance() throws {
        var dispatch = try dispatch(desk())
        _ = try sent(dispatch.next())
        dispatch.accepted()
        dispatch.failed(FailoverScene.hiccup)
        #expect(dispatch.attempts.count == 1 && dispatch.attempts[0].error == nil)
        #expect(memory.records(of: "acme").values.allSatisfy { $0.all == nil && $0.models.isEmpty })
    }

    @Test func aRepairIsSentOnceAndAnnounced() throws {
        var dispatch = try dispatch(desk(keys: ["ACME_API_KEY": "ak-1"]))
        #expect(try sent(dispatch.next()).adjustments.isEmpty)
        refuse(&dispatch, "limit")
        #expect(try sent(dispatch.next()).adjustments.map(\.message) == ["max_tokens clamped to 10"])
        refuse(&dispatch, "limit")
        guard case .giveUp(let failure) = dispatch.next() else { throw InferenceError("test", "expected an end") }
        #expect(failure.error.code == .invalidRequest && failure.attempts.count == 2)
    }

    @Test func withoutACredentialNothingIsSent() throws {
        var dispatch = try dispatch(desk(keys: [:]))
        guard case .giveUp(let failure) = dispatch.next() else { throw InferenceError("test", "expected an end") }
        #expect(failure.error.code == .unauthenticated)
    }

    @Test func theAccountOfEveryAttemptIsClosed() throws {
        let ledger = MemoryLedger()
        let recorder = UsageRecorder(
            ledger: ledger, settings: UsageSettings(), zone: LocalZone { _ in 0 }, now: { FailoverScene.now },
            warn: { _ in })
        var dispatch = try dispatch(desk(usage: recorder))
        _ = try sent(dispatch.next())
        refuse(&dispatch, "key")
        let second = try sent(dispatch.next())
        dispatch.accepted()
        second.meter?.finish()
        #expect(ledger.records.map(\.outcome) == [.failed(.unauthenticated), .ok])
        #expect(ledger.records.map(\.callID) == ["call-7", "call-7"])
    }
}
