package import Inference

/// Makes virtual keys.
package struct VirtualKeyMint: Sendable {
    private let store: any VirtualKeyStore
    private let now: @Sendable () -> Double

    package init(_ store: any VirtualKeyStore, now: @escaping @Sendable () -> Double) {
        self.store = store
        self.now = now
    }

    /// A new key and its secret, which is known nowhere else.
    package struct Minted: Hashable, Sendable {
        package var key: VirtualKey
        package var secret: Secret
    }

    /// What a key may be limited to.
    package struct Terms: Sendable {
        package var models: [String] = []
        package var routes: [String] = []
        package var expiresAt: Double?
        package var requestsPerMinute: Int?
        package var budgets: [Budget] = []

        package init() {}
    }

    /// Makes a key. `sk-` at its beginning lets it pass where clients look for the shape of a key, and lets every scrubber
    /// recognise it.
    ///
    /// - Parameter rotates: whether it takes the place of the active key of its name.
    /// - Throws: `.invalidConfiguration` for a name that is none, or that is taken.
    package func mint(_ name: String, _ terms: Terms = Terms(), rotates: Bool = false) throws(InferenceError) -> Minted
    {
        try Self.check(name)
        for route in terms.routes where !VirtualKeyRoute.isValid(route) {
            let names = VirtualKeyRoute.groups.map(\.name).joined(separator: ", ")
            throw InferenceError(
                .invalidConfiguration, "unknown route '\(route)'; expected \(names) or a path such as /v1/chat/*",
                hint: "openclaw gateway keys new --help")
        }
        let secret = Secret("sk-oc-" + RandomText.alphanumeric(43))
        let budgets = Dictionary(terms.budgets.map { ($0.currency, $0.limit) }) { $1 }
        let key = VirtualKey(
            id: "key_" + RandomText.hexadecimal(bytes: 6), name: name, tail: String(secret.expose().suffix(4)),
            models: terms.models, routes: terms.routes, requestsPerMinute: terms.requestsPerMinute,
            budgetPerDay: budgets, createdAt: now(), expiresAt: terms.expiresAt)
        try store.add(key, digest: store.digest(of: secret.expose().utf8), replacesOthers: rotates)
        return Minted(key: key, secret: secret)
    }

    /// The active key of a name, when the secret is its secret.
    package func active(_ name: String, secret: Secret) throws(InferenceError) -> VirtualKey? {
        let digest = store.digest(of: secret.expose().utf8)
        return try store.all().first {
            $0.key.name == name && $0.digest.isEqual(to: digest) && $0.key.standing(at: now()) == .active
        }?.key
    }

    /// Whether a name has an active key.
    package func hasActive(_ name: String) throws(InferenceError) -> Bool {
        try store.all().contains { $0.key.name == name && $0.key.standing(at: now()) == .active }
    }

    private static func check(_ name: String) throws(InferenceError) {
        let isName = name.utf8.allSatisfy {
            Byte.isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || "-_.".utf8.contains($0)
        }
        guard isName, !name.isEmpty, name.utf8.count <= 64, name != "gateway", !name.hasPrefix("key_") else {
            throw InferenceError(
                .invalidConfiguration,
                "'\(name)' is no name for a key; expected at most 64 letters, digits, '-', '_' and '.'",
                hint: "openclaw gateway keys new laptop")
        }
    }
}
