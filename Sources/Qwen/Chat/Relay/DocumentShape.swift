import Inference

/// Whether an answer in one document may reach a strict client as it is.
enum DocumentShape {
    static func isStrict(_ bytes: [UInt8]) -> Bool {
        guard let root = try? JSONDocument(bytes).root, root["object"]?.string == "chat.completion",
            root["id"]?.string?.isEmpty == false, root["model"]?.string?.isEmpty == false,
            root["created"]?.int != nil, root["usage"].map({ $0.kind == .object }) ?? true,
            let choices = root["choices"], choices.kind == .array
        else { return false }
        let elements = choices.elements
        return !elements.isEmpty && elements.allSatisfy(isStrict)
    }

    private static func isStrict(_ choice: JSONNode) -> Bool {
        guard choice["index"]?.int != nil, let reason = choice["finish_reason"]?.string, !reason.isEmpty,
            reason != "null", let message = choice["message"], message["role"]?.string == "assistant",
            let content = message["content"], content.kind == .string || content.isNull
        else { return false }
        guard let calls = message["tool_calls"] else { return true }
        return calls.kind == .array && !calls.elements.isEmpty && calls.elements.allSatisfy(isStrictCall)
    }

    private static func isStrictCall(_ call: JSONNode) -> Bool {
        call["id"]?.string?.isEmpty == false && call["type"]?.string == "function"
            && call["function"]?["name"]?.string?.isEmpty == false
            && call["function"]?["arguments"]?.string?.isEmpty == false
    }
}
