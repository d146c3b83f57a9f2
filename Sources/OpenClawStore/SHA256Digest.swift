import Crypto
import OpenClawHost

/// SHA-256, fed piece by piece.
final class SHA256Digest: ContentDigest {
    private var hash = SHA256()

    func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    func finish() -> String {
        hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
