import Testing

@testable import OpenClawGateway

@Suite struct FailedAttemptsTests {
    private let attempts = FailedAttempts(limit: 2, window: 60_000_000_000, lockout: 10_000_000_000)

    private func add(_ address: String, at second: UInt64) -> Int? {
        attempts.add(address, at: second * 1_000_000_000)
    }

    @Test func whoeverSendsManyWaitsForAsLongAsTheLockoutLasts() {
        #expect(add("a", at: 100) == nil)
        #expect(add("a", at: 101) == nil)
        #expect(add("a", at: 102) == 11)
        // Going on trying does not make it longer.
        #expect(add("a", at: 108) == 5)
        #expect(add("b", at: 108) == nil)
    }

    @Test func theWindowGoesOnAfterALockout() {
        for second in 100...102 { _ = add("a", at: UInt64(second)) }
        #expect(add("a", at: 113) == 11)
        #expect(add("a", at: 170) == nil)
    }
}
