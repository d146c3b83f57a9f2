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
        guard let books = self.usage else { return }
        var cost = UsageCost.nothing
        if let usage {
            let models = (try? selection.entry.provider.generation?.models()) ?? []
            guard let support = models.first(where: { $0.model == selection.reference.model }),
                let known = support.cost(of: usage, parameters: parameters, on: endpoint)
            else { return }
            cost = .amount(known.amount, currency: known.currency)
        }
        books.settle(
            LateCost(
                callID: callID, model: selection.reference, endpoint: endpoint, virtualKey: virtualKey,
                time: books.now(), cost: cost))
    }
}
