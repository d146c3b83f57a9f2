package import HTTPTypes
package import Inference

/// DashScope's own chat protocol, carried over chat completions, so that the official SDK with another base URL has the user's
/// credentials, failover and ledger.
package struct DashScopeDialect: ClientDialect {
    /// Which of the two paths a request came by; they differ in the shape of content.
    package enum Path: Sendable { case text, multimodal }

    private let path: Path

    package init(_ path: Path) { self.path = path }

    package func translate(_ body: [UInt8], fields: HTTPFields) throws(InferenceError) -> TranslatedRequest {
        let root = try ClientDocument.root(of: body)
        let parameters = root.present("parameters")
        let isStreamed = Self.asksForStream(fields)
        var draft = ChatDraft()
        try DashScopeRequest(root, isStreamed: isStreamed).write(to: &draft)
        let form = DashScopeForm(path, parameters)
        return TranslatedRequest(
            model: try ClientDocument.model(root), request: try draft.request(), isStreamed: isStreamed,
            adjustments: draft.adjustments, makeEncoder: { DashScopeEncoder($0, form: form) })
    }

    package func refusal(_ error: InferenceError, callID: String) -> [UInt8] {
        DashScopeFailure(error).document(callID: callID)
    }

    package func status(of error: InferenceError) -> Int { error.gatewayStatus }

    /// The one switch of the protocol, and what some clients send instead.
    private static func asksForStream(_ fields: HTTPFields) -> Bool {
        if let name = HTTPField.Name("x-dashscope-sse"), let value = fields[name] {
            return value.lowercased() == "enable"
        }
        return fields[.accept]?.lowercased().contains("text/event-stream") ?? false
    }
}
