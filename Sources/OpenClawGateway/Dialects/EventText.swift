import Inference

/// Writes server-sent events.
enum EventText {
    /// An event with a name, whose data is one JSON object.
    static func append(_ name: StaticString, to bytes: inout [UInt8], _ body: (inout JSONComposer) -> Void) {
        append("event: ", to: &bytes)
        append(name, to: &bytes)
        append("\n", to: &bytes)
        append(to: &bytes, body)
    }

    /// An event without a name.
    static func append(to bytes: inout [UInt8], _ body: (inout JSONComposer) -> Void) {
        append("data: ", to: &bytes)
        JSONComposer.append(to: &bytes) { $0.object(body) }
        append("\n\n", to: &bytes)
    }

    static func append(_ text: StaticString, to bytes: inout [UInt8]) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
