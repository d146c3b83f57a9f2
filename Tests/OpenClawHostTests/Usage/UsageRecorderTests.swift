import Foundation
import Inference
import InferenceTesting
import Synchronization
import Testing

@testable import OpenClawHost

@Suite struct UsageRecorderTests {
    final class Clock: Sendable {
        private let value: Mutex<Double>
        init(_ start: Double) { value = Mutex(start) }
        var now: Double { value.withLock { $0 } }
        func advance(_ seconds: Double) { value.withLock { $0 += seconds } }
    }

    final class Ears: Sendable {
        private let heard = Mutex<[String]>([])
        var warnings: [String] { heard.withLock { $0 } }
        func hear(_ warning: String) { heard.withLock { $0.append(warning) } }
    }

    private let clock = Clock(1_795_402_800)
    private let ears = Ears()

    private func recorder(_ ledger: MemoryLedger, day: Decimal? = nil, month: Decimal? = nil) -> UsageRecorder {
        var settings = UsageSettings()
        if let day { settings.budgets.append(Budget(period: .day, currency: "EUR", limit: day)) }
        if let month { settings.budgets.append(Budget(period: .month, currency: "EUR", limit: month)) }
        return UsageRecorder(
            ledger: ledger, settings: settings, zone: .fixed(0), now: { [clock] in clock.now },
            warn: { [ears] in ears.hear($0) })
    }

    private func subject(_ model: ModelID = "acme-small", endpoint index: Int = 0) -> UsageSubject {
        let manifest = ScriptedProvider.manifest
        let endpoint = manifest.endpoints[index]
        return UsageSubject(
            callID: "c1", provider: "acme", model: model, endpoint: endpoint, plan: manifest.plan(endpoint.plan),
            price: manifest.descriptor(for: model).price(on: endpoint), credential: Secret("ak-0123456789"))
    }

    private func estimate(_ tokens: Int) -> TokenEstimate {
        var estimate = TokenEstimate()
        estimate.add(String(repeating: "a", count: tokens * 4))
        return estimate
    }

    private func spent(_ amount: Decimal, at time: Double = 1_795_402_000, currency: String = "EUR") -> UsageRecord {
        UsageRecord(
            time: time, callID: "0", provider: "acme", model: "acme-small", endpoint: "metered-eu", plan: "metered",
            credential: "x", cost: .amount(amount, currency: currency))
    }

    @Test func writesAnAnswerDownWithItsTimesAndCost() throws {
        let ledger = MemoryLedger()
        let meter = try recorder(ledger).begin(subject(), input: estimate(3))
        clock.advance(0.25)
        try meter.observe(.started(ChatStart(model: "acme-small-1", requestID: "r1")))
        try meter.observe(.text("Hi"))
        clock.advance(0.5)
        try meter.observe(.finished(.stop))
        try meter.observe(.usage(Usage(input: 1000, output: 500)))
        meter.finish()
        meter.finish()
        let expected = UsageRecord(
            time: 1_795_402_800, callID: "c1", requestID: "r1", provider: "acme", model: "acme-small",
            servedModel: "acme-small-1", endpoint: "metered-eu", plan: "metered", credential: "print-of-6789",
            usage: Usage(input: 1000, output: 500), firstToken: 250, total: 750, outcome: .ok,
            cost: .amount(Decimal(sign: .plus, exponent: -3, significand: 2), currency: "EUR"), saved: 0)
        #expect(ledger.records == [expected])
        #expect(ears.warnings.isEmpty)
    }

    @Test func chargesNothingForARefusalAndIsUnsureAfterSilence() throws {
        let ledger = MemoryLedger()
        let recorder = recorder(ledger)
        try recorder.begin(subject(), input: estimate(1)).fail(InferenceError(.rateLimited, "", requestID: "r2"))
        try recorder.begin(subject(), input: estimate(1)).fail(InferenceError(.deadlineExceeded, ""))
        #expect(ledger.records.map(\.cost) == [.nothing, .unknown])
        #expect(ledger.records.map(\.isAccepted) == [false, false])
        #expect(ledger.records.map(\.outcome.name) == ["rate_limited", "deadline_exceeded"])
        #expect(ledger.records[0].requestID == "r2")
    }

    @Test func guessesWhatACancelledAnswerCost() throws {
        let ledger = MemoryLedger()
        let meter = try recorder(ledger).begin(subject(), input: estimate(100))
        try meter.observe(.text(String(repeating: "a", count: 40)))
        meter.fail(InferenceError(.cancelled, "stopped"))
        let record = try #require(ledger.records.first)
        #expect(record.usage == Usage(input: 100, output: 10))
        #expect(record.isEstimated)
        #expect(record.outcome == .cancelled)
        #expect(record.cost == .amount(Decimal(sign: .plus, exponent: -5, significand: 12), currency: "EUR"))
    }

    @Test func countsAnAnswerThatNobodyReadToItsEndAsCancelled() throws {
        let ledger = MemoryLedger()
        do {
            let meter = try recorder(ledger).begin(subject(), input: estimate(1))
            try meter.observe(.text("half"))
        }
        #expect(ledger.records.map(\.outcome) == [.cancelled])
    }

    @Test func isIncludedOnASubscriptionAndUnknownWithoutAPrice() throws {
        let ledger = MemoryLedger()
        for subject in [subject(endpoint: 1), subject("acme-large")] {
            let meter = try recorder(ledger).begin(subject, input: estimate(1))
            try meter.observe(.usage(Usage(input: 1, output: 1)))
            meter.finish()
        }
        #expect(ledger.records.map(\.cost) == [.included, .unknown])
    }

    @Test func neverStopsARequestBecauseTheLedgerFailsAndSaysSoOnce() throws {
        let ledger = MemoryLedger(failing: InferenceError(.storeFailed, "the disk is full"))
        let recorder = recorder(ledger, day: 1)
        for _ in 0..<3 {
            let meter = try recorder.begin(subject(), input: estimate(1))
            try meter.observe(.text("fine"))
            meter.finish()
        }
        #expect(ears.warnings.count == 1)
        recorder.settle()
        #expect(ears.warnings.count == 2)
        #expect(ears.warnings.allSatisfy { $0.contains("the disk is full") })
    }

    @Test func warnsOfAWindowOnceFromFourFifthsOn() throws {
        let ledger = MemoryLedger()
        let recorder = recorder(ledger)
        for count in 1...10 {
            let meter = try recorder.begin(subject(endpoint: 1), input: estimate(1))
            try meter.observe(.text("fine"))
            meter.finish()
            recorder.settle()
            #expect(ears.warnings.count == (count < 8 ? 0 : 1))
        }
        #expect(ears.warnings.first?.contains("8 of 10 requests of the Flat are used (5 hours") == true)
    }

    @Test func refusesBeforeSendingWhenTheBudgetIsSpent() throws {
        let ledger = MemoryLedger([spent(3), spent(9, at: 1_795_391_999), spent(7, currency: "USD")])
        let error = #expect(throws: InferenceError.self) {
            try recorder(ledger, day: 3).begin(subject(), input: estimate(1))
        }
        #expect(error?.code == .budgetExceeded)
        #expect(error?.hint == "openclaw config set usage.budget.day.EUR 6")
        #expect(error?.resetAt == 1_795_478_400)
        #expect(ledger.records.count == 3)
    }

    @Test func refusesARequestThatDoesNotFitByItself() throws {
        let recorder = recorder(MemoryLedger(), month: Decimal(sign: .plus, exponent: -3, significand: 1))
        #expect(throws: InferenceError.self) { try recorder.begin(subject(), input: estimate(1001)) }
        _ = try recorder.begin(subject(), input: estimate(1000))
    }

    @Test func stopsAnAnswerThatPassesTheBudget() throws {
        // One EUR buys 500,000 output tokens; what is left buys 100 beside the input.
        let left = Decimal(300) / 1_000_000
        let ledger = MemoryLedger([spent(1 - left)])
        let recorder = recorder(ledger, day: 1, month: 50)
        let meter = try recorder.begin(subject(), input: estimate(100))
        try meter.observe(.text(String(repeating: "a", count: 400)))
        let error = #expect(throws: InferenceError.self) { try meter.observe(.text("a")) }
        #expect(error?.code == .budgetExceeded)
        #expect(error?.message.contains("stopped") == true)
        let record = try #require(ledger.records.last)
        #expect(record.outcome.name == "budget_exceeded")
        #expect(record.usage == Usage(input: 100, output: 101))
        recorder.settle()
        #expect(ears.warnings.count == 1)
    }

    @Test func doesNotGuardSubscriptionsButSaysWhatItCannotGuard() throws {
        let ledger = MemoryLedger([spent(5)])
        let recorder = recorder(ledger, day: 1)
        _ = try recorder.begin(subject(endpoint: 1), input: estimate(1))
        #expect(ears.warnings.isEmpty)
        _ = try recorder.begin(subject("acme-large"), input: estimate(1))
        #expect(ears.warnings == ["the budget cannot hold for acme/acme-large: nobody published its price"])
    }

    @Test func countsWhatOthersSpendWithinASecond() throws {
        let ledger = MemoryLedger([spent(1)])
        let recorder = recorder(ledger, day: 3)
        _ = try recorder.begin(subject(), input: estimate(1))
        ledger.appendAsOther(spent(2))
        _ = try recorder.begin(subject(), input: estimate(1))
        clock.advance(1.5)
        // This look is beside the request and this ledger has no thread, so that it has happened when the request begins.
        let error = #expect(throws: InferenceError.self) { try recorder.begin(subject(), input: estimate(1)) }
        #expect(error?.message.contains("of which 3 were spent") == true)
    }

    @Test func countsItsOwnSpendingAtOnceAndOnlyOnce() throws {
        let ledger = MemoryLedger([spent(1)])
        let recorder = recorder(ledger, day: 3)
        for round in 0..<4 {
            let meter = try recorder.begin(subject(), input: estimate(1))
            try meter.observe(.usage(Usage(input: 500_000, output: 0)))
            meter.finish()
            clock.advance(round == 2 ? 10 : 0.1)
        }
        #expect(throws: InferenceError.self) { try recorder.begin(subject(), input: estimate(1)) }
        #expect(ledger.looks == 2)
    }

    @Test func beginsANewDayWithAFullBudget() throws {
        let recorder = recorder(MemoryLedger([spent(3)]), day: 3, month: 5)
        #expect(throws: InferenceError.self) { try recorder.begin(subject(), input: estimate(1)) }
        clock.advance(86_400)
        _ = try recorder.begin(subject(), input: estimate(1))
        let month = #expect(throws: InferenceError.self) {
            try recorder.begin(subject(), input: estimate(3_000_000))
        }
        #expect(month?.hint == "openclaw config set usage.budget.month.EUR 10")
    }
}
