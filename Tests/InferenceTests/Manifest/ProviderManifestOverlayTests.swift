import Foundation
import Inference
import Testing

@Suite struct ProviderManifestOverlayTests {
    let manifest = ProviderManifest(
        id: "acme", label: "Acme", documentation: "", keysPage: "", environment: ["ACME_KEY"],
        plans: [Plan(id: "flat", label: "Flat", isSubscription: true)],
        endpoints: [
            Endpoint(
                id: "flat-1", plan: "flat", region: "north", label: "Flat", baseURL: "https://a.example/v1",
                hosts: ["a.example"], capabilities: [.chat])
        ], authChoices: [], defaults: DefaultModels(chat: "big", chatAlias: "Big"),
        models: [
            ModelDescriptor(
                id: "big", name: "Big", input: [.text, .image], alsoTakes: [.video], contextWindow: 1000,
                maxTokens: 300, maxOutputTokens: 200,
                thinking: ThinkingSupport(control: .toggle, isOnByDefault: true, takesBudget: true, maxBudget: 99),
                prices: [Price(endpoints: ["flat-1"], currency: "EUR", tiers: [PriceTier(input: 1, output: 2)])]),
            ModelDescriptor(
                id: "Small", name: "Small", notOn: [Unavailability(plan: "flat", reason: "too small")], isHidden: true),
        ], unknownModel: ModelDescriptor(id: "unknown", name: "unknown", contextWindow: 500))

    func overlaid(_ row: UserModelRow) throws -> ModelDescriptor {
        try #require(manifest.overlaid(with: [row]).model(row.id))
    }

    @Test func leavesEverythingThatTheRowDoesNotSay() throws {
        var expected = try #require(manifest.model("big"))
        expected.isFromUser = true
        #expect(try overlaid(UserModelRow(id: "big")) == expected)
    }

    @Test func takesWhatTheRowSays() throws {
        let model = try overlaid(
            UserModelRow(
                id: "big", name: "Mine", input: [.text], cost: UserModelCost(input: 3, output: 4), contextWindow: 2000,
                contextTokens: 800, maxTokens: 400,
                compat: UserModelCompat(
                    supportsDeveloperRole: true, supportsUsageInStreaming: false, supportsTools: false,
                    maxTokensField: "max_completion_tokens", requiresStringContent: true)))
        #expect(model.name == "Mine")
        #expect(model.input == [.text] && model.alsoTakes.isEmpty)
        #expect(model.contextWindow == 2000 && model.contextTokens == 800)
        #expect(model.maxTokens == 400 && model.maxOutputTokens == 400)
        #expect(model.wire.developerRole && model.wire.stringContent && model.wire.streamingUsage == false)
        #expect(model.wire.outputLimitField == "max_completion_tokens")
        #expect(!model.tools.isSupported)
        let price = try #require(model.price(on: manifest.endpoints[0]))
        #expect(price.currency == "USD" && price.tiers == [PriceTier(input: 3, output: 4)])
    }

    @Test func aRowThatCannotNameClipsDoesNotDenyThem() throws {
        var manifest = manifest
        manifest.models[0].input = [.text, .image, .video]
        let repeated = manifest.overlaid(with: [UserModelRow(id: "big", input: [.text, .image])])
        #expect(repeated.model("big")?.input == [.text, .image, .video])
        let narrowed = manifest.overlaid(with: [UserModelRow(id: "big", input: [.text])])
        #expect(narrowed.model("big")?.input == [.text])
    }

    @Test func keepsTheWireLimitWhenTheRowRepeatsTheCatalogue() throws {
        #expect(try overlaid(UserModelRow(id: "big", maxTokens: 300)).maxOutputTokens == 200)
    }

    @Test func takesACostOfZeroForUnknown() throws {
        let free = UserModelCost(input: 0, output: 0, cacheRead: 0, cacheWrite: 0)
        #expect(try overlaid(UserModelRow(id: "big", cost: free)).prices == manifest.models[0].prices)
        #expect(try overlaid(UserModelRow(id: "new", cost: free)).prices.isEmpty)
    }

    @Test func appendsUnknownModelsAsTheUserSpelledThem() throws {
        let models = manifest.overlaid(with: [UserModelRow(id: "Vendor/New"), UserModelRow(id: "big")]).models
        #expect(models.map(\.id) == ["big", "Small", "Vendor/New"])
        #expect(models[2].name == "Vendor/New" && models[2].contextWindow == 500 && models[2].isFromUser)
    }

    @Test func showsHiddenModelsThatTheUserWroteAndKeepsTheAdvice() throws {
        let model = try overlaid(UserModelRow(id: "small"))
        #expect(model.id == "Small", "the service's spelling stays")
        #expect(!model.isHidden && model.isFromUser)
        #expect(model.unavailability(on: manifest.endpoints[0])?.reason == "too small")
    }

    @Test func letsTheLastRowOfAnIDWin() throws {
        let rows = [UserModelRow(id: "x", contextWindow: 1), UserModelRow(id: "x", contextWindow: 2)]
        let models = manifest.overlaid(with: rows).models.filter { $0.id == "x" }
        #expect(models.map(\.contextWindow) == [2])
    }

    @Test(arguments: [
        ("big", false, ThinkingSupport.Control.toggle), ("big", true, .toggle), ("Small", true, .toggle),
        ("Small", false, .never), ("new", true, .toggle), ("new", false, .never),
    ])
    func readsReasoning(id: ModelID, reasoning: Bool, control: ThinkingSupport.Control) throws {
        #expect(try overlaid(UserModelRow(id: id, reasoning: reasoning)).thinking.control == control)
    }

    @Test(arguments: [
        ("openai", ThinkingSupport.Control.effort, false, ["low", "medium", "high"]),
        ("acme-chat-template", .toggle, true, []), ("acme", .toggle, false, []),
    ])
    func readsTheThinkingFormat(
        format: String, control: ThinkingSupport.Control, usesTemplate: Bool, efforts: [String]
    ) throws {
        let thinking = try overlaid(UserModelRow(id: "big", compat: UserModelCompat(thinkingFormat: format))).thinking
        #expect(thinking.control == control && thinking.usesChatTemplate == usesTemplate && thinking.efforts == efforts)
    }
}
