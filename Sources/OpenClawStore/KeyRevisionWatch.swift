import CSQLite
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

/// Tells cheaply whether any process has changed the virtual keys.
///
/// SQLite knows for each connection whether another one has committed since it last looked, without reading the file. The
/// watch has a connection of its own, so that a change by this process counts as well and no writer makes it wait.
final class KeyRevisionWatch: Sendable {
    fileprivate struct Look: ~Copyable {
        let connection: Connection
        let version: Statement
        var seen: Int?
        var revision = 0
    }

    private let database: StateDatabase
    private let look = Mutex<Look?>(nil)

    init(_ database: StateDatabase) { self.database = database }

    /// Zero while there is no database.
    func revision() throws(InferenceError) -> Int {
        try look.withLock { look throws(InferenceError) in
            if look == nil {
                guard access(database.path, F_OK) == 0 else { return 0 }
                // Brings an older database up to date.
                try database.write { _ in }
                let connection = try Connection(database.path, readOnly: true)
                look = Look(
                    connection: connection, version: try Statement("PRAGMA data_version", in: connection), seen: nil)
            }
            return try look?.current() ?? 0
        }
    }
}

extension KeyRevisionWatch.Look {
    fileprivate mutating func current() throws(InferenceError) -> Int {
        var version: Int?
        try self.version.run { row in version = row.integer(0) }
        guard seen == nil || version != seen else { return revision }
        var current = 0
        try Statement("SELECT revision FROM gateway_key_revision", in: connection).run { row in
            current = row.integer(0) ?? 0
        }
        seen = version
        revision = current
        return current
    }
}
