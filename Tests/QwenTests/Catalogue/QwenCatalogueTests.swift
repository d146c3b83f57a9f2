import Inference
import Qwen
import Testing

/// The provider page is the contract: what it says stands here a second time, by hand.
@Suite struct QwenCatalogueTests {
    let manifests: [ProviderManifest]
    let qwen: ProviderManifest
    let tokenPlan: ProviderManifest

    init() throws {
        manifests = try QwenCatalogue.manifests()
        qwen = try #require(manifests.first { $0.id == "qwen" })
        tokenPlan = try #require(manifests.first { $0.id == "qwen-token-plan" })
    }

    @Test func listsTheNineModelsOfThePageFirst() {
        let rows = qwen.chatModels().prefix(9).map {
            "\($0.id) | \($0.input.map(\.rawValue).joined(separator: ", ")) | \($0.contextWindow ?? 0)"
        }
        #expect(
            rows == [
                "qwen3.5-plus | text, image | 1000000", "qwen3.6-plus | text, image | 1000000",
                "qwen3-max-2026-01-23 | text | 262144", "qwen3-coder-next | text | 262144",
                "qwen3-coder-plus | text | 1000000", "MiniMax-M2.5 | text | 1000000", "glm-5 | text | 202752",
                "glm-4.7 | text | 202752", "kimi-k2.5 | text, image | 262144",
            ])
    }

    @Test func showsTheOutputLimitsThatOpenClawWrites() {
        #expect(
            qwen.models.prefix(9).map(\.maxTokens)
                == [65_536, 65_536, 65_536, 65_536, 65_536, 65_536, 16_384, 16_384, 32_768])
    }

    @Test func offersThePageOnStandardAndLeavesOneModelOutOfTheCodingPlan() throws {
        for id: EndpointID in ["standard-intl", "standard-cn"] {
            let endpoint = try #require(qwen.endpoint(id))
            #expect(qwen.models.prefix(9).allSatisfy { $0.unavailability(on: endpoint) == nil })
        }
        for id: EndpointID in ["coding-intl", "coding-cn"] {
            let endpoint = try #require(qwen.endpoint(id))
            let left = qwen.models.prefix(9).filter { $0.unavailability(on: endpoint) != nil }
            #expect(left.map(\.id) == ["qwen3.6-plus"])
        }
    }

    @Test(arguments: [
        (
            "qwen-standard-api-key-cn", "https://dashscope.aliyuncs.com/compatible-mode/v1",
            "--modelstudio-standard-api-key-cn"
        ),
        (
            "qwen-standard-api-key", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
            "--modelstudio-standard-api-key"
        ),
        ("qwen-api-key-cn", "https://coding.dashscope.aliyuncs.com/v1", "--modelstudio-api-key-cn"),
        ("qwen-api-key", "https://coding-intl.dashscope.aliyuncs.com/v1", "--modelstudio-api-key"),
    ])
    func leadsEachAuthChoiceToTheEndpointOfThePage(id: String, baseURL: String, flag: String) throws {
        let choice = try #require(qwen.authChoice(AuthChoiceID(id)))
        #expect(qwen.endpoint(choice.endpoint)?.baseURL == baseURL)
        #expect(choice.keyFlag == flag)
        #expect(choice.environment == "QWEN_API_KEY")
        let old = AuthChoiceID(id.replacing("qwen-", with: "modelstudio-"))
        #expect(qwen.authChoice(old)?.id == choice.id)
        #expect(choice.note.count == 4)
    }

    @Test(arguments: [
        ("qwen-token-plan", "https://token-plan.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1"),
        ("qwen-token-plan-cn", "https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1"),
    ])
    func leadsTheTokenPlanChoicesToTheirEndpoints(id: String, baseURL: String) throws {
        let choice = try #require(tokenPlan.authChoice(AuthChoiceID(id)))
        #expect(tokenPlan.endpoint(choice.endpoint)?.baseURL == baseURL)
        #expect(choice.environment == "QWEN_TOKEN_PLAN_API_KEY")
        #expect(choice.keyFlag == "--\(id.replacing("plan", with: "plan-api-key"))")
    }

    @Test func looksForKeysInTheOrderOfThePage() {
        #expect(qwen.environment == ["QWEN_API_KEY", "MODELSTUDIO_API_KEY", "DASHSCOPE_API_KEY"])
        #expect(tokenPlan.environment == ["QWEN_TOKEN_PLAN_API_KEY"])
    }

    @Test(arguments: ["qwen", "modelstudio", "qwencloud", "dashscope", "alibaba", "bailian", "ModelStudio"])
    func answersToEveryNameOfTheProvider(name: String) {
        #expect(manifests.filter { $0.answers(to: ProviderID(name)) }.map(\.id) == ["qwen"])
    }

    @Test(arguments: ["qwen-portal", "qwen-oauth", "qwen-cli", "portal.qwen.ai"])
    func explainsWhatBecameOfTheOldLogin(name: String) throws {
        let retired = try #require(qwen.retirement(of: name))
        #expect(retired.notice.contains("Qwen OAuth has been removed"))
        let choice = try #require(retired.hint.split(separator: " ").last)
        #expect(qwen.authChoice(AuthChoiceID(String(choice))) != nil)
    }

    @Test func namesTheDefaultsOfThePage() {
        #expect(qwen.defaults.chat == "qwen3.5-plus" && qwen.defaults.chatAlias == "Qwen")
        #expect(qwen.defaults.imageUnderstanding == "qwen-vl-max-latest")
        #expect(qwen.defaults.videoUnderstanding == "qwen-vl-max-latest")
        #expect(qwen.model("qwen-vl-max-latest")?.takes(.video) == true)
    }

    @Test(arguments: [
        "coding.dashscope.aliyuncs.com", "coding-intl.dashscope.aliyuncs.com", "dashscope.aliyuncs.com",
        "dashscope-intl.aliyuncs.com",
    ])
    func knowsTheNativeHostsOfThePage(host: String) throws {
        let endpoint = try #require(qwen.endpoint(servingHost: host))
        #expect(endpoint.streamingUsage)
        #expect(endpoint.offers(.videoUnderstanding) == !host.hasPrefix("coding"))
    }

    @Test func clampsToTheSmallerOfDisagreeingLimits() {
        #expect(qwen.model("kimi-k2.5")?.maxOutputTokens == 16_384)
        #expect(qwen.model("MiniMax-M2.5")?.maxOutputTokens == 32_768)
    }

    @Test func assumesLittleOfUnknownModels() {
        let model = qwen.descriptor(for: "vendor/Brand-New")
        #expect(model.id == "vendor/Brand-New" && model.name == "vendor/Brand-New")
        #expect(model.input == [.text] && model.contextWindow == 262_144)
        #expect(model.maxOutputTokens == nil && model.maxTokens == nil && model.prices.isEmpty)
    }
}
