import Inference
import Qwen
import Testing

@Suite struct QwenCatalogueTests {
    @Test func carriesTheNineModelsOfThePageFirst() throws {
        let manifest = try #require(try QwenCatalogue.manifests().first)
        #expect(manifest.id == "qwen")
        let rows = manifest.chatModels().prefix(9).map {
            "\($0.id) \($0.input.map(\.rawValue).joined(separator: ", ")) \($0.contextWindow ?? 0)"
        }
        #expect(
            rows == [
                "qwen3.5-plus text, image 1000000", "qwen3.6-plus text, image 1000000",
                "qwen3-max-2026-01-23 text 262144", "qwen3-coder-next text 262144", "qwen3-coder-plus text 1000000",
                "MiniMax-M2.5 text 1000000", "glm-5 text 202752", "glm-4.7 text 202752", "kimi-k2.5 text, image 262144",
            ])
    }
}
