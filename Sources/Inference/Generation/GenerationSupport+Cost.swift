#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension GenerationSupport {
    /// What a generation costs by what the service counted, where it counted, and by the plan otherwise.
    ///
    /// - Returns: `nil` when nobody published the price on the endpoint, or the length is not known.
    public func cost(of usage: GenerationUsage, as plan: GenerationPlan, on endpoint: EndpointID) -> CostEstimate? {
        guard let price = prices.first(where: { $0.endpoints.contains(endpoint) }),
            let mode = modes.first(where: { $0.mode == plan.mode })
        else { return nil }
        let own = FrameChoice(mode.geometry).resolution(of: plan.frame)
        let counted = usage.resolution.flatMap { counted in
            price.rates.lazy.compactMap(\.resolution).first { $0.lowercased() == counted.lowercased() }
        }
        let automatic = plan.seconds == mode.length?.automatic ? nil : plan.seconds
        let estimate = PriceEstimate(
            seconds: usage.outputSeconds.map { Int($0.rounded(.up)) } ?? automatic,
            count: usage.images ?? usage.videos ?? plan.count, parameters: mode.assumed(beside: plan.parameters),
            resolution: counted ?? own, inputSeconds: usage.inputSeconds ?? 0)
        return estimate.cost(price)
    }
}
