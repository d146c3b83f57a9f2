import CSQLite
import Inference

/// A refusal of SQLite, said so that its owner can mend it.
struct StoreError {
    private let code: Int32
    private let path: String
    private let detail: String?

    init(_ code: Int32, path: String, detail: String? = nil) {
        // Extended codes carry the plain one in their low byte.
        self.code = code & 0xFF
        self.path = path
        self.detail = detail
    }

    var inferenceError: InferenceError { InferenceError(.storeFailed, "\(path): \(reason)", hint: hint) }

    private var reason: String {
        switch code {
        case SQLITE_CORRUPT, SQLITE_NOTADB: "the file is damaged or no database"
        case SQLITE_BUSY, SQLITE_LOCKED: "another process holds the file"
        case SQLITE_FULL: "the disk is full"
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN: "the file cannot be opened for writing"
        case SQLITE_IOERR: "the disk failed to read or write"
        default: detail ?? "error \(code)"
        }
    }

    private var hint: String? {
        switch code {
        // The journal belongs to the damaged file and must not be applied to a new one.
        case SQLITE_CORRUPT, SQLITE_NOTADB: "for f in '\(path)'*; do mv \"$f\" \"$f.damaged\"; done"
        case SQLITE_BUSY, SQLITE_LOCKED: "fuser -v '\(path)'"
        case SQLITE_FULL, SQLITE_IOERR: "df -h '\(path)'"
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN: "ls -ld '\(path)'*"
        default: nil
        }
    }
}
