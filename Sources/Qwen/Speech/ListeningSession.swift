import HTTPTypes
import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A recording told in a session on a socket. The service finds where sentences end.
struct ListeningSession: ListeningDialogue {
    private struct Item {
        var begin: Int?
        var end: Int?
        var text: String?
        var language: String?
        var emotion: String?
    }

    private let plan: GenerationPlan
    private let sampleRate: Int
    private let id: String
    private let classifier: ErrorClassifier
    private let call: FailedCall
    private var session: String?
    private var order: [String] = []
    private var items: [String: Item] = [:]

    init(plan: GenerationPlan, sampleRate: Int, id: String, classifier: ErrorClassifier, call: FailedCall) {
        self.plan = plan
        self.sampleRate = sampleRate
        self.id = id
        self.classifier = classifier
        self.call = call
    }

    /// The service speaks first.
    func begin() -> [SocketMessage] { [] }

    func sound(_ bytes: [UInt8], number: Int) -> SocketMessage {
        let audio = Data(bytes).base64EncodedString()
        return SessionEvent.message("input_audio_buffer.append", number: number + 2, of: id, ["audio": .string(audio)])
    }

    func end() -> [SocketMessage] { [SessionEvent.message("session.finish", number: 1, of: id)] }

    mutating func receive(_ message: SocketMessage) throws(InferenceError) -> ListeningTurn {
        let event = try SessionEvent.read(message, classifier, call)
        let prefix = "conversation.item.input_audio_transcription."
        switch event["type"]?.string {
        case "session.created"?:
            session = event["session"]?["id"]?.string
            return ListeningTurn(
                messages: [SessionEvent.message("session.update", number: 0, of: id, ["session": update])])
        case "session.updated"?: return ListeningTurn(isListening: true)
        case "session.finished"?: return ListeningTurn(isOver: true)
        case "input_audio_buffer.speech_started"?: note(event) { $0.begin = event["audio_start_ms"]?.int }
        case "input_audio_buffer.speech_stopped"?: note(event) { $0.end = event["audio_end_ms"]?.int }
        case prefix + "completed":
            note(event) { item in
                item.text = event["transcript"]?.string
                item.language = event["language"]?.string
                item.emotion = event["emotion"]?.string
            }
        case prefix + "failed":
            let said = event["error"]?["message"]?.string ?? "no reason given"
            throw InferenceError(
                .unavailable, "a part of the recording could not be written down: \(said)", requestID: session)
        default: break
        }
        return ListeningTurn()
    }

    private mutating func note(_ event: JSONValue, _ change: (inout Item) -> Void) {
        let name = event["item_id"]?.string ?? ""
        if items[name] == nil { order.append(name) }
        change(&items[name, default: Item()])
    }

    private var update: JSONValue {
        var heard = JSONObject()
        for member in plan.parameters.members where member.key == "language" { heard["language"] = member.value }
        if let prompt = plan.prompt { heard["corpus"] = ["text": .string(prompt)] }
        var turns: JSONObject = ["type": "server_vad", "threshold": 0, "silence_duration_ms": 400]
        for member in plan.parameters.members where member.key != "language" { turns[member.key] = member.value }
        return [
            "modalities": ["text"], "input_audio_format": "pcm", "sample_rate": .int(sampleRate),
            "input_audio_transcription": .object(heard), "turn_detection": .object(turns),
        ]
    }

    func result(seconds: Double?) -> GenerationResults {
        var sentences: [JSONValue] = []
        var last = 0
        for item in order.compactMap({ items[$0] }) {
            guard let text = item.text, !text.isEmpty else { continue }
            var sentence: JSONObject = ["text": .string(text), "begin_time": .int(item.begin ?? last)]
            last = item.end ?? item.begin ?? last
            sentence["end_time"] = .int(last)
            sentence["language"] = item.language.map { .string($0) }
            sentence["emotion"] = item.emotion.map { .string($0) }
            sentences.append(.object(sentence))
        }
        return ListenedDocument(sentences: sentences, seconds: seconds, charged: seconds, requestID: session).results
    }
}
