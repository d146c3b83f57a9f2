import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An event that was passed on as it came. Most events of a stream differ from the one before in a piece of text only, and then
/// what is known of that one is true of them, too: comparing them is much less than reading them.
struct EventPattern: Sendable {
    private var bytes: [UInt8] = []
    /// Where the text lies, without its quotes.
    private var text = 0..<0
    /// Whether the text is reasoning.
    private(set) var isReasoning = false

    /// Longer events are read, not kept.
    private static let limit = 4096

    /// - Parameter text: the one piece of text in the event, with its quotes.
    mutating func keep(_ data: RawSpan, text: Range<Int>, isReasoning: Bool) {
        bytes.removeAll(keepingCapacity: true)
        guard data.byteCount <= Self.limit else { return }
        bytes.append(data, 0..<data.byteCount)
        self.text = (text.lowerBound + 1)..<(text.upperBound - 1)
        self.isReasoning = isReasoning
    }

    /// The text of an event, with its quotes; `nil` when it is empty, or something else in the event is different.
    func text(in data: RawSpan) -> Range<Int>? {
        let (head, tail) = (text.lowerBound, bytes.count - text.upperBound)
        let end = data.byteCount - tail
        guard !bytes.isEmpty, head < end else { return nil }
        let isSame = data.withUnsafeBytes { data in
            bytes.withUnsafeBytes { bytes in
                guard let data = data.baseAddress, let bytes = bytes.baseAddress else { return false }
                return memcmp(data, bytes, head) == 0 && memcmp(data + end, bytes + text.upperBound, tail) == 0
            }
        }
        // Only a string that ends where it ended before leaves the rest of the event its meaning.
        guard isSame, let found = try? JSONScanner.value(in: data, from: head - 1), found.upperBound == end + 1
        else { return nil }
        return found
    }
}
