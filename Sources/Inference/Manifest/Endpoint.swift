/// One plan in one region, with its own hosts, paths and accepted keys.
public struct Endpoint: Hashable, Sendable {
    /// The id, for example `coding-intl`.
    public var id: EndpointID
    /// The plan whose keys it accepts.
    public var plan: PlanID
    /// The region that serves it.
    public var region: RegionID
    /// The name to show, for example "Coding Plan (Global)".
    public var label: String
    /// Base of the OpenAI-compatible paths, without a trailing slash. `{workspace}` stands for a workspace id.
    public var baseURL: String
    /// Base of the service's own paths, when the endpoint has them.
    public var nativeURL: String?
    /// Base of the Anthropic-compatible paths, when the endpoint has them.
    public var anthropicURL: String?
    /// All hosts that are this endpoint. `{workspace}` matches one label.
    public var hosts: [String]
    /// Hosts that a `{workspace}` pattern would match but that belong to another endpoint.
    public var excludedHosts: [String]
    /// What the endpoint serves, for example `chat`, `embeddings`, `video`.
    public var capabilities: [Capability]
    /// Whether streams carry usage when `stream_options.include_usage` asks for it.
    public var streamingUsage: Bool
    /// How to find out, for free, whether a key is one of this endpoint; `nil` when nobody knows a way.
    public var probe: EndpointProbe?
    /// The page or note that these facts come from, and the day they were checked.
    public var source: String
    public var checked: String

    public init(
        id: EndpointID, plan: PlanID, region: RegionID, label: String, baseURL: String, nativeURL: String? = nil,
        anthropicURL: String? = nil, hosts: [String], excludedHosts: [String] = [], capabilities: [Capability],
        streamingUsage: Bool = true, probe: EndpointProbe? = nil, source: String = "", checked: String = ""
    ) {
        self.id = id
        self.plan = plan
        self.region = region
        self.label = label
        self.baseURL = baseURL
        self.nativeURL = nativeURL
        self.anthropicURL = anthropicURL
        self.hosts = hosts
        self.excludedHosts = excludedHosts
        self.capabilities = capabilities
        self.streamingUsage = streamingUsage
        self.probe = probe
        self.source = source
        self.checked = checked
    }
}

extension Endpoint {
    /// Whether a host name, in any case and with or without a trailing dot, is one of this endpoint's.
    public func serves(host: String) -> Bool {
        var wanted = host.lowercased()
        if wanted.hasSuffix(".") { wanted.removeLast() }
        guard !excludedHosts.contains(wanted) else { return false }
        return hosts.contains { Self.matches(wanted, pattern: $0) }
    }

    private static func matches(_ host: String, pattern: String) -> Bool {
        let mark = "{workspace}"
        guard pattern.hasPrefix(mark) else { return host == pattern }
        let suffix = pattern.dropFirst(mark.count)
        guard host.hasSuffix(suffix) else { return false }
        let label = host.dropLast(suffix.count)
        return !label.isEmpty && !label.contains(".")
    }

    /// Whether the endpoint serves a capability.
    public func offers(_ capability: Capability) -> Bool { capabilities.contains(capability) }
}
