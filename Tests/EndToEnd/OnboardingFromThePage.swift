import Foundation
import QwenSimulator
import Testing

/// The provider page's own steps, under the real host names.
@Suite struct OnboardingFromThePage {
    struct Choice: Sendable, CustomTestStringConvertible {
        var id: String
        var endpoint: String
        var baseURL: String
        var provider = "qwen"
        var testDescription: String { id }
    }

    static let choices = [
        Choice(id: "qwen-api-key", endpoint: "coding-intl", baseURL: "https://coding-intl.dashscope.aliyuncs.com/v1"),
        Choice(id: "qwen-api-key-cn", endpoint: "coding-cn", baseURL: "https://coding.dashscope.aliyuncs.com/v1"),
        Choice(
            id: "qwen-standard-api-key", endpoint: "standard-intl",
            baseURL: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"),
        Choice(
            id: "qwen-standard-api-key-cn", endpoint: "standard-cn",
            baseURL: "https://dashscope.aliyuncs.com/compatible-mode/v1"),
        Choice(
            id: "qwen-token-plan", endpoint: "token-plan-intl",
            baseURL: "https://token-plan.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1",
            provider: "qwen-token-plan"),
        Choice(
            id: "qwen-token-plan-cn", endpoint: "token-plan-cn",
            baseURL: "https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1", provider: "qwen-token-plan"),
        Choice(
            id: "modelstudio-standard-api-key", endpoint: "standard-intl",
            baseURL: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"),
        Choice(
            id: "modelstudio-api-key-cn", endpoint: "coding-cn", baseURL: "https://coding.dashscope.aliyuncs.com/v1"),
    ]

    @Test(arguments: choices)
    func onboardsListsAndAnswers(_ choice: Choice) async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint(choice.endpoint)).key
            let openclaw = try OpenClaw(environment: network)

            let onboarding = try await openclaw("onboard", "--auth-choice", choice.id, "--key-stdin", stdin: key)
            #expect(onboarding.status == 0, "\(onboarding.stderr)")
            #expect(try openclaw.file("openclaw.json").contains(choice.baseURL))
            #expect(onboarding.stderr.contains("deprecated") == choice.id.hasPrefix("modelstudio"))

            let list = try await openclaw("models", "list", "--provider", choice.provider)
            #expect(list.status == 0)
            #expect(list.stdout.contains("\(choice.provider)/"))

            let answer = try await openclaw("infer", "model", "run", "hello")
            #expect(answer.status == 0, "\(answer.stderr)")
            #expect(!answer.stdout.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty)

            let chat = try #require(simulator.receivedRequests().last { $0.path.hasSuffix("/chat/completions") })
            #expect(chat.endpoint == choice.endpoint)
            #expect(chat.keyOwner == choice.endpoint)
            #expect(chat.header("user-agent")?.hasPrefix("openclaw/") == true)
            for output in [onboarding, list, answer] {
                #expect(!output.stdout.contains(key) && !output.stderr.contains(key))
            }
        }
    }

    @Test func aSecondPlanKeepsTheFirstKey() async throws {
        try await ServiceRoom.with { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            let coding = try #require(simulator.banner.endpoint("coding-intl")).key
            let standard = try #require(simulator.banner.endpoint("standard-intl")).key
            try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: coding)
            try await openclaw("onboard", "--auth-choice", "qwen-standard-api-key", "--key-stdin", stdin: standard)
            let profiles = try openclaw.file("agents/main/agent/auth-profiles.json")
            #expect(profiles.contains(coding) && profiles.contains(standard))
            #expect(try await openclaw("infer", "model", "run", "hello").status == 0)
            try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: coding)
            #expect(try await openclaw("infer", "model", "run", "hello").status == 0)
            #expect(simulator.receivedRequests().allSatisfy { $0.keyOwner == $0.endpoint })
        }
    }

    @Test(arguments: ["qwen-portal", "qwen-oauth"])
    func theRemovedLoginSaysTheWayForward(_ choice: String) async throws {
        let openclaw = try OpenClaw()
        let run = try await openclaw("onboard", "--auth-choice", choice, "--non-interactive", "--accept-risk")
        #expect(run.status == 2)
        #expect(run.stderr.contains("removed") || run.stderr.contains("no longer"))
        #expect(run.stderr.contains("openclaw onboard --auth-choice"))
        #expect(!FileManager.default.fileExists(atPath: openclaw.state.appending(path: "openclaw.json").path))
    }

    @Test func storesReferencesInsteadOfKeys() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network)
            let run = try await openclaw(
                "onboard", "--auth-choice", "qwen-standard-api-key", "--non-interactive", "--accept-risk",
                "--secret-input-mode", "ref", "--json", environment: ["QWEN_API_KEY": key])
            #expect(run.status == 0, "\(run.stderr)")
            #expect(
                (try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])?["ok"] as? Bool
                    == true)
            #expect(try !openclaw.file("agents/main/agent/auth-profiles.json").contains(key))
            #expect(try await openclaw("infer", "model", "run", "hi").status == 3)
            #expect(
                try await openclaw("infer", "model", "run", "hi", environment: ["QWEN_API_KEY": key]).status == 0)
        }
    }

    @Test func failuresAreJSONToo() async throws {
        let openclaw = try OpenClaw()
        let run = try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--non-interactive", "--json")
        #expect(run.status != 0)
        let report = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any]
        #expect(report?["ok"] as? Bool == false)
        #expect((report?["error"] as? [String: Any])?["hint"] is String)
    }
}

extension ReceivedRequest {
    /// The first value of a header.
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }
}
