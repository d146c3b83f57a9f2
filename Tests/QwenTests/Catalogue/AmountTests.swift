import Foundation
import Testing

@testable import Qwen

@Suite struct AmountTests {
    @Test(arguments: ["0", "0.8", "12", "0.016", "18.055", "0.10", "213", "999999999999.999"])
    func equalsTheDecimalOfTheSameText(text: String) throws {
        #expect(try #require(Amount(text)).decimal == Decimal(string: text))
    }

    @Test(arguments: [("0.4", "1.25", "0.5"), ("18.055", "0.2", "3.611"), ("0.10", "0.10", "0.01"), ("0", "3", "0")])
    func multipliesExactly(left: String, right: String, product: String) throws {
        let amount = try #require(Amount(left)) * #require(Amount(right))
        #expect(amount?.decimal == Decimal(string: product))
    }

    @Test(arguments: ["", ".", ".5", "5.", "-1", "+1", "1e3", "1.2.3", " 1", "1,2", "1234567890123456"])
    func refusesAnythingButShortPlainDigits(text: String) {
        #expect(Amount(text) == nil)
    }
}
