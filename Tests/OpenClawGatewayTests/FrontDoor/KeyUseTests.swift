import Testing

@testable import OpenClawGateway

@Suite struct KeyUseTests {
    @Test func eachKeyHasSoManyRequestsOpen() {
        let use = KeyUse()
        #expect(use.begin("a", limit: 2) && use.begin("a", limit: 2) && use.begin("b", limit: 2))
        #expect(!use.begin("a", limit: 2))
        use.end("a")
        #expect(use.begin("a", limit: 2))
    }
}
