package import Inference

/// A credential or account that is left alone for a while.
package struct RestStatus: Hashable, Sendable {
    package var provider: ProviderID
    /// Where the credential comes from, or the account; never the credential.
    package var owner: String
    /// The one model that it is about; `nil` for all.
    package var model: ModelID?
    package var rest: CredentialRest
}

extension Installation {
    /// What is left alone now, the longest first. A store that cannot be read knows of nothing.
    package func rests(in store: any CredentialHealthStore, now: Double) -> [RestStatus] {
        let labels = credentialLabels
        return registry.entries.flatMap { entry in
            ((try? store.records(of: entry.id)) ?? [:]).flatMap { key, record in
                let owner = key.label(labels)
                let all = record.all.map { RestStatus(provider: entry.id, owner: owner, model: nil, rest: $0) }
                return [all].compactMap { $0 }
                    + record.models.map {
                        RestStatus(provider: entry.id, owner: owner, model: ModelID($0.key), rest: $0.value)
                    }
            }
        }.filter { $0.rest.isActive(at: now) }
            .sorted { ($1.rest.until, $0.owner, $0.name) < ($0.rest.until, $1.owner, $1.name) }
    }

    /// What is known of credentials by their fingerprints.
    private var credentialLabels: [String: String] {
        var labels: [String: String] = [:]
        for entry in registry.entries {
            for profile in accounts.order.profiles.all {
                guard case .literal(let secret) = profile.secret else { continue }
                labels[CredentialFingerprint.of(secret)] = "profile:\(profile.id)"
            }
            guard let target = try? accounts.endpoint(for: entry.account) else { continue }
            for credential in accounts.resolver.credentials(for: entry.account, target: target) {
                labels[CredentialFingerprint.of(credential.secret)] = credential.source.label
            }
        }
        return labels
    }
}

extension RestStatus {
    fileprivate var name: String { model?.rawValue ?? "" }
}

extension HealthKey {
    fileprivate func label(_ labels: [String: String]) -> String {
        guard owner.hasPrefix("key:") else { return owner.replacing(":", with: " ") }
        let fingerprint = String(owner.dropFirst("key:".count))
        return labels[fingerprint] ?? "key \(fingerprint)"
    }
}
