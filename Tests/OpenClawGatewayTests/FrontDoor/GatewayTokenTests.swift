import Inference
import OpenClawGateway
import Testing

@Suite struct GatewayTokenTests {
    private let text = "0123456789abcdef0123456789abcdef"

    private func opens(_ presented: String) throws -> Bool {
        let token = try GatewayToken(Secret(text))
        return token.admit(Array(presented.utf8).span.bytes) != nil
    }

    @Test func admitsTheTokenItself() throws {
        #expect(try opens(text))
    }

    @Test(arguments: [
        "", "0", "0123456789abcdef", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789abcdef0123456789abcdeF", "x123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef\0",
    ])
    func refusesEverythingElse(_ presented: String) throws {
        #expect(try !opens(presented))
    }

    @Test func refusesATokenThatCouldBeGuessed() {
        #expect(throws: InferenceError.self) { try GatewayToken(Secret("letmein")) }
    }
}
