package import Inference

/// The account that holds something which a service made: a task or a file. Nobody else can ask for it.
package struct NativeOwner: Sendable {
    /// The model that is asked.
    package var selection: ModelSelection
    package let endpoint: EndpointID
    package let credential: String
    package let capability: Capability

    package init(_ route: ModelRoute, for capability: Capability) {
        selection = route.selection
        endpoint = route.endpoint.id
        credential = CredentialFingerprint.of(route.account.credential.secret)
        self.capability = capability
    }

    package init(_ holding: NativeHolding, selection: ModelSelection) {
        self.selection = selection
        endpoint = holding.endpoint
        credential = holding.credential
        capability = holding.capability
    }

    func holds(_ account: AccountRoute) -> Bool {
        account.target.endpoint.id == endpoint
            && CredentialFingerprint.of(account.credential.secret) == credential
    }
}
