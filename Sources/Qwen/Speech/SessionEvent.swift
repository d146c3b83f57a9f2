import HTTPTypes
import Inference

/// Events of the protocol of sessions, which speech and transcription share.
///
/// Mirrors the pages `qwen-tts-realtime-client-events`, `qwen-asr-realtime-client-events` and their counterparts of Model
/// Studio.
enum SessionEvent {
    /// An event of ours, with the name that it has to have.
    static func message(_ type: String, number: Int, of id: String, _ members: JSONObject = JSONObject())
        -> SocketMessage
    {
        var object: JSONObject = ["event_id": .string("event_\(id)-\(number)"), "type": .string(type)]
        for member in members.members { object[member.key] = member.value }
        return .text(JSONValue.object(object).text)
    }

    /// Reads an event of the service.
    ///
    /// - Throws: what the service said, or `.malformedResponse`.
    static func read(
        _ message: SocketMessage, _ classifier: ErrorClassifier, _ call: FailedCall
    ) throws(InferenceError) -> JSONValue {
        guard case .text(let text) = message, let event = try? JSONValue(parsing: text), event["type"]?.string != nil
        else { throw InferenceError(.malformedResponse, "the service sent a message that is no event") }
        guard event["type"] == "error" else { return event }
        let error = event["error"] ?? event
        let said: JSONValue = [
            "code": error["code"] ?? "", "message": error["message"] ?? "", "request_id": event["event_id"] ?? "",
        ]
        throw classifier.classify(HTTPResponse(status: .badRequest), body: said.serialized(), of: call)
    }
}
