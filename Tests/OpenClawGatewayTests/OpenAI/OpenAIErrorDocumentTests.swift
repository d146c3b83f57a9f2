import Inference
import OpenClawGateway
import Testing

@Suite struct OpenAIErrorDocumentTests {
    @Test func namesTypeCodeAndHint() throws {
        let error = InferenceError(
            .rateLimited, "too many requests", hint: "openclaw models list", serviceCode: "limit_requests",
            requestID: "r-1")
        let document = try JSONValue(parsing: OpenAIErrorDocument(error, callID: "c-1").bytes)
        #expect(
            document == [
                "error": [
                    "message": "too many requests", "type": "rate_limit_error", "param": nil, "code": "limit_requests",
                    "hint": "openclaw models list", "request_id": "r-1",
                ]
            ])
    }

    @Test func namesTheMemberThatIsWrong() {
        let error = InferenceError(.invalidRequest, "expected an array 'messages'")
        let document = OpenAIErrorDocument(error, callID: "c-1").json["error"]
        #expect(document?["param"]?.string == "messages")
        #expect(document?["request_id"]?.string == "c-1")
    }

    @Test func usesTheCodeThatClientsKnowForLongPrompts() {
        let error = InferenceError(.contextTooLong, "too long", serviceCode: "Arrearage")
        #expect(OpenAIErrorDocument(error, callID: "").json["error"]?["code"]?.string == "context_length_exceeded")
    }
}
