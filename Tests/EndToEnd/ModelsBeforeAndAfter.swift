import Foundation
import QwenSimulator
import Testing

/// `openclaw models` of the built binary.
@Suite struct ModelsBeforeAndAfter {
    static let page = [
        "qwen/qwen3.5-plus", "qwen/qwen3.6-plus", "qwen/qwen3-max-2026-01-23", "qwen/qwen3-coder-next",
        "qwen/qwen3-coder-plus", "qwen/MiniMax-M2.5", "qwen/glm-5", "qwen/glm-4.7", "qwen/kimi-k2.5",
    ]

    @Test(arguments: ["qwen", "modelstudio", "dashscope"])
    func listsTheCatalogueInAnEmptyHome(_ provider: String) async throws {
        let openclaw = try OpenClaw()
        let run = try await openclaw("models", "list", "--provider", provider, "--json")
        #expect(run.status == 0)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
        let rows = try #require(list["models"] as? [[String: Any]])
        let keys = rows.compactMap { $0["key"] as? String }
        #expect(Array(keys.prefix(Self.page.count)) == Self.page)
        #expect(list["count"] as? Int == rows.count)
        #expect(rows.allSatisfy { $0["available"] as? Bool == false })
        #expect(!FileManager.default.fileExists(atPath: openclaw.state.path), "a listing writes nothing")
    }

    @Test func codingPlanOmitsStandardModelsAndSaysSo() async throws {
        try await ServiceRoom.with { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            let key = try #require(simulator.banner.endpoint("coding-intl")).key
            try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: key)
            let list = try await openclaw("models", "list", "--provider", "qwen", "--plain")
            #expect(!list.stdout.contains("qwen/qwen3.6-plus\n"))
            #expect(list.stdout.contains("qwen/qwen3.5-plus\n"))
            #expect(list.stderr.contains("--all"))
            let all = try await openclaw("models", "list", "--provider", "qwen", "--all")
            #expect(all.stdout.contains("qwen/qwen3.6-plus"))

            let run = try await openclaw("infer", "model", "run", "hello", "--model", "qwen/qwen3.6-plus")
            #expect(simulator.receivedRequests().contains { $0.model == "qwen3.6-plus" }, "advice is no veto")
            #expect(run.stderr.contains("Standard"))
        }
    }

    @Test func anUnknownModelGoesOutAsWritten() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 })
            let run = try await openclaw("infer", "model", "run", "hello", "--model", "qwen/qwen99-unreleased")
            #expect(simulator.receivedRequests().filter { $0.model == "qwen99-unreleased" }.count == 1)
            #expect(run.status == 7)
            #expect(run.stderr.contains("qwen99-unreleased"))
        }
    }

    @Test func setsTheDefaultOfThePage() async throws {
        let openclaw = try OpenClaw()
        try openclaw.write("// mine\n{ gateway: { mode: 'local' } }\n", to: "openclaw.json")
        let run = try await openclaw("models", "set", "modelstudio/qwen3.5-plus")
        #expect(run.status == 0, "\(run.stderr)")
        let file = try openclaw.file("openclaw.json")
        #expect(file.hasPrefix("// mine\n"))
        #expect(file.contains("qwen/qwen3.5-plus"))
        let status = try await openclaw("models", "status", "--plain")
        #expect(status.stdout == "qwen/qwen3.5-plus\n")
        #expect(try await openclaw("models", "status", "--check").status == 1)
    }
}
