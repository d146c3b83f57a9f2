import CSQLite
import Inference

/// A compiled statement of one connection.
struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let connection: Connection

    init(_ sql: String, in connection: Connection) throws(InferenceError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw connection.failure(code) }
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs the statement with the values of its parameters and reads every row.
    func run(_ values: [SQLValue] = [], _ body: (borrowing Row) -> Void = { _ in }) throws(InferenceError) {
        defer { sqlite3_reset(handle) }
        try bind(values)
        while true {
            let code = sqlite3_step(handle)
            switch code {
            case SQLITE_ROW: body(Row(handle))
            case SQLITE_DONE: return
            default: throw connection.failure(code)
            }
        }
    }

    private func bind(_ values: [SQLValue]) throws(InferenceError) {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, place)
                case .integer(let number): sqlite3_bind_int64(handle, place, Int64(number))
                case .text(let text): openclaw_bind_text(handle, place, text, Int32(text.utf8.count))
                }
            guard code == SQLITE_OK else { throw connection.failure(code) }
        }
    }
}
