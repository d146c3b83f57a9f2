import Inference
import OpenClawGateway
import Testing

@Suite struct CompletionsDialectTests {
    private static let streamed = #"{"prompt":"x","stream":true,"stream_options":{"include_usage":true}}"#
    private let dialect = CompletionsDialect()

    @Test(arguments: [#""Say \"hi\"""#, #"["Say \"hi\""]"#])
    func putsThePromptAsAQuestion(_ prompt: String) throws {
        let translated = try dialect.translated(
            #"{"model":"m","prompt":\#(prompt),"max_tokens":5,"stop":"\n","n":1,"user":"u","logit_bias":{}}"#)
        #expect(
            String(decoding: translated.request.document.bytes, as: UTF8.self)
                == #"{"model":"m","max_tokens":5,"stop":"\n","enable_thinking":false,"messages":[{"role":"user","content":"Say \"hi\""}]}"#
        )
        #expect(translated.adjustments.map(\.rule) == ["completion-over-chat", "members-not-carried"])
        #expect(translated.conversation == "u")
    }

    @Test(arguments: [
        ("{}", "'prompt'"), (#"{"prompt":["a","b"]}"#, "one string"), (#"{"prompt":[1,2]}"#, "one string"),
        (#"{"prompt":"a","echo":true}"#, "'echo'"), (#"{"prompt":"a","logprobs":1}"#, "'logprobs'"),
        (#"{"prompt":"a","suffix":"b"}"#, "'suffix'"), (#"{"prompt":"a","n":2}"#, "'n'"),
        (#"{"prompt":"a","api_key":"k"}"#, "'api_key'"),
    ])
    func refusesWhatItCannotCarry(_ request: String, _ words: String) {
        #expect(dialect.failure(request)?.message.contains(words) == true)
    }

    @Test func writesAStreamToTheByte() throws {
        let text = try dialect.encoder(Self.streamed).text([
            .started(ChatStart()), .reasoning("hm"), .text("Hi"), .usage(Usage(input: 2, output: 1)),
            .finished(.length),
        ])
        #expect(
            text == """
                data: {"id":"cmpl-c1","object":"text_completion","created":1790000000,"model":"my-model","choices":[{"text":"Hi","index":0,"logprobs":null,"finish_reason":null}]}

                data: {"id":"cmpl-c1","object":"text_completion","created":1790000000,"model":"my-model","choices":[{"text":"","index":0,"logprobs":null,"finish_reason":"length"}]}

                data: {"id":"cmpl-c1","object":"text_completion","created":1790000000,"model":"my-model","choices":[],"usage":{"prompt_tokens":2,"completion_tokens":1,"total_tokens":3}}

                data: [DONE]


                """)
    }

    @Test func breaksOffWithAnErrorAndNoEnd() throws {
        var encoder = try dialect.encoder(Self.streamed)
        var bytes: [UInt8] = []
        encoder.keepAlive(into: &bytes)
        encoder.fail(InferenceError(.truncated, "cut"), into: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix(": ping\n\ndata: {\"error\":{\"message\":\"cut\""))
        #expect(!text.contains("[DONE]"))
    }

    @Test func writesADocument() throws {
        var response = ChatResponse()
        (response.text, response.finishReason, response.usage) = ("Hi", .stop, Usage(input: 2, output: 1))
        let document = try JSONValue(parsing: dialect.encoder(#"{"prompt":"x"}"#).document(response))
        #expect(document["choices"] == [["text": "Hi", "index": 0, "logprobs": nil, "finish_reason": "stop"]])
        #expect(document["usage"]?["total_tokens"] == 3)
    }
}
