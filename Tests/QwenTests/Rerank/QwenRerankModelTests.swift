import HTTPTypes
import Inference
import Testing

@testable import Qwen

@Suite struct QwenRerankModelTests {
    private let codec = QwenRerankModel(classifier: TestProvider.classifier)

    private func exchange(
        _ documents: [String] = ["a", "b"], top: Int? = nil, model: ModelID = "qwen3-rerank", query: String = "q"
    ) throws -> DocumentExchange<RerankResponse> {
        try codec.exchange(
            for: RerankRequest(model: model, query: query, texts: documents, top: top),
            model: TestProvider.model(model), context: TestProvider.context())
    }

    @Test func asksUnderThePrefixOfTheCompatiblePath() throws {
        let exchange = try exchange(top: 1)
        #expect(exchange.request.head.path == "/compatible-api/v1/reranks")
        #expect(
            try exchange.sent == ["model": "qwen3-rerank", "query": "q", "documents": ["a", "b"], "top_n": 1])
    }

    @Test func asksNativeModelsAtTheNativePath() throws {
        let exchange = try exchange(top: 1, model: "gte-rerank-v2")
        #expect(exchange.request.head.path == "/api/v1/services/rerank/text-rerank/text-rerank")
        #expect(
            try exchange.sent == [
                "model": "gte-rerank-v2", "input": ["query": "q", "documents": ["a", "b"]], "parameters": ["top_n": 1],
            ])
    }

    @Test(arguments: [
        #"{"results":[{"index":0,"relevance_score":0.1},{"index":1,"relevance_score":0.9}],"usage":{"total_tokens":5}}"#,
        #"{"output":{"results":[{"index":1,"relevance_score":0.9},{"index":0,"relevance_score":0.1}]},"usage":{"total_tokens":5}}"#,
    ])
    func putsTheBestFirst(_ text: String) throws {
        let answer = try exchange().read(text)
        #expect(answer.results.map(\.index) == [1, 0] && answer.results[0].score == 0.9)
        #expect(answer.usage == Usage(input: 5, output: 0))
    }

    @Test(arguments: [#"{"results":[{"index":2,"relevance_score":1}]}"#, #"{"results":[{"index":0}]}"#, "{}"])
    func anAnswerAboutOtherDocumentsIsMalformed(_ text: String) throws {
        let exchange = try exchange()
        #expect { try exchange.read(text) } throws: { ($0 as? InferenceError)?.code == .malformedResponse }
    }

    @Test(
        arguments: [
            ([], nil, "q", "qwen3-rerank"), (["a"], nil, "", "qwen3-rerank"), (["a"], 0, "q", "qwen3-rerank"),
            ((0...100).map { "t\($0)" }, nil, "q", "qwen3-vl-rerank"), (["a"], nil, "q", "text-embedding-v4"),
        ] as [([String], Int?, String, ModelID)])
    func whatCannotWorkIsRefusedBeforeItIsSent(
        _ documents: [String], _ top: Int?, _ query: String, _ model: ModelID
    ) {
        #expect(throws: InferenceError.self) { try exchange(documents, top: top, model: model, query: query) }
    }
}
