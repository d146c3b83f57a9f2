import Foundation
import Inference
import OpenClawHost
import Testing

@testable import OpenClawStore

@Suite struct SQLiteUsageLedgerTests {
    private let directory: TemporaryDirectory
    private let ledger: SQLiteUsageLedger

    init() throws {
        directory = try TemporaryDirectory()
        ledger = SQLiteUsageLedger(StateDatabase(directory: directory.path + "/state"))
    }

    private func all(_ ledger: SQLiteUsageLedger, _ query: UsageQuery = UsageQuery()) throws -> [UsageRecord] {
        var records: [UsageRecord] = []
        try ledger.forEach(in: query) { records.append($0) }
        return records
    }

    static let full = UsageRecord(
        time: 1_795_402_800.123, callID: "c1", requestID: "r1", provider: "acme", model: "m'1", servedModel: "m-1",
        endpoint: "e1", plan: "p1", credential: "0123456789ab",
        usage: Usage(
            input: 9, output: 8, cacheRead: 7, cacheWrite: 6, reasoning: 5, image: 4, video: 3, audio: 2,
            audioOutput: 1, explicitCache: true), isEstimated: true, isAccepted: false, firstToken: 12, total: 34,
        outcome: .failed(.truncated), cost: .amount(Decimal(string: "0.000000000123") ?? 0, currency: "CNY"),
        saved: Decimal(string: "-0.000000000045"))
    static let bare = UsageRecord(
        time: 1_795_402_801, callID: "c2", provider: "acme", model: "m2", endpoint: "e2", plan: "p2", credential: "b")

    @Test func givesBackEveryField() throws {
        var records = [Self.full, Self.bare]
        for cost in [UsageCost.included, .nothing, .unknown, .amount(0, currency: "USD")] {
            records.append(Self.bare.with(outcome: .cancelled, cost: cost))
        }
        for record in records { try ledger.append(record) }
        #expect(try all(ledger) == records)
    }

    /// Whoever serves requests says when a thread may be woken up for a batch.
    @Test func aBatchIsWrittenWhenItIsStarted() throws {
        let held = HeldWork()
        let database = StateDatabase(directory: directory.path + "/state")
        let waiting = SQLiteUsageLedger(database, start: held.hold)
        try waiting.append(Self.full)
        try waiting.append(Self.bare)
        Thread.sleep(forTimeInterval: 0.1)
        #expect(try all(ledger).isEmpty)
        #expect(held.run() == 1)
        let deadline = ContinuousClock.now + .seconds(10)
        while try all(ledger).isEmpty, ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.01) }
        #expect(try all(ledger) == [Self.full, Self.bare])
    }

    /// Statements are kept, and so is what their parameters stood for.
    @Test func nothingOfOneRowStaysInAnother() throws {
        var records: [UsageRecord] = []
        for (round, size) in [1, 2, 40, 15, 16, 17, 1, 40].enumerated() {
            for index in 0..<size {
                // Every other batch has nothing but counts of text.
                let kind = round.isMultiple(of: 2) && index.isMultiple(of: 3) ? Self.full : Self.bare
                let record = kind.with(
                    time: 1_795_402_800 + Double(records.count), callID: "\(round)-\(index)",
                    requestID: .some(index == 4 ? "" : nil), total: index)
                records.append(record)
                try ledger.append(record)
            }
            try ledger.flush()
        }
        #expect(try all(ledger) == records)
    }

    @Test func keepsFilesToTheirOwner() throws {
        try ledger.append(Self.bare)
        try ledger.flush()
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path + "/state").sorted()
        #expect(names.filter { !$0.hasPrefix(".") } == ["", "-shm", "-wal"].map { "openclaw-state.sqlite" + $0 })
        for name in names { #expect(try directory.mode("state/" + name) == 0o600, "\(name)") }
        #expect(try directory.mode("state") == 0o700)
    }

    @Test func tightensAFileThatOthersMayRead() throws {
        try ledger.append(Self.bare)
        try ledger.flush()
        let path = directory.path + "/state/openclaw-state.sqlite"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let other = SQLiteUsageLedger(StateDatabase(directory: directory.path + "/state"))
        try other.append(Self.bare)
        try other.flush()
        #expect(try directory.mode("state/openclaw-state.sqlite") == 0o600)
    }

    @Test func createsNothingWhenItIsOnlyRead() throws {
        #expect(try all(ledger).isEmpty)
        #expect(try ledger.tally(UsageQuery()) == UsageTally(requests: 0, first: nil))
        #expect(try ledger.spent(UsageQuery()).isEmpty)
        #expect(try directory.names().isEmpty)
    }

    @Test func namesAKeyWithoutTellingAnythingAboutIt() {
        #expect(ledger.fingerprint(of: Secret("abc")) == "ba7816bf8f01")
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func answersQueriesLikeAFilter(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let records = (0..<150).map { index in
            let amount = Decimal(Int.random(in: 0...999, using: &generator)) / 1_000_000
            return Self.bare.with(
                time: 1_795_400_000 + Double(Int.random(in: 0...50, using: &generator)) + 0.25, callID: "\(index)",
                endpoint: Bool.random(using: &generator) ? "e1" : "e2",
                credential: Bool.random(using: &generator) ? "a" : "b",
                isAccepted: Bool.random(using: &generator),
                cost: Bool.random(using: &generator) ? .amount(amount, currency: "USD") : .included)
        }
        for record in records { try ledger.append(record) }
        for _ in 0..<40 {
            let query = UsageQuery(
                since: Bool.random(using: &generator) ? 1_795_400_010.25 : nil,
                until: Bool.random(using: &generator) ? 1_795_400_040.25 : nil,
                endpoint: Bool.random(using: &generator) ? "e1" : nil,
                credential: Bool.random(using: &generator) ? "b" : nil, isAccepted: Bool.random(using: &generator),
                isIncluded: Bool.random(using: &generator))
            let expected = records.filter(query.matches)
            let found = try all(ledger, query)
            #expect(Set(found.map(\.callID)) == Set(expected.map(\.callID)))
            #expect(found.map(\.time) == expected.map(\.time).sorted())
            let tally = try ledger.tally(query)
            #expect(tally == UsageTally(requests: expected.count, first: expected.map(\.time).min()))
            var sum = UsageTotals()
            for record in expected { sum.add(record) }
            #expect(try ledger.spent(query) == sum.costs)
        }
    }

    /// Two connections are what two processes are to SQLite.
    @Test func losesNothingWhenSeveralWriteAtOnce() throws {
        let path = directory.path + "/state"
        DispatchQueue.concurrentPerform(iterations: 4) { writer in
            let ledger = SQLiteUsageLedger(StateDatabase(directory: path))
            for index in 0..<50 {
                let record = Self.bare.with(callID: "\(writer)-\(index)")
                do { try ledger.append(record) } catch { Issue.record(error) }
            }
            do { try ledger.flush() } catch { Issue.record(error) }
        }
        #expect(Set(try all(ledger).map(\.callID)).count == 200)
    }

    @Test func writesWithoutBeingAskedWithinAMoment() throws {
        let reader = SQLiteUsageLedger(StateDatabase(directory: directory.path + "/state"))
        for _ in 0..<3 { try ledger.append(Self.bare) }
        let written = DispatchSemaphore(value: 0)
        ledger.later { written.signal() }
        #expect(written.wait(timeout: .now() + 10) == .success)
        #expect(try all(reader).count == 3)
    }

    @Test func tellsWhatOthersHaveSpentOnce() throws {
        let other = SQLiteUsageLedger(StateDatabase(directory: directory.path + "/state"))
        func expenses(after position: Int?) throws -> (amounts: [Decimal], position: Int?) {
            var amounts: [Decimal] = []
            let end = try ledger.expensesOfOthers(since: 1_795_000_000, after: position) { amounts.append($0.amount) }
            return (amounts, end)
        }
        func spend(_ amount: Decimal, _ ledger: SQLiteUsageLedger) throws {
            try ledger.append(Self.costing(amount))
            try ledger.append(Self.bare)
            try ledger.flush()
        }
        #expect(try expenses(after: nil).position == nil)
        try spend(1, other)
        try spend(2, ledger)
        try spend(3, other)
        try spend(4, ledger)
        let first = try expenses(after: nil)
        #expect(first.amounts == [1, 3])
        try spend(5, ledger)
        try spend(6, other)
        let second = try expenses(after: first.position)
        #expect(second.amounts == [6])
        #expect(try expenses(after: second.position).amounts.isEmpty)
    }

    /// Whoever looks while batches are written takes none of the own rows for those of others.
    @Test func neverTakesItsOwnRowsForThoseOfOthers() throws {
        let record = Self.costing(1)
        try ledger.append(record)
        try ledger.flush()
        let other = SQLiteUsageLedger(StateDatabase(directory: directory.path + "/state"))
        DispatchQueue.concurrentPerform(iterations: 3) { part in
            do {
                var position: Int?
                for _ in 0..<60 {
                    if part == 0 {
                        position = try ledger.expensesOfOthers(since: 0, after: position) { #expect($0.amount == 2) }
                    } else if part == 1 {
                        try ledger.append(record)
                        try ledger.flush()
                    } else {
                        try other.append(Self.costing(2))
                        try other.flush()
                    }
                }
            } catch {
                Issue.record(error)
            }
        }
    }

    private static func costing(_ amount: Decimal) -> UsageRecord {
        bare.with(cost: .amount(amount, currency: "USD"))
    }

    @Test(arguments: [
        ([], 1, 3, [1...3]), ([1...3], 1, 3, []), ([2...2, 5...6], 1, 8, [1...1, 3...4, 7...8]),
        ([1...9], 4, 12, [10...12]),
        ([4...9], 1, 3, [1...3]),
    ])
    func findsTheRowsOfOthers(own: [ClosedRange<Int>], start: Int, end: Int, gaps: [ClosedRange<Int>]) {
        #expect(SQLiteUsageLedger.gaps(in: own, from: start, to: end) == gaps)
    }
}
