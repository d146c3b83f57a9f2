import Foundation
import Inference
import OpenClawHost
import OpenClawStore
import Synchronization
import Testing

@testable import OpenClawGateway

@Suite struct KeyRingTests {
    private let state: TemporaryState
    private let clock = ManualClock()
    private let ring: KeyRing
    private let mint: VirtualKeyMint
    /// The keys as another process sees them.
    private let elsewhere: SQLiteVirtualKeys
    private let spending: KeySpending
    private let owner = Secret(String(repeating: "0123456789abcdef", count: 4))

    init() throws {
        state = try TemporaryState()
        let (path, clock) = (state.path, clock)
        elsewhere = SQLiteVirtualKeys(StateDatabase(directory: path))
        mint = VirtualKeyMint(elsewhere, now: { clock.now })
        spending = KeySpending(ledger: SQLiteUsageLedger(StateDatabase(directory: path)), zone: .fixed(0))
        let services = KeyServices(
            spending: spending, resolve: { ["acme/" + ($0 ?? "default"), $0 ?? "default"] }, now: { clock.now },
            report: { Issue.record("\($0)") })
        ring = KeyRing(
            owner: owner, store: SQLiteVirtualKeys(StateDatabase(directory: path)), services: services)
    }

    private func admit(_ token: String) -> (any Admission)? {
        let bytes = Array(token.utf8)
        return ring.admit(bytes.span.bytes)
    }

    @Test func ownerMayDoEverythingAndStrangersNothing() throws {
        #expect(admit(owner.expose())?.name == "gateway")
        for token in ["", "x", owner.expose().uppercased(), owner.expose() + "0", String(owner.expose().dropLast())] {
            #expect(admit(token) == nil)
        }
        #expect(admit(String(repeating: "a", count: 100_000)) == nil)
    }

    @Test func keyOfAnotherProcessOpensAtOnceAndNoLongerWhenRevoked() throws {
        #expect(admit("sk-oc-nothing") == nil)
        let minted = try mint.mint("laptop")
        #expect(admit(minted.secret.expose())?.name == "laptop")
        _ = try elsewhere.revoke("laptop", at: clock.now)
        #expect(admit(minted.secret.expose()) == nil)
    }

    @Test func rotatedKeyOpensAndItsPredecessorDoesNot() throws {
        let first = try mint.mint("laptop")
        let second = try mint.mint("laptop", rotates: true)
        #expect(admit(first.secret.expose()) == nil)
        #expect(admit(second.secret.expose()) != nil)
    }

    @Test func keyEndsWhenItsTimeIsOver() throws {
        var terms = VirtualKeyMint.Terms()
        terms.expiresAt = clock.now + 60
        let secret = try mint.mint("guest", terms).secret.expose()
        clock.advance(59)
        #expect(admit(secret) != nil)
        clock.advance(1)
        #expect(admit(secret) == nil)
    }

    @Test func keyReachesItsRoutesAndModelsOnly() throws {
        var terms = VirtualKeyMint.Terms()
        terms.routes = ["chat"]
        terms.models = ["acme/small-*", "exact"]
        let key = try #require(admit(try mint.mint("tool", terms).secret.expose()))
        try key.begin(path: "/v1/chat/completions")
        #expect(throws: InferenceError.self) { try key.begin(path: "/v1/messages") }
        try key.permit(model: "Small-1")
        try key.permit(model: "exact")
        #expect(throws: InferenceError.self) { try key.permit(model: "large-1") }
        #expect(throws: InferenceError.self) { try key.permit(model: nil) }
    }

    @Test func ordinaryKeyDoesNotReadTheGatewaysOwnPages() throws {
        let key = try #require(admit(try mint.mint("tool").secret.expose()))
        try key.begin(path: "/v1/responses")
        #expect(throws: InferenceError.self) { try key.begin(path: "/metrics") }
    }

    @Test func requestsPerMinuteAreABucketThatFillsEvenly() throws {
        var terms = VirtualKeyMint.Terms()
        terms.requestsPerMinute = 30
        let key = try #require(admit(try mint.mint("tool", terms).secret.expose()))
        for _ in 0..<30 { try key.begin(path: "/v1/models") }
        let refusal = #expect(throws: InferenceError.self) { try key.begin(path: "/v1/models") }
        #expect(refusal?.code == .rateLimited)
        #expect(refusal?.retryAfter == .seconds(2))
        clock.advance(2)
        try key.begin(path: "/v1/models")
        #expect(throws: InferenceError.self) { try key.begin(path: "/v1/models") }
    }

    @Test func budgetOfADayCountsWhatWasWrittenBeforeAndWhatComes() throws {
        let ledger = spending.countingLedger
        var terms = VirtualKeyMint.Terms()
        terms.budgets = [Budget(period: .day, currency: "USD", limit: 3)]
        let key = try #require(admit(try mint.mint("tool", terms).secret.expose()))
        func spend(_ amount: Decimal, _ currency: String) throws {
            try ledger.append(
                UsageRecord(
                    time: clock.now, callID: "c", provider: "acme", model: "m", endpoint: "e", plan: "p",
                    credential: "f", virtualKey: "tool", cost: .amount(amount, currency: currency)))
        }
        try spend(2, "USD")
        try key.begin(path: "/v1/models")
        try spend(5, "CNY")
        try key.begin(path: "/v1/models")
        try spend(1, "USD")
        let refusal = #expect(throws: InferenceError.self) { try key.begin(path: "/v1/models") }
        #expect(refusal?.code == .budgetExceeded)
        clock.advance(86_400)
        try key.begin(path: "/v1/models")
    }

    @Test func storeThatCannotBeReadOpensNothingButForTheOwner() throws {
        let told = Mutex(0)
        let services = KeyServices(
            spending: nil, resolve: { _ in [] }, now: { 0 }, report: { _ in told.withLock { $0 += 1 } })
        let ring = KeyRing(owner: owner, store: BrokenKeys(base: elsewhere), services: services)
        let secret = Array(try mint.mint("laptop").secret.expose().utf8)
        #expect(ring.admit(secret.span.bytes) == nil)
        #expect(ring.admit(Array(owner.expose().utf8).span.bytes) != nil)
        #expect(told.withLock { $0 } == 1)
    }
}

/// A store whose disk is gone.
private struct BrokenKeys: VirtualKeyStore {
    let base: SQLiteVirtualKeys

    func add(_ key: VirtualKey, digest: KeyDigest, replacesOthers: Bool) throws(InferenceError) { throw failure }
    func revoke(_ nameOrID: String, at now: Double) throws(InferenceError) -> [VirtualKey] { throw failure }
    func all() throws(InferenceError) -> [StoredVirtualKey] { throw failure }
    func revision() throws(InferenceError) -> Int { throw failure }
    func digest(of secret: some Sequence<UInt8>) -> KeyDigest { base.digest(of: secret) }

    private var failure: InferenceError { InferenceError(.storeFailed, "the disk is gone") }
}
