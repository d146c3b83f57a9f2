import Foundation
import Testing

@testable import QwenSimulator

@Suite struct PriceTableTests {
    private func usage(_ text: Int, cached: Int = 0, created: Int = 0, answer: Int = 0, explicit: Bool = false) -> Usage
    {
        var usage = Usage()
        (usage.text, usage.cached, usage.created, usage.answer) = (text, cached, created, answer)
        usage.isExplicit = explicit
        return usage
    }

    @Test func chargesByTheTierOfTheWholeInput() throws {
        let table = try PriceTable(PackageResources.prices_json)
        let amount = { (usage: Usage, thinks: Bool) in
            table.amount(usage, of: "qwen-plus", keyRing: "standard-intl", thinks: thinks)?.amount
        }
        #expect(amount(usage(1_000_000 / 4, answer: 1000), false) == "0.1012")
        #expect(amount(usage(262_144), false) == "0.1048576")
        #expect(amount(usage(262_145), false) == "0.314574")
        #expect(amount(usage(1000, answer: 1000), true) == "0.0044")
        #expect(amount(usage(1000, cached: 500), false) == "0.00024")
        #expect(amount(usage(1000, cached: 500, created: 500, explicit: true), false) == "0.00027")
        #expect(amount(usage(0), false) == "0")
        #expect(table.amount(usage(1), of: "qwen-plus", keyRing: "coding-intl", thinks: false) == nil)
    }

    @Test func everyPricedModelIsInTheCatalogue() throws {
        let world = try SimulatedWorld(seed: 1)
        let document = try JSONParser.parse(PackageResources.prices_json)
        let models = (document["prices"]?.array ?? []).compactMap { $0["model"]?.string }
        #expect(models.count == 10 && models.allSatisfy { world.models[$0] != nil })
    }

    @Test func writesTheTimeAsHTTPDoes() {
        #expect(CivilTime(Date(timeIntervalSince1970: 784_111_777)).httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
    }
}
