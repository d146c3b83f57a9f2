package import Inference

/// One stored credential with everything that its file says about it.
package struct AuthProfile: Hashable, Sendable {
    /// The name, by custom `<provider>:<name>`.
    package var id: String
    /// The members as they stand in the file; unknown ones are kept.
    package private(set) var members: JSONObject

    package init(id: String, members: JSONObject) {
        self.id = id
        self.members = members
    }

    /// A key or token for one endpoint.
    package init(id: String, kind: Kind = .apiKey, provider: ProviderID, secret: SecretInput, endpoint: EndpointID?) {
        self.init(
            id: id,
            members: JSONObject([("type", .string(kind.rawValue)), ("provider", .string(provider.rawValue))]))
        self.secret = secret
        self.endpoint = endpoint
    }
}

extension AuthProfile {
    /// What a profile holds. Open: newer homes may know more kinds.
    package struct Kind: OpenIdentifier {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let apiKey: Kind = "api_key"
        package static let token: Kind = "token"
        package static let oauth: Kind = "oauth"
    }

    package var kind: Kind { Kind(members["type"]?.string ?? "") }

    /// The provider as the file spells it, lower case; aliases are not resolved here.
    package var provider: ProviderID { ProviderID((members["provider"]?.string ?? "").lowercased()) }

    /// The endpoint that the credential was given for; `nil` in profiles of other tools, which follow the configuration.
    package var endpoint: EndpointID? {
        get { members["metadata"]?["endpoint"]?.string.map { EndpointID($0) } }
        set {
            var metadata = members["metadata"]?.object ?? JSONObject()
            metadata["endpoint"] = newValue.map { .string($0.rawValue) }
            members["metadata"] = metadata.isEmpty ? nil : .object(metadata)
        }
    }

    /// When a token ends, in milliseconds since 1970. A value that is no whole number counts as already over.
    package var expires: Int? {
        get { members["expires"].map { $0.int ?? 0 } }
        set { members["expires"] = newValue.map { .int($0) } }
    }

    /// The credential: a reference wins over a value beside it.
    package var secret: SecretInput? {
        get {
            let (value, reference) = Self.secretKeys(kind)
            return members[reference].flatMap { SecretReference($0) }.map { .reference($0) }
                ?? members[value].flatMap { SecretInput($0) }
        }
        set {
            let (value, reference) = Self.secretKeys(kind)
            members[value] = nil
            members[reference] = nil
            switch newValue {
            case .literal(let secret): members[value] = .string(secret.expose())
            case .reference(let target): members[reference] = target.json
            case nil: break
            }
        }
    }

    /// The same credential under another name.
    package func renamed(_ id: String) -> AuthProfile { AuthProfile(id: id, members: members) }

    private static func secretKeys(_ kind: Kind) -> (value: String, reference: String) {
        switch kind {
        case .token: ("token", "tokenRef")
        case .oauth: ("access", "accessRef")
        default: ("key", "keyRef")
        }
    }
}
