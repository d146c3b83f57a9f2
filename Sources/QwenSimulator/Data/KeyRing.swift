/// The keys that exist in this simulated world: one per plan and region, the same for the same seed.
struct KeyRing: Sendable {
    struct Owner: Sendable {
        let ring: String
        let plan: String
        let region: String
    }

    private let keys: [String: String]
    private let owners: [String: Owner]

    init(seed: UInt64, endpoints: EndpointTable) {
        var keys: [String: String] = [:]
        var owners: [String: Owner] = [:]
        for card in endpoints.cards where keys[card.keyRing] == nil {
            var generator = SeededGenerator(seed: seed, salt: "key:\(card.keyRing)")
            let key = card.keyPrefix + generator.hexadecimal(32)
            keys[card.keyRing] = key
            owners[key] = Owner(ring: card.keyRing, plan: card.plan, region: card.region)
        }
        self.keys = keys
        self.owners = owners
    }

    func key(for endpoint: EndpointCard) -> String { keys[endpoint.keyRing] ?? "" }

    func owner(of key: String) -> Owner? { owners[key] }

    /// The error row with which an endpoint answers a key, or `nil` when it is welcome.
    func refusal(of key: String?, at endpoint: EndpointCard) -> String? {
        guard let key, !key.isEmpty else { return "no_api_key" }
        if owners[key]?.ring == endpoint.keyRing { return nil }
        switch endpoint.plan {
        case "coding": return "token_expired"
        case "token-plan": return "invalid_api_key_native"
        default: return "invalid_api_key"
        }
    }
}
