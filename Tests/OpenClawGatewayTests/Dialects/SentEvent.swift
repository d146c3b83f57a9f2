import Inference
import OpenClawGateway
import Testing

/// One event as a client reads it.
struct SentEvent {
    var name: String
    var data: JSONValue

    /// Strict: every event ends with an empty line, has one line of data, and a name when `isNamed`.
    static func all(in bytes: [UInt8]) throws -> [SentEvent] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.isEmpty else { return [] }
        try #require(text.hasSuffix("\n\n"))
        return try text.dropLast(2).split(separator: "\n\n", omittingEmptySubsequences: false).map { event in
            let lines = event.split(separator: "\n", omittingEmptySubsequences: false)
            try #require(lines.count == 2 && lines[0].hasPrefix("event: ") && lines[1].hasPrefix("data: "))
            return SentEvent(
                name: String(lines[0].dropFirst(7)), data: try JSONValue(parsing: String(lines[1].dropFirst(6))))
        }
    }
}

extension AnswerEncoder {
    /// The whole stream of an answer.
    func stream(_ events: [ChatEvent]) -> [UInt8] {
        var encoder = self
        var bytes: [UInt8] = []
        for event in events { encoder.encode(event, into: &bytes) }
        encoder.finish(into: &bytes)
        return bytes
    }

    func text(_ events: [ChatEvent]) -> String { String(decoding: stream(events), as: UTF8.self) }
}

extension ClientDialect {
    /// The chat completion that a request becomes.
    func chat(_ request: String, fields: [(String, String)] = []) throws -> String {
        let translated = try translate(Array(request.utf8), fields: .make(fields))
        return String(decoding: translated.request.document.bytes, as: UTF8.self)
    }

    func translated(_ request: String) throws -> TranslatedRequest {
        try translate(Array(request.utf8), fields: .make([]))
    }

    func encoder(_ request: String, fields: [(String, String)] = []) throws -> any AnswerEncoder {
        try translate(Array(request.utf8), fields: .make(fields))
            .makeEncoder(AnswerHead(callID: "c1", model: "my-model", created: 1_790_000_000))
    }

    /// The error of a request that is not carried.
    func failure(_ request: String) -> InferenceError? {
        do throws(InferenceError) {
            _ = try translate(Array(request.utf8), fields: .make([]))
            return nil
        } catch {
            return error
        }
    }
}
