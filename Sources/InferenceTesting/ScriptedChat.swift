internal import HTTPTypes
public import Inference

/// The chat protocol of ``ScriptedProvider``: the request is sent as it is, the answer is lines of a word and a JSON value.
///
/// ```text
/// # a comment, no data
/// say "Hello"
/// think "hm"
/// call {"id":"c1","name":"f","arguments":"{}"}
/// count [12,3]
/// fail "overloaded"
/// end "stop"
/// ```
public struct ScriptedChat: ChatModel {
    public init() {}

    public func exchange(
        for request: ChatRequest, model: ModelDescriptor, context: CallContext, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange {
        var request = request
        var adjustments: [Adjustment] = []
        if let limit = model.maxOutputTokens, let wanted = request.maxTokens, wanted > limit {
            request.maxTokens = limit
            adjustments.append(Adjustment(rule: "max-tokens-clamped", message: "max_tokens clamped to \(limit)"))
        }
        return ChatExchange(
            request: HTTPExchangeRequest(head: try Self.head(context), body: request.body), adjustments: adjustments,
            responseFields: ChatResponseFields(requestID: ["x-acme-request"], partialMark: "x-acme-cut"),
            answers: ScriptedAnswers(model: model.id), callID: context.callID)
    }

    private static func head(_ context: CallContext) throws(InferenceError) -> HTTPRequest {
        let parts = context.endpoint.baseURL.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, parts[0] == "https:" || parts[0] == "http:" else {
            throw InferenceError(.invalidConfiguration, "expected a base URL 'https://host/path'")
        }
        let fields: HTTPFields = [
            .authorization: "Bearer \(context.credential.expose())", .contentType: "application/json",
            .userAgent: context.userAgent,
        ]
        return HTTPRequest(
            method: .post, scheme: String(parts[0].dropLast()), authority: String(parts[1]), path: "/\(parts[2])/talk",
            headerFields: fields
        )
    }
}

/// Reads answers of one model.
private struct ScriptedAnswers: ChatAnswerCodec {
    let model: ModelID

    func makeDecoder() -> any ChatStreamDecoder { ScriptedChatDecoder() }

    func makeRepairer(_ delivery: ChatDelivery, callID: String) -> any ChatAnswerRepairer {
        ChatEventRepairer(decoder: ScriptedChatDecoder(), delivery: delivery, callID: callID, model: model)
    }

    func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError {
        let code: InferenceError.Code =
            switch head.status.code {
            case 401: .unauthenticated
            case 404: .modelNotFound
            case 429: .rateLimited
            case 400..<500: .invalidRequest
            default: .unavailable
            }
        return InferenceError(code, "Acme refused the request", status: head.status.code)
    }
}
