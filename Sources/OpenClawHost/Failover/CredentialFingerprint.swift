package import Inference

/// A short name of a credential for stored state. Its 64 bits lead back to no key.
package enum CredentialFingerprint {
    package static func of(_ secret: Secret) -> String {
        let text = String(StableHash.of(secret.expose()), radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}

/// A hash that is the same in every process (FNV-1a with a final mix), for names and for fair choices. Not for security.
enum StableHash {
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
