import Inference
import OpenClawHost

/// A chat request as its dialect understood it.
final class ChatErrand {
    let model: String?
    let request: ChatRequest
    let delivery: ChatDelivery
    let conversation: String?
    let adjustments: [Adjustment]
    /// `nil` for clients that read chat completions themselves.
    let makeEncoder: (@Sendable (AnswerHead) -> any AnswerEncoder)?

    /// - Throws: `.invalidRequest` or `.unsupported`, naming the member of the client's own document.
    init(_ incoming: IncomingRequest) throws(InferenceError) {
        if let dialect = incoming.action.dialect {
            let translated = try dialect.translate(incoming.body, fields: incoming.fields)
            model = translated.model
            request = translated.request
            delivery = ChatDelivery(isStreamed: translated.isStreamed, includesUsage: true)
            conversation = translated.conversation
            adjustments = translated.adjustments
            makeEncoder = translated.makeEncoder
        } else {
            let request = try ChatRequest(parsing: incoming.body)
            let members = request.members
            model = request.model?.rawValue
            (adjustments, makeEncoder) = ([], nil)
            conversation =
                members.contains(.conversation)
                ? request.node("prompt_cache_key")?.string ?? request.node("user")?.string : nil
            let isStreamed = members.contains(.stream) && request.stream == true
            delivery = ChatDelivery(
                isStreamed: isStreamed, includesUsage: !isStreamed || request.streamOptionsIncludeUsage == true)
            self.request = request
        }
    }

    /// Whether pictures are in the request. Asked only when the client left the model open.
    var hasImages: Bool {
        request.messages.contains { message in
            message.outline.contentKind == .parts
                && message.node["content"]?.elements.contains { $0["type"]?.string == "image_url" } == true
        }
    }

    /// The reader of an answer that a service has begun.
    func reader(for exchange: ChatExchange, callID: String, created: Int) -> AnswerReader {
        guard let makeEncoder else { return AnswerReader(exchange.makeRepairer(delivery), callID: callID) }
        let encoder = makeEncoder(AnswerHead(callID: callID, model: model ?? "openclaw", created: created))
        return AnswerReader(
            AnswerTranslator(decoder: exchange.decoder, encoder: encoder, isStreamed: delivery.isStreamed))
    }
}
