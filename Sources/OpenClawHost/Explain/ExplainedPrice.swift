package import Inference

/// What a request costs.
package enum ExplainedPrice: Sendable {
    /// A subscription covers it.
    case included(Plan, source: String)
    /// By tokens; the tier is chosen by the input of the whole request.
    case tiers(Price, source: String)
    /// Nobody published a price.
    case unknown

    init(_ route: ChatRoute, limitsFrom source: String) {
        if let plan = route.plan, plan.isSubscription {
            let endpoint = route.endpoint
            self = .included(plan, source: "\(endpoint.source), checked \(endpoint.checked)")
        } else if let price = route.selection.descriptor.price(on: route.endpoint) {
            self = .tiers(price, source: price.source.isEmpty ? source : "\(price.source), checked \(price.checked)")
        } else {
            self = .unknown
        }
    }
}
