import HTTPTypes
import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Speech in a session on a socket: the session is told how to speak, then what, and then that there is no more.
struct SpeechSession: SpeechDialogue {
    private let plan: SpeechPlan
    private let messages: [String]
    private let id: String
    private let classifier: ErrorClassifier
    private let call: FailedCall
    private var characters: Int?
    private var session: String?
    private var isOver = false

    init(plan: SpeechPlan, messages: [String], id: String, classifier: ErrorClassifier, call: FailedCall) {
        self.plan = plan
        self.messages = messages
        self.id = id
        self.classifier = classifier
        self.call = call
    }

    /// The service speaks first.
    mutating func begin() -> [SocketMessage] { [] }

    mutating func receive(_ message: SocketMessage) throws(InferenceError) -> SpeechTurn {
        let event = try SessionEvent.read(message, classifier, call)
        switch event["type"]?.string {
        case "session.created"?:
            session = event["session"]?["id"]?.string
            return SpeechTurn(messages: [SessionEvent.message("session.update", number: 0, of: id, ["session": update])]
            )
        case "session.updated"?:
            var turn = SpeechTurn()
            for (index, text) in messages.enumerated() {
                turn.messages.append(
                    SessionEvent.message(
                        "input_text_buffer.append", number: index + 1, of: id, ["text": .string(text)]))
            }
            turn.messages.append(SessionEvent.message("session.finish", number: messages.count + 1, of: id))
            return turn
        case "response.audio.delta"?:
            guard let data = event["delta"]?.string.flatMap({ Data(base64Encoded: $0) }) else {
                throw InferenceError(.malformedResponse, "the service sent sound that is no base64")
            }
            return SpeechTurn(events: [.audio(Array(data))])
        case "response.done"?:
            if let count = event["response"]?["usage"]?["characters"]?.int ?? event["usage"]?["characters"]?.int {
                characters = (characters ?? 0) + count
            }
            return SpeechTurn()
        case "session.finished"?:
            isOver = true
            return SpeechTurn(
                events: [.finished(SpeechUsage(characters: characters, requestID: session))], isOver: true)
        default: return SpeechTurn()
        }
    }

    mutating func closed() throws(InferenceError) {
        guard isOver else {
            throw InferenceError(
                .truncated, "the service closed the socket before the speech was complete", requestID: session)
        }
    }

    private var update: JSONValue {
        var object: JSONObject = [
            "voice": .string(plan.voice), "mode": "server_commit",
            "response_format": .string(plan.streamFormat.rawValue), "sample_rate": .int(plan.sampleRate),
        ]
        object["language_type"] = plan.language.map { .string($0) }
        for member in plan.parameters.members { object[member.key] = member.value }
        return .object(object)
    }
}
