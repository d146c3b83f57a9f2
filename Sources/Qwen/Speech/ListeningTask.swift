import HTTPTypes
import Inference

/// A recording told in a task on a socket: the task is begun, given the sound in pieces, and told that there is no more.
/// Mirrors the pages `fun-asr-realtime-client-events` and `fun-asr-realtime-server-events` of Model Studio.
struct ListeningTask: ListeningDialogue {
    private let plan: GenerationPlan
    private let format: String
    private let sampleRate: Int
    private let id: String
    private let classifier: ErrorClassifier
    private let call: FailedCall
    private var sentences: [JSONValue] = []
    private var charged: Double?

    init(
        plan: GenerationPlan, format: String, sampleRate: Int, id: String, classifier: ErrorClassifier,
        call: FailedCall
    ) {
        self.plan = plan
        self.format = format
        self.sampleRate = sampleRate
        self.id = id
        self.classifier = classifier
        self.call = call
    }

    func begin() -> [SocketMessage] {
        var parameters: JSONObject = ["format": .string(format), "sample_rate": .int(sampleRate)]
        for member in plan.parameters.members { parameters[member.key] = member.value }
        let payload: JSONValue = [
            "task_group": "audio", "task": "asr", "function": "recognition", "model": .string(plan.model.rawValue),
            "parameters": .object(parameters), "input": [:],
        ]
        return [message("run-task", payload)]
    }

    func sound(_ bytes: [UInt8], number: Int) -> SocketMessage { .binary(bytes) }

    func end() -> [SocketMessage] { [message("finish-task", ["input": [:]])] }

    mutating func receive(_ message: SocketMessage) throws(InferenceError) -> ListeningTurn {
        guard case .text(let text) = message, let event = try? JSONValue(parsing: text), let header = event["header"]
        else { throw InferenceError(.malformedResponse, "the service sent a message that is no event") }
        switch header["event"]?.string {
        case "task-started"?: return ListeningTurn(isListening: true)
        case "result-generated"?:
            keep(event["payload"])
            return ListeningTurn()
        case "task-finished"?: return ListeningTurn(isOver: true)
        case "task-failed"?:
            let said: JSONValue = [
                "code": header["error_code"] ?? "", "message": header["error_message"] ?? "", "request_id": .string(id),
            ]
            throw classifier.classify(HTTPResponse(status: .badRequest), body: said.serialized(), of: call)
        default: return ListeningTurn()
        }
    }

    /// Sentences are told again and again until they end; some models call them transcriptions.
    private mutating func keep(_ payload: JSONValue?) {
        if let count = payload?["usage"]?["duration"]?.double { charged = max(charged ?? 0, count) }
        guard let sentence = payload?["output"]?["sentence"] ?? payload?["output"]?["transcription"],
            sentence["sentence_end"] == true, sentence["heartbeat"] != true
        else { return }
        sentences.append(sentence)
    }

    func result(seconds: Double?) -> GenerationResults {
        ListenedDocument(sentences: sentences, seconds: seconds, charged: charged, requestID: id).results
    }

    private func message(_ action: String, _ payload: JSONValue) -> SocketMessage {
        let document: JSONValue = [
            "header": ["action": .string(action), "task_id": .string(id), "streaming": "duplex"], "payload": payload,
        ]
        return .text(document.text)
    }
}
