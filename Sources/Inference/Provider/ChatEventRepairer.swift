#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A repairer for any codec: everything is read by the decoder and written anew.
///
/// A codec whose service speaks chat completions itself hands on what it can; see ``ChatAnswerRepairer``.
public struct ChatEventRepairer: ChatAnswerRepairer {
    private var decoder: any ChatStreamDecoder
    private var writer: ChatCompletionWriter

    /// - Parameters:
    ///   - callID: names the answer when the service does not.
    ///   - model: names the model when the service does not.
    public init(decoder: any ChatStreamDecoder, delivery: ChatDelivery, callID: String, model: ModelID) {
        self.decoder = decoder
        writer = ChatCompletionWriter(
            callID: callID, model: model.rawValue, created: Int(Date().timeIntervalSince1970),
            delivery: delivery)
    }

    public var opening: ChatCompletionOpening { writer.opening }

    public mutating func resume(_ opening: ChatCompletionOpening) { writer.resume(opening) }

    public mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput) {
        let start = output.said.events.count
        decoder.begin(requestID: requestID, isPartial: isPartial, into: &output.said)
        write(from: start, into: &output)
    }

    public mutating func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput) {
        let start = output.said.events.count
        decoder.decode(bytes, into: &output.said)
        write(from: start, into: &output)
    }

    public mutating func finish(into output: inout ChatRepairOutput) {
        let start = output.said.events.count
        decoder.finish(into: &output.said)
        write(from: start, into: &output)
    }

    private mutating func write(from start: Int, into output: inout ChatRepairOutput) {
        for event in output.said.events[start...] { writer.write(event, into: &output.bytes) }
    }
}
