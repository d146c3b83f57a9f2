/// Compares secrets in a time that tells nothing of where they differ.
package enum TokenComparison {
    /// Takes as long as `presented` is long, whatever it holds.
    package static func areEqual(_ presented: RawSpan, _ expected: [UInt8]) -> Bool {
        guard !expected.isEmpty else { return false }
        if presented.byteCount >= 8, expected.count >= 8 { return areEqualInWords(presented, expected.span.bytes) }
        var difference = presented.byteCount ^ expected.count
        var index = 0
        for offset in 0..<presented.byteCount {
            difference |= Int(presented.unsafeLoad(fromByteOffset: offset, as: UInt8.self) ^ expected[index])
            index = index + 1 == expected.count ? 0 : index + 1
        }
        return difference == 0
    }

    /// Eight bytes at a time; the last ones may be looked at twice. What is longer than expected is compared with the beginning,
    /// only so that it takes its time.
    private static func areEqualInWords(_ presented: RawSpan, _ expected: RawSpan) -> Bool {
        var difference = UInt64(truncatingIfNeeded: presented.byteCount ^ expected.byteCount)
        let (last, lastExpected) = (presented.byteCount - 8, expected.byteCount - 8)
        for start in stride(from: 0, to: presented.byteCount, by: 8) {
            let offset = min(start, last)
            let other = offset <= lastExpected ? offset : 0
            difference |=
                presented.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
                ^ expected.unsafeLoadUnaligned(fromByteOffset: other, as: UInt64.self)
        }
        return difference == 0
    }
}
