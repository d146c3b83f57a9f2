import Digests
import OpenClawHost

/// SHA-256, fed piece by piece.
final class SHA256Digest: ContentDigest {
    private var hash = SHA256()

    func add(_ bytes: [UInt8]) { hash.update(bytes) }

    func finish() -> String {
        hash.finish().hexadecimal
    }
}
