#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// A key of the gateway's own: what one client may do. Its secret is known to that client only.
package struct VirtualKey: Hashable, Sendable {
    /// `key_` and twelve digits.
    package var id: String
    /// What its owner, the ledger and the logs call it. Only one key of a name is active at a time; its successor inherits
    /// what was spent.
    package var name: String
    /// The last four characters of the secret, to tell keys apart.
    package var tail: String
    /// Patterns of model names; empty for all.
    package var models: [String]
    /// Patterns of paths; empty for all.
    package var routes: [String]
    package var requestsPerMinute: Int?
    /// What it may spend in a day, by currency.
    package var budgetPerDay: [String: Decimal]
    /// Moments are seconds since 1970.
    package var createdAt: Double
    package var expiresAt: Double?
    package var revokedAt: Double?

    package init(
        id: String, name: String, tail: String, models: [String] = [], routes: [String] = [],
        requestsPerMinute: Int? = nil, budgetPerDay: [String: Decimal] = [:], createdAt: Double,
        expiresAt: Double? = nil, revokedAt: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.tail = tail
        self.models = models
        self.routes = routes
        self.requestsPerMinute = requestsPerMinute
        self.budgetPerDay = budgetPerDay
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    /// How a key stands.
    package enum Standing: String, Hashable, Sendable { case active, expired, revoked }

    package func standing(at now: Double) -> Standing {
        if revokedAt != nil { return .revoked }
        return expiresAt.map { $0 <= now } == true ? .expired : .active
    }

    /// Whether it may use a model, given all the names that the model has: `provider/id`, the bare id.
    package func allowsModel(_ names: [String]) -> Bool {
        models.isEmpty || models.contains { pattern in names.contains { WildcardPattern(pattern).matches($0) } }
    }

    /// Whether it may use a path.
    package func allowsRoute(_ path: String) -> Bool { VirtualKeyRoute.allow(path, by: routes) }
}
