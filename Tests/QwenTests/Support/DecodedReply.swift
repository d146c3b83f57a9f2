import HTTPTypes
import Inference
import Logging

@testable import Qwen

/// What a decoder made of a whole answer.
struct DecodedReply: Equatable {
    var events: [ChatEvent] = []
    var failure: InferenceError?
    var isComplete = false

    init(_ chunks: [[UInt8]], model: ModelDescriptor, isPartial: Bool = false, requestID: String? = nil) {
        let endpoint = TestProvider.endpoint("standard-intl")
        let call = FailedCall(endpoint: endpoint, model: model, credential: Secret("sk-test"))
        let classifier = TestProvider.classifier
        var decoder = QwenStreamDecoder(AnswerTraits(model)) { classifier.classify($0, of: call) }
        var output = ChatDecoderOutput()
        decoder.begin(requestID: requestID, isPartial: isPartial, into: &output)
        for chunk in chunks { decoder.decode(chunk.span.bytes, into: &output) }
        decoder.finish(into: &output)
        (events, failure, isComplete) = (output.events, output.failure, output.isComplete)
    }

    var text: String { events.reduce("") { if case .text(let text) = $1 { $0 + text } else { $0 } } }

    /// One line for each event, and one for the failure.
    var lines: [String] {
        events.map(Self.line) + (failure.map { ["failure \($0.code) \($0.rule ?? "-"): \($0.message)"] } ?? [])
    }

    private static func line(_ event: ChatEvent) -> String {
        let quoted = { (text: String) in JSONValue.string(text).text }
        switch event {
        case .started(let start):
            return "started \(start.id ?? "-") \(start.model?.rawValue ?? "-") \(start.requestID ?? "-")"
        case .text(let text): return "text \(quoted(text))"
        case .reasoning(let text): return "reasoning \(quoted(text))"
        case .toolCallDelta(let delta):
            return "delta \(delta.index) \(delta.id ?? "-") \(delta.name ?? "-") \(quoted(delta.arguments))"
        case .toolCall(let call): return "call \(call.index) \(call.id) \(call.name) \(quoted(call.arguments))"
        case .usage(let usage): return "usage " + ((try? JSONValue(encoding: usage).sortedText) ?? "")
        case .adjustment(let adjustment): return "adjustment \(adjustment.rule): \(adjustment.message)"
        case .finished(let reason): return "finished \(reason)"
        case .unknown(let value): return "unknown \(value.text)"
        }
    }
}

extension JSONValue {
    /// The members in the order of their names, so that texts can be compared.
    var sortedText: String {
        switch self {
        case .object(let object):
            let members = object.members.sorted { $0.key < $1.key }
            return "{" + members.map { "\"\($0.key)\":\($0.value.sortedText)" }.joined(separator: ",") + "}"
        case .array(let elements): return "[" + elements.map(\.sortedText).joined(separator: ",") + "]"
        default: return text
        }
    }
}
