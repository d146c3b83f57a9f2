import Inference
import Testing

@testable import OpenClawHost

@Suite struct TokenEstimateTests {
    @Test(arguments: [("", 0), ("a", 1), ("abcd", 1), ("abcde", 2), ("你好吗", 2), ("你好吗 ok", 3)])
    func guessesByKindOfCharacter(text: String, tokens: Int) {
        var estimate = TokenEstimate()
        estimate.add(text)
        #expect(estimate.tokens == tokens)
    }

    @Test func leavesPicturesOut() throws {
        let request = try ChatRequest(
            parsing: Array(
                """
                {"model": "m", "messages": [{"role": "user", "content": [{"type": "text", "text": "what is it"},
                 {"type": "image_url", "image_url": {"url": "data:image/png;base64,\(String(repeating: "A", count: 9000))"}}]}]}
                """.utf8))
        #expect(TokenEstimate(of: request).tokens == 3)
    }
}
