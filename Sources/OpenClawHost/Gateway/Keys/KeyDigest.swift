/// The SHA-256 of a secret.
///
/// One pass of a fast hash is right here, and a slow one would be wrong: the secrets are 256 random bits, so that there is
/// no dictionary to try and nothing that salt or stretching would make harder, while every request has to be checked in
/// about a microsecond.
package struct KeyDigest: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether two digests are equal, in a time that does not depend on where they differ.
    package func isEqual(to other: KeyDigest) -> Bool {
        guard bytes.count == other.bytes.count else { return false }
        return zip(bytes, other.bytes).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
