import Inference
import Testing

@testable import OpenClawStore

@Suite struct ParametersTests {
    @Test func whatIsSetAgainReplacesWhatStoodThere() throws {
        let connection = try Connection(":memory:")
        let rows: [[SQLValue]] = [
            [.text("a"), .integer(1), .null], [.text("a"), .integer(2), .text("")], [.null, .text("2"), .integer(0)],
            [.integer(0), .null, .null],
        ]
        for row in rows {
            var found: [SQLValue] = []
            try connection.statement("SELECT ?, ?, ?").run(row) { values in
                found = (0..<3).map { place in
                    values.integer(place).map(SQLValue.integer) ?? values.text(place).map(SQLValue.text) ?? .null
                }
            }
            #expect(found == row)
        }
    }

    @Test func oneTooManyIsRefusedAndForgottenTheNextTime() throws {
        let connection = try Connection(":memory:")
        #expect(throws: InferenceError.self) {
            try connection.statement("SELECT ?").run([.integer(1), .integer(2)])
        }
        var found: Int?
        try connection.statement("SELECT ?").run([.integer(3)]) { found = $0.integer(0) }
        #expect(found == 3)
    }
}
