package import Inference

/// Decides where a provider's requests go.
///
/// The order: the endpoint of a profile that was named for the run, unless the user configured a host of their own; the
/// configured `baseUrl`; the endpoint of the first profile that is bound to one; the manifest's first endpoint.
package struct EndpointSelection: Sendable {
    package var manifests: [ProviderManifest]
    package var settings: SettingsView

    package init(manifests: [ProviderManifest], settings: SettingsView) {
        self.manifests = manifests
        self.settings = settings
    }

    /// The id that endpoints on unknown hosts have.
    package static let customID: EndpointID = "custom"

    /// - Parameters:
    ///   - pinned: the profile that the user named for this run.
    ///   - profiles: the provider's profiles in rotation order.
    /// - Throws: `.invalidConfiguration` for a base URL that cannot be used, or when there is none for a custom provider.
    package func select(
        for account: ProviderAccount, pinned: AuthProfile? = nil, profiles: [AuthProfile] = []
    ) throws(InferenceError) -> SelectedEndpoint {
        let configured = try configured(account)
        if let pinned, configured?.isCustom != true, let bound = bound(pinned, account) { return bound }
        if let configured { return configured }
        if let bound = profiles.lazy.compactMap({ self.bound($0, account) }).first { return bound }
        guard let manifest = account.manifest, let first = manifest.endpoints.first else {
            throw InferenceError(
                .invalidConfiguration,
                "models.providers.\(account.id).baseUrl is missing in \(settings.file); it is needed for a provider of your own",
                hint: "openclaw config set models.providers.\(account.id).baseUrl https://<host>/v1")
        }
        return SelectedEndpoint(endpoint: first, origin: "default of \(manifest.label)")
    }

    /// The endpoint that a base URL means: a known one on its host, or one of the user's own.
    /// - Throws: `.invalidConfiguration` when it cannot be a base URL, or would send keys in the clear.
    package func endpoint(
        forBaseURL text: String, origin: String, streamingUsage: Bool? = nil
    ) throws(InferenceError) -> SelectedEndpoint {
        let pasted = try PastedBaseURL(text)
        for manifest in manifests {
            guard let known = manifest.endpoint(servingHost: pasted.host) else { continue }
            let siblings = manifests.flatMap(\.endpoints)
            let (endpoint, notes) = EndpointRewriting(endpoint: known, siblings: siblings).apply(pasted)
            return SelectedEndpoint(endpoint: endpoint, origin: origin, notes: notes)
        }
        if let retired = manifests.lazy.flatMap(\.retired).first(where: { $0.hosts.contains(pasted.host) }) {
            throw InferenceError(.invalidConfiguration, retired.notice, hint: retired.hint)
        }
        return try custom(pasted, origin: origin, streamingUsage: streamingUsage ?? false)
    }

    private func configured(_ account: ProviderAccount) throws(InferenceError) -> SelectedEndpoint? {
        guard let text = account.settings?["baseUrl"]?.string, !text.trimmingASCIIWhitespace().isEmpty else {
            return nil
        }
        let path = account.path("baseUrl")
        return try endpoint(
            forBaseURL: text, origin: "\(path.joined(separator: ".")) (\(settings.place(of: path)))",
            streamingUsage: account.settings?["compat"]?["supportsUsageInStreaming"]?.bool)
    }

    private func bound(_ profile: AuthProfile, _ account: ProviderAccount) -> SelectedEndpoint? {
        guard let id = profile.endpoint, let endpoint = account.manifest?.endpoint(id) else { return nil }
        return SelectedEndpoint(endpoint: endpoint, origin: "profile \(profile.id)")
    }

    private func custom(
        _ pasted: PastedBaseURL, origin: String, streamingUsage: Bool
    ) throws(InferenceError) -> SelectedEndpoint {
        var url = pasted
        guard url.scheme == "https" || url.isLoopback else {
            throw PastedBaseURL.invalid(
                "base URL http://\(url.host) would send the key in the clear; expected https, http is for loopback hosts only"
            )
        }
        if url.segments.isEmpty {
            url.segments = ["v1"]
            url.notes.append("base URL has no path; using \(url.text)")
        } else if let own = path(forAnthropic: url.segments) {
            url.segments = own
            url.notes.append("base URL is of another protocol; using \(url.text)")
        }
        let endpoint = Endpoint(
            id: Self.customID, plan: "custom", region: "custom", label: url.host, baseURL: url.text,
            nativeURL: native(url), hosts: [url.host], capabilities: [.chat], streamingUsage: streamingUsage,
            source: origin)
        return SelectedEndpoint(endpoint: endpoint, origin: origin, isCustom: true, notes: url.notes)
    }

    /// The base of the service's own paths, when the pasted path ends as one of a known endpoint does: whoever stands in for
    /// a service has its paths too.
    private func native(_ url: PastedBaseURL) -> String? {
        for endpoint in manifests.flatMap(\.endpoints) {
            let path = EndpointRewriting.path(endpoint.baseURL)
            guard let native = endpoint.nativeURL, path.count > 1, Array(url.segments.suffix(path.count)) == path else {
                continue
            }
            var own = url
            own.segments = url.segments.dropLast(path.count) + EndpointRewriting.path(native)
            return own.text
        }
        return nil
    }

    /// The OpenAI-compatible path of the endpoint whose Anthropic-compatible path was pasted.
    private func path(forAnthropic segments: [String]) -> [String]? {
        let endpoints = manifests.flatMap(\.endpoints)
        let match = endpoints.first { endpoint in
            guard let path = endpoint.anthropicURL.map(EndpointRewriting.path), !path.isEmpty else { return false }
            return segments == path || segments == path + ["v1"]
        }
        return match.map { EndpointRewriting.path($0.baseURL) }
    }
}
