#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of a result before it is made, to work out its price.
struct PriceEstimate {
    /// `nil` when the length is left to the model.
    var seconds: Int?
    var count: Int
    var parameters: JSONObject
    var resolution: String?
    /// Length of all clips that go in.
    var inputSeconds: Double

    /// `nil` when the price does not tell.
    func cost(_ price: GenerationPrice) -> CostEstimate? {
        guard let rate = price.rates.first(where: fits) else { return nil }
        switch price.unit {
        case .item: return CostEstimate(amount: rate.amount * Decimal(count), currency: price.currency)
        case .second:
            guard let seconds else { return nil }
            var charged = Decimal(seconds)
            if price.chargesInput {
                charged += min(Decimal(inputSeconds), price.maxInputSeconds.map { Decimal($0) } ?? 86_400)
            }
            return CostEstimate(amount: rate.amount * charged * Decimal(count), currency: price.currency)
        }
    }

    private func fits(_ rate: GenerationPrice.Rate) -> Bool {
        if let wanted = rate.resolution, wanted != resolution { return false }
        guard let condition = rate.condition else { return true }
        return parameters[condition.parameter] == condition.value
    }
}
