package import Inference
import Synchronization

/// Takes keys out of text: values that are known to be secret, and words that look like one.
package final class SecretScrubber: Sendable {
    private struct Known {
        let value: String
        /// What stands in its place.
        let masked: String
    }

    private let known: Mutex<[Known]>

    package init() { known = Mutex([]) }

    /// Knows the values of all variables whose name says that they are secret.
    package convenience init(environment: [String: String]) {
        self.init()
        for (name, value) in environment where Self.namesSecret(name) { learn(Secret(value)) }
    }

    /// Never lets a value pass from now on. Short values are left out, they would blot out ordinary words.
    package func learn(_ secret: Secret) {
        let value = secret.expose()
        guard value.utf8.count >= 8 else { return }
        known.withLock { values in
            guard !values.contains(where: { $0.value == value }) else { return }
            values.append(Known(value: value, masked: secret.masked))
        }
    }

    /// The text without known values and without anything shaped like a key or a bearer token.
    package func scrub(_ text: String) -> String { KeyShape.scrub(scrubKnown(text)) }

    /// The text without known values only, for data that may rightly contain key-shaped words.
    package func scrubKnown(_ text: String) -> String {
        known.withLock { values in
            values.reduce(text) { $0.replacingBytes(of: $1.value, with: $1.masked) }
        }
    }

    private static func namesSecret(_ name: String) -> Bool {
        let upper = name.uppercased()
        return ["_KEY", "_KEYS", "_TOKEN", "_SECRET", "_PASSWORD"].contains { upper.hasSuffix($0) }
            || upper.contains("_API_KEY_")
    }
}
