import Testing

@testable import OpenClawGateway

@Suite struct TokenComparisonTests {
    @Test(arguments: [1, 7, 8, 9, 16, 31, 40])
    func oneOtherByteAnywhereIsAnotherToken(count: Int) {
        let token = (0..<count).map { UInt8(65 + $0 % 26) }
        #expect(isEqual(token, token))
        for place in token.indices {
            var other = token
            other[place] ^= 1
            #expect(!isEqual(other, token), "byte \(place)")
        }
    }

    @Test(arguments: [1, 7, 8, 9, 16, 31, 40])
    func aTokenOfAnotherLengthIsAnotherToken(count: Int) {
        let token = [UInt8](repeating: 65, count: count)
        for other in 0...48 where other != count {
            let presented = [UInt8](repeating: 65, count: other)
            #expect(!isEqual(presented, token), "\(other) bytes")
        }
    }

    @Test func nothingIsEqualToNoToken() {
        #expect(!isEqual([], []))
    }

    private func isEqual(_ presented: [UInt8], _ expected: [UInt8]) -> Bool {
        TokenComparison.areEqual(presented.span.bytes, expected)
    }
}
