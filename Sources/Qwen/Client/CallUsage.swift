public import Inference

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What one request of a ``QwenClient`` used, for a ledger of your own. It holds no prompt, no answer and no key.
public struct CallUsage: Hashable, Sendable {
    /// How a request ended.
    public enum Outcome: Hashable, Sendable {
        /// The answer is complete.
        case completed
        /// Refused, or broken off.
        case failed(InferenceError.Code)
        /// Nobody read it to its end.
        case abandoned
    }

    /// What a request cost. Unknown is never zero.
    public enum Cost: Hashable, Sendable {
        /// An amount by the published price list; the bill may differ.
        case amount(Decimal, currency: String)
        /// A subscription covers it.
        case included
        /// The service refused the request before it began.
        case nothing
        /// Nobody published a price, or the service did not count.
        case unknown
    }

    /// When it began, in seconds since 1970.
    public var time: Double
    /// The model that was asked for.
    public var model: ModelID
    /// The endpoint that was asked.
    public var endpoint: EndpointID
    /// The service's id of the request, when it gave one.
    public var requestID: String?
    /// Token counts, when the service counted.
    public var usage: Usage?
    /// How long the first visible piece took.
    public var firstToken: Duration?
    /// How long all of it took.
    public var total: Duration
    /// How it ended.
    public var outcome: Outcome
    /// What it cost.
    public var cost: Cost
}
