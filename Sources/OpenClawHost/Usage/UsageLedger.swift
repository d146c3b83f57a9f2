package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Where requests are written down, shared by all processes of one installation. Nothing is opened before the first use.
package protocol UsageLedger: Sendable {
    /// Writes one request down. What was written survives the end of the process, however it ends.
    func append(_ record: UsageRecord) throws(InferenceError)

    /// Calls the body with every request that is meant, in the order of time.
    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError)

    /// How many requests are meant, and when the first one began.
    func tally(_ query: UsageQuery) throws(InferenceError) -> UsageTally

    /// What the requests cost, by currency.
    func spent(_ query: UsageQuery) throws(InferenceError) -> [String: Decimal]

    /// A short name of a credential, from which nobody learns anything about it.
    func fingerprint(of secret: Secret) -> String
}

/// How many requests there were.
package struct UsageTally: Hashable, Sendable {
    package var requests: Int
    /// When the first one began, in seconds since 1970.
    package var first: Double?

    package init(requests: Int, first: Double?) {
        self.requests = requests
        self.first = first
    }
}

extension UsageLedger {
    package func tally(_ query: UsageQuery) throws(InferenceError) -> UsageTally {
        var tally = UsageTally(requests: 0, first: nil)
        try forEach(in: query) { record in
            tally.requests += 1
            tally.first = tally.first ?? record.time
        }
        return tally
    }

    package func spent(_ query: UsageQuery) throws(InferenceError) -> [String: Decimal] {
        var totals = UsageTotals()
        try forEach(in: query) { totals.add($0) }
        return totals.costs
    }
}
