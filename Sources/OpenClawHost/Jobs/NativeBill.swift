package import Inference

/// What prices depend on in a request of a service's own protocol.
package enum NativeBill {
    /// Members of `parameters` that may say something about a price: numbers, flags and short words, never a text of a client.
    package static func parameters(of request: JSONNode?) -> JSONObject {
        let members = request?["parameters"]?.members ?? []
        let telling = members.prefix(40).filter { isTelling($0.value) }
        return JSONObject(telling.map { ($0.key, $0.value.value) })
    }

    private static func isTelling(_ value: JSONNode) -> Bool {
        switch value.kind {
        case .number, .bool: true
        case .string: value.range.count <= 26
        default: false
        }
    }
}

extension ChatDispatcher {
    /// Writes into the ledger what something cost that the service has made, where that can be known.
    ///
    /// - Parameters:
    ///   - parameters: of the request.
    ///   - callID: of the row that was written when it was asked for.
    package func settle(
        _ usage: GenerationUsage?, parameters: JSONObject, of selection: ModelSelection, on endpoint: EndpointID,
        callID: String, virtualKey: String?
    ) {
        var cost = UsageCost.nothing
        if let usage {
            guard let known = self.cost(of: usage, parameters: parameters, of: selection, on: endpoint) else { return }
            cost = .amount(known.amount, currency: known.currency)
        }
        settle(cost, of: selection.reference, on: endpoint, callID: callID, virtualKey: virtualKey)
    }

    package func settle(
        _ cost: UsageCost, of model: ModelRef, on endpoint: EndpointID, callID: String, virtualKey: String?
    ) {
        guard let books = self.usage else { return }
        books.settle(
            LateCost(
                callID: callID, model: model, endpoint: endpoint, virtualKey: virtualKey, time: books.now(), cost: cost)
        )
    }

    /// - Returns: `nil` when nobody published the price on the endpoint, or the service did not count what it is for.
    package func cost(
        of usage: GenerationUsage, parameters: JSONObject = JSONObject(), of selection: ModelSelection,
        on endpoint: EndpointID
    ) -> CostEstimate? {
        let (provider, model) = (selection.entry.provider, selection.reference.model)
        if let support = (try? provider.generation?.models())?.first(where: { $0.model == model }) {
            return support.cost(of: usage, parameters: parameters, on: endpoint)
        }
        let spoken = (try? provider.speech?.models())?.first { $0.model == model }?.prices
        let heard = (try? provider.transcription?.models())?.first { $0.model == model }?.prices
        guard let price = (spoken ?? heard)?.price(on: endpoint) else { return nil }
        switch price.unit {
        case .character: return usage.characters.map(price.cost)
        case .second: return usage.outputSeconds.map { price.cost(of: Int($0.rounded(.up))) }
        case .voice: return nil
        }
    }
}
