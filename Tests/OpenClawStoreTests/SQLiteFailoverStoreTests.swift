import Foundation
import Inference
import OpenClawHost
import Testing

@testable import OpenClawStore

@Suite struct SQLiteFailoverStoreTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteFailoverStore
    private let key = HealthKey.credential("0123", of: "acme")
    private static let now: Double = 1_795_402_800

    init() throws {
        directory = try TemporaryDirectory()
        store = SQLiteFailoverStore(directory: directory.path)
    }

    private func fail(_ store: SQLiteFailoverStore, _ key: HealthKey) throws -> HealthRecord {
        try store.update(key) {
            $0.fail(
                InferenceError(.quotaExhausted, "used up", resetAt: Self.now + 9000), of: "m", at: Self.now,
                cooldowns: Cooldowns(), provider: "acme")
        }
    }

    private func lesson(_ rule: String = "limit-range", at time: Double = now) -> LearnedRepair {
        LearnedRepair(
            provider: "acme", endpoint: "e", model: "m", rule: rule, message: "expected [1, 4096]", learnedAt: time)
    }

    /// Past the time in which memory is trusted.
    private func wait() { Thread.sleep(forTimeInterval: 0.06) }

    @Test func readsWithoutCreatingAnything() throws {
        #expect(store.records(of: "acme").isEmpty)
        #expect(store.repairs(of: "acme", endpoint: "e", model: "m", at: Self.now).isEmpty)
        #expect(try directory.names().isEmpty)
    }

    @Test func processesShareRecordsAndOnlyTheOwnerReadsThem() throws {
        let other = SQLiteFailoverStore(directory: directory.path)
        #expect(other.records(of: "acme").isEmpty)
        let written = try fail(store, key)
        #expect(written.rest(for: "m", at: Self.now) != nil)
        #expect(store.records(of: "acme") == [key: written])
        wait()
        #expect(other.records(of: "acme") == [key: written])
        #expect(other.records(of: "other").isEmpty)
        #expect(try directory.mode("openclaw-state.sqlite") == 0o600)
        _ = try other.update(key) { $0.succeed(with: "m") }
        #expect(other.records(of: "acme").isEmpty)
        wait()
        #expect(store.records(of: "acme").isEmpty)
    }

    /// A gateway's request does not wait for the disk while all is well, and hears of what others learnt a little later.
    @Test func asksOthersMeanwhileWhenNothingIsKnown() throws {
        let lenient = SQLiteFailoverStore(directory: directory.path, leniency: .seconds(60))
        #expect(lenient.records(of: "acme").isEmpty)
        let written = try fail(store, key)
        wait()
        #expect(lenient.records(of: "acme").isEmpty)
        let deadline = ContinuousClock.now + .seconds(10)
        while lenient.records(of: "acme").isEmpty, ContinuousClock.now < deadline { wait() }
        #expect(lenient.records(of: "acme") == [key: written])
        // What is known is asked for before it counts.
        _ = try store.update(key) { $0.succeed(with: "m") }
        wait()
        #expect(lenient.records(of: "acme").isEmpty)
    }

    /// Whoever serves requests says when a thread may be woken up for that.
    @Test func asksOthersWhenItIsTold() throws {
        let held = HeldWork()
        let lenient = SQLiteFailoverStore(directory: directory.path, leniency: .seconds(60), start: held.hold)
        #expect(lenient.records(of: "acme").isEmpty)
        let written = try fail(store, key)
        for _ in 0..<3 {
            wait()
            #expect(lenient.records(of: "acme").isEmpty)
        }
        held.run()
        let deadline = ContinuousClock.now + .seconds(10)
        while lenient.records(of: "acme").isEmpty, ContinuousClock.now < deadline {
            Thread.sleep(forTimeInterval: 0.01)
        }
        #expect(lenient.records(of: "acme") == [key: written])
    }

    @Test func noChangeIsLost() async throws {
        let path = directory.path
        await withTaskGroup { group in
            for writer in 0..<4 {
                group.addTask {
                    let store = SQLiteFailoverStore(directory: path)
                    for number in 0..<20 {
                        let all = HealthKey(provider: "acme", owner: "key:all")
                        do {
                            _ = try store.update(HealthKey(provider: "acme", owner: "key:\(writer)-\(number)")) {
                                $0.lastUsed = 1
                            }
                            _ = try store.update(all) { $0.lastUsed = ($0.lastUsed ?? 0) + 1 }
                        } catch {
                            Issue.record(error)
                        }
                    }
                }
            }
        }
        let records = SQLiteFailoverStore(directory: path).records(of: "acme")
        #expect(records.count == 81)
        #expect(records[HealthKey(provider: "acme", owner: "key:all")]?.lastUsed == 80)
    }

    @Test func aChangeThatFoundTheDatabaseBusyIsWrittenLater() throws {
        let impatient = SQLiteFailoverStore(directory: directory.path, patience: .milliseconds(1))
        _ = try impatient.update(HealthKey.credential("4567", of: "acme")) { $0.lastUsed = 1 }
        let busy = try StateDatabase(directory: directory.path).connect(patience: .milliseconds(1))
        try busy.execute("BEGIN IMMEDIATE")
        let record = try fail(impatient, key)
        wait()
        #expect(impatient.records(of: "acme")[key] == record)
        #expect(store.records(of: "acme")[key] == nil)
        try busy.execute("COMMIT")
        impatient.touch(.credential("89ab", of: "acme"), at: Self.now)
        wait()
        #expect(store.records(of: "acme")[key] == record)
    }

    @Test func noUseIsForgottenByARest() throws {
        store.touch(key, at: Self.now)
        #expect(SQLiteFailoverStore(directory: directory.path).records(of: "acme")[key]?.lastUsed == Self.now)
        // Within a second it is only noted.
        store.touch(key, at: Self.now + 0.5)
        #expect(store.records(of: "acme")[key]?.lastUsed == Self.now + 0.5)
        _ = try fail(SQLiteFailoverStore(directory: directory.path), key)
        wait()
        let record = try #require(store.records(of: "acme")[key])
        #expect(record.lastUsed == Self.now + 0.5)
        #expect(record.rest(for: "m", at: Self.now) != nil)
    }

    @Test func aDamagedDatabaseStopsNothingAndIsRememberedInMemory() throws {
        try directory.write(String(repeating: "not a database ", count: 100), to: "openclaw-state.sqlite")
        #expect(store.records(of: "acme").isEmpty)
        let record = try fail(store, key)
        #expect(store.records(of: "acme") == [key: record])
        store.touch(key, at: Self.now)
        #expect(throws: InferenceError.self) { try store.learn(lesson()) }
        #expect(store.repairs(of: "acme", endpoint: "e", model: "m", at: Self.now) == [lesson()])
    }

    @Test func repairsAreForgottenAfterSevenDays() throws {
        try store.learn(lesson())
        try store.learn(lesson())
        try store.learn(lesson("stream-only"))
        let other = SQLiteFailoverStore(directory: directory.path)
        let found = { (model: ModelID, time: Double) in
            other.repairs(of: "acme", endpoint: "e", model: model, at: time).count
        }
        #expect(found("m", Self.now + 6 * 86_400) == 2)
        #expect(found("m", Self.now + 7 * 86_400) == 0)
        #expect(found("n", Self.now) == 0)
        try store.learn(lesson("third", at: Self.now + 8 * 86_400))
        wait()
        #expect(found("m", Self.now) == 1)
    }

    @Test func takesOverTheFileOfTheFirstVersionOnce() throws {
        let file = """
            {"health":[{"key":{"owner":"key:0123","provider":"acme"},"record":{"all":{"code":"quota_exhausted",\
            "failures":1,"kind":"window","lastFailure":1795402700,"message":"used up","reason":"rate_limit",\
            "until":1795410000},"lastUsed":1795402700.5,"models":{}}}],"repairs":[{"endpoint":"e","learnedAt":1795402700,\
            "message":"expected [1, 4096]","model":"m","provider":"acme","rule":"limit-range"}],"version":1}
            """
        try directory.write(file, to: "failover-state.json")
        let record = try #require(store.records(of: "acme")[key])
        #expect(record.rest(for: "any", at: Self.now)?.until == 1_795_410_000)
        #expect(record.lastUsed == 1_795_402_700.5)
        #expect(store.repairs(of: "acme", endpoint: "e", model: "m", at: Self.now).count == 1)
        #expect(try directory.names().contains("failover-state.json") == false)
        _ = try store.update(key) { $0 = HealthRecord() }
        #expect(SQLiteFailoverStore(directory: directory.path).records(of: "acme").isEmpty)
    }

    @Test func aFileOfTheFirstVersionThatIsDamagedIsRemoved() throws {
        try directory.write("{ not json", to: "failover-state.json")
        #expect(store.records(of: "acme").isEmpty)
        #expect(try directory.names().contains("failover-state.json") == false)
    }
}
