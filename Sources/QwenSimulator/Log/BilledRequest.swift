/// One answer as the simulator billed it, by its own price list and its own count.
public struct BilledRequest: Sendable, Codable, Equatable {
    /// The id that the answer carried in `x-request-id`.
    public let requestID: String
    /// The plan and region that billed it, such as `standard-intl`.
    public let endpoint: String
    /// SHA-256 of the key in hexadecimal, when one was sent.
    public let keyFingerprint: String?
    /// The model.
    public let model: String
    /// All input tokens.
    public let input: Int
    /// The part of `input` that was read from a cache.
    public let cacheRead: Int
    /// The part of `input` that was written to a cache.
    public let cacheWrite: Int
    /// All output tokens.
    public let output: Int
    /// The part of `output` that was spent on reasoning.
    public let reasoning: Int
    /// The amount as a decimal number; `nil` on subscriptions and for models without a price.
    public let amount: String?
    /// The currency of `amount`.
    public let currency: String?
    /// Whether the answer went out whole and with its token counts. What a broken answer costs, the service tells nobody.
    public let isTold: Bool
}
