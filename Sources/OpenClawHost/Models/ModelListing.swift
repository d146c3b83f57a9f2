package import Inference

/// The rows of `models list`, and what was left out of them.
package struct ModelListing: Sendable {
    package var rows: [ListedModel]
    /// Models that the endpoint in use does not serve and that nobody configured, by reason.
    package var omitted: [Omission]

    /// Models that were left out for one reason.
    package struct Omission: Hashable, Sendable {
        package var reason: String
        package var models: [ModelRef]
    }
}

extension ModelListing {
    /// What a listing is asked for.
    package struct Query: Hashable, Sendable {
        /// Every model that is known, also those that the endpoint does not serve.
        package var includesAll: Bool
        /// Only models of providers on this machine.
        package var onlyLocal: Bool
        /// Only models of one provider.
        package var provider: ProviderID?

        package init(includesAll: Bool = false, onlyLocal: Bool = false, provider: ProviderID? = nil) {
            self.includesAll = includesAll
            self.onlyLocal = onlyLocal
            self.provider = provider
        }
    }
}
