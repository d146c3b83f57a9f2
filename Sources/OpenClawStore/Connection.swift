import CSQLite
import Inference

/// An open database. Used by one thread at a time; whoever shares it holds a lock.
final class Connection: @unchecked Sendable {  // reason: every use of it is under a lock
    let handle: OpaquePointer
    private let path: String
    private var kept: [(sql: String, statement: Statement)] = []

    /// How long a statement waits for other processes.
    static let patience: Duration = .seconds(5)

    private static let prepare: Void = openclaw_sqlite_prepare()

    /// Opens a database that exists.
    ///
    /// - Parameter patience: how long a statement waits for other processes.
    init(
        _ path: String, readOnly: Bool = false, patience: Duration = Connection.patience
    ) throws(InferenceError) {
        Self.prepare
        var handle: OpaquePointer?
        let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw StoreError(code, path: path).inferenceError
        }
        self.handle = handle
        self.path = path
        wait(patience)
    }

    deinit {
        kept = []
        sqlite3_close_v2(handle)
    }

    /// Sets how long a statement waits for other processes.
    func wait(_ patience: Duration) { sqlite3_busy_timeout(handle, Int32(patience / .milliseconds(1))) }

    /// The id of the row that was added last.
    var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// A statement that is run again and again, compiled once.
    func statement(_ sql: String) throws(InferenceError) -> Statement {
        // There are few, and the same text is found to be the same at once.
        if let known = kept.first(where: { $0.sql == sql }) { return known.statement }
        let statement = try Statement(sql, in: self)
        kept.append((sql, statement))
        return statement
    }

    /// Runs one statement without parameters.
    func execute(_ sql: String) throws(InferenceError) { try Statement(sql, in: self).run() }

    /// The first column of the first row.
    func integer(_ sql: String) throws(InferenceError) -> Int? {
        var number: Int?
        try Statement(sql, in: self).run { row in number = number ?? row.integer(0) }
        return number
    }

    /// The first column of the first row.
    func text(_ sql: String) throws(InferenceError) -> String? {
        var text: String?
        try Statement(sql, in: self).run { row in text = text ?? row.text(0) }
        return text
    }

    /// Runs the body in a transaction that others see whole or not at all.
    func transaction(_ body: () throws(InferenceError) -> Void) throws(InferenceError) {
        try statement("BEGIN IMMEDIATE").run()
        do throws(InferenceError) {
            try body()
            try statement("COMMIT").run()
        } catch {
            // Some failures have rolled back already.
            if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
            throw error
        }
    }

    /// The failure of the last call.
    func failure(_ code: Int32) -> InferenceError {
        StoreError(code, path: path, detail: sqlite3_errmsg(handle).map { String(cString: $0) }).inferenceError
    }
}
