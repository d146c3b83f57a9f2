import Foundation
import QwenSimulator
import Testing

/// Every media command in a home that `openclaw onboard` has just set up, as a new user meets it: no variable holds a key.
@Suite struct MediaAfterOnboarding {
    struct Home: Sendable, CustomTestStringConvertible {
        var choice: String
        var endpoint: String
        /// Commands that the plan does not serve, with the exit code that they end with.
        var refused: [String: Int32] = [:]
        var testDescription: String { choice }
    }

    static let commands: [(name: String, arguments: [String])] = [
        ("video generate", ["infer", "video", "generate", "--prompt", "a kite", "--output", "made.mp4"]),
        (
            "video from a picture",
            ["infer", "video", "generate", "--image", "photo.png", "--prompt", "wind", "--output", "moved.mp4"]
        ),
        ("image generate", ["infer", "image", "generate", "--prompt", "a lighthouse", "--output", "made.png"]),
        ("image edit", ["infer", "image", "edit", "--file", "photo.png", "--prompt", "winter", "--output", "w.png"]),
        ("image describe", ["infer", "image", "describe", "photo.png"]),
        ("video describe", ["infer", "video", "describe", "clip.mp4"]),
        ("tts convert", ["infer", "tts", "convert", "Good evening.", "--output", "made.wav"]),
        ("audio transcribe", ["infer", "audio", "transcribe", "talk.wav"]),
        ("embedding create", ["infer", "embedding", "create", "--text", "a red bike"]),
        ("rerank", ["infer", "rerank", "--query", "fruit", "--document", "an orange", "--document", "a brick"]),
    ]

    static let homes = [
        Home(choice: "qwen-standard-api-key", endpoint: "standard-intl"),
        Home(choice: "qwen-standard-api-key-cn", endpoint: "standard-cn"),
        Home(
            choice: "qwen-api-key", endpoint: "coding-intl",
            refused: Dictionary(uniqueKeysWithValues: commands.map { ($0.name, 7) })),
        Home(
            choice: "qwen-api-key-cn", endpoint: "coding-cn",
            refused: Dictionary(uniqueKeysWithValues: commands.map { ($0.name, 7) })),
        Home(
            choice: "qwen-token-plan", endpoint: "token-plan-intl", refused: ["embedding create": 3, "rerank": 3]),
        Home(
            choice: "qwen-token-plan-cn", endpoint: "token-plan-cn", refused: ["embedding create": 3, "rerank": 3]),
    ]

    @Test(arguments: homes)
    func everyCommandDoesItOrSaysWhyNot(_ home: Home) async throws {
        try await ServiceRoom.with(taskSpeed: 200) { simulator, network in
            let key = try #require(simulator.banner.endpoint(home.endpoint)).key
            let openclaw = try OpenClaw(environment: network)
            try await Self.furnish(openclaw, simulator, network)
            let onboarding = try await openclaw("onboard", "--auth-choice", home.choice, "--key-stdin", stdin: key)
            #expect(onboarding.status == 0, "\(onboarding.stderr)")
            for (name, arguments) in Self.commands {
                simulator.reset()
                let run = try await openclaw.run(arguments)
                let expected = home.refused[name] ?? 0
                #expect(run.status == expected, "\(home.choice), \(name): \(run.status) \(run.stderr)")
                if expected == 0 {
                    #expect(!run.stdout.isEmpty, "\(home.choice), \(name)")
                    #expect(simulator.receivedRequests().contains { $0.endpoint == home.endpoint }, "\(name)")
                } else {
                    #expect(simulator.receivedRequests().isEmpty, "\(home.choice), \(name) asked the service")
                    #expect(run.stderr.contains("hint: openclaw "), "\(home.choice), \(name): \(run.stderr)")
                    #expect(!run.stderr.contains("401"))
                }
                #expect(!run.stdout.contains(key) && !run.stderr.contains(key))
            }
        }
    }

    @Test func aPlanWithAStandardKeyBesideItHasBoth() async throws {
        try await ServiceRoom.with(taskSpeed: 200) { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            try await Self.furnish(openclaw, simulator, network)
            for (choice, endpoint) in [
                ("qwen-standard-api-key", "standard-intl"), ("qwen-api-key", "coding-intl"),
            ] {
                let key = try #require(simulator.banner.endpoint(endpoint)).key
                try await openclaw("onboard", "--auth-choice", choice, "--key-stdin", stdin: key)
            }
            simulator.reset()
            for (name, arguments) in Self.commands {
                let run = try await openclaw.run(arguments)
                #expect(run.status == 0, "\(name): \(run.stderr)")
            }
            let media = simulator.receivedRequests()
            #expect(!media.isEmpty && media.allSatisfy { $0.endpoint != "coding-intl" })
            #expect(try await openclaw("infer", "model", "run", "hello").status == 0)
            #expect(simulator.receivedRequests().last?.endpoint == "coding-intl")
        }
    }

    /// Files that somebody may have, made in a home of their own.
    private static func furnish(_ openclaw: OpenClaw, _ simulator: Simulator, _ network: [String: String]) async throws
    {
        let key = try #require(simulator.banner.endpoint("standard-intl")).key
        let other = try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 })
        try await other("infer", "video", "generate", "--prompt", "a", "--output", "clip.mp4")
        try await other("infer", "tts", "convert", "Good evening.", "--output", "talk.wav")
        // Larger than the smallest side of all models.
        try await other("infer", "image", "generate", "--prompt", "a", "--size", "1024x1024", "--output", "photo.png")
        for name in ["clip.mp4", "talk.wav", "photo.png"] {
            try FileManager.default.moveItem(
                at: other.home.appending(path: name), to: openclaw.home.appending(path: name))
        }
    }
}
