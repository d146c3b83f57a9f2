package import HTTPTypes
package import Inference

/// The Messages protocol: requests carried over chat completions, answers as message events or one message document.
///
/// Many endpoints have a Messages path of their own. It is asked for what translation cannot carry, and for everything when the
/// owner of the gateway wants that; the repairs of requests and the failover to other models are those of chat completions.
package struct AnthropicDialect: ClientDialect {
    package init() {}

    package func translate(_ body: [UInt8], fields: HTTPFields) throws(InferenceError) -> TranslatedRequest {
        let root = try ClientDocument.root(of: body)
        var reader = AnthropicRequest(root)
        try reader.read()
        let (showsThinking, names) = (reader.showsThinking, reader.names)
        return TranslatedRequest(
            model: try ClientDocument.model(root), request: try reader.draft.request(),
            isStreamed: root["stream"]?.bool ?? false, conversation: root["metadata"]?["user_id"]?.string,
            adjustments: reader.draft.adjustments,
            makeEncoder: { AnthropicEncoder($0, showsThinking: showsThinking, names: names) })
    }

    package func refusal(_ error: InferenceError, callID: String) -> [UInt8] {
        var text = JSONComposer()
        text.object { AnthropicFailure(error).write(to: &$0, callID: callID) }
        return text.bytes
    }

    package func status(of error: InferenceError) -> Int { AnthropicFailure(error).status }
}
