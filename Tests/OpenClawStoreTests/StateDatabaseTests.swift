import Foundation
import Inference
import OpenClawHost
import Testing

@testable import OpenClawStore

@Suite struct StateDatabaseTests {
    private let directory: TemporaryDirectory
    private let database: StateDatabase

    init() throws {
        directory = try TemporaryDirectory()
        database = StateDatabase(directory: directory.path)
    }

    private func failure(_ body: () throws -> Void) throws -> InferenceError {
        try #require(#expect(throws: InferenceError.self) { try body() })
    }

    private func append() throws { try Self.append(to: database) }

    private static func append(to database: StateDatabase) throws {
        let ledger = SQLiteUsageLedger(database)
        try ledger.append(SQLiteUsageLedgerTests.bare)
        try ledger.flush()
    }

    @Test func appliesEveryMigrationOnceAndInOrder() throws {
        try append()
        let connection = try Connection(database.path)
        let more = Schema(
            Migration.all + [
                Migration(name: "b", statements: ["CREATE TABLE b (x)", "INSERT INTO b VALUES (1)"]),
                Migration(name: "a", statements: ["INSERT INTO b VALUES (2)"]),
            ])
        for _ in 0..<2 { try more.update(connection, path: database.path) }
        #expect(try more.applied(connection) == Migration.all.map(\.name) + ["b", "a"])
        #expect(try connection.text("SELECT group_concat(x, ',') FROM b") == "1,2")
        #expect(try connection.text("PRAGMA journal_mode") == "wal")
    }

    /// Versions of the program that came before wrote the same rows, with other indexes.
    @Test func readsTheLedgerOfAnOlderFile() throws {
        try PrivateDirectory.create(directory.path)
        try directory.write("", to: "openclaw-state.sqlite")
        let connection = try Connection(database.path)
        let before = Migration.all.prefix { $0.name != "2026-11-usage-time" }
        try Schema(Array(before)).update(connection, path: database.path)
        try UsageRow.insert([SQLiteUsageLedgerTests.full], into: connection)
        let ledger = SQLiteUsageLedger(database)
        try ledger.append(SQLiteUsageLedgerTests.bare)
        var records: [UsageRecord] = []
        try ledger.forEach(in: UsageQuery(since: 0)) { records.append($0) }
        #expect(records == [SQLiteUsageLedgerTests.full, SQLiteUsageLedgerTests.bare])
        #expect(try ledger.spent(UsageQuery(since: 0)).keys.sorted() == ["CNY"])
        #expect(try connection.text("SELECT name FROM sqlite_schema WHERE name = 'usage_time'") == nil)
    }

    @Test func leavesNothingOfAMigrationThatFails() throws {
        try append()
        let connection = try Connection(database.path)
        let broken = Schema(Migration.all + [Migration(name: "x", statements: ["CREATE TABLE x (y)", "NONSENSE"])])
        #expect(try failure { try broken.update(connection, path: database.path) }.code == .storeFailed)
        #expect(try connection.text("SELECT name FROM sqlite_schema WHERE name = 'x'") == nil)
        #expect(try Schema().applied(connection) == Migration.all.map(\.name))
    }

    @Test func refusesAFileOfANewerVersion() throws {
        try append()
        let connection = try Connection(database.path)
        try connection.execute("INSERT INTO migration VALUES ('2999-future')")
        let error = try failure { try Schema().update(connection, path: database.path) }
        #expect(error.message.contains("newer version"))
    }

    @Test func upgradesOnceWhenSeveralStartTogether() throws {
        let path = directory.path
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            do {
                try Self.append(to: StateDatabase(directory: path))
            } catch { Issue.record(error) }
        }
        #expect(try SQLiteUsageLedger(database).tally(UsageQuery()).requests == 6)
    }

    @Test func saysHowToPutADamagedFileAside() throws {
        try directory.write(String(repeating: "this is no database. ", count: 400), to: "openclaw-state.sqlite")
        let error = try failure { try append() }
        #expect(error.code == .storeFailed)
        #expect(error.message.hasSuffix("the file is damaged or no database"))
        #expect(error.hint == "for f in '\(database.path)'*; do mv \"$f\" \"$f.damaged\"; done")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", error.hint ?? "false"]
        try shell.run()
        shell.waitUntilExit()
        try append()
    }

    @Test func saysWhenTheDiskIsFull() throws {
        try append()
        let connection = try Connection(database.path)
        try connection.execute("PRAGMA max_page_count = 1")
        let error = try failure {
            try connection.execute("CREATE TABLE big AS SELECT randomblob(100000)")
        }
        #expect(error.message.hasSuffix("the disk is full"))
        #expect(error.hint == "df -h '\(database.path)'")
    }

    @Test func saysWhoMayHoldALockedFile() throws {
        try append()
        let holder = try Connection(database.path)
        try holder.execute("BEGIN IMMEDIATE")
        let other = try Connection(database.path)
        try other.execute("PRAGMA busy_timeout = 0")
        let error = try failure { try other.execute("BEGIN IMMEDIATE") }
        #expect(error.code == .storeFailed)
        #expect(error.hint == "fuser -v '\(database.path)'")
    }

    @Test func saysWhenTheFolderCannotBeMade() throws {
        try directory.write("", to: "file")
        let error = try failure { try Self.append(to: StateDatabase(directory: directory.file("file/state"))) }
        #expect(error.code == .storeFailed)
    }
}
