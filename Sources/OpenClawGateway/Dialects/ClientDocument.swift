import Inference

/// The checks that every translated request passes before it is read.
enum ClientDocument {
    /// The root of a request.
    ///
    /// - Throws: `.invalidRequest` when the bytes are no JSON object, or when the request tries to choose where it goes.
    static func root(of body: [UInt8]) throws(InferenceError) -> JSONNode {
        let document: JSONDocument
        do {
            document = try JSONDocument(body)
        } catch {
            throw InferenceError(.invalidRequest, "the request is not JSON: \(error)")
        }
        let root = document.root
        guard root.kind == .object else {
            throw InferenceError(.invalidRequest, "expected the request to be a JSON object")
        }
        for name in ChatRequest.controlMembers where root[name] != nil {
            throw InferenceError(
                .invalidRequest, "expected no member '\(name)': endpoints and keys come from the configuration")
        }
        return root
    }

    /// Refuses a member that counts something and holds a number that nothing can hold, by the name that the client gave it.
    static func checkCount(_ name: String, of object: JSONNode?, called place: String? = nil) throws(InferenceError) {
        guard let node = object?.present(name), node.kind == .number, node.int == nil else { return }
        throw InferenceError(
            .invalidRequest,
            "expected '\(place ?? name)' to be a whole number within range, got "
                + String(decoding: node.rawBytes.prefix(40), as: UTF8.self))
    }

    /// The model that a request names.
    static func model(_ root: JSONNode) throws(InferenceError) -> String? {
        guard let node = root["model"], !node.isNull else { return nil }
        guard let name = node.string, !name.isEmpty else {
            throw InferenceError(.invalidRequest, "model: expected the name of a model")
        }
        return name
    }
}

extension JSONNode {
    /// What stands between the quotes of a string, escapes as they are; `nil` for other kinds.
    var innerBytes: ArraySlice<UInt8>? { kind == .string ? rawBytes.dropFirst().dropLast() : nil }

    /// A member that is there and not `null`.
    func present(_ name: String) -> JSONNode? {
        guard let node = self[name], !node.isNull else { return nil }
        return node
    }

    /// Whether a string member has a value; without decoding long ones.
    func type(is name: StaticString) -> Bool {
        guard let type = self["type"]?.innerBytes else { return false }
        return name.withUTF8Buffer { type.elementsEqual($0) }
    }
}
