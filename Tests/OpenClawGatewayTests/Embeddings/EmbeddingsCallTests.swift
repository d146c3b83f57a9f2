import Inference
import OpenClawGateway
import Testing

@Suite struct EmbeddingsCallTests {
    private func call(_ text: String) throws(InferenceError) -> EmbeddingsCall {
        try EmbeddingsCall(parsing: Array(text.utf8))
    }

    private func answer(_ vectors: [String], tokens: Int) throws -> EmbeddingResponse {
        EmbeddingResponse(
            vectors: try vectors.map { try #require(EmbeddingVector(json: JSONDocument(Array($0.utf8)).root)) },
            model: "v-4", usage: Usage(input: tokens, output: 0))
    }

    @Test func manyTextsBecomeBatchesAndOneAnswerInTheirOrder() throws {
        let call = try call(#"{"model":"v-4","input":["a","b","c"],"dimensions":2,"user":"u","instruct":"find"}"#)
        var model = ModelDescriptor(id: "v-4", name: "V")
        model.embedding = EmbeddingSupport(batch: 2)
        #expect(call.model == "v-4" && call.request.dimensions == 2 && call.request.extra == ["instruct": "find"])
        #expect(call.request.batches(for: model).map(\.inputs) == [["a", "b"], ["c"]])
        let document = call.document([try answer(["[1, 0]", "[0.50,1]"], tokens: 5), try answer(["[0,1]"], tokens: 2)])
        #expect(
            String(decoding: document, as: UTF8.self)
                == #"{"object":"list","data":[{"object":"embedding","index":0,"embedding":[1, 0]},"#
                + #"{"object":"embedding","index":1,"embedding":[0.50,1]},"#
                + #"{"object":"embedding","index":2,"embedding":[0,1]}],"model":"v-4","#
                + #""usage":{"prompt_tokens":7,"total_tokens":7}}"#)
    }

    @Test func base64IsMadeHere() throws {
        let call = try call(#"{"input":"a","encoding_format":"base64"}"#)
        let document = try JSONValue(parsing: call.document([try answer(["[1,0]"], tokens: 1)]))
        #expect(document["data"]?[0]?["embedding"] == "AACAPwAAAAA=")
        let numbers = try self.call(#"{"input":"a","encoding_format":null}"#)
        let again = try JSONValue(parsing: numbers.document([try answer(["\"AACAPwAAAAA=\""], tokens: 1)]))
        #expect(again["data"]?[0]?["embedding"] == [1, 0])
    }

    @Test(arguments: [
        ("{}", "'input'"), (#"{"input":[]}"#, "'input'"), (#"{"input":[1,2]}"#, "token numbers"),
        (#"{"input":[[1,2]]}"#, "token numbers"), (#"{"input":[{}]}"#, "'input'"), ("[]", "object"), ("{", "JSON"),
        (#"{"input":"a","encoding_format":"int8"}"#, "'encoding_format'"),
        (#"{"input":"a","dimensions":0}"#, "'dimensions'"), (#"{"input":"a","api_key":"k"}"#, "'api_key'"),
    ])
    func whatIsWrongIsNamed(_ text: String, _ expected: String) {
        #expect { try call(text) } throws: { ($0 as? InferenceError)?.message.contains(expected) == true }
    }
}
