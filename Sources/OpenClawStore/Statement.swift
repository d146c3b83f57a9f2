import CSQLite
import Inference

/// A compiled statement of one connection, and never in use without it.
final class Statement {
    private let handle: OpaquePointer
    private unowned let connection: Connection
    private var parameters: Parameters

    init(_ sql: String, in connection: Connection) throws(InferenceError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil)
        guard code == SQLITE_OK, let handle else { throw connection.failure(code) }
        self.handle = handle
        self.connection = connection
        parameters = Parameters(of: handle)
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs the statement with the values of its parameters and reads every row.
    func run(_ values: [SQLValue] = [], _ body: (borrowing Row) -> Void = { _ in }) throws(InferenceError) {
        if !values.isEmpty {
            try bind { parameters in
                for value in values { parameters.add(value) }
            }
        }
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

    /// Sets parameters from the first one on; others stay as they were set before.
    func bind(_ body: (inout Parameters) -> Void) throws(InferenceError) {
        parameters.begin()
        body(&parameters)
        guard parameters.code == SQLITE_OK else { throw connection.failure(parameters.code) }
    }
}
