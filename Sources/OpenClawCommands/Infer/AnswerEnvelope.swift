import Inference
import OpenClawHost

/// The JSON of `infer model run`: the same members for answers and for failures.
struct AnswerEnvelope {
    private let outcome: ChatOutcome
    private let error: ErrorReport?

    init(_ outcome: ChatOutcome, error: ErrorReport? = nil) {
        self.outcome = outcome
        self.error = error
    }

    var json: JSONValue {
        let route = outcome.route
        let reference = route?.selection.reference ?? outcome.attempts.last?.reference
        return .members { object in
            object["ok"] = .bool(error == nil)
            object["capability"] = "model.run"
            object["transport"] = "local"
            object["provider"] = reference.map { .string($0.provider.rawValue) }
            object["model"] = reference.map { .string($0.model.rawValue) }
            object["endpoint"] = route.map { .string($0.endpoint.id.rawValue) }
            object["credential"] = route.map { .string($0.account.credential.source.label) }
            object["requestId"] = outcome.response.requestID.map { .string($0) }
            object["attempts"] = .array(outcome.attempts.map(\.json))
            object["outputs"] = .array(output.map { [$0] } ?? [])
            if !outcome.toolResults.isEmpty { object["toolResults"] = .array(outcome.toolResults.map(\.json)) }
            object["usage"] = outcome.usage?.json ?? .null
            object["cost"] = outcome.usage == nil ? .null : (outcome.cost ?? .unknown).json
            object["adjustments"] = .array(outcome.adjustments.map(\.json))
            object["error"] = error?.json
        }
    }

    private var output: JSONValue? {
        let response = outcome.response
        guard !response.text.isEmpty || !response.toolCalls.isEmpty || !response.reasoning.isEmpty else { return nil }
        var object = JSONObject([("text", .string(response.text))])
        if !response.reasoning.isEmpty { object["reasoning"] = .string(response.reasoning) }
        if !response.toolCalls.isEmpty { object["toolCalls"] = .array(response.toolCalls.map(\.envelopeJSON)) }
        object["finishReason"] = response.finishReason.map { .string($0.rawValue) } ?? .null
        return .object(object)
    }
}

extension Adjustment {
    fileprivate var json: JSONValue { ["rule": .string(rule), "message": .string(message)] }
}

extension ToolCall {
    fileprivate var envelopeJSON: JSONValue {
        ["id": .string(id), "name": .string(name), "arguments": .string(arguments)]
    }
}

extension ChatOutcome.ToolResult {
    fileprivate var json: JSONValue {
        [
            "id": .string(call.id), "name": .string(call.name), "arguments": .string(call.arguments),
            "result": .string(result),
        ]
    }
}

extension ChatAttempt {
    var json: JSONValue {
        var object = JSONObject([
            ("provider", .string(reference.provider.rawValue)), ("model", .string(reference.model.rawValue)),
            ("ok", .bool(error == nil)),
        ])
        object["endpoint"] = endpoint.map { .string($0.rawValue) }
        object["credential"] = credential.map { .string($0) }
        object["reason"] = reason.map { .string($0.rawValue) }
        object["error"] = error.map { ErrorReport($0).json }
        return .object(object)
    }
}
