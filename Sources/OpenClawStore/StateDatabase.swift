import Inference
import OpenClawHost
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `openclaw-state.sqlite`: what processes of one installation share. Opened at the first use and not before.
package final class StateDatabase: Sendable {
    package let path: String
    private let connection = Mutex<Connection?>(nil)

    /// - Parameter directory: the state directory, created when something is to be written.
    package init(directory: String) { path = FilePathText.join(directory, "openclaw-state.sqlite") }

    private init(path: String) { self.path = path }

    /// The same database through a connection of its own, which waits for nobody who writes through this one.
    func another() -> StateDatabase { StateDatabase(path: path) }

    /// Runs the body with the database, which is created when it does not exist.
    func write(_ body: (Connection) throws(InferenceError) -> Void) throws(InferenceError) {
        try connection.withLock { open throws(InferenceError) in
            if let connection = open { return try body(connection) }
            let connection = try connect()
            open = connection
            try body(connection)
        }
    }

    /// Runs the body with the database; a database that does not exist is left alone, and holds nothing.
    func read(_ body: (Connection) throws(InferenceError) -> Void) throws(InferenceError) {
        guard exists else { return }
        try write(body)
    }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Another connection to the database, which is created when it does not exist.
    func connect(patience: Duration = Connection.patience) throws(InferenceError) -> Connection {
        do throws(FileError) {
            try PrivateDirectory.create(FilePathText.parent(of: path))
            try createFile()
        } catch {
            throw InferenceError(.storeFailed, error.description, hint: error.inferenceError.hint)
        }
        let connection = try Connection(path)
        try Schema().update(connection, path: path)
        // In WAL mode a commit survives the end of the process; only a power cut may lose the last ones.
        try connection.execute("PRAGMA synchronous = NORMAL")
        // Rows are added at the end and looked up one by one; the system's page cache has the rest.
        try connection.execute("PRAGMA cache_size = -512")
        connection.wait(patience)
        return connection
    }

    /// Creates the file before SQLite does, for its owner only; SQLite gives its journals the same mode.
    private func createFile() throws(FileError) {
        // Never opened when it exists: closing a descriptor drops the locks that this process holds on the file.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        guard errno == EEXIST else { throw FileError("create", path) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError("open", path) }
        guard status.st_mode & 0o077 != 0 else { return }
        guard chmod(path, 0o600) == 0 else { throw FileError("protect", path) }
    }
}
