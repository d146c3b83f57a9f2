import Inference

/// The end of a stream of events: the last one tells what the stream has used.
struct StreamTail {
    private var bytes: [UInt8] = []
    /// More than any event without sound.
    private static let limit = 32 << 10

    mutating func add(_ more: RawSpan) {
        more.withUnsafeBytes { bytes.append(contentsOf: $0.suffix(Self.limit)) }
        if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
    }

    /// Whether no event has begun that has not ended.
    var isBetweenEvents: Bool {
        bytes.isEmpty || bytes.suffix(2).elementsEqual("\n\n".utf8) || bytes.suffix(4).elementsEqual("\r\n\r\n".utf8)
    }

    /// What the last event says that counts something, or else the last of all; `nil` when there is none, or when it was too
    /// long to be kept.
    var lastData: [UInt8]? {
        let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let mark = Array("data:".utf8)
        let events = lines.lazy.filter { $0.starts(with: mark) }.map { $0.dropFirst(mark.count) }
        return (events.last(where: Self.counts) ?? events.last).map(Array.init)
    }

    private static func counts(_ event: ArraySlice<UInt8>) -> Bool {
        guard let root = try? JSONDocument(Array(event)).root else { return false }
        return (root["response"] ?? root).present("usage") != nil
    }
}
