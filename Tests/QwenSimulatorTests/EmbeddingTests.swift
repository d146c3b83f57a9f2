import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct EmbeddingTests {
    private static let multimodal = "/api/v1/services/embeddings/multimodal-embedding/multimodal-embedding"
    private static let text = "/api/v1/services/embeddings/text-embedding/text-embedding"

    @Test func makesVectorsOfAllKindsOfContents() async throws {
        let harness = try ServiceHarness()
        let contents: JSON = [["text": "red bike"], ["image": "https://example.com/a.png"]]
        let body: JSON = [
            "model": "qwen3-vl-embedding", "input": ["contents": contents], "parameters": ["dimension": 256],
        ]
        let answer = await harness.reply(Self.multimodal, body, endpoint: "standard-cn")
        let embeddings = answer.json["output"]?["embeddings"]?.array ?? []
        #expect(embeddings.map { $0["type"]?.string } == ["vl", "vl"])
        #expect(embeddings[0]["embedding"]?.array?.count == 256)
        let fused: JSON = [
            "model": "qwen3-vl-embedding", "input": ["contents": contents], "parameters": ["enable_fusion": true],
        ]
        let one = await harness.reply(Self.multimodal, fused, endpoint: "standard-cn")
        #expect(one.json["output"]?["embeddings"]?.array?.count == 1)
        #expect(await harness.reply(Self.multimodal, body).status == 400)
    }

    @Test func refusesMoreThanABatchOfEachModel() async throws {
        let harness = try ServiceHarness()
        for (model, most) in [("text-embedding-v4", 10), ("text-embedding-v2", 25), ("qwen3.7-text-embedding", 20)] {
            for count in [most, most + 1] {
                let body: JSON = [
                    "model": .string(model), "input": .array(Array(repeating: "tea", count: count)),
                ]
                let answer = await harness.reply("/compatible-mode/v1/embeddings", body)
                #expect(answer.status == (count == most ? 200 : 400), "\(model) \(count)")
            }
        }
    }

    @Test func packsAFileOfVectors() async throws {
        let harness = try ServiceHarness()
        let body: JSON = ["model": "text-embedding-async-v2", "input": ["url": "https://example.com/a.txt"]]
        let done = await harness.finished(Self.text, body)
        let file = await harness.fetch(done.json["output"]?["url"]?.string)
        #expect(file.status == 200 && file.headers.first(name: "content-type") == "application/gzip")
    }
}
