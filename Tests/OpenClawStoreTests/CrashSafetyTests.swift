import Foundation
import Inference
import OpenClawHost
import Testing

@testable import OpenClawStore

/// What a killed process leaves behind is what its files hold at that moment, so they are copied while it lives.
@Suite struct CrashSafetyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func record(_ index: Int) -> UsageRecord {
        SQLiteUsageLedgerTests.bare.with(callID: "\(index)")
    }

    private func survivors(_ name: String) throws -> [String] {
        var ids: [String] = []
        let ledger = SQLiteUsageLedger(StateDatabase(directory: directory.file(name)))
        try ledger.forEach(in: UsageQuery()) { ids.append($0.callID) }
        try ledger.append(record(1000))
        try ledger.flush()
        return ids
    }

    private func copy(to name: String) throws {
        try FileManager.default.copyItem(atPath: directory.file("live"), toPath: directory.file(name))
    }

    @Test func keepsEveryRequestThatWasWritten() throws {
        let ledger = SQLiteUsageLedger(StateDatabase(directory: directory.file("live")))
        for index in 0..<20 {
            try ledger.append(record(index))
            try ledger.flush()
            try copy(to: "killed-\(index)")
        }
        for index in [0, 1, 7, 19] { #expect(try survivors("killed-\(index)") == (0...index).map(String.init)) }
    }

    @Test func forgetsAWriteThatWasNotFinished() throws {
        let database = StateDatabase(directory: directory.file("live"))
        let ledger = SQLiteUsageLedger(database)
        try ledger.append(record(0))
        try ledger.flush()
        try database.write { connection throws(InferenceError) in
            try connection.transaction { () throws(InferenceError) in
                try UsageRow.insert([record(1)], into: connection)
                do { try copy(to: "killed") } catch { Issue.record(error) }
            }
        }
        #expect(try survivors("killed") == ["0"])
    }

    @Test func opensWithATornJournal() throws {
        let ledger = SQLiteUsageLedger(StateDatabase(directory: directory.file("live")))
        for index in 0..<20 {
            try ledger.append(record(index))
            try ledger.flush()
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: directory.file("live/openclaw-state.sqlite-wal")))
        for part in [1, 3, 6, 9] {
            let name = "torn-\(part)"
            try copy(to: name)
            try FileManager.default.removeItem(atPath: directory.file(name + "/openclaw-state.sqlite-shm"))
            let torn = whole.prefix(whole.count * part / 10 + 77)
            try torn.write(to: URL(fileURLWithPath: directory.file(name + "/openclaw-state.sqlite-wal")))
            let ids = try survivors(name)
            #expect(ids == (0..<ids.count).map(String.init))
        }
    }
}
