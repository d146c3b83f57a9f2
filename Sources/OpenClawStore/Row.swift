import CSQLite

/// One row of a result, valid until the next one is read.
struct Row: ~Copyable {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    func integer(_ column: Int) -> Int? {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER
            ? Int(sqlite3_column_int64(statement, Int32(column))) : nil
    }

    func text(_ column: Int) -> String? {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT
            ? sqlite3_column_text(statement, Int32(column)).map { String(cString: $0) } : nil
    }

    func flag(_ column: Int) -> Bool? { integer(column).map { $0 != 0 } }
}
