import Testing

@testable import OpenClawGateway

@Suite struct TokenComparisonTests {
    @Test(arguments: [1, 7, 8, 9, 16, 31, 40])
    func oneOtherByteAnywhereIsAnotherToken(count: Int) {
        let token = (0..<count).map { UInt8(65 + $0 % 26) }
        #expect(TokenComparison.areEqual(token.span.bytes, token))
        for place in token.indices {
            var other = token
            other[place] ^= 1
            #expect(!TokenComparison.areEqual(other.span.bytes, token), "byte \(place)")
        }
    }

    @Test(arguments: [1, 7, 8, 9, 16, 31, 40])
    func aTokenOfAnotherLengthIsAnotherToken(count: Int) {
        let token = [UInt8](repeating: 65, count: count)
        for other in 0...48 where other != count {
            let presented = [UInt8](repeating: 65, count: other)
            #expect(!TokenComparison.areEqual(presented.span.bytes, token), "\(other) bytes")
        }
    }

    @Test func nothingIsEqualToNoToken() {
        #expect(!TokenComparison.areEqual([UInt8]().span.bytes, []))
    }
}
