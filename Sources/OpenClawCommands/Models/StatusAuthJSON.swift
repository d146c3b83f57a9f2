import Inference
import OpenClawHost

/// The member `auth` of the status.
struct StatusAuthJSON {
    private let status: ModelsStatus
    private let findings: [ProviderProbe.Finding]?
    private let rests: [RestStatus]

    init(_ status: ModelsStatus, findings: [ProviderProbe.Finding]?, rests: [RestStatus]) {
        self.status = status
        self.findings = findings
        self.rests = rests
    }

    var value: JSONValue {
        let withTokens = status.providers.filter { provider in provider.profiles.contains { $0.kind != .apiKey } }
        return .members { object in
            object["storePath"] = .string(status.storePath)
            object["shellEnvFallback"] = .members { shell in
                shell["enabled"] = .bool(status.shellImport.isEnabled)
                shell["appliedKeys"] = .strings(status.shellImport.appliedKeys)
            }
            object["providersWithOAuth"] = .strings(withTokens.map(\.id.rawValue))
            object["missingProvidersInUse"] = .strings(status.missing.map(\.rawValue))
            object["providers"] = .array(status.providers.map(provider))
            object["unusableProfiles"] = .strings(status.unusable)
            object["resting"] = .array(rests.map(\.json))
            object["oauth"] = .members { tokens in
                tokens["warnAfterMs"] = .int(ModelsStatus.warningMilliseconds)
                tokens["profiles"] = .array(status.providers.flatMap(\.profiles).compactMap(token))
            }
            if let findings { object["probes"] = .array(findings.map(probe)) }
        }
    }

    private func token(_ profile: ProviderStatus.ProfileStatus) -> JSONValue? {
        guard let expires = profile.expires else { return nil }
        return .members { object in
            object["profileId"] = .string(profile.id)
            object["expiresAt"] = .int(expires)
        }
    }

    private func provider(_ provider: ProviderStatus) -> JSONValue {
        .members { object in
            object["provider"] = .string(provider.id.rawValue)
            object["inUse"] = .bool(provider.isInUse)
            object["effective"] = effective(provider.effective?.source)
            object["profiles"] = profiles(provider.profiles)
            if let target = provider.target { object["endpoint"] = endpoint(target) }
            for candidate in provider.candidates {
                guard let secret = candidate.secret else { continue }
                switch candidate.source {
                case .variable(_, let place) where object["env"] == nil: object["env"] = found(secret, at: place)
                case .settings(_, let place): object["modelsJson"] = found(secret, at: place)
                default: break
                }
            }
            object["problem"] = provider.problem.map { .string($0) }
        }
    }

    private func profiles(_ profiles: [ProviderStatus.ProfileStatus]) -> JSONValue {
        let count = { (kind: AuthProfile.Kind) in JSONValue.int(profiles.count { $0.kind == kind }) }
        return .members { object in
            object["count"] = .int(profiles.count)
            object["oauth"] = count(.oauth)
            object["token"] = count(.token)
            object["apiKey"] = count(.apiKey)
            object["labels"] = .strings(profiles.map { "\($0.id)=\($0.masked)" })
        }
    }

    private func endpoint(_ target: SelectedEndpoint) -> JSONValue {
        .members { object in
            object["id"] = .string(target.endpoint.id.rawValue)
            object["label"] = .string(target.endpoint.label)
            object["baseUrl"] = .string(target.endpoint.baseURL)
            object["source"] = .string(target.origin)
        }
    }

    private func found(_ secret: Secret, at place: String) -> JSONValue {
        .members { object in
            object["value"] = .string(secret.masked)
            object["source"] = .string(place)
        }
    }

    private func effective(_ source: CredentialSource?) -> JSONValue {
        let kind =
            switch source {
            case .profile: "profiles"
            case .variable: "env"
            case .settings: "models.json"
            case .loopback: "none"
            case nil: "missing"
            }
        return .members { object in
            object["kind"] = .string(kind)
            object["detail"] = .string(source?.label ?? "missing")
        }
    }

    private func probe(_ finding: ProviderProbe.Finding) -> JSONValue {
        .members { object in
            object["provider"] = .string(finding.reference.provider.rawValue)
            object["model"] = .string(finding.reference.model.rawValue)
            object["profileId"] = finding.reference.profile.map { .string($0) }
            object["source"] = finding.source.map { .string($0) }
            object["status"] = .string(finding.verdict.rawValue)
            object["latencyMs"] = .int(Int(finding.duration.milliseconds))
            object["error"] = finding.error.map { ErrorReport($0).json }
        }
    }
}
