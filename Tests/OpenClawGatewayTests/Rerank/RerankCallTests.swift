import Inference
import OpenClawGateway
import Testing

@Suite struct RerankCallTests {
    private func call(_ text: String) throws(InferenceError) -> RerankCall {
        try RerankCall(parsing: Array(text.utf8))
    }

    @Test func manyDocumentsBecomeBatchesAndOneOrder() throws {
        let call = try call(
            #"{"model":"r","query":"q","documents":["a",{"text":"b"},"c"],"top_n":2,"return_documents":true}"#)
        var model = ModelDescriptor(id: "r", name: "R")
        model.rerank = RerankSupport(documents: 2)
        let batches = call.request.batches(for: model)
        #expect(batches.map(\.documents) == [["a", "b"], ["c"]])
        let answers = [
            RerankResponse(
                results: [.init(index: 1, score: 0.5), .init(index: 0, score: 0.25)], model: "r",
                usage: Usage(input: 4, output: 0)),
            RerankResponse(results: [.init(index: 0, score: 0.75)], usage: Usage(input: 3, output: 0)),
        ]
        let document = call.document(answers, batches: batches, callID: "call-1")
        #expect(
            try JSONValue(parsing: document) == [
                "object": "list", "id": "call-1", "model": "r",
                "results": [
                    ["index": 2, "relevance_score": 0.75, "document": ["text": "c"]],
                    ["index": 1, "relevance_score": 0.5, "document": ["text": "b"]],
                ], "usage": ["total_tokens": 7],
            ])
    }

    @Test(arguments: [
        (#"{"documents":["a"]}"#, "'query'"), (#"{"query":"q"}"#, "'documents'"),
        (#"{"query":"q","documents":[1]}"#, "'documents'"), (#"{"query":"q","documents":["a"],"top_n":0}"#, "'top_n'"),
        (#"{"query":"q","documents":["a"],"base_url":"x"}"#, "'base_url'"),
    ])
    func whatIsWrongIsNamed(_ text: String, _ expected: String) {
        #expect { try call(text) } throws: { ($0 as? InferenceError)?.message.contains(expected) == true }
    }
}
