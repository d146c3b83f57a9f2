import Foundation
import Inference
import Qwen
import Testing

@testable import OpenClawHost

/// 124 bills, and what caches saved, computed by hand in `golden-costs.py`, against the built-in catalogue.
@Suite struct GoldenCostsTests {
    struct Bill: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var model: ModelID
        var endpoint: EndpointID
        var thinking: Bool
        var usage: Usage
        var expected: String
        /// What caches saved; absent where the cost is no amount.
        var saved: String?
        var arithmetic: String

        var testDescription: String { "\(name): \(model) on \(endpoint)" }
    }

    static let bills: [Bill] = {
        guard let url = Bundle.module.url(forResource: "golden-costs", withExtension: "json"),
            let data = try? Data(contentsOf: url)
        else { return [] }
        return (try? JSONDecoder().decode([Bill].self, from: data)) ?? []
    }()

    @Test func holdsAllOfThem() { #expect(Self.bills.count == 124) }

    @Test(arguments: bills)
    func matchesTheBill(bill: Bill) throws {
        let manifest = try #require(try QwenCatalogue.manifests().first { $0.endpoint(bill.endpoint) != nil })
        let endpoint = try #require(manifest.endpoint(bill.endpoint))
        let subject = UsageSubject(
            callID: "1", provider: manifest.id, model: bill.model, endpoint: endpoint,
            plan: manifest.plan(endpoint.plan), price: manifest.descriptor(for: bill.model).price(on: endpoint),
            credential: Secret("sk-1"))
        let cost = subject.cost(of: bill.usage, isAccepted: true, outcome: .ok, thinking: bill.thinking)
        #expect(Self.text(cost) == bill.expected, "\(bill.arithmetic)")
        #expect(subject.saved(of: bill.usage, in: cost).map { "\($0)" } == bill.saved)
    }

    private static func text(_ cost: UsageCost) -> String {
        switch cost {
        case .amount(let amount, let currency): "\(currency) \(amount)"
        case .included: "included"
        case .nothing: "nothing"
        case .unknown: "unknown"
        }
    }
}
