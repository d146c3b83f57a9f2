public import Inference

/// What every provider must hold to. The functions return findings, one sentence each; a provider's tests expect none.
///
/// ```swift
/// @Test func conforms() {
///     #expect(ProviderConformance.findings(in: provider) == [])
/// }
/// ```
public enum ProviderConformance {
    /// All findings that need no recording.
    public static func findings(in provider: any ModelProvider) -> [String] {
        findings(in: provider.manifest) + (provider.chat.map { findings(in: $0, of: provider.manifest) } ?? [])
    }

    /// Whether a manifest agrees with itself.
    public static func findings(in manifest: ProviderManifest) -> [String] {
        var findings = Findings()
        ids(of: manifest, &findings)
        references(of: manifest, &findings)
        for endpoint in manifest.endpoints { check(endpoint, &findings) }
        for model in manifest.models { check(model, &findings) }
        return findings.sentences
    }

    private static func ids(of manifest: ProviderManifest, _ findings: inout Findings) {
        findings.unique(([manifest.id] + manifest.aliases).map(\.rawValue), "provider id")
        findings.unique(manifest.plans.map(\.id.rawValue), "plan")
        findings.unique(manifest.endpoints.map(\.id.rawValue), "endpoint")
        findings.unique(manifest.models.map { $0.id.rawValue.lowercased() }, "model")
        findings.unique(manifest.environment, "environment variable")
        let choices = manifest.authChoices.flatMap { [$0.id] + $0.deprecatedIDs }.map(\.rawValue)
        findings.unique(choices + manifest.retired.flatMap(\.ids), "auth choice")
        for id in [manifest.id] + manifest.aliases where id.rawValue != id.rawValue.lowercased() {
            findings.add("provider id '\(id)' is not lower case")
        }
    }

    private static func references(of manifest: ProviderManifest, _ findings: inout Findings) {
        let plans = Set(manifest.plans.map(\.id))
        let endpoints = Set(manifest.endpoints.map(\.id))
        for endpoint in manifest.endpoints where !plans.contains(endpoint.plan) {
            findings.add("endpoint '\(endpoint.id)' has the unknown plan '\(endpoint.plan)'")
        }
        for choice in manifest.authChoices where !endpoints.contains(choice.endpoint) {
            findings.add("auth choice '\(choice.id)' writes the unknown endpoint '\(choice.endpoint)'")
        }
        for model in manifest.models {
            for gap in model.notOn where !plans.contains(gap.plan) || !(gap.endpoint.map(endpoints.contains) ?? true) {
                findings.add("model '\(model.id)' is not on a plan or endpoint that does not exist")
            }
            for id in model.prices.flatMap(\.endpoints) where !endpoints.contains(id) {
                findings.add("model '\(model.id)' has a price on the unknown endpoint '\(id)'")
            }
            if let next = model.replacedBy, manifest.model(next) == nil {
                findings.add("model '\(model.id)' is replaced by the unknown model '\(next)'")
            }
        }
        if manifest.model(manifest.defaults.chat) == nil {
            findings.add("the default chat model '\(manifest.defaults.chat)' is not in the catalogue")
        }
    }

    private static func check(_ endpoint: Endpoint, _ findings: inout Findings) {
        for url in [endpoint.baseURL, endpoint.nativeURL, endpoint.anthropicURL].compactMap({ $0 }) {
            let host = host(of: url)
            if !endpoint.serves(host: host) {
                findings.add("endpoint '\(endpoint.id)' does not serve its own host '\(host)'")
            }
            if !url.hasPrefix("https://") { findings.add("endpoint '\(endpoint.id)' is not https") }
            if url.hasSuffix("/") { findings.add("a URL of endpoint '\(endpoint.id)' ends in a slash") }
        }
    }

    private static func check(_ model: ModelDescriptor, _ findings: inout Findings) {
        for price in model.prices {
            if !isDate(price.checked) { findings.add("a price of model '\(model.id)' has no date") }
            if price.tiers.isEmpty { findings.add("a price of model '\(model.id)' has no tier") }
            if price.tiers.last?.upToInputTokens != nil {
                findings.add("the last price tier of '\(model.id)' has an end")
            }
            let bounds = price.tiers.compactMap(\.upToInputTokens)
            if bounds != bounds.sorted() { findings.add("the price tiers of '\(model.id)' are out of order") }
        }
        if !isDate(model.checked) { findings.add("model '\(model.id)' has no date") }
        if let window = model.contextWindow, let limit = model.maxOutputTokens, limit > window {
            findings.add("model '\(model.id)' gives more tokens than it holds")
        }
    }

    static func host(of url: String) -> String {
        let authority = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        return String(authority.split(separator: ":").first ?? "").replacingWorkspace("ws-1")
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
}

extension String {
    /// A URL or host with the mark for a workspace filled in.
    func replacingWorkspace(_ id: String) -> String {
        split(separator: "{workspace}", omittingEmptySubsequences: false).joined(separator: id)
    }
}
