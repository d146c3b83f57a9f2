import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Sums over requests. Different currencies are never added.
package struct UsageTotals: Hashable, Sendable {
    package private(set) var requests = 0
    /// Requests that ended in an error.
    package private(set) var failed = 0
    package private(set) var cancelled = 0
    package private(set) var input = 0
    package private(set) var output = 0
    /// The part of `input` that was read from a cache.
    package private(set) var cacheRead = 0
    /// The part of `input` that was written to a cache.
    package private(set) var cacheWrite = 0
    /// The part of `output` that was spent on reasoning.
    package private(set) var reasoning = 0
    /// Amounts by currency.
    package private(set) var costs: [String: Decimal] = [:]
    /// What caches have saved, by currency; negative where more was written than read.
    package private(set) var savings: [String: Decimal] = [:]
    /// Requests that a subscription covers.
    package private(set) var included = 0
    /// Requests whose cost nobody knows.
    package private(set) var unknown = 0
    /// Requests whose counts are our own guess.
    package private(set) var estimated = 0

    package init() {}

    package mutating func add(_ record: UsageRecord) {
        requests += 1
        if record.isEstimated { estimated += 1 }
        switch record.outcome {
        case .ok: break
        case .cancelled: cancelled += 1
        case .failed: failed += 1
        }
        add(record.cost, saved: record.saved)
        guard let usage = record.usage else { return }
        input += usage.input
        output += usage.output
        cacheRead += usage.cacheRead
        cacheWrite += usage.cacheWrite
        reasoning += usage.reasoning ?? 0
    }

    private mutating func add(_ cost: UsageCost, saved: Decimal?) {
        switch cost {
        case .amount(let amount, let currency):
            costs[currency, default: 0] += amount
            if let saved, saved != 0 { savings[currency, default: 0] += saved }
        case .included: included += 1
        case .unknown: unknown += 1
        case .nothing: break
        }
    }

    /// The amounts, ordered by currency.
    package var amounts: [(currency: String, amount: Decimal)] {
        costs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What was saved, ordered by currency.
    package var saved: [(currency: String, amount: Decimal)] {
        savings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The part of the input that came from a cache, in ten-thousandths; `nil` without input.
    package var hitRate: Int? { input > 0 ? (cacheRead * 10_000 + input / 2) / input : nil }
}
