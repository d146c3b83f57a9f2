/// Compares secrets in a time that tells nothing of where they differ.
package enum TokenComparison {
    /// Takes as long as `presented` is long, whatever it holds.
    package static func areEqual(_ presented: RawSpan, _ expected: [UInt8]) -> Bool {
        guard !expected.isEmpty else { return false }
        var difference = presented.byteCount ^ expected.count
        var index = 0
        for offset in 0..<presented.byteCount {
            difference |= Int(presented.unsafeLoad(fromByteOffset: offset, as: UInt8.self) ^ expected[index])
            index = index + 1 == expected.count ? 0 : index + 1
        }
        return difference == 0
    }
}
