import Foundation
import QwenSimulator
import Testing

/// `openclaw onboard` with nothing but a key, under the real host names.
@Suite(.serialized) struct PlanDiscovery {
    /// Every endpoint with a host of its own, and the base URL that the page gives it.
    static let baseURLs = [
        "standard-cn": "https://dashscope.aliyuncs.com/compatible-mode/v1",
        "standard-intl": "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
        "standard-us": "https://dashscope-us.aliyuncs.com/compatible-mode/v1",
        "standard-hk": "https://cn-hongkong.dashscope.aliyuncs.com/compatible-mode/v1",
        "coding-cn": "https://coding.dashscope.aliyuncs.com/v1",
        "coding-intl": "https://coding-intl.dashscope.aliyuncs.com/v1",
        "token-plan-cn": "https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1",
        "token-plan-intl": "https://token-plan.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1",
    ]

    private func json(_ run: OpenClaw.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    }

    private static func files(holding key: String, below folder: URL) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return names.map { folder.appending(path: $0) }
            .filter { (try? Data(contentsOf: $0))?.range(of: Data(key.utf8)) != nil }
            .map(\.lastPathComponent)
    }

    private static func provider(_ endpoint: String) -> String {
        endpoint.hasPrefix("token-plan") ? "qwen-token-plan" : "qwen"
    }

    /// The nine places that a key can belong to: those hosts, and the workspace hosts, of which one stands for all.
    static let places = baseURLs.merging([
        "standard-eu": "https://ws-1.eu-central-1.maas.aliyuncs.com/compatible-mode/v1"
    ]) { $1 }

    @Test(arguments: places.keys.sorted())
    func everyKeyFindsItsEndpointFromEveryWrongStart(_ endpoint: String) async throws {
        try await ServiceRoom.with { simulator, network in
            let isWorkspace = endpoint == "standard-eu"
            let key = try #require(simulator.banner.endpoint(isWorkspace ? "workspace-eu" : endpoint)).key
            let arguments = ["onboard", "--key-stdin", "--json", "--verbose"]
            let talkative = ["OPENCLAW_LOG_LEVEL": "trace"]
            for (start, wrong) in Self.places.sorted(by: { $0.key < $1.key }) {
                simulator.reset()
                let openclaw = try OpenClaw(environment: network.merging(talkative) { $1 })
                try openclaw.write(
                    "{ models: { providers: { \"\(Self.provider(start))\": { baseUrl: '\(wrong)' } } } }\n",
                    to: "openclaw.json")
                let run = try await openclaw.run(
                    arguments + (isWorkspace ? ["--workspace-id", "ws-1"] : []), stdin: key + "\n")
                #expect(run.status == 0, "\(start): \(run.stderr)")
                #expect(run.duration < .seconds(5), "\(start)")
                let report = try json(run)
                #expect(report["endpoint"] as? String == endpoint, "\(start)")
                #expect(report["baseUrl"] as? String == Self.places[endpoint], "\(start)")
                #expect((report["discovery"] as? [String: Any])?["found"] as? String == endpoint)
                #expect(!run.stdout.contains(key) && !run.stderr.contains(key))
                let hosts = simulator.receivedRequests().map(\.host)
                #expect(hosts.count == Set(hosts).count, "\(start): \(hosts)")
                #expect(simulator.receivedRequests().allSatisfy { $0.method == "GET" || $0.status != 200 }, "free")
                #expect(simulator.bill().isEmpty)
                #expect(try Self.files(holding: key, below: openclaw.home) == ["auth-profiles.json"])
                guard start == Self.places.keys.min() else { continue }
                try await Self.callWorks(openclaw, key, simulator, isWorkspace ? "workspace-eu" : endpoint)
            }
        }
    }

    /// The next call goes to the endpoint of the key, and the key stands in the credential store and nowhere else.
    private static func callWorks(
        _ openclaw: OpenClaw, _ key: String, _ simulator: Simulator, _ endpoint: String
    ) async throws {
        simulator.reset()
        let call = try await openclaw("infer", "model", "run", "hello")
        #expect(call.status == 0, "\(call.stderr)")
        #expect(simulator.bill().map(\.endpoint) == [endpoint])
        #expect(!call.stdout.contains(key) && !call.stderr.contains(key))
        #expect(try files(holding: key, below: openclaw.home) == ["auth-profiles.json"])
    }

    @Test func saysWhatWorksWhatDoesNotAndWhatComesNext() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("coding-intl")).key
            let openclaw = try OpenClaw(environment: network)
            let run = try await openclaw("onboard", "--key-stdin", stdin: key)
            #expect(run.stdout.contains("Coding Plan (Global); "))
            #expect(run.stdout.contains("does not do video"))
            #expect(run.stdout.contains("openclaw models auth add --auth-choice qwen-standard-api-key\n"))
            #expect(run.stdout.contains("openclaw models list"))
            #expect(!run.stderr.contains("warning"))
        }
    }

    @Test(arguments: [["--key-file", "key.txt"], []])
    func findsKeysInFilesAndVariables(_ arguments: [String]) async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("token-plan-cn")).key
            var environment = network
            if arguments.isEmpty { environment["DASHSCOPE_API_KEY"] = key }
            let openclaw = try OpenClaw(environment: environment)
            try Data(key.utf8).write(to: openclaw.home.appending(path: "key.txt"))
            let run = try await openclaw.run(["onboard", "--json", "--non-interactive"] + arguments)
            #expect(try json(run)["endpoint"] as? String == "token-plan-cn", "\(run.stderr)")
        }
    }

    @Test(arguments: ["eu": "standard-eu", "jp": "standard-jp"].sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    func workspaceHostsAreAskedOnlyWhenTheWorkspaceIsNamed(_ region: [String]) async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("workspace-\(region[0])")).key
            let openclaw = try OpenClaw(environment: network)
            let without = try await openclaw("onboard", "--key-stdin", "--json", stdin: key)
            #expect(without.status == 3)
            #expect(!simulator.receivedRequests().contains { $0.endpoint.hasPrefix("workspace") })
            #expect(!FileManager.default.fileExists(atPath: openclaw.state.appending(path: "openclaw.json").path))
            let run = try await openclaw("onboard", "--key-stdin", "--workspace-id", "ws-1", "--json", stdin: key)
            #expect(try json(run)["endpoint"] as? String == region[1], "\(run.stderr)")
            #expect((try json(run)["baseUrl"] as? String)?.hasPrefix("https://ws-1.") == true)
        }
    }

    @Test func aWorkspaceIsNoWayToAnotherHost() async throws {
        let openclaw = try OpenClaw()
        let run = try await openclaw(
            "onboard", "--key-stdin", "--workspace-id", "evil.example/", stdin: "sk-0123456789")
        #expect(run.status == 2)
    }

    @Test func nobodyElsesHostIsAsked() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network)
            try openclaw.write(
                "{ models: { providers: { qwen: { baseUrl: 'https://my.example/v1' } } } }", to: "openclaw.json")
            try await openclaw("onboard", "--key-stdin", stdin: key)
            #expect(simulator.receivedRequests().allSatisfy { $0.host.hasSuffix("aliyuncs.com") })
        }
    }

    @Test func anUnknownKeyIsRefusedAndNothingWritten() async throws {
        try await ServiceRoom.with { _, network in
            let openclaw = try OpenClaw(environment: network)
            let key = "sk-nobodys0123456789abcdef"
            let run = try await openclaw("onboard", "--key-stdin", "--json", stdin: key)
            #expect(run.status == 3)
            #expect(!run.stdout.contains(key) && !run.stderr.contains(key))
            #expect(!FileManager.default.fileExists(atPath: openclaw.state.appending(path: "openclaw.json").path))
        }
    }

    @Test func anUnreachableServiceTakesAChoice() async throws {
        let openclaw = try OpenClaw(environment: ["HTTPS_PROXY": "http://127.0.0.1:9"])
        let run = try await openclaw("onboard", "--key-stdin", stdin: "sk-0123456789abcdef")
        #expect(run.status == 5)
        #expect(run.stderr.contains("openclaw onboard --auth-choice"))
        let chosen = try await openclaw(
            "onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: "sk-sp-0123456789abcdef")
        #expect(chosen.status == 0, "a key that cannot be checked is saved")
        #expect(chosen.stderr.contains("could not be checked"))
    }

    @Test(arguments: [
        ("qwen-api-key", "standard-intl"), ("qwen-standard-api-key", "coding-intl"),
        ("qwen-standard-api-key-cn", "standard-us"), ("qwen-token-plan", "coding-cn"),
        ("qwen-api-key-cn", "token-plan-intl"),
    ])
    func aWrongChoiceIsNoticedAndItsCommandMends(_ choice: String, _ endpoint: String) async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint(endpoint)).key
            let openclaw = try OpenClaw(environment: network)
            let run = try await openclaw("onboard", "--auth-choice", choice, "--key-stdin", stdin: key)
            #expect(run.status == 0)
            let hosts = simulator.receivedRequests().map(\.host)
            #expect(hosts.count == Set(hosts).count)
            let command = try #require(run.stderr.firstMatch(of: /run: openclaw (onboard [^\n]*)/)).1
            simulator.reset()
            let fix = try await openclaw.run(command.split(separator: " ").map(String.init))
            #expect(fix.status == 0 && !fix.stderr.contains("warning"), "\(fix.stderr)")
            let requests = simulator.receivedRequests()
            #expect(requests.count == 1 && requests.allSatisfy { $0.endpoint == endpoint && $0.keyOwner == endpoint })
            #expect(try openclaw.file("openclaw.json").contains(Self.baseURLs[endpoint] ?? "?"))
        }
    }

    @Test func anAddedKeyTakesNoRequestFromThePlanInUse() async throws {
        try await ServiceRoom.with { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            let coding = try #require(simulator.banner.endpoint("coding-intl")).key
            let standard = try #require(simulator.banner.endpoint("standard-intl")).key
            try await openclaw("onboard", "--key-stdin", stdin: coding)
            let before = try openclaw.file("openclaw.json")
            let run = try await openclaw(
                "models", "auth", "add", "--auth-choice", "qwen-standard-api-key", "--key-stdin", stdin: standard)
            #expect(run.status == 0 && run.stderr.contains("stays in use"), "\(run.stderr)")
            #expect(try openclaw.file("openclaw.json") == before)
            #expect(try openclaw.file("agents/main/agent/auth-profiles.json").contains("qwen:standard-intl"))
            simulator.reset()
            #expect(try await openclaw("infer", "model", "run", "hello").status == 0)
            #expect(simulator.receivedRequests().allSatisfy { $0.endpoint == "coding-intl" })
            #expect(try await openclaw("doctor").status == 0)
        }
    }

    @Test func noVerifyAsksNobody() async throws {
        try await ServiceRoom.with { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            try await openclaw(
                "onboard", "--auth-choice", "qwen-api-key", "--key-stdin", "--no-verify", stdin: "sk-0123456789abcdef")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }
}
