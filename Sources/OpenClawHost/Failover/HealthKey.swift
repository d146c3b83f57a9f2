package import Inference

/// What a health record is about: one credential, or one account with all its keys.
package struct HealthKey: Hashable, Sendable, Codable {
    package var provider: ProviderID
    /// `key:` and a fingerprint, or `account:` and the name of the account.
    package var owner: String

    package init(provider: ProviderID, owner: String) {
        self.provider = provider
        self.owner = owner
    }

    package static func credential(_ fingerprint: String, of provider: ProviderID) -> HealthKey {
        HealthKey(provider: provider, owner: "key:" + fingerprint)
    }

    package static func account(_ name: String, of provider: ProviderID) -> HealthKey {
        HealthKey(provider: provider, owner: "account:" + name)
    }
}
