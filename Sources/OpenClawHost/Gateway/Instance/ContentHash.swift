/// A short name for bytes, the same in every process and version: FNV-1a in 64 bits. It tells contents apart and protects
/// nothing.
package enum ContentHash {
    package static func value(of bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// Sixteen hexadecimal digits.
    package static func text(of bytes: some Sequence<UInt8>) -> String { text(value(of: bytes)) }

    package static func text(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Configuration {
    /// A name of the files' contents, by which one sees whether a gateway runs with what stands there now.
    package var contentHash: String {
        ContentHash.text(
            sources.reduce(ContentHash.value(of: [])) { hash, source in
                ContentHash.value(of: source.document.bytes, seed: ContentHash.value(of: source.path.utf8, seed: hash))
            })
    }
}
