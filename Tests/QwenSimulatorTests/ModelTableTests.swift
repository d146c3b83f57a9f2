import Testing

@testable import QwenSimulator

@Suite struct ModelTableTests {
    @Test func readsEveryEntryOnce() throws {
        let table = try ModelTable(PackageResources.models_json)
        #expect(Set(table.cards.map(\.id)).count == table.cards.count)
        for card in table.cards { #expect(card.maxInput <= card.context, "\(card.id)") }
    }

    @Test func entriesUseFieldsThatFamiliesDefine() throws {
        let document = try JSONParser.parse(PackageResources.models_json)
        let families = try #require(document["families"]?.object)
        let own: Set<String> = [
            "id", "family", "context", "maxInput", "maxOutput", "maxThinking", "rows", "dimensions", "dimension",
        ]
        let known = own.union(families.members.flatMap { $0.value.object?.keys ?? [] })
        for entry in document["models"]?.array ?? [] {
            let keys = Set(entry.object?.keys ?? [])
            #expect(keys.isSubset(of: known), "\(entry.text)")
        }
    }

    /// The Coding Plan's list of dashscope-text 6.3.
    @Test func sellsTheCodingPlanItsModels() async throws {
        let harness = try ServiceHarness()
        let listed: Set<String> = [
            "qwen3.7-plus", "qwen3.6-plus", "qwen3.5-plus", "kimi-k2.5", "glm-5", "MiniMax-M2.5",
            "qwen3-max-2026-01-23",
            "qwen3-coder-next", "qwen3-coder-plus", "glm-4.7",
        ]
        #expect(Set(harness.service.world.models.cards.filter { $0.plans.contains("coding") }.map(\.id)) == listed)
    }

    @Test func listsPagesOfWhatARegionSells() async throws {
        let harness = try ServiceHarness()
        let page = await harness.reply("/api/v1/models?page_no=2&page_size=3", nil).json["output"]
        #expect(page?["models"]?.array?.count == 3 && page?["page_no"] == 2)
        let ids = await harness.reply("/compatible-mode/v1/models", nil).json["data"]?.array?.compactMap {
            $0["id"]?.string
        }
        #expect(ids?.contains("qwen3.6-plus") == true && ids?.contains("glm-5") == false)
    }
}
