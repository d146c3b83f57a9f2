import Inference
package import OpenClawHost
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the limits of keys need to know.
package final class KeyServices: Sendable {
    let now: @Sendable () -> Double
    let report: @Sendable (String) -> Void
    private let spending: KeySpending?
    private let resolve: Mutex<@Sendable (String?) -> [String]>
    private let rates = Mutex<[String: RequestRate]>([:])

    /// - Parameters:
    ///   - spending: what was spent today; `nil` in a build without a ledger, where budgets refuse.
    ///   - resolve: the names of the model that a client means: `provider/id` and the bare id.
    ///   - now: seconds since 1970.
    ///   - report: hears of keys that cannot be read.
    package init(
        spending: KeySpending?, resolve: @escaping @Sendable (String?) -> [String],
        now: @escaping @Sendable () -> Double, report: @escaping @Sendable (String) -> Void
    ) {
        self.spending = spending
        self.resolve = Mutex(resolve)
        self.now = now
        self.report = report
    }

    /// Resolves names with another configuration from now on.
    package func replaceResolver(_ resolve: @escaping @Sendable (String?) -> [String]) {
        self.resolve.withLock { $0 = resolve }
    }

    func names(of model: String?) -> [String] { resolve.withLock { $0 }(model) }

    /// Takes one request of a key's minute.
    func take(_ key: VirtualKey) throws(InferenceError) {
        guard let limit = key.requestsPerMinute else { return }
        let now = now()
        let wait = rates.withLock { rates in
            var rate = rates[key.name] ?? RequestRate(perMinute: limit, now: now)
            defer { rates[key.name] = rate }
            return rate.take(perMinute: limit, now: now)
        }
        guard let wait else { return }
        throw InferenceError(
            .rateLimited, "the key '\(key.name)' may ask \(limit) times a minute", retryAfter: .seconds(wait))
    }

    /// Refuses what a key has no money for.
    ///
    /// - Parameter costs: what it is about to spend, and what it has begun to spend.
    func checkBudget(of key: VirtualKey, for costs: [CostEstimate] = []) throws(InferenceError) {
        guard !key.budgetPerDay.isEmpty else { return }
        guard let spending else {
            throw InferenceError(.budgetExceeded, "the budget of the key '\(key.name)' cannot be looked up")
        }
        let (spent, resetAt) = try spending.spent(by: key, at: now())
        for (currency, limit) in key.budgetPerDay.sorted(by: { $0.key < $1.key }) {
            let amount = spent[currency] ?? 0
            let wanted = costs.reduce(0) { $0 + ($1.currency == currency ? $1.amount : 0) }
            guard amount >= limit || amount + wanted > limit else { continue }
            let plans = wanted > 0 ? ", and this with what is open costs about \(wanted) \(currency)" : ""
            throw InferenceError(
                .budgetExceeded,
                "the key '\(key.name)' has spent \(amount) \(currency) of the \(limit) \(currency) it may spend today"
                    + plans,
                retryAfter: .seconds(max(1, (resetAt - now()).rounded(.up))), resetAt: resetAt)
        }
    }
}
