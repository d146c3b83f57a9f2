import HTTPTypes
import Inference
import Transport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads speech over HTTP: events with pieces of the sound, or one document with the address of all of it.
struct SpeechReader: SpeechStreamDecoder {
    private let reply: SpeechReply
    private var frames = ServerSentEventDecoder()
    /// The body of an answer that is no stream, or may be none.
    private var document: [UInt8] = []
    private var isDocument: Bool?
    private var isFinished = false

    init(isStreamed: Bool, classifier: ErrorClassifier, call: FailedCall) {
        reply = SpeechReply(classifier: classifier, call: call)
        isDocument = isStreamed ? nil : true
    }

    mutating func consume(_ bytes: [UInt8]) throws(InferenceError) -> [SpeechEvent] {
        // A refusal, and an answer of a proxy that does not stream, comes as a document whatever was asked for.
        if isDocument == nil {
            let first = bytes.first { $0 > 0x20 }
            isDocument = first.map { $0 == UInt8(ascii: "{") }
        }
        guard isDocument == false else {
            document += bytes
            return []
        }
        var events: [SpeechEvent] = []
        let reply = reply
        try frames.feed(bytes.span.bytes) { event, data throws(InferenceError) in
            events += try reply.events(of: event, data)
        }
        return noticing(events)
    }

    mutating func finish() throws(InferenceError) -> [SpeechEvent] {
        var events: [SpeechEvent] = []
        let reply = reply
        if isDocument == true {
            events = try reply.events(in: document, isLast: true)
        } else {
            try frames.finish { event, data throws(InferenceError) in events += try reply.events(of: event, data) }
        }
        events = noticing(events)
        guard isFinished else {
            throw InferenceError(.truncated, "the speech broke off; what came of it is incomplete")
        }
        return events
    }

    private mutating func noticing(_ events: [SpeechEvent]) -> [SpeechEvent] {
        for case .finished in events { isFinished = true }
        return events
    }
}

/// Reads one document of speech: an event of a stream, or the whole answer.
private struct SpeechReply {
    let classifier: ErrorClassifier
    let call: FailedCall

    func events(of event: ServerSentEvent, _ data: RawSpan) throws(InferenceError) -> [SpeechEvent] {
        let bytes = data.withUnsafeBytes { Array($0) }
        if event.isNamed("error") {
            throw classifier.classify(HTTPResponse(status: .init(code: event.status ?? 400)), body: bytes, of: call)
        }
        return try events(in: bytes, isLast: false)
    }

    func events(in bytes: [UInt8], isLast: Bool) throws(InferenceError) -> [SpeechEvent] {
        guard let reply = try? JSONValue(parsing: bytes), case .object = reply else {
            throw InferenceError(.malformedResponse, "the service sent something else than speech")
        }
        if let code = reply["code"]?.string, !code.isEmpty {
            throw classifier.classify(HTTPResponse(status: .badRequest), body: bytes, of: call)
        }
        var events: [SpeechEvent] = []
        let audio = reply["output"]?["audio"]
        if let text = audio?["data"]?.string, !text.isEmpty {
            guard let data = Data(base64Encoded: text) else {
                throw InferenceError(.malformedResponse, "the service sent sound that is no base64")
            }
            events.append(.audio(Array(data)))
        }
        if let address = audio?["url"]?.string, !address.isEmpty { events.append(.file(address)) }
        // The word for "not yet" is a string here.
        let reason = reply["output"]?["finish_reason"]?.string
        if isLast || (reason != nil && reason != "null") {
            events.append(.finished(SpeechUsage(native: reply["usage"], requestID: reply["request_id"]?.string)))
        }
        return events
    }
}

extension SpeechUsage {
    /// Characters with some models, tokens with others.
    init(native usage: JSONValue?, requestID: String?) {
        let output = usage?["output_tokens"]?.int ?? 0
        let tokens = usage?["input_tokens"]?.int.flatMap { $0 + output > 0 ? Usage(input: $0, output: output) : nil }
        self.init(characters: usage?["characters"]?.int, tokens: tokens, requestID: requestID)
    }
}
