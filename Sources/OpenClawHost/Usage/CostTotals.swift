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
    package func counting(_ ledger: any UsageLedger) -> any UsageLedger {
        ObservedLedger(
            base: ledger,
            onAppend: { record in
                guard case .amount = record.cost else { return }
                let model = ModelRef(provider: record.provider, model: record.model, profile: nil)
                self.count(record.cost, model, record.endpoint)
            },
            onSettle: { self.count($0.cost, $0.model, $0.endpoint) })
    }

    private func count(_ cost: UsageCost, _ model: ModelRef, _ endpoint: EndpointID) {
        guard case .amount(let amount, let currency) = cost else { return }
        var key = Key(model: model.description, endpoint: endpoint.rawValue, currency: currency)
        sums.withLock { sums in
            if sums.count >= Self.limit, sums[key] == nil { key.model = "other" }
            sums[key, default: 0] += amount
        }
    }
}
