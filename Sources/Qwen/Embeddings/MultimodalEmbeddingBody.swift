import Inference

/// The document of a request for vectors of pictures, clips and texts.
struct MultimodalEmbeddingBody {
    let request: EmbeddingRequest
    let support: EmbeddingSupport
    let model: ModelID

    var object: JSONObject {
        var parameters = request.extra
        parameters["dimension"] = request.dimensions.map { .int($0) }
        if request.isFused, support.fusion == .parameter { parameters["enable_fusion"] = true }
        var body: JSONObject = ["model": .string(model.rawValue), "input": ["contents": .array(contents)]]
        if !parameters.isEmpty { body["parameters"] = .object(parameters) }
        return body
    }

    private var contents: [JSONValue] {
        guard request.isFused, support.fusion == .object else { return request.inputs.map { .object($0.content) } }
        return [.object(JSONObject(request.inputs.map { ($0.kind.rawValue, .string($0.value)) }))]
    }
}

extension DocumentInput {
    /// The input under the name of its kind.
    var content: JSONObject { [kind.rawValue: .string(value)] }
}

extension Endpoint {
    /// - Throws: `.unsupported` where there is none.
    func nativeBase() throws(InferenceError) -> String {
        guard let nativeURL else {
            throw InferenceError(.unsupported, "\(label) has no native path, where the model answers")
        }
        return nativeURL
    }
}
