package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Watches one answer against the budgets: pieces in, an error out when the answer has become too expensive.
package struct BudgetMeter: Sendable {
    private let use: BudgetUse
    /// How many output tokens the budget still pays for, without and with reasoning.
    private let plain: Int
    private let thinking: Int

    /// The strictest of the budgets that pay for a request.
    ///
    /// - Returns: `nil` when no budget is in the currency of the price, or the price of the request is unknown.
    /// - Throws: `.budgetExceeded` when not even the request itself fits.
    package init?(_ uses: [BudgetUse], price: Price, input: Int) throws(InferenceError) {
        let paying = uses.filter { $0.budget.currency == price.currency }
        guard let use = paying.min(by: { $0.remaining < $1.remaining }), let tier = price.tier(forInput: input) else {
            return nil
        }
        self.use = use
        let left = use.remaining * 1_000_000 - Decimal(input) * tier.input
        guard use.remaining > 0, left >= 0 else { throw use.exceeded(stopped: false) }
        plain = Self.tokens(for: left, at: tier.output)
        thinking = Self.tokens(for: left, at: tier.thinkingOutput ?? tier.output)
    }

    /// Whether an answer of so many tokens is still paid for.
    package func check(output: Int, isThinking: Bool) throws(InferenceError) {
        if output > (isThinking ? thinking : plain) { throw use.exceeded(stopped: true) }
    }

    private static func tokens(for amount: Decimal, at price: Decimal) -> Int {
        guard price > 0 else { return .max }
        return Int("\(amount / price)".prefix { $0 != "." }) ?? .max
    }
}
