import Inference

/// `json_object` is refused unless the word "json" stands in some message.
struct JSONWord: DialectRule {
    static let id = "json-word"
    var concerns: ChatMembers { .format }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard request.responseFormat == .jsonObject else { return [] }
        let isSaid = request.messages.contains { $0.text?.lowercased().contains("json") == true }
        guard !isSaid else { return [] }
        request.addInstruction("Answer in JSON.")
        return adjusted("\"Answer in JSON.\" added to the instructions, which the service wants for json_object")
    }
}
