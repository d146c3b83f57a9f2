import CSQLite
import Inference

/// A compiled statement of one connection, and never in use without it.
final class Statement {
    private let handle: OpaquePointer
    private unowned let connection: Connection
    /// What its parameters stand for. Most of it is the same the next time, and is left as it is.
    private var bound: [SQLValue]

    init(_ sql: String, in connection: Connection) throws(InferenceError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw connection.failure(code) }
        self.handle = handle
        self.connection = connection
        bound = Array(repeating: .null, count: Int(sqlite3_bind_parameter_count(handle)))
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs the statement with the values of its parameters and reads every row.
    func run(_ values: [SQLValue] = [], _ body: (borrowing Row) -> Void = { _ in }) throws(InferenceError) {
        try bind(values)
        defer { sqlite3_reset(handle) }
        while true {
            let code = sqlite3_step(handle)
            switch code {
            case SQLITE_ROW: body(Row(handle))
            case SQLITE_DONE: return
            default: throw connection.failure(code)
            }
        }
    }

    /// Sets parameters, the first of them at a place; others stay as they were set before.
    func bind(_ values: [SQLValue], from first: Int = 0) throws(InferenceError) {
        guard first + values.count <= bound.count else { throw connection.failure(SQLITE_RANGE) }
        for (index, value) in values.enumerated() where bound[first + index] != value {
            let code = set(Int32(first + index + 1), to: value)
            guard code == SQLITE_OK else { throw connection.failure(code) }
            bound[first + index] = value
        }
    }

    private func set(_ place: Int32, to value: SQLValue) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, Int64(number))
        case .text(var text):
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { text in
                    openclaw_bind_text(handle, place, text.baseAddress, Int32(text.count))
                }
            }
        }
    }
}
