import CSQLite
import Inference
import OpenClawHost

/// The tables of the state database, brought up to date when it is opened for writing.
struct Schema {
    let migrations: [Migration]

    init(_ migrations: [Migration] = Migration.all) { self.migrations = migrations }

    /// Applies what is missing. Processes that start together wait for one another.
    ///
    /// - Throws: `.storeFailed`, also when a newer version has written the file.
    func update(_ connection: Connection, path: String) throws(InferenceError) {
        // Left out when done, because changing the journal needs the file for oneself.
        guard try applied(connection) != migrations.map(\.name) else { return }
        let lock = FileLock(protecting: path)
        do {
            try lock.withLock { try migrate(connection, path: path) }
        } catch let error as FileError {
            throw InferenceError(.storeFailed, error.description, hint: error.inferenceError.hint)
        } catch let error as InferenceError {
            throw error
        } catch {
            throw InferenceError(.storeFailed, "\(path): \(error)")
        }
    }

    private func migrate(_ connection: Connection, path: String) throws(InferenceError) {
        _ = try connection.text("PRAGMA journal_mode = WAL")
        try connection.transaction { () throws(InferenceError) in
            try connection.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT")
            let done = try applied(connection)
            guard migrations.map(\.name).starts(with: done) else {
                throw InferenceError(
                    .storeFailed, "\(path) was written by a newer version of this program", hint: "openclaw --version")
            }
            for migration in migrations.dropFirst(done.count) {
                for statement in migration.statements { try connection.execute(statement) }
                try Statement("INSERT INTO migration VALUES (?)", in: connection).run([.text(migration.name)])
            }
        }
    }

    /// The names of the steps that the file has seen, in order.
    func applied(_ connection: Connection) throws(InferenceError) -> [String] {
        guard try connection.text("SELECT name FROM sqlite_schema WHERE name = 'migration'") != nil else { return [] }
        var names: [String] = []
        try Statement("SELECT name FROM migration ORDER BY rowid", in: connection).run { row in
            if let name = row.text(0) { names.append(name) }
        }
        return names
    }
}
