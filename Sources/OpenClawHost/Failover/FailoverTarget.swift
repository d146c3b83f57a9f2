package import Inference

/// One way to have a request answered: a model on an endpoint with a credential. What the state machine chooses from.
package struct FailoverTarget: Hashable, Sendable {
    package var provider: ProviderID
    package var model: ModelID
    package var endpoint: EndpointID
    /// The fingerprint of the credential; empty when none was found.
    package var credential: String
    package var account: AccountIdentity

    package init(
        provider: ProviderID, model: ModelID, endpoint: EndpointID, credential: String, account: AccountIdentity
    ) {
        self.provider = provider
        self.model = model
        self.endpoint = endpoint
        self.credential = credential
        self.account = account
    }

    /// Where facts about the key stand.
    package var credentialKey: HealthKey { .credential(credential, of: provider) }
    /// Where facts about the account stand.
    package var accountKey: HealthKey { .account(account.name, of: provider) }

    func isSameModel(as other: FailoverTarget) -> Bool { provider == other.provider && model == other.model }

    func isSameCredential(as other: FailoverTarget) -> Bool {
        provider == other.provider && credential == other.credential && endpoint == other.endpoint
    }

    func isSameAccount(as other: FailoverTarget) -> Bool {
        provider == other.provider && account.name == other.account.name
    }
}
