/// A client's W3C trace context: the `traceparent` that it sent, and our own span in its trace. Both are random numbers that say
/// nothing about a request.
package struct TraceContext: Hashable, Sendable {
    /// The value as it came, without what later versions may have added.
    package let parent: String
    /// Our own span, sixteen hexadecimal digits.
    package let span: String

    /// The length of `00-<32 digits>-<16 digits>-<2 digits>`.
    private static let length = 55

    /// `nil` for what is no trace context: it is ignored then, as the recommendation wants it.
    init?(_ text: String, span: String) {
        let digits = Array(text.utf8)
        guard digits.count >= Self.length, span.utf8.count == 16,
            [2, 35, 52].allSatisfy({ digits[$0] == UInt8(ascii: "-") }),
            [0..<2, 3..<35, 36..<52, 53..<55].allSatisfy({ digits[$0].allSatisfy(Self.isDigit) }),
            [3..<35, 36..<52].allSatisfy({ digits[$0].contains { $0 != UInt8(ascii: "0") } })
        else { return nil }
        let version = digits[0..<2].elementsEqual("00".utf8)
        guard !digits[0..<2].elementsEqual("ff".utf8), digits.count == Self.length || !version,
            digits.count == Self.length || digits[Self.length] == UInt8(ascii: "-")
        else { return nil }
        parent = digits.count == Self.length ? text : String(decoding: digits[..<Self.length], as: UTF8.self)
        self.span = span
    }

    /// The value for the service: the same trace, with our span as the parent.
    var upstream: String { "00-" + parent.dropFirst(3).prefix(33) + span + parent.suffix(3) }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
