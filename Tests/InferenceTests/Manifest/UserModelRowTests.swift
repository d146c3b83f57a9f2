import Foundation
import Inference
import Testing

@Suite struct UserModelRowTests {
    @Test func readsEveryMemberOfARow() throws {
        let row = UserModelRow([
            "id": " vendor/model ", "name": "Model", "reasoning": true, "input": ["text", "image"],
            "cost": ["input": 0.4, "output": .number(JSONNumber(verbatim: "2.40")), "cacheRead": 0, "cacheWrite": 0.5],
            "contextWindow": 1000, "contextTokens": 900, "maxTokens": 100,
            "compat": [
                "supportsDeveloperRole": false, "supportsReasoningEffort": true, "supportsUsageInStreaming": true,
                "supportsTools": true, "maxTokensField": "max_tokens", "thinkingFormat": "openai",
                "requiresStringContent": false,
            ],
        ])
        let cost = UserModelCost(
            input: try #require(Decimal(string: "0.4")), output: try #require(Decimal(string: "2.4")), cacheRead: 0,
            cacheWrite: 0.5)
        let compat = UserModelCompat(
            supportsDeveloperRole: false, supportsReasoningEffort: true, supportsUsageInStreaming: true,
            supportsTools: true, maxTokensField: "max_tokens", thinkingFormat: "openai", requiresStringContent: false)
        let expected = UserModelRow(
            id: "vendor/model", name: "Model", reasoning: true, input: [.text, .image], cost: cost, contextWindow: 1000,
            contextTokens: 900, maxTokens: 100, compat: compat)
        #expect(row == expected)
    }

    @Test(arguments: [JSONValue.null, "text", [:], ["id": ""], ["id": "  "], ["id": 7]])
    func needsAnID(value: JSONValue) {
        #expect(UserModelRow(value) == nil)
    }

    @Test func takesMembersOfAWrongTypeForAbsent() {
        let row = UserModelRow([
            "id": "m", "name": 7, "reasoning": "yes", "input": "text", "cost": ["input": -1, "output": 1],
            "contextWindow": 0, "maxTokens": -5, "compat": [],
        ])
        #expect(row == UserModelRow(id: "m"))
    }
}
