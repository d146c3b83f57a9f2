import Inference
import Testing

@testable import OpenClawHost

@Suite struct PastedKeyTests {
    @Test(arguments: [
        "ak-0123456789abcdef", "  ak-0123456789abcdef\n", "ak-0123456789abcdef\r\n", "\"ak-0123456789abcdef\"",
        "'ak-0123456789abcdef'", "`ak-0123456789abcdef`", "ak-0123456789abcdef;",
        "export ACME_API_KEY=ak-0123456789abcdef",
        "export ACME_API_KEY=\"ak-0123456789abcdef\";", "ACME_API_KEY='ak-0123456789abcdef'",
        "Bearer ak-0123456789abcdef", "Authorization: Bearer ak-0123456789abcdef", "\u{FEFF}ak-0123456789abcdef",
    ])
    func takesTheKeyOutOfWhatWasPasted(_ pasted: String) throws {
        #expect(try PastedKey(pasted).secret.expose() == "ak-0123456789abcdef")
    }

    @Test func keepsAnEqualsSignThatBelongsToTheKey() throws {
        #expect(try PastedKey("c2VjcmV0a2V5==").secret.expose() == "c2VjcmV0a2V5==")
    }

    @Test(arguments: [
        "", "   ", "\"\"", "ak-canary 0123456789", "ak-canary\n0123456789", "ak-canary-ключ", "ak-\u{7}canary",
        "${ACME_CANARY}", "$ACME_CANARY", "undefined", "null", "YOUR_API_KEY", "ak-***canary", "__OPENCLAW_REDACTED__",
        "https://api.acme.test/canary", String(repeating: "canary", count: 1000),
    ])
    func refusesWhatCannotBeAKeyWithoutShowingIt(_ pasted: String) {
        let error = #expect(throws: InferenceError.self) { try PastedKey(pasted) }
        #expect(error?.code == .invalidConfiguration)
        #expect(error?.message.lowercased().contains("canary") == false)
    }
}
