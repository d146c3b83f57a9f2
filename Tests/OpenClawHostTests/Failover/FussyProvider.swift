import HTTPTypes
import Inference
import InferenceTesting

@testable import OpenClawHost

/// Acme with an error table: the body of a refusal names what it means.
struct FussyProvider: ModelProvider {
    var manifest: ProviderManifest { Acme.manifest }
    var chat: (any ChatModel)? { Chat() }

    struct Chat: ChatModel {
        func exchange(
            for request: ChatRequest, model: ModelDescriptor, context: CallContext, delivery: ChatDelivery
        ) throws(InferenceError) -> ChatExchange {
            var exchange = try ScriptedChat().exchange(for: request, model: model, context: context, delivery: delivery)
            exchange.answers = FussyAnswers(base: exchange.answers)
            return exchange
        }

        func repaired(
            _ request: ChatRequest, model: ModelDescriptor, after error: InferenceError
        ) -> (request: ChatRequest, adjustment: Adjustment)? {
            guard error.rule == "limit", (request.maxTokens ?? 0) > 10 else { return nil }
            var changed = request
            changed.maxTokens = 10
            return (changed, Adjustment(rule: "repair-limit", message: "max_tokens clamped to 10"))
        }
    }

    static let errors: [String: InferenceError] = {
        var limit = FailoverScene.wrong
        limit.rule = "limit"
        limit.disposition?.isLesson = true
        limit.disposition?.retry = .repaired
        return [
            "limit": limit, "throttle": FailoverScene.throttle, "window": FailoverScene.window,
            "key": FailoverScene.refusedKey, "hiccup": FailoverScene.hiccup,
        ]
    }()

    static func refusal(_ name: String) -> ScriptedReply { ScriptedReply(name, status: 400) }

    static let answer = ScriptedReply("say \"hello\"\ncount [3,1]\nend \"stop\"\n")
}

/// Reads answers as another codec does, and refusals by the error table.
private struct FussyAnswers: ChatAnswerCodec {
    let base: any ChatAnswerCodec

    func makeDecoder() -> any ChatStreamDecoder { base.makeDecoder() }

    func makeRepairer(_ delivery: ChatDelivery, callID: String) -> any ChatAnswerRepairer {
        base.makeRepairer(delivery, callID: callID)
    }

    func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError {
        var error = FussyProvider.errors[String(decoding: body, as: UTF8.self)] ?? FailoverScene.wrong
        error.status = head.status.code
        return error
    }
}
