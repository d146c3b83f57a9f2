import HTTPTypes
import Inference
import Testing

@testable import Qwen

@Suite struct QwenEmbeddingModelTests {
    private let codec = QwenEmbeddingModel(classifier: TestProvider.classifier)

    private func exchange(
        _ inputs: [String], dimensions: Int? = nil, model: ModelID = "text-embedding-v4",
        extra: JSONObject = JSONObject()
    ) throws -> DocumentExchange<EmbeddingResponse> {
        try codec.exchange(
            for: EmbeddingRequest(model: model, texts: inputs, dimensions: dimensions, extra: extra),
            model: TestProvider.model(model), context: TestProvider.context())
    }

    @Test func asksOnTheCompatiblePathForNumbers() throws {
        let exchange = try exchange(["a", "b"], dimensions: 256, extra: ["instruct": "find"])
        #expect(exchange.request.head.path == "/compatible-mode/v1/embeddings")
        #expect(
            try exchange.sent == [
                "instruct": "find", "model": "text-embedding-v4", "input": ["a", "b"], "dimensions": 256,
                "encoding_format": "float",
            ])
    }

    @Test func putsVectorsInTheOrderOfTheTexts() throws {
        let answer = try exchange(["a", "b"]).read(
            #"{"object":"list","data":[{"index":1,"embedding":[2, 0.5]},{"index":0,"embedding":[1e0]}],"#
                + #""model":"text-embedding-v4","usage":{"prompt_tokens":7,"total_tokens":7},"id":"r-1"}"#)
        #expect(answer.vectors.map(\.values) == [[1], [2, 0.5]])
        #expect(String(decoding: answer.vectors[1].json, as: UTF8.self) == "[2, 0.5]")
        #expect(answer.usage == Usage(input: 7, output: 0) && answer.requestID == "r-1")
    }

    @Test(arguments: [
        #"{"data":[{"index":0,"embedding":[1]}]}"#,
        #"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"#,
        #"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":["x"]}]}"#, "<html>", "[]",
    ])
    func anAnswerWithoutAVectorForEachTextIsMalformed(_ text: String) throws {
        let exchange = try exchange(["a", "b"])
        #expect { try exchange.read(text) } throws: { ($0 as? InferenceError)?.code == .malformedResponse }
    }

    @Test func anErrorInAnAcceptedAnswerIsThrown() throws {
        let exchange = try exchange(["a"])
        #expect {
            try exchange.read(
                #"{"code":"Throttling.RateQuota","message":"Requests rate limit exceeded","request_id":"r"}"#)
        } throws: { ($0 as? InferenceError)?.code == .rateLimited }
    }

    @Test(
        arguments: [
            ([], nil, "text-embedding-v4"), (["a", ""], nil, "text-embedding-v4"), (["a"], 333, "text-embedding-v4"),
            (["a"], 256, "text-embedding-v2"), ((0...10).map { "t\($0)" }, nil, "text-embedding-v4"),
            (["a"], nil, "qwen3.5-plus"),
        ] as [([String], Int?, ModelID)])
    func whatCannotWorkIsRefusedBeforeItIsSent(_ inputs: [String], _ dimensions: Int?, _ model: ModelID) {
        #expect { try exchange(inputs, dimensions: dimensions, model: model) } throws: {
            [.invalidRequest, .unsupported].contains(($0 as? InferenceError)?.code)
        }
    }
}
