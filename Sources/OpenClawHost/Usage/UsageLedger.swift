package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Where requests are written down, shared by all processes of one installation. Nothing is opened before the first use.
package protocol UsageLedger: Sendable {
    /// Writes one request down, at once or within 50 ms; the caller does not wait for a disk. What was written survives the
    /// end of the process, however it ends.
    ///
    /// - Throws: what the last write failed with; the record may still be written later.
    func append(_ record: UsageRecord) throws(InferenceError)

    /// Writes down what a request cost that nobody knew the cost of when it was written down.
    func settle(_ late: LateCost)

    /// Writes down what is waiting, before the process ends.
    func flush() throws(InferenceError)

    /// Runs work a moment later, beside the requests, when everything that was appended before is written.
    func later(_ work: @escaping @Sendable () -> Void)

    /// What others than this value have written, one amount after the other.
    ///
    /// - Parameters:
    ///   - since: only requests from this moment on.
    ///   - position: where the last look ended; `nil` for the first one.
    /// - Returns: where this look ended.
    func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int?

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
    package func settle(_ late: LateCost) {}

    package func flush() throws(InferenceError) {}

    package func later(_ work: @escaping @Sendable () -> Void) { work() }

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
