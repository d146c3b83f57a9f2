package import HTTPTypes
package import Inference

/// OpenAI's Responses protocol, carried over chat completions. Nothing is stored: a conversation is sent whole every time.
package struct ResponsesDialect: ClientDialect {
    package init() {}

    package func translate(_ body: [UInt8], fields: HTTPFields) throws(InferenceError) -> TranslatedRequest {
        let root = try ClientDocument.root(of: body)
        var reader = ResponsesRequest(root)
        try reader.read()
        let (echo, tools) = (ResponsesEcho.members(of: root), reader.tools)
        return TranslatedRequest(
            model: try ClientDocument.model(root), request: try reader.draft.request(),
            isStreamed: root["stream"]?.bool ?? false,
            conversation: (root.present("prompt_cache_key") ?? root.present("user"))?.string,
            adjustments: reader.draft.adjustments,
            makeEncoder: { ResponsesEncoder($0, echo: echo, tools: tools) })
    }

    package func refusal(_ error: InferenceError, callID: String) -> [UInt8] {
        OpenAIErrorDocument(error, callID: callID).bytes
    }

    package func status(of error: InferenceError) -> Int { error.gatewayStatus }
}
