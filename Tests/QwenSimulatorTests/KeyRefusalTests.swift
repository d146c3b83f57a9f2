import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct KeyRefusalTests {
    /// dashscope-text 1.4.
    static let pairs: [(key: String, endpoint: String, status: Int, text: String)] = [
        ("standard-intl", "coding-intl", 401, "invalid access token or token expired"),
        ("coding-cn", "standard-cn", 401, "Incorrect API key provided"),
        ("coding-cn", "coding-intl", 401, "invalid access token or token expired"),
        ("token-plan-cn", "coding-cn", 401, "invalid access token or token expired"),
        ("token-plan-cn", "standard-cn", 401, "Incorrect API key provided"),
        ("standard-cn", "token-plan-cn", 401, "Invalid API-key provided."),
        ("coding-cn", "token-plan-cn", 401, "Invalid API-key provided."),
        ("standard-cn", "standard-intl", 401, "Incorrect API key provided"),
        ("standard-intl", "standard-us", 401, "Incorrect API key provided"),
    ]

    @Test(arguments: pairs)
    func refusesKeysOfOtherPlansAndRegions(key: String, endpoint: String, status: Int, text: String) async throws {
        let harness = try ServiceHarness()
        let path = endpoint.hasPrefix("coding") ? "/v1/chat/completions" : "/compatible-mode/v1/chat/completions"
        let body: JSON = ["model": "qwen3.6-plus", "messages": user("Hi")]
        let answer = await harness.reply(path, body, endpoint: endpoint, key: harness.key(key))
        #expect(answer.status == status)
        #expect(answer.message.hasPrefix(text))
    }

    @Test func takesEveryKeyAtHome() async throws {
        let harness = try ServiceHarness()
        for card in harness.service.world.endpoints.cards {
            let answer = await harness.reply(
                card.compatible + "/chat/completions", ["model": "nothing", "messages": user("Hi")], endpoint: card.id)
            #expect(answer.status != 401, "\(card.id)")
        }
    }

    @Test func workspaceHostsTakeTheKeyOfTheirRegion() throws {
        let harness = try ServiceHarness()
        #expect(harness.key("workspace-cn") == harness.key("standard-cn"))
        #expect(harness.key("workspace-eu") != harness.key("standard-cn"))
    }

    @Test func namesTheMissingKeyInTheShapeOfThePath() async throws {
        let harness = try ServiceHarness()
        let body: JSON = ["model": "qwen-plus", "messages": user("Hi")]
        let compatible = await harness.reply("/compatible-mode/v1/chat/completions", body, key: "")
        #expect(compatible.json["error"]?["message"] == "No API-key provided.")
        let native = await harness.reply("/api/v1/services/aigc/text-generation/generation", body, key: "")
        #expect(native.json["code"] == "InvalidApiKey")
        #expect(native.json["request_id"]?.string == native.headers.first(name: "x-request-id"))
    }

    @Test func keysLookLikeTheRealOnesAndFollowTheSeed() throws {
        let first = try ServiceHarness(.init(seed: 7))
        let same = try ServiceHarness(.init(seed: 7))
        let other = try ServiceHarness(.init(seed: 8))
        #expect(first.key("standard-cn").hasPrefix("sk-") && first.key("standard-cn").count == 35)
        #expect(first.key("coding-cn").hasPrefix("sk-sp-"))
        #expect(first.key("coding-cn") == same.key("coding-cn"))
        #expect(first.key("coding-cn") != other.key("coding-cn"))
    }

    @Test func acceptsAnythingWhenTold() async throws {
        let harness = try ServiceHarness(.init(acceptAnyKey: true))
        let body: JSON = ["model": "qwen3.6-plus", "messages": user("Hi")]
        #expect(await harness.reply("/v1/chat/completions", body, endpoint: "coding-cn", key: "").status == 200)
    }
}
