import Foundation
import Inference
import OpenClawHost
import Testing

@testable import OpenClawStore

@Suite struct SQLiteVirtualKeysTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func store() -> SQLiteVirtualKeys { SQLiteVirtualKeys(StateDatabase(directory: directory.path)) }

    private func key(_ name: String, id: String = "key_1", expiresAt: Double? = nil) -> VirtualKey {
        VirtualKey(id: id, name: name, tail: "wxyz", createdAt: 1_790_000_000, expiresAt: expiresAt)
    }

    private func add(_ key: VirtualKey, _ secret: String, to store: SQLiteVirtualKeys, replacing: Bool = false) throws {
        try store.add(key, digest: store.digest(of: secret.utf8), replacesOthers: replacing)
    }

    @Test func givesBackEveryField() throws {
        let store = store()
        let key = VirtualKey(
            id: "key_0123456789ab", name: "laptop", tail: "wxyz", models: ["acme/*", "o'\"\\x"],
            routes: ["chat", "/v1/x"],
            requestsPerMinute: 60, budgetPerDay: ["USD": Decimal(string: "0.1") ?? 0, "CNY": 7],
            createdAt: 1_790_000_000.125, expiresAt: 1_790_000_001.5)
        try add(key, "secret", to: store)
        let stored = try store.all()
        #expect(stored == [StoredVirtualKey(key: key, digest: store.digest(of: "secret".utf8))])
    }

    @Test func keepsNoSecret() throws {
        let store = store()
        try add(key("laptop"), "sk-oc-canary-canary", to: store)
        for name in try directory.names() {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: directory.file(name)))
            #expect(bytes.range(of: Data("canary".utf8)) == nil, "\(name)")
        }
    }

    @Test func digestIsTheStandardSHA256() {
        let digest = store().digest(of: "abc".utf8).bytes.map { String(format: "%02x", $0) }.joined()
        #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func nameIsTakenUntilRevokedExpiredOrReplaced() throws {
        let store = store()
        try add(key("a"), "1", to: store)
        #expect(throws: InferenceError.self) { try add(key("a", id: "key_2"), "2", to: store) }
        #expect(try store.all().map(\.key.id) == ["key_1"])
        try add(key("a", id: "key_3", expiresAt: 1_790_000_000), "3", to: store, replacing: true)
        try add(key("a", id: "key_4"), "4", to: store)
        let standings = try store.all().map { $0.key.standing(at: 1_790_000_000) }
        #expect(standings == [.revoked, .revoked, .active])
    }

    @Test(arguments: ["a", "key_1"]) func revokesByNameAndByID(_ name: String) throws {
        let store = store()
        try add(key("a"), "1", to: store)
        try add(key("b", id: "key_2"), "2", to: store)
        #expect(try store.revoke(name, at: 1_790_000_005).map(\.id) == ["key_1"])
        #expect(try store.revoke(name, at: 1_790_000_006).isEmpty)
        #expect(try store.all().map(\.key.revokedAt) == [1_790_000_005, nil])
    }

    @Test func revisionMovesWithChangesOfOtherProcessesAndOnlyThen() throws {
        let (reader, writer) = (store(), store())
        #expect(try reader.revision() == 0)
        try add(key("a"), "1", to: writer)
        let first = try reader.revision()
        #expect(first > 0)
        // Rows of the ledger change the file, not the keys.
        let ledger = SQLiteUsageLedger(StateDatabase(directory: directory.path))
        try ledger.append(SQLiteUsageLedgerTests.bare)
        #expect(try reader.revision() == first)
        _ = try writer.revoke("a", at: 1_790_000_001)
        #expect(try reader.revision() > first)
    }

    @Test func requestsOfAKeyCanBeTold() throws {
        let ledger = SQLiteUsageLedger(StateDatabase(directory: directory.path))
        let record = SQLiteUsageLedgerTests.bare.with(cost: .amount(2, currency: "USD"))
        try ledger.append(record)
        try ledger.append(record.with(virtualKey: "laptop"))
        #expect(try ledger.spent(UsageQuery(virtualKey: "laptop")) == ["USD": 2])
        var keys: [String?] = []
        try ledger.forEach(in: UsageQuery()) { keys.append($0.virtualKey) }
        #expect(keys == [nil, "laptop"])
    }
}
