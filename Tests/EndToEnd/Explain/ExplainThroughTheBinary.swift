import Foundation
import Inference
import QwenSimulator
import Testing

/// The same equality with the built binary, its own network and its own store.
@Suite(.serialized) struct ExplainThroughTheBinary {
    private func openclaw(_ setup: RandomSetup, _ network: [String: String]) throws -> OpenClaw {
        let openclaw = try OpenClaw(
            environment: network.merging(["NO_PROXY": "127.0.0.1"]) { $1 }.merging(setup.environment) { $1 })
        for (path, text) in setup.files {
            let file = openclaw.home.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return openclaw
    }

    @Test func saysWhatIsSent() async throws {
        try await ServiceRoom.with { simulator, network in
            var sent = 0
            for seed in UInt64(0)..<12 {
                let setup = RandomSetup(seed: 77 << 32 | seed, banner: simulator.banner)
                let openclaw = try openclaw(setup, network)
                let prompt = ["--prompt", "answer number \(seed)", "--json"]
                simulator.reset()
                let explained = try await openclaw.run(["explain"] + setup.arguments + prompt)
                #expect(simulator.receivedRequests().isEmpty)
                let asked = try await openclaw.run(["infer", "model", "run"] + setup.arguments + prompt)
                let scene = Comment(
                    rawValue: "case \(seed) \(setup.arguments)\n\(setup.files)\n\(explained.stdout)\n\(asked.stdout)")
                let told = try JSONValue(parsing: explained.stdout)
                for key in setup.keys { #expect(!explained.stdout.contains(key), scene) }
                if let first = simulator.receivedRequests().first {
                    sent += 1
                    ToldRequest(told, keys: setup.keys).expectEqual(to: first, scene)
                } else {
                    #expect(explained.status == asked.status, scene)
                    #expect(try told["error"] == JSONValue(parsing: asked.stdout)["error"], scene)
                }
            }
            #expect(sent >= 6)
        }
    }

    @Test func namesTheProxyAndLeavesNothingBehind() async throws {
        let openclaw = try OpenClaw(
            environment: [
                "QWEN_API_KEY": "sk-0123456789abcdef", "HTTPS_PROXY": "http://me:secret@proxy.example:3128",
                "SSL_CERT_FILE": "/etc/ca.pem",
            ])
        let run = try await openclaw("explain", "--json")
        let network = try JSONValue(parsing: run.stdout)["network"]
        #expect(network?["proxy"]?.string == "the proxy proxy.example:3128 (HTTPS_PROXY)")
        #expect(network?["certificates"]?.string == "/etc/ca.pem (SSL_CERT_FILE)")
        #expect(!run.stdout.contains("secret"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: openclaw.home.path).isEmpty)
        let socks = ["HTTPS_PROXY": "socks5://proxy.example", "SSL_CERT_FILE": ""]
        let wrong = try await openclaw("explain", environment: socks)
        let sent = try await openclaw("infer", "model", "run", "hi", environment: socks)
        #expect(wrong.status == sent.status && wrong.status != 0)
        #expect(wrong.stderr == sent.stderr)
    }

    @Test func aLessonIsExplainedBeforeItIsApplied() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 })
            try simulator.addFault(Fault("max_tokens_range", times: 1, values: ["max": "4096"]))
            let asked = try await openclaw("infer", "model", "run", "hello", "--max-tokens", "30000")
            #expect(asked.status == 0)
            let run = try await openclaw("explain", "--max-tokens", "30000", "--json")
            let parameters = try #require(try JSONValue(parsing: run.stdout)["parameters"]?.array)
            let limit = parameters.first { $0["value"]?.int == 4096 }
            #expect(limit?["origin"]?.string == "learned")
            #expect(limit?["why"]?.string?.contains("as learned before") == true)
        }
    }
}
