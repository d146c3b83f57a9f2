/// What a simulator says about itself when it starts: where it listens and which keys it takes.
public struct SimulatorBanner: Sendable, Codable {
    /// One plan in one region.
    public struct Endpoint: Sendable, Codable {
        /// Such as `standard-intl`, `coding-cn`, `token-plan-intl` or `workspace-eu`.
        public let id: String
        /// `standard`, `coding` or `token-plan`.
        public let plan: String
        /// `cn`, `intl`, `us`, `hk`, `eu` or `jp`.
        public let region: String
        /// For people.
        public let label: String
        /// The host name of the real service, which the proxy answers for.
        public let host: String
        /// Every host name that means this endpoint.
        public let hosts: [String]
        /// The local base URL for OpenAI-compatible clients.
        public let compatibleURL: String
        /// The local base URL of the native protocol, where the plan has one.
        public let nativeURL: String?
        /// The local base URL for Messages clients, which append `/v1/messages`.
        public let anthropicURL: String
        /// A key that this endpoint, and no other plan or region, takes.
        public let key: String
    }

    /// The local root, which is the standard international host.
    public let url: String
    /// The HTTPS proxy, for `HTTPS_PROXY`.
    public let proxyURL: String?
    /// The certificate to trust, for `SSL_CERT_FILE`.
    public let caFile: String?
    /// The seed of keys and answers.
    public let seed: UInt64
    /// Where faults are added, requests listed and everything reset.
    public let adminURL: String
    /// All plans and regions.
    public let endpoints: [Endpoint]

    /// The endpoint of that id, if there is one.
    public func endpoint(_ id: String) -> Endpoint? { endpoints.first { $0.id == id } }
}
