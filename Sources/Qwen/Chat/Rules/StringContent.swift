import Inference

/// Some models drop content that is an array of parts; they get one string.
struct StringContent: DialectRule {
    static let id = "string-content"
    var occasions: ConversationFacts { .parts }

    func applies(to site: DialectSite) -> Bool { site.model.wire.stringContent }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        var count = 0
        for (index, message) in request.messages.enumerated() where message.contentKind == .parts {
            let texts = message.parts.compactMap { $0["type"]?.string == "text" ? $0["text"]?.string : nil }
            guard texts.count == message.parts.count else {
                throw InferenceError(
                    .unsupported, "\(target.model.id) takes text only, but a message holds media",
                    hint: "openclaw models list --all")
            }
            request.replaceContent(at: index, with: .string(texts.joined(separator: "\n")))
            count += 1
        }
        return count == 0 ? [] : adjusted("content parts joined to one text")
    }
}
