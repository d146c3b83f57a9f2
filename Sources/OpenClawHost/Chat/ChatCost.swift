package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What a request cost. Never zero for unknown.
package enum ChatCost: Hashable, Sendable {
    /// An amount by the price list; the bill may differ.
    case amount(Decimal, currency: String)
    /// A subscription covers it.
    case included(plan: String)
    /// Nobody published a price, or the service counted no tokens.
    case unknown

    package init(of usage: Usage, on route: some CallRoute, thinking: Bool) {
        let subject = UsageSubject(route, callID: "")
        switch subject.cost(of: usage, isAccepted: true, outcome: .ok, thinking: thinking) {
        case .amount(let amount, let currency): self = .amount(amount, currency: currency)
        case .included: self = .included(plan: route.plan?.label ?? route.endpoint.label)
        case .nothing, .unknown: self = .unknown
        }
    }

    package static func + (left: ChatCost, right: ChatCost) -> ChatCost {
        switch (left, right) {
        case (.amount(let first, let currency), .amount(let second, let other)) where currency == other:
            .amount(first + second, currency: currency)
        case (.included, .included): right
        default: .unknown
        }
    }
}
