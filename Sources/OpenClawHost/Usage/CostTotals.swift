import Inference
import Synchronization

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What all requests of this process cost, by model, endpoint and currency.
package final class CostTotals: Sendable {
    package struct Key: Hashable, Sendable {
        package var model: String
        package var endpoint: String
        package var currency: String
    }

    private let sums = Mutex<[Key: Decimal]>([:])
    /// More than anybody uses.
    private static let limit = 512

    package init() {}

    package var all: [(key: Key, amount: Decimal)] {
        sums.withLock { $0.map { ($0.key, $0.value) } }.sorted {
            ($0.key.model, $0.key.endpoint, $0.key.currency) < ($1.key.model, $1.key.endpoint, $1.key.currency)
        }
    }

    /// A ledger that counts here what is written there.
    package func counting(_ ledger: any UsageLedger) -> any UsageLedger { TotallingLedger(base: ledger, totals: self) }

    fileprivate func count(_ cost: UsageCost, _ model: ModelRef, _ endpoint: EndpointID) {
        guard case .amount(let amount, let currency) = cost else { return }
        var key = Key(model: model.description, endpoint: endpoint.rawValue, currency: currency)
        sums.withLock { sums in
            if sums.count >= Self.limit, sums[key] == nil { key.model = "other" }
            sums[key, default: 0] += amount
        }
    }
}

private struct TotallingLedger: UsageLedger {
    let base: any UsageLedger
    let totals: CostTotals

    func append(_ record: UsageRecord) throws(InferenceError) {
        totals.count(
            record.cost, ModelRef(provider: record.provider, model: record.model, profile: nil), record.endpoint)
        try base.append(record)
    }

    func settle(_ late: LateCost) {
        totals.count(late.cost, late.model, late.endpoint)
        base.settle(late)
    }

    func flush() throws(InferenceError) { try base.flush() }

    func later(_ work: @escaping @Sendable () -> Void) { base.later(work) }

    func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int? {
        try base.expensesOfOthers(since: since, after: position, body)
    }

    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        try base.forEach(in: query, body)
    }

    func tally(_ query: UsageQuery) throws(InferenceError) -> UsageTally { try base.tally(query) }
    func spent(_ query: UsageQuery) throws(InferenceError) -> [String: Decimal] { try base.spent(query) }
    func fingerprint(of secret: Secret) -> String { base.fingerprint(of: secret) }
}
