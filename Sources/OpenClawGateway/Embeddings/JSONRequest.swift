import Inference

/// Reads the document of a request that is no chat.
enum JSONRequest {
    /// The root of an object without members by which a request would choose where it goes.
    static func object(_ body: [UInt8]) throws(InferenceError) -> JSONNode {
        let root: JSONNode
        do {
            root = try JSONDocument(body).root
        } catch {
            throw InferenceError(.invalidRequest, "expected a JSON document: \(error)")
        }
        guard root.kind == .object else {
            throw InferenceError(.invalidRequest, "expected the request to be a JSON object")
        }
        for name in ChatRequest.controlMembers where root[name] != nil {
            throw InferenceError(
                .invalidRequest, "expected no member '\(name)': endpoints and keys come from the configuration")
        }
        return root
    }
}
