package import HTTPTypes
package import Inference

/// OpenAI's first completions protocol, carried over chat completions: the prompt becomes a question, so that a model answers
/// it instead of continuing it.
package struct CompletionsDialect: ClientDialect {
    package init() {}

    package func translate(_ body: [UInt8], fields: HTTPFields) throws(InferenceError) -> TranslatedRequest {
        let root = try ClientDocument.root(of: body)
        let isStreamed = root["stream"]?.bool ?? false
        let includesUsage = root["stream_options"]?["include_usage"]?.bool ?? false
        var draft = ChatDraft()
        try CompletionsRequest(root).write(to: &draft)
        return TranslatedRequest(
            model: try ClientDocument.model(root), request: try draft.request(), isStreamed: isStreamed,
            conversation: root.present("user")?.string, adjustments: draft.adjustments,
            makeEncoder: { CompletionsEncoder($0, includesUsage: includesUsage) })
    }

    package func refusal(_ error: InferenceError, callID: String) -> [UInt8] {
        OpenAIErrorDocument(error, callID: callID).bytes
    }

    package func status(of error: InferenceError) -> Int { error.gatewayStatus }
}
