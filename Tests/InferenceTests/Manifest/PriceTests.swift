import Foundation
import Inference
import Testing

@Suite struct PriceTests {
    let tiered = Price(
        endpoints: ["home"], currency: "CNY",
        tiers: [
            PriceTier(upToInputTokens: 131_072, input: 0.8, output: 4.8, cacheRead: 0.16),
            PriceTier(upToInputTokens: 262_144, input: 2, output: 12), PriceTier(input: 4, output: 24),
        ])
    let cached = Price(
        endpoints: [], currency: "USD",
        tiers: [
            PriceTier(
                input: 0.4, output: 1.2, thinkingOutput: 4, cacheRead: 0.08, explicitCacheRead: 0.04, cacheWrite: 0.5)
        ])

    @Test(arguments: [
        (1, "0.0000008"), (131_071, "0.1048568"), (131_072, "0.1048576"), (131_073, "0.262146"), (262_143, "0.524286"),
        (262_144, "0.524288"), (262_145, "1.04858"), (1_000_000, "4"),
    ])
    func chargesTheWholeRequestAtTheTierOfItsInput(input: Int, expected: String) {
        #expect(tiered.cost(of: Usage(input: input, output: 0), thinking: false) == Decimal(string: expected))
    }

    @Test func choosesTheTierByAllInputEvenWhenMostOfItIsCached() {
        let usage = Usage(input: 131_073, output: 0, cacheRead: 131_000)
        #expect(tiered.tier(forInput: usage.input)?.input == 2)
        #expect(tiered.cost(of: usage, thinking: false) == nil, "the second tier names no price for cache reads")
    }

    @Test(arguments: [
        (Usage(input: 1000, output: 500), false, false, "0.001"),
        (Usage(input: 1000, output: 500), true, false, "0.0024"),
        (Usage(input: 1000, output: 0, cacheRead: 600), false, false, "0.000208"),
        (Usage(input: 1000, output: 0, cacheRead: 600), false, true, "0.000184"),
        (Usage(input: 2000, output: 0, cacheRead: 600, cacheWrite: 1000), false, false, "0.000684"),
        (Usage(input: 0, output: 0), false, false, "0"),
    ])
    func addsPartsExactly(usage: Usage, thinking: Bool, explicitCache: Bool, expected: String) {
        let cost = cached.cost(of: usage, thinking: thinking, explicitCache: explicitCache)
        #expect(cost == Decimal(string: expected))
    }

    @Test(arguments: [
        (Usage(input: 1000, output: 500), false, "0"),
        (Usage(input: 1000, output: 0, cacheRead: 600), false, "0.000192"),
        (Usage(input: 1000, output: 0, cacheRead: 600), true, "0.000216"),
        (Usage(input: 1000, output: 0, cacheWrite: 1000), false, "-0.0001"),
        (Usage(input: 2000, output: 0, cacheRead: 600, cacheWrite: 1000), false, "0.000116"),
    ])
    func savesTheDifferenceAndLosesWhatIsNeverRead(usage: Usage, explicitCache: Bool, expected: String) {
        #expect(cached.saving(of: usage, explicitCache: explicitCache) == Decimal(string: expected))
    }

    @Test func knowsNoSavingWithoutAPrice() {
        #expect(tiered.saving(of: Usage(input: 10, output: 0, cacheWrite: 1)) == nil)
        #expect(tiered.saving(of: Usage(input: 10, output: 0, cacheRead: 11)) == nil)
    }

    @Test(arguments: [
        ("0.5", "0.04", true), ("0.5", "0.08", true), ("0.5", "0.09", false), ("0.76", "0.04", false),
        ("", "0.04", false), ("0.5", "", false),
    ])
    func paysWhenTheFirstHitMakesUpForTheWrite(write: String, read: String, pays: Bool) {
        var price = cached
        price.tiers[0].cacheWrite = Decimal(string: write)
        price.tiers[0].explicitCacheRead = Decimal(string: read)
        #expect(price.explicitCachingPays == pays)
    }

    @Test(arguments: [
        Usage(input: 100, output: 1, cacheRead: 101), Usage(input: 100, output: 1, cacheRead: 60, cacheWrite: 60),
        Usage(input: 100, output: -1),
    ])
    func refusesCountsThatContradictEachOther(usage: Usage) {
        #expect(cached.cost(of: usage, thinking: false) == nil)
    }

    @Test func chargesAudioApartOnlyWhereItIsPricedApart() {
        let usage = Usage(input: 1_000_000, output: 0, audio: 500_000)
        let apart = Price(endpoints: [], currency: "CNY", tiers: [PriceTier(input: 7, audioInput: 53, output: 40)])
        #expect(apart.cost(of: usage, thinking: false) == 30)
        #expect(cached.cost(of: usage, thinking: false) == Decimal(string: "0.4"))
    }

    @Test func hasNoCostBeyondTheLastTier() {
        let bounded = Price(
            endpoints: [], currency: "USD", tiers: [PriceTier(upToInputTokens: 10, input: 1, output: 1)])
        #expect(bounded.cost(of: Usage(input: 11, output: 1), thinking: false) == nil)
    }

    @Test func appliesToItsEndpointsAndEverywhereWhenItNamesNone() {
        #expect(tiered.applies(to: "home"))
        #expect(!tiered.applies(to: "abroad"))
        #expect(cached.applies(to: "abroad"))
    }
}
