import Inference
import Testing

@Suite struct EmbeddingVectorTests {
    @Test func numbersAndBase64AreTheSameVector() throws {
        let node = try JSONDocument(Array("[0.5, -1, 3e-2]".utf8)).root
        let numbers = try #require(EmbeddingVector(json: node))
        let text = try JSONDocument(JSONValue.string(numbers.base64).serialized()).root
        let base64 = try #require(EmbeddingVector(json: text))
        #expect(numbers.values == [0.5, -1, 0.03] && base64.values == numbers.values)
        #expect(String(decoding: numbers.json, as: UTF8.self) == "[0.5, -1, 3e-2]")
        let again = try #require(EmbeddingVector(json: JSONDocument(base64.json).root))
        #expect(again.values == numbers.values)
    }

    @Test(arguments: ["[]", "[1,\"2\"]", "7", "\"not base64!\"", "\"AAA=\"", "null"])
    func otherValuesAreNoVectors(_ text: String) throws {
        #expect(EmbeddingVector(json: try JSONDocument(Array(text.utf8)).root) == nil)
    }

    @Test func batchesKeepTheOrder() {
        var model = ModelDescriptor(id: "m", name: "M")
        model.embedding = EmbeddingSupport(batch: 2)
        let request = EmbeddingRequest(model: "m", inputs: ["a", "b", "c", "d", "e"], dimensions: 3)
        #expect(request.batches(for: model).map(\.inputs) == [["a", "b"], ["c", "d"], ["e"]])
        #expect(request.batches(for: model).allSatisfy { $0.dimensions == 3 })
    }
}
