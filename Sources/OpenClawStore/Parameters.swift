import CSQLite

/// The parameters of a statement, set one after the other. Most of them are the same the next time, and are left as they are.
struct Parameters {
    private let statement: OpaquePointer
    /// What they stand for.
    private var bound: [SQLValue]
    /// Where the next one is.
    private var place = 0
    /// What the first one was refused with.
    private(set) var code = SQLITE_OK

    init(of statement: OpaquePointer) {
        self.statement = statement
        bound = Array(repeating: .null, count: Int(sqlite3_bind_parameter_count(statement)))
    }

    /// Begins with the first one again.
    mutating func begin() { (place, code) = (0, SQLITE_OK) }

    mutating func add(_ text: String) {
        if place < bound.count, case .text(let old) = bound[place], old == text {
            place += 1
        } else {
            set(.text(text))
        }
    }

    mutating func add(_ number: Int) {
        if place < bound.count, case .integer(number) = bound[place] {
            place += 1
        } else {
            set(.integer(number))
        }
    }

    mutating func add(_ text: String?) {
        if let text { add(text) } else { addNull() }
    }

    mutating func add(_ number: Int?) {
        if let number { add(number) } else { addNull() }
    }

    mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

    mutating func add(_ flag: Bool?) {
        if let flag { add(flag) } else { addNull() }
    }

    mutating func add(_ value: SQLValue) {
        switch value {
        case .null: addNull()
        case .integer(let number): add(number)
        case .text(let text): add(text)
        }
    }

    private mutating func addNull() {
        if place < bound.count, case .null = bound[place] {
            place += 1
        } else {
            set(.null)
        }
    }

    private mutating func set(_ value: SQLValue) {
        let result = place < bound.count ? hand(value) : SQLITE_RANGE
        if result == SQLITE_OK {
            bound[place] = value
        } else if code == SQLITE_OK {
            code = result
        }
        place += 1
    }

    private func hand(_ value: SQLValue) -> Int32 {
        let place = Int32(place + 1)
        switch value {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let number): return sqlite3_bind_int64(statement, place, Int64(number))
        case .text(var text):
            return text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) { text in
                    openclaw_bind_text(statement, place, text.baseAddress, Int32(text.count))
                }
            }
        }
    }
}
