import Inference
import Logging
import Testing

@testable import OpenClawHost

@Suite struct ChatDeskTests {
    private func desk() -> ChatDesk {
        let settings: JSONValue = [
            "agents": [
                "defaults": [
                    "model": ["primary": "acme/Big-2", "fallbacks": ["acme/plus-1"]], "imageModel": "acme/plus-1",
                    "models": ["acme/plus-1": ["alias": "quick"]],
                ]
            ]
        ]
        let accounts = Acme.accounts(settings, variables: ["ACME_API_KEY": "ak-1"])
        let registry = ProviderRegistry(providers: [FussyProvider()], settings: accounts.settings)
        let memory = FailoverMemory()
        return ChatDesk(
            selector: ModelSelector(registry: registry, settings: ModelSettings(configuration: settings)),
            dispatcher: ChatDispatcher(
                accounts: accounts,
                failover: FailoverServices(health: memory, repairs: memory, now: { FailoverScene.now }),
                userAgent: "test", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, learn: { _ in }))
    }

    @Test(arguments: [
        (nil, ["Big-2", "plus-1"]), ("openclaw", ["Big-2", "plus-1"]), ("openclaw/default", ["Big-2", "plus-1"]),
        ("quick", ["plus-1"]), ("plus-1", ["plus-1"]), ("ACME/PLUS-1", ["plus-1"]), ("acme/big-2", ["Big-2"]),
        ("brand-new", ["brand-new"]),
    ])
    func namesMeanModels(name: String?, models: [ModelID]) throws {
        let desk = desk()
        for _ in 0..<2 { #expect(try desk.candidates(named: name).map(\.reference.model) == models) }
    }

    @Test func picturesGoToTheModelForPictures() throws {
        #expect(try desk().candidates(named: "openclaw", hasImages: true).map(\.reference.model) == ["plus-1"])
    }

    @Test func unknownModelsPassWithAWarning() throws {
        let first = try #require(try desk().candidates(named: "acme/brand-new").first)
        #expect(!first.isKnown && first.warnings.count == 1)
    }

    @Test(arguments: [
        ("stranger/model", InferenceError.Code.modelNotFound), ("acme/plus-1@acme:work", .invalidRequest),
        (String(repeating: "m", count: 257), .invalidRequest), ("", .modelNotFound),
    ])
    func wrongNamesAreRefused(name: String, code: InferenceError.Code) {
        #expect { try desk().candidates(named: name) } throws: { ($0 as? InferenceError)?.code == code }
    }

    @Test func aFloodOfNamesForgetsOldOnesOnly() throws {
        let desk = desk()
        for bits in 0..<1024 {
            let spelled = "acme/plus-1".enumerated().map {
                bits & (1 << $0.offset) == 0 ? "\($0.element)" : $0.element.uppercased()
            }
            #expect(try desk.candidates(named: spelled.joined()).map(\.reference.model) == ["plus-1"])
        }
    }
}
