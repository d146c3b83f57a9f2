import Inference

/// `prices.json`: prices by provider and model.
struct PriceList {
    /// By provider, then by model.
    private(set) var prices: [String: [String: [Price]]] = [:]

    init(reading object: inout CatalogueObject) throws(InferenceError) {
        let sources = try object.table("sources", CatalogueSource.init(reading:))
        let caches = try object.table("caches", CacheRatios.init(reading:))
        prices = try object.table("prices") { provider throws(InferenceError) in
            var models: [String: [Price]] = [:]
            for model in provider.keys {
                models[model] = try provider.list(model) { row throws(InferenceError) in
                    try Price(reading: &row, sources: sources, caches: caches)
                }
            }
            return models
        }
    }

    /// What cached tokens cost, as a part of the input price, where no amount is published.
    struct CacheRatios {
        var read: Amount
        var explicitRead: Amount?
        var write: Amount?

        init(reading object: inout CatalogueObject) throws(InferenceError) {
            read = try object.amount("read")
            explicitRead = try object.optionalAmount("explicitRead")
            write = try object.optionalAmount("write")
        }
    }
}

extension Price {
    fileprivate init(
        reading row: inout CatalogueObject, sources: [String: CatalogueSource], caches: [String: PriceList.CacheRatios]
    ) throws(InferenceError) {
        let endpoints: [EndpointID] = try row.ids("endpoints")
        let currency = try row.text("currency")
        let ratios = row.holds("cache") ? try row.named("cache", in: caches) : nil
        let tiers = try row.list("tiers") { tier throws(InferenceError) in
            try PriceTier(reading: &tier, ratios: ratios)
        }
        let source = try row.named("source", in: sources)
        self.init(
            endpoints: endpoints, currency: currency, tiers: tiers, source: source.text, checked: source.checked)
    }
}

extension PriceTier {
    fileprivate init(
        reading tier: inout CatalogueObject, ratios: PriceList.CacheRatios?
    ) throws(InferenceError) {
        let limit = try tier.optionalCount("upToInputTokens")
        let input = try tier.amount("input")
        func part(_ key: String, _ ratio: Amount?) throws(InferenceError) -> Amount? {
            if let own = try tier.optionalAmount(key) { return own }
            return ratio.flatMap { $0 * input }
        }
        self.init(
            upToInputTokens: limit, input: input.decimal, audioInput: try tier.optionalAmount("audioInput")?.decimal,
            output: try tier.amount("output").decimal, audioOutput: try tier.optionalAmount("audioOutput")?.decimal,
            thinkingOutput: try tier.optionalAmount("thinkingOutput")?.decimal,
            cacheRead: try part("cacheRead", ratios?.read)?.decimal,
            explicitCacheRead: try part("explicitCacheRead", ratios?.explicitRead)?.decimal,
            cacheWrite: try part("cacheWrite", ratios?.write)?.decimal)
    }
}
