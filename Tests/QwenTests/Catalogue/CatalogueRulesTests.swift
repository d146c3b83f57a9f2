import Foundation
import Inference
import Qwen
import Testing

/// What must hold of every row, whoever adds it.
@Suite struct CatalogueRulesTests {
    let manifests: [ProviderManifest]

    init() throws { manifests = try QwenCatalogue.manifests() }

    @Test func givesEveryNameOnce() {
        expectUnique(manifests.flatMap { [$0.id] + $0.aliases })
        expectUnique(manifests.flatMap { $0.authChoices.flatMap { [$0.id] + $0.deprecatedIDs } })
        expectUnique(manifests.flatMap { $0.authChoices.map(\.keyFlag) })
        expectUnique(manifests.flatMap { $0.endpoints.map(\.id) })
        expectUnique(manifests.flatMap { $0.plans.map(\.id) })
        for manifest in manifests {
            expectUnique(manifest.models.map { $0.id.rawValue.lowercased() })
            expectUnique(manifest.authChoices.map(\.method))
        }
    }

    @Test func givesEveryHostToOneEndpoint() throws {
        let endpoints = manifests.flatMap(\.endpoints)
        expectUnique(endpoints.flatMap(\.hosts))
        for endpoint in endpoints {
            for host in endpoint.hosts {
                let real = host.replacing("{workspace}", with: "llm-1a2b")
                #expect(endpoints.filter { $0.serves(host: real) }.map(\.id) == [endpoint.id], "\(real)")
            }
            for url in [endpoint.baseURL, endpoint.nativeURL, endpoint.anthropicURL].compactMap({ $0 }) {
                let filled = url.replacing("{workspace}", with: "llm-1a2b")
                let parsed = try #require(URL(string: filled))
                #expect(parsed.scheme == "https" && !filled.hasSuffix("/"))
                #expect(endpoint.serves(host: parsed.host() ?? ""), "\(url)")
            }
        }
    }

    @Test func connectsEndpointsChoicesAndPlans() {
        for manifest in manifests {
            #expect(manifest.endpoints.allSatisfy { manifest.plan($0.plan) != nil && isDay($0.checked) })
            #expect(manifest.authChoices.allSatisfy { manifest.endpoint($0.endpoint) != nil })
            #expect(manifest.authChoices.allSatisfy { manifest.environment.contains($0.environment) })
            for choice in manifest.authChoices {
                let host = choice.hint.replacing("Endpoint: ", with: "")
                #expect(manifest.endpoint(servingHost: host)?.id == choice.endpoint)
            }
        }
    }

    @Test func makesMediaWithModelsThatItHas() throws {
        for provider in try QwenProvider.all() {
            let models = try #require(try provider.generation?.models())
            for (id, kind) in [
                (provider.manifest.defaults.video, Modality.video), (provider.manifest.defaults.image, .image),
            ] {
                if let id { #expect(models.contains { $0.model == id && $0.kind == kind }) }
            }
        }
    }

    @Test func hasEveryDefaultAndReplacement() {
        for manifest in manifests {
            let defaults = manifest.defaults
            let optional = [
                defaults.imageUnderstanding, defaults.videoUnderstanding, defaults.speech, defaults.transcription,
                defaults.embedding, defaults.rerank,
            ]
            for id in [defaults.chat] + optional.compactMap({ $0 }) {
                #expect(manifest.models.contains { $0.id == id && !$0.isHidden }, "\(id)")
            }
            for model in manifest.models {
                if let other = model.replacedBy { #expect(manifest.models.contains { $0.id == other }, "\(model.id)") }
            }
            #expect(manifest.model(defaults.chat)?.isChat == true)
        }
    }

    @Test func namesPlansAndEndpointsThatExistWhereAModelIsMissing() {
        for manifest in manifests {
            for absence in manifest.models.flatMap(\.notOn) {
                #expect(manifest.plan(absence.plan) != nil)
                if let id = absence.endpoint { #expect(manifest.endpoint(id)?.plan == absence.plan) }
                #expect(!absence.reason.isEmpty && absence.reason.last != ".")
            }
        }
    }

    @Test func pricesKnownEndpointsOnceWithADay() {
        for manifest in manifests {
            for model in manifest.models {
                expectUnique(model.prices.flatMap(\.endpoints))
                for price in model.prices {
                    #expect(price.endpoints.allSatisfy { manifest.endpoint($0) != nil } && !price.endpoints.isEmpty)
                    #expect(["CNY", "USD"].contains(price.currency) && isDay(price.checked), "\(model.id)")
                    let subscriptions = price.endpoints.compactMap(manifest.endpoint).map { manifest.plan($0.plan) }
                    #expect(subscriptions.allSatisfy { $0?.isSubscription == false })
                }
            }
        }
    }

    @Test func ordersTiersBySizeWithAnOpenEnd() {
        for price in manifests.flatMap(\.models).flatMap(\.prices) {
            let bounds = price.tiers.map(\.upToInputTokens)
            #expect(bounds.last == .some(nil))
            let closed = bounds.dropLast().compactMap { $0 }
            #expect(closed.count == bounds.count - 1 && zip(closed, closed.dropFirst()).allSatisfy(<))
            for tier in price.tiers {
                #expect(tier.input > 0 && tier.output >= 0)
                #expect((tier.cacheRead ?? 0) < tier.input && (tier.explicitCacheRead ?? 0) < tier.input)
                #expect((tier.cacheWrite ?? tier.input) >= tier.input)
            }
        }
    }

    @Test func keepsLimitsAndThinkingPlausible() {
        for model in manifests.flatMap(\.models) {
            #expect(isDay(model.checked) && !model.source.isEmpty && model.family != nil, "\(model.id)")
            #expect(!model.input.isEmpty && !model.output.isEmpty)
            if let window = model.contextWindow, let input = model.maxInputTokens { #expect(input <= window) }
            if let shown = model.maxTokens, let wire = model.maxOutputTokens { #expect(wire <= shown) }
            let thinking = model.thinking
            #expect(thinking.takesBudget || thinking.maxBudget == nil, "\(model.id)")
            #expect(thinking.control != .never || (!thinking.isOnByDefault && thinking.replay == .never))
            #expect(thinking.control != .effort || !thinking.efforts.isEmpty)
            #expect(thinking.effortAliases.values.allSatisfy(thinking.efforts.contains))
            #expect(thinking.effortAliases.keys.allSatisfy { !thinking.efforts.contains($0) })
            #expect(model.caching.explicit == (model.caching.explicitMinimum != nil))
            #expect(["max_tokens", "max_completion_tokens"].contains(model.wire.outputLimitField))
            #expect([nil, "text", "multimodal"].contains(model.wire.nativePath))
        }
    }

    @Test func keepsVectorsAndScoresOutOfChat() throws {
        let qwen = try #require(manifests.first)
        let chat = Set(qwen.chatModels(includingHidden: true).map(\.id))
        for model in qwen.models where model.output.contains(.embedding) || model.output.contains(.scores) {
            #expect(!chat.contains(model.id))
        }
        #expect(chat.contains("qwen-mt-flash") && !chat.contains("text-embedding-v4"))
    }

    private func expectUnique<Name: Hashable & Sendable>(
        _ names: [Name], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, sourceLocation: sourceLocation)
    }

    private func isDay(_ text: String) -> Bool { text.wholeMatch(of: /20\d\d-[01]\d-[0-3]\d/) != nil }
}
