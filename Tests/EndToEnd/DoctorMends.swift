import Foundation
import QwenSimulator
import Testing

/// `openclaw doctor` of the built binary: what it finds, and that its commands help.
@Suite(.serialized) struct DoctorMends {
    enum Source: Int, CaseIterable { case profile, variable, setting }

    private func json(_ run: OpenClaw.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any], "\(run.stderr)")
    }

    private func findings(_ run: OpenClaw.Run, _ severity: String) throws -> [[String: Any]] {
        try #require(try json(run)["findings"] as? [[String: Any]]).filter { $0["severity"] as? String == severity }
    }

    private func command(_ finding: [String: Any]) throws -> String {
        try #require((finding["fix"] as? [String: Any])?["command"] as? String)
    }

    /// Runs a command as a user pastes it into a shell.
    private func paste(_ command: String, _ openclaw: OpenClaw) async throws -> Int32 {
        let bin = openclaw.home.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try? FileManager.default.createSymbolicLink(
            at: bin.appending(path: "openclaw"), withDestinationURL: OpenClaw.binary)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = openclaw.environment.merging(["PATH": bin.path + ":/usr/bin:/bin"]) { $1 }
        process.currentDirectoryURL = openclaw.home
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }

    /// A home whose key is used with the wrong endpoint.
    private func home(
        _ key: String, from source: Source, with start: String, _ network: [String: String]
    ) throws -> OpenClaw {
        let provider = start.hasPrefix("token-plan") ? "qwen-token-plan" : "qwen"
        let name = provider == "qwen" ? "QWEN_API_KEY" : "QWEN_TOKEN_PLAN_API_KEY"
        let openclaw = try OpenClaw(
            environment: source == .variable ? network.merging([name: key]) { $1 } : network)
        let url = try #require(PlanDiscovery.baseURLs[start])
        let own = source == .setting ? ", apiKey: '\(key)'" : ""
        let model = provider == "qwen" ? "qwen/qwen3.5-plus" : "qwen-token-plan/qwen3.7-plus"
        try openclaw.write(
            """
            // mine
            { models: { providers: { '\(provider)': { baseUrl: '\(url)'\(own) } } },
              agents: { defaults: { model: '\(model)' } } }

            """, to: "openclaw.json")
        if source == .profile {
            try openclaw.write(
                #"{"version":1,"profiles":{"\#(provider):default":{"type":"api_key","provider":"\#(provider)","key":"\#(key)"}}}"#,
                to: "agents/main/agent/auth-profiles.json")
        }
        try protect(openclaw)
        return openclaw
    }

    private func protect(_ openclaw: OpenClaw) throws {
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: openclaw.state.path)
        for file in manager.enumerator(atPath: openclaw.state.path)?.allObjects as? [String] ?? [] {
            let path = openclaw.state.appending(path: file).path
            var isDirectory: ObjCBool = false
            _ = manager.fileExists(atPath: path, isDirectory: &isDirectory)
            try manager.setAttributes([.posixPermissions: isDirectory.boolValue ? 0o700 : 0o600], ofItemAtPath: path)
        }
    }

    @Test(arguments: PlanDiscovery.baseURLs.keys.sorted())
    func everyWrongPairingHasACommandThatMakesTheNextCallWork(_ endpoint: String) async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint(endpoint)).key
            let starts = PlanDiscovery.baseURLs.keys.sorted().filter { $0 != endpoint }
            for (index, start) in starts.enumerated() {
                let source = Source.allCases[index % Source.allCases.count]
                let openclaw = try home(key, from: source, with: start, network)
                simulator.reset()
                let run = try await openclaw("doctor", "--json")
                #expect(run.status == 1, "\(start) \(source)")
                #expect(simulator.receivedRequests().allSatisfy { $0.method == "GET" || $0.status != 200 }, "free")
                let errors = try findings(run, "error")
                #expect(errors.count == 1 && errors.first?["check"] as? String == "key", "\(start): \(errors)")
                let fix = try command(try #require(errors.first))
                #expect(try await paste(fix, openclaw) == 0, "\(fix)")
                simulator.reset()
                let answer = try await openclaw("infer", "model", "run", "hello")
                #expect(answer.status == 0, "\(start) \(source): \(fix): \(answer.stderr)")
                #expect(simulator.receivedRequests().allSatisfy { $0.endpoint == endpoint && $0.keyOwner == endpoint })
                let after = try await openclaw("doctor", "--json")
                #expect(after.status == 0, "\(start) \(source): \(fix): \(after.stdout)")
                #expect(try openclaw.file("openclaw.json").hasPrefix("// mine\n"))
                for output in [run, answer, after] {
                    #expect(!output.stdout.contains(key) && !output.stderr.contains(key))
                }
            }
        }
    }

    @Test func aRightPairingIsHealthy() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("coding-cn")).key
            let openclaw = try OpenClaw(environment: network)
            try await openclaw("onboard", "--key-stdin", stdin: key)
            try await openclaw("infer", "model", "run", "hello")
            let run = try await openclaw("doctor")
            #expect(run.status == 0, "\(run.stdout)")
            #expect(run.stdout.contains("Coding Plan (China): accepted"))
            #expect(run.stdout.contains("openclaw-state.sqlite is sound"))
            #expect(run.stdout.hasSuffix("Nothing is wrong.\n"))
            let before = simulator.receivedRequests().count
            #expect(try await openclaw("doctor", "--offline").status == 0)
            #expect(simulator.receivedRequests().count == before)
        }
    }

    @Test func fixTightensPermissionsAndRenamesWhatIsOld() async throws {
        let openclaw = try OpenClaw(environment: ["QWEN_API_KEY": "sk-0123456789abcdef"])
        try openclaw.write(
            """
            { // mine
              models: { providers: { modelstudio: { baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1' } } },
              agents: { defaults: { model: { primary: 'modelstudio/qwen3.5-plus', fallbacks: ['qwen/glm-5', 'modelstudio/glm-4.7'] },
                models: { 'modelstudio/qwen3.5-plus': { alias: 'Best' } } } },
            }
            """, to: "openclaw.json")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: openclaw.state.appending(path: "openclaw.json").path)
        #expect(try await openclaw("doctor", "--offline").status == 1)
        let run = try await openclaw("doctor", "--offline", "--fix", "--json")
        #expect(run.status == 0, "\(run.stdout)")
        #expect((try json(run)["fixed"] as? [String])?.count == 5, "\(run.stdout)")
        let file = try openclaw.file("openclaw.json")
        #expect(file.contains("// mine") && !file.contains("modelstudio"))
        #expect(file.contains("['qwen/glm-5', 'qwen/glm-4.7']") && file.contains("'Best'"))
        let attributes = try FileManager.default.attributesOfItem(
            atPath: openclaw.state.appending(path: "openclaw.json").path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try await openclaw("models", "status", "--plain").stdout == "qwen/qwen3.5-plus\n")
    }

    @Test func aKeyOfTheShellIsPutWhereServicesSeeIt() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network.merging(["DASHSCOPE_API_KEY": key]) { $1 })
            let run = try await openclaw("doctor", "--json")
            let warning = try #require(try findings(run, "warning").first { $0["check"] as? String == "daemon" })
            #expect(try await paste(try command(warning), openclaw) == 0)
            let bare = try await openclaw(
                "infer", "model", "run", "hello", environment: ["DASHSCOPE_API_KEY": ""])
            #expect(bare.status == 0, "\(bare.stderr)")
        }
    }

    @Test(arguments: [
        (["SSL_CERT_FILE": "/nonexistent/ca.pem"], "unset SSL_CERT_FILE"),
        (["HTTPS_PROXY": "socks5://127.0.0.1:1"], "unset HTTPS_PROXY"),
    ])
    func wrongNetworkVariablesAreNamed(_ variables: [String: String], _ fix: String) async throws {
        let openclaw = try OpenClaw(environment: variables.merging(["QWEN_API_KEY": "sk-0123456789abcdef"]) { $1 })
        let run = try await openclaw("doctor", "--json")
        #expect(run.status == 1)
        let errors = try findings(run, "error").filter { $0["check"] as? String == "network" }
        #expect(try !errors.isEmpty && errors.allSatisfy { try command($0) == fix }, "\(errors)")
    }

    @Test func brokenFilesAreNamedWithTheirLine() async throws {
        let openclaw = try OpenClaw()
        try openclaw.write("{\n  gateway: {,}\n}\n", to: "openclaw.json")
        try openclaw.write("no database at all, and longer than its header would be", to: "openclaw-state.sqlite")
        try protect(openclaw)
        let run = try await openclaw("doctor", "--json", "--offline")
        #expect(run.status == 1)
        let errors = try findings(run, "error")
        #expect(errors.contains { ($0["message"] as? String)?.contains("openclaw.json:2:") == true }, "\(errors)")
        let store = try #require(errors.first { $0["check"] as? String == "store" })
        #expect(try await paste(try command(store), openclaw) == 0)
        let after = try await openclaw("doctor", "--json", "--offline")
        #expect(try !findings(after, "error").contains { $0["check"] as? String == "store" })
    }

    @Test func retiredLoginsHaveAWayForward() async throws {
        let openclaw = try OpenClaw(environment: ["QWEN_API_KEY": "sk-0123456789abcdef"])
        try openclaw.write(
            "{ models: { providers: { 'qwen-portal': { baseUrl: 'https://portal.qwen.ai/v1' } } } }",
            to: "openclaw.json")
        let run = try await openclaw("doctor", "--offline", "--json")
        let legacy = try #require(try findings(run, "error").first { $0["check"] as? String == "legacy" })
        #expect(try command(legacy).contains("openclaw config unset models.providers.qwen-portal"))
    }
}
