import Inference
import Testing

struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
            ("9223372036854775808", nil), ("1e3", 1000), ("1.0", 1), ("1.5", nil), ("1e400", nil),
            ("123456789012345678901234567890", nil), ("-17", -17),
        ]) func readsWholeNumbers(text: String, expected: Int?) throws
    {
        let document = try JSONDocument(Array(text.utf8))
        #expect(document.root.int == expected)
        #expect(JSONNumber(verbatim: text).int == expected)
        #expect(document.root.value.text == text)
    }

    @Test(
        arguments: [
            "0", "-0", "0.1", "0.7", "-2.675", "1.7976931348623", "0.0000000000001", "99999999999999",
            "9007199254740993", "0.30000000000000004", "2.50", "1e3", "-1.5E-7", "4.35", "123456.789012",
        ]) func readsTheNearestDouble(text: String) throws
    {
        let read = try #require(try JSONDocument(Array(text.utf8)).root.double)
        #expect(read.bitPattern == Double(text)?.bitPattern)
    }

    @Test(arguments: [(1.5, "1.5"), (2.0, "2"), (1e21, "1e+21"), (.infinity, "0"), (-0.25, "-0.25")])
    func writesNumbers(value: Double, expected: String) throws {
        #expect(JSONNumber(value).text == expected)
        #expect(try JSONValue(parsing: JSONNumber(value).text).double == (value.isFinite ? value : 0))
    }
}
