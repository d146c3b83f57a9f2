import Foundation
import Inference
import Qwen
import QwenSimulator
import Testing

/// Conversations cost less with marks, and `usage` says by how much.
@Suite struct CachingAcrossTurns {
    private static let instructions = String(
        repeating: "Answer like a patient sailor who has seen it all. ", count: 300)
    private static let tools =
        #"[{"type":"function","function":{"name":"get_weather","description":"Current weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]"#

    /// Three questions of two requests each.
    private func ask(_ openclaw: OpenClaw) async throws {
        try openclaw.write(Self.tools, to: "tools.json")
        for city in ["Paris", "Rome", "Oslo"] {
            let run = try await openclaw(
                "infer", "model", "run", "What is the weather in \(city)?", "--system", Self.instructions, "--thinking",
                "off", "--tools", openclaw.state.appending(path: "tools.json").path, "--tool-result", "get_weather=rain"
            )
            #expect(run.status == 0, "\(run.stderr)")
            #expect(!run.stderr.contains("cache"))
        }
    }

    private func total(_ openclaw: OpenClaw) async throws -> JSONValue {
        let report = try await openclaw("usage", "--json")
        return try #require(try JSONValue(parsing: Array(report.stdout.utf8))["total"])
    }

    private func amount(_ value: JSONValue?) -> Decimal { value?.string.flatMap { Decimal(string: $0) } ?? 0 }

    @Test func toolLoopsWriteOnceThenReadAndCostLess() async throws {
        var costs: [Decimal] = []
        for setting in ["auto", "off"] {
            try await ServiceRoom.with { simulator, network in
                let key = try #require(simulator.banner.endpoint("standard-intl")).key
                let openclaw = try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 })
                try await openclaw("config", "set", "models.providers.qwen.cache", setting)
                try await ask(openclaw)
                let bodies = simulator.receivedRequests().map(\.body)
                #expect(bodies.count == 6)
                #expect(bodies.allSatisfy { $0.contains("cache_control") == (setting == "auto") })
                let total = try await total(openclaw)
                costs.append(amount(total["cost"]?["USD"]))
                guard setting == "auto" else { return }
                let input = try #require(total["tokens"]?["input"]?.int)
                let read = try #require(total["tokens"]?["cacheRead"]?.int)
                let written = try #require(total["tokens"]?["cacheWrite"]?.int)
                #expect(written > 1024 && read > 4 * written)
                // Read tokens cost 0.04 instead of 0.4 dollars a million, written ones 0.5.
                let saved = Decimal(sign: .plus, exponent: -8, significand: Decimal(read * 36 - written * 10))
                #expect(amount(total["saved"]?["USD"]) == saved && saved > 0)
                let rate = try #require(total["cacheHitRate"]?.double)
                #expect(abs(rate - Double(read) / Double(input)) < 0.0001)
                for by in ["day", "model", "key", "endpoint"] {
                    let text = try await openclaw("usage", "--by", by)
                    #expect(text.stdout.contains("Saved"))
                    let csv = try await openclaw("usage", "--by", by, "--csv")
                    let lines = csv.stdout.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
                    #expect(lines[0].last == "saved_USD" && lines[1].last == "\(saved)")
                }
            }
        }
        // Off still has the automatic cache, whose hits cost twice as much.
        #expect(costs.count == 2 && costs[0] > 0 && costs[0] < costs[1], "\(costs)")
    }

    @Test func aConversationStaysWithOneOfThreeKeysAndHits() async throws {
        try await ServiceRoom.with(acceptingAnyKey: true) { simulator, network in
            let keys = (1...3).map { "sk-\($0)123456789abcdef0123456789abcdef" }.joined(separator: ",")
            let openclaw = try OpenClaw(environment: network.merging(["QWEN_API_KEYS": keys]) { $1 })
            try await ask(openclaw)
            let received = simulator.receivedRequests()
            #expect(received.count == 6)
            #expect(Set(received.map(\.keyFingerprint)).count == 3, "each run takes another key")
            let report = try await openclaw("usage", "--json", "--by", "key")
            let rows = try #require(try JSONValue(parsing: Array(report.stdout.utf8))["rows"]?.array)
            #expect(rows.count == 3)
            for row in rows {
                let written = try #require(row["tokens"]?["cacheWrite"]?.int)
                let read = try #require(row["tokens"]?["cacheRead"]?.int)
                #expect(row["requests"] == 2)
                // What the first request of a conversation wrote, its second one read.
                #expect(read > 1024 && written > read && written < read + 200)
            }
        }
    }

    @Test func aChatHitsFromItsThirdTurnOn() async throws {
        try await ServiceRoom.with { simulator, _ in
            let endpoint = try #require(simulator.banner.endpoint("standard-intl"))
            let qwen = try QwenClient(
                credential: Secret(endpoint.key), endpoint: "standard-intl", baseURL: endpoint.compatibleURL)
            var messages: [ChatMessage] = [.system(Self.instructions)]
            for turn in 1...10 {
                messages.append(.user("Question \(turn): and what would the sailor say to that?"))
                var options = ChatOptions()
                options.thinking = .off
                let answer = try await qwen.respond(
                    to: ChatRequest(model: "qwen3.5-plus", messages: messages, options: options))
                let usage = try #require(answer.usage)
                switch turn {
                case 1: #expect(usage.cacheRead == 0 && usage.cacheWrite == 0)
                case 2: #expect(usage.cacheRead == 0 && usage.cacheWrite > 1024)
                default: #expect(usage.cacheRead * 100 >= usage.input * 85 && usage.cacheWrite < 300)
                }
                messages.append(answer.message)
            }
        }
    }
}
