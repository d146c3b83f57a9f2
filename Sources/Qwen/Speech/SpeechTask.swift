import HTTPTypes
import Inference

/// Speech on a socket: a task is begun, given its text in pieces, and told that there is no more. Mirrors the pages
/// `cosyvoice-client-events` and `cosyvoice-server-events` of Model Studio.
struct SpeechTask: SpeechDialogue {
    private let plan: SpeechPlan
    private let messages: [String]
    private let id: String
    private let classifier: ErrorClassifier
    private let call: FailedCall
    private var isOver = false

    init(plan: SpeechPlan, messages: [String], id: String, classifier: ErrorClassifier, call: FailedCall) {
        self.plan = plan
        self.messages = messages
        self.id = id
        self.classifier = classifier
        self.call = call
    }

    mutating func begin() -> [SocketMessage] {
        var parameters: JSONObject = [
            "text_type": "PlainText", "voice": .string(plan.voice), "format": .string(plan.streamFormat.rawValue),
            "sample_rate": .int(plan.sampleRate),
        ]
        parameters["language_hints"] = plan.language.map { [.string($0)] }
        for member in plan.parameters.members { parameters[member.key] = member.value }
        return [
            message(
                "run-task",
                [
                    "task_group": "audio", "task": "tts", "function": "SpeechSynthesizer",
                    "model": .string(plan.model.rawValue), "parameters": .object(parameters), "input": [:],
                ])
        ]
    }

    mutating func receive(_ message: SocketMessage) throws(InferenceError) -> SpeechTurn {
        switch message {
        case .binary(let bytes): return SpeechTurn(events: [.audio(bytes)])
        case .text(let text):
            guard let event = try? JSONValue(parsing: text), let header = event["header"] else {
                throw InferenceError(.malformedResponse, "the service sent a message that is no event")
            }
            return try receive(header, event["payload"])
        }
    }

    mutating func closed() throws(InferenceError) {
        guard isOver else {
            throw InferenceError(
                .truncated, "the service closed the socket before the speech was complete", requestID: id)
        }
    }

    private mutating func receive(_ header: JSONValue, _ payload: JSONValue?) throws(InferenceError) -> SpeechTurn {
        switch header["event"]?.string {
        case "task-started"?:
            // Without an end the service keeps the last sentence back.
            let texts = messages.map { message("continue-task", ["input": ["text": .string($0)]]) }
            return SpeechTurn(messages: texts + [message("finish-task", ["input": [:]])])
        case "task-finished"?:
            isOver = true
            return SpeechTurn(
                events: [.finished(SpeechUsage(native: payload?["usage"], requestID: id))], isOver: true)
        case "task-failed"?:
            let said: JSONValue = [
                "code": header["error_code"] ?? "", "message": header["error_message"] ?? "", "request_id": .string(id),
            ]
            throw classifier.classify(HTTPResponse(status: .badRequest), body: said.serialized(), of: call)
        default: return SpeechTurn()
        }
    }

    private func message(_ action: String, _ payload: JSONValue) -> SocketMessage {
        let document: JSONValue = [
            "header": ["action": .string(action), "task_id": .string(id), "streaming": "duplex"], "payload": payload,
        ]
        return .text(document.text)
    }
}
