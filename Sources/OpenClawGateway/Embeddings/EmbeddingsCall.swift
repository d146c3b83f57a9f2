package import Inference

/// A request of OpenAI's `/v1/embeddings`: any number of texts, answered by as many calls as the model needs.
///
/// ```swift
/// let call = try EmbeddingsCall(parsing: body)
/// for batch in call.request.batches(for: descriptor) { answers.append(try await embed(batch)) }
/// let document = call.document(answers, callID: callID)
/// ```
package struct EmbeddingsCall: Sendable {
    /// The most texts of one request, as OpenAI has it.
    package static let inputLimit = 2048

    /// The model as the client named it; `nil` when it left that open.
    package let model: String?
    package let request: EmbeddingRequest
    /// Whether the client wants vectors in base64 instead of numbers.
    package let isBase64: Bool

    /// - Throws: `.invalidRequest` or `.unsupported`, naming the member of the document.
    package init(parsing body: [UInt8]) throws(InferenceError) {
        let root = try JSONRequest.object(body)
        model = root["model"]?.string
        guard let input = root["input"] else {
            throw InferenceError(.invalidRequest, "expected 'input' to be a text or an array of texts")
        }
        switch root["encoding_format"]?.string {
        case nil where root["encoding_format"].map({ $0.isNull }) ?? true, "float"?: isBase64 = false
        case "base64"?: isBase64 = true
        default: throw InferenceError(.invalidRequest, "expected 'encoding_format' to be float or base64")
        }
        if let dimensions = root["dimensions"], !dimensions.isNull, (dimensions.int ?? 0) < 1 {
            throw InferenceError(.invalidRequest, "expected 'dimensions' to be a whole number above 0")
        }
        let known = ["model", "input", "encoding_format", "dimensions", "user"]
        request = EmbeddingRequest(
            model: ModelID(model ?? ""), texts: try Self.texts(input), dimensions: root["dimensions"]?.int,
            extra: JSONObject(root.members.filter { !known.contains($0.key) }.map { ($0.key, $0.value.value) }))
    }

    private static func texts(_ input: JSONNode) throws(InferenceError) -> [String] {
        if let text = input.string { return [text] }
        let elements = input.elements
        guard input.kind == .array, !elements.isEmpty else {
            throw InferenceError(.invalidRequest, "expected 'input' to be a text or an array of texts")
        }
        guard elements.count <= inputLimit || elements[0].kind == .number else {
            throw InferenceError(
                .invalidRequest, "expected 'input' to hold at most \(inputLimit) texts, got \(elements.count)")
        }
        var texts: [String] = []
        for element in elements {
            guard let text = element.string else {
                let isTokens = element.kind == .number || element.kind == .array
                throw InferenceError(
                    isTokens ? .unsupported : .invalidRequest,
                    isTokens
                        ? "'input' holds token numbers, which are another model's; send the text itself"
                        : "expected 'input' to be a text or an array of texts")
            }
            texts.append(text)
        }
        return texts
    }

    /// The answer to the client, in the order of its texts.
    ///
    /// - Parameter answers: those to the batches, in their order.
    package func document(_ answers: [EmbeddingResponse]) -> [UInt8] {
        let answer = EmbeddingResponse(merging: answers)
        var bytes = Array(#"{"object":"list","data":["#.utf8)
        for (index, vector) in answer.vectors.enumerated() {
            bytes += "\(index == 0 ? "" : ",")".utf8
            bytes += #"{"object":"embedding","index":\#(index),"embedding":"#.utf8
            bytes += isBase64 ? JSONValue.string(vector.base64).serialized() : vector.json
            bytes.append(UInt8(ascii: "}"))
        }
        let model = JSONValue.string(answer.model?.rawValue ?? model ?? "").serialized()
        let tokens = answer.usage?.input ?? 0
        bytes += #"],"model":"#.utf8
        bytes += model
        bytes += #","usage":{"prompt_tokens":\#(tokens),"total_tokens":\#(tokens)}}"#.utf8
        return bytes
    }
}
