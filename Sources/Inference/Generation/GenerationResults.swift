/// What was generated: addresses that are good for a while.
public struct GenerationResults: Hashable, Sendable, Codable {
    public var files: [RemoteFile]
    /// What a model wrote beside them, for example the prompt as it understood it.
    public var texts: [String]
    /// What the service says it charges for.
    public var usage: GenerationUsage
    public var requestID: String?

    /// A file that the service holds for a while. Fetch it without a credential.
    public struct RemoteFile: Hashable, Sendable, Codable {
        public var address: String
        public var kind: Modality
        /// Seconds since 1970, when known.
        public var expiresAt: Double?

        public init(address: String, kind: Modality, expiresAt: Double? = nil) {
            self.address = address
            self.kind = kind
            self.expiresAt = expiresAt
        }
    }

    public init(
        files: [RemoteFile], texts: [String] = [], usage: GenerationUsage = GenerationUsage(), requestID: String? = nil
    ) {
        self.files = files
        self.texts = texts
        self.usage = usage
        self.requestID = requestID
    }
}
