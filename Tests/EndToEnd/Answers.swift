import Foundation
import QwenSimulator
import Testing

/// `openclaw infer model run` of the built binary, through base URLs and through the proxy.
@Suite struct Answers {
    /// A home that is onboarded by nothing but an environment variable.
    private func with(
        faults: [String] = [], endpoint: String = "standard-intl", settings: [String] = [],
        _ body: (OpenClaw, Simulator) async throws -> Void
    ) async throws {
        try await ServiceRoom.with(faults: faults) { simulator, network in
            let key = try #require(simulator.banner.endpoint(endpoint)).key
            try await body(try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 }), simulator)
        }
    }

    private func json(_ run: OpenClaw.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    }

    @Test func streamsPlainTextIntoAPipe() async throws {
        try await with { openclaw, _ in
            let run = try await openclaw("infer", "model", "run", "tell me about rivers", "--thinking", "off")
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.count > 20 && !run.stdout.contains("\u{1B}"))
        }
    }

    @Test func worksAgainstABaseURLToo() async throws {
        try await ServiceRoom.with { simulator, _ in
            let endpoint = try #require(simulator.banner.endpoint("coding-intl"))
            let openclaw = try OpenClaw(environment: ["QWEN_API_KEY": endpoint.key])
            let set = try await openclaw(
                "config", "set", "models.providers.qwen.baseUrl", endpoint.compatibleURL)
            #expect(set.status == 0, "\(set.stderr)")
            let run = try await openclaw("infer", "model", "run", "hello")
            #expect(run.status == 0, "\(run.stderr)")
            #expect(simulator.receivedRequests().last?.endpoint == "coding-intl")
        }
    }

    @Test func joinsArgumentAndStandardInput() async throws {
        try await with { openclaw, simulator in
            try await openclaw("infer", "model", "run", "summarise:", stdin: "a text about glaciers\n")
            let body = try #require(simulator.receivedRequests().last).body
            #expect(body.contains("summarise:") && body.contains("glaciers"))
        }
    }

    @Test func thinkingReachesTheWireAndIsShownOnRequest() async throws {
        try await with { openclaw, simulator in
            let on = try await openclaw(
                "infer", "model", "run", "why", "--thinking", "high", "--json", "--model", "qwen/qwen3.5-plus")
            let output = try #require((try json(on)["outputs"] as? [[String: Any]])?.first)
            #expect((output["reasoning"] as? String)?.isEmpty == false)
            #expect(simulator.receivedRequests().last?.body.contains("\"enable_thinking\":true") == true)
            let off = try await openclaw(
                "infer", "model", "run", "why", "--thinking", "off", "--json", "--model", "qwen/qwen3.5-plus")
            #expect(((try json(off)["outputs"] as? [[String: Any]])?.first?["reasoning"] as? String ?? "").isEmpty)
        }
    }

    @Test func schemaAnswersFit() async throws {
        try await with { openclaw, _ in
            try openclaw.write(
                #"{"type":"object","properties":{"city":{"type":"string"},"people":{"type":"integer"}},"required":["city","people"],"additionalProperties":false}"#,
                to: "schema.json")
            let run = try await openclaw(
                "infer", "model", "run", "a city", "--schema", openclaw.state.appending(path: "schema.json").path,
                "--model", "qwen/qwen3.7-plus")
            #expect(run.status == 0, "\(run.stderr)")
            let answer = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any]
            #expect(answer?["city"] is String && answer?["people"] is Int)
        }
    }

    @Test func aToolResultGoesBack() async throws {
        try await with { openclaw, simulator in
            try openclaw.write(
                #"[{"type":"function","function":{"name":"get_weather","description":"Current weather of a city","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]"#,
                to: "tools.json")
            let run = try await openclaw(
                "infer", "model", "run", "What is the weather in Paris?", "--thinking", "off", "--tools",
                openclaw.state.appending(path: "tools.json").path, "--tool-result", "get_weather=frogs are falling")
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.contains("frogs are falling"))
            #expect(simulator.receivedRequests().filter { $0.path.hasSuffix("/chat/completions") }.count == 2)
        }
    }

    @Test func envelopeNamesWhatServedIt() async throws {
        try await with { openclaw, _ in
            let report = try json(try await openclaw("infer", "model", "run", "hello", "--json"))
            #expect(report["ok"] as? Bool == true)
            #expect(report["capability"] as? String == "model.run")
            #expect(report["provider"] as? String == "qwen")
            #expect(report["model"] as? String == "qwen3.5-plus")
            #expect(report["usage"] is [String: Any])
            #expect(report["cost"] != nil)
        }
    }

    @Test func interruptingStopsTheService() async throws {
        try await with(faults: ["slow@ms=300"]) { openclaw, simulator in
            let run = try await openclaw(
                "infer", "model", "run", "tell a long story", interruptAfter: .seconds(2), limit: .seconds(30))
            #expect(run.status == 130)
            #expect(run.duration < .seconds(10))
            let request = try #require(simulator.receivedRequests().last)
            for _ in 0..<50 where simulator.receivedRequests().last?.closedByClientAfterMilliseconds == nil {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(simulator.receivedRequests().last?.closedByClientAfterMilliseconds != nil, "\(request.path)")
        }
    }

    @Test(arguments: [
        ("invalid_api_key", Int32(3)), ("limit_requests", 4), ("insufficient_quota", 4), ("data_inspection_failed", 6),
        ("cut-stream@chunks=3", 5), ("html-502", 5), ("mid-stream-error@error=internal_error,chunks=2", 5),
    ])
    func everyErrorHasItsExitCode(_ fault: String, _ status: Int32) async throws {
        try await with(faults: [fault]) { openclaw, _ in
            let run = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(run.status == status, "\(run.stdout) \(run.stderr)")
            let error = try #require(try json(run)["error"] as? [String: Any])
            #expect(error["code"] is String && error["message"] is String)
            #expect(error["exitCode"] as? Int == Int(status))
        }
    }

    @Test func anUnreachableServiceIsANetworkError() async throws {
        let openclaw = try OpenClaw(environment: ["QWEN_API_KEY": "sk-0123456789abcdef0123456789abcdef"])
        try await openclaw("config", "set", "models.providers.qwen.baseUrl", "http://127.0.0.1:9/v1")
        let run = try await openclaw("infer", "model", "run", "hello")
        #expect(run.status == 5)
        #expect(run.stderr.contains("hint"))
    }

    @Test func withoutAKeyTheWayIsShown() async throws {
        let openclaw = try OpenClaw()
        let run = try await openclaw("infer", "model", "run", "hello")
        #expect(run.status == 3)
        #expect(run.stderr.contains("openclaw onboard"))
    }
}
