import Foundation
import QwenSimulator
import Testing

/// From pictures and clips to words.
@Suite struct DescribingThroughTheBinary {
    private static func chats(_ simulator: Simulator) -> [ReceivedRequest] {
        simulator.receivedRequests().filter { $0.path.hasSuffix("/chat/completions") }
    }

    private static func body(_ request: ReceivedRequest) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any])
    }

    private static func parts(_ request: ReceivedRequest) throws -> [[String: Any]] {
        let messages = try #require(try body(request)["messages"] as? [[String: Any]])
        return try #require(messages.last?["content"] as? [[String: Any]])
    }

    /// A clip with so many bytes of padding in a box that nobody reads.
    private static func clip(_ openclaw: OpenClaw, padding: Int = 0) async throws {
        try await openclaw("infer", "video", "generate", "--prompt", "a", "--output", "clip.mp4")
        guard padding > 0 else { return }
        let file = openclaw.home.appending(path: "clip.mp4")
        var bytes = try Data(contentsOf: file)
        bytes += withUnsafeBytes(of: UInt32(padding + 8).bigEndian) { Data($0) } + Data("free".utf8)
        bytes += Data(count: padding)
        try bytes.write(to: file)
    }

    @Test func aPictureIsDescribedByTheModelOfThePage() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try MediaRoom.picture("photo.png", in: openclaw)
            let run = try await openclaw("infer", "image", "describe", "photo.png")
            #expect(run.status == 0 && !run.stdout.isEmpty, "\(run.stderr)")
            let request = try #require(Self.chats(simulator).last)
            #expect(try Self.body(request)["model"] as? String == "qwen-vl-max-latest")
            let parts = try Self.parts(request)
            #expect(parts[0]["text"] as? String == "Describe the image. Respond in at most 500 characters.")
            let url = try #require((parts[1]["image_url"] as? [String: Any])?["url"] as? String)
            #expect(url.hasPrefix("data:image/png;base64,"))
            let usage = try await openclaw("usage", "--by", "model", "--json")
            #expect(usage.stdout.contains("qwen-vl-max-latest"), "\(usage.stdout)")
        }
    }

    /// Onboarding writes rows that name texts and pictures only.
    @Test func clipsAreLookedAtAfterOnboarding() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let onboarded = try await openclaw(
                "onboard", "--non-interactive", "--auth-choice", "qwen-standard-api-key")
            #expect(onboarded.status == 0, "\(onboarded.stderr)")
            try await Self.clip(openclaw)
            let run = try await openclaw("infer", "video", "describe", "clip.mp4")
            #expect(run.status == 0 && !run.stdout.isEmpty, "\(run.stderr)")
        }
    }

    @Test func theEnvelopeNamesFileModelAndCost() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try MediaRoom.picture("photo.png", in: openclaw)
            let run = try await openclaw(
                "infer", "image", "describe", "--file", "photo.png", "--model", "qwen/qwen3-vl-plus", "--prompt",
                "what is written there", "--json")
            let envelope = try MediaRoom.json(run)
            #expect(envelope["ok"] as? Bool == true && envelope["capability"] as? String == "image.describe")
            #expect(envelope["provider"] as? String == "qwen" && envelope["model"] as? String == "qwen3-vl-plus")
            let output = try #require((envelope["outputs"] as? [[String: Any]])?.first)
            #expect(output["path"] as? String == "photo.png" && output["kind"] as? String == "image.description")
            #expect((output["text"] as? String)?.isEmpty == false && output["model"] as? String == "qwen3-vl-plus")
            #expect(output["usage"] is [String: Any] && output["cost"] is [String: Any])
            let parts = try Self.parts(try #require(Self.chats(simulator).last))
            #expect(parts[0]["text"] as? String == "what is written there")
        }
    }

    @Test func addressesGoToTheServiceAsTheyAre() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let address = "https://example.com/photo.jpg"
            let run = try await openclaw("infer", "image", "describe", address, "--max-chars", "5", "--json")
            let output = try #require((try MediaRoom.json(run)["outputs"] as? [[String: Any]])?.first)
            #expect((output["text"] as? String)?.count ?? 99 <= 5 && output["cutAt"] as? Int == 5)
            let parts = try Self.parts(try #require(Self.chats(simulator).last))
            #expect((parts[1]["image_url"] as? [String: Any])?["url"] as? String == address)
        }
    }

    @Test func whatIsShownEndsWithTheLimitToo() async throws {
        try await MediaRoom.with { openclaw, _ in
            let run = try await openclaw(
                "infer", "image", "describe", "https://example.com/photo.jpg", "--max-chars", "5")
            #expect(run.stdout.trimmingCharacters(in: .newlines).count <= 5, "\(run.stdout)")
            #expect(run.stderr.contains("tools.media.image.maxChars"), "\(run.stderr)")
        }
    }

    @Test func aSmallClipTravelsInTheRequestAndALargeOneByUploadOnce() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try await Self.clip(openclaw)
            let small = try await openclaw("infer", "video", "describe", "clip.mp4", "--json")
            let output = try #require((try MediaRoom.json(small)["outputs"] as? [[String: Any]])?.first)
            #expect(output["kind"] as? String == "video.description")
            var url = try Self.parts(try #require(Self.chats(simulator).last))[1]["video_url"] as? [String: Any]
            #expect((url?["url"] as? String)?.hasPrefix("data:video/mp4;base64,") == true)
            try await Self.clip(openclaw, padding: 9_000_000)
            for prompt in ["what happens", "who is there"] {
                let run = try await openclaw("infer", "video", "describe", "clip.mp4", "--prompt", prompt)
                #expect(run.status == 0, "\(run.stderr)")
            }
            let request = try #require(Self.chats(simulator).last)
            url = try Self.parts(request)[1]["video_url"] as? [String: Any]
            #expect((url?["url"] as? String)?.hasPrefix("oss://") == true)
            #expect(request.headers.contains { $0.name.lowercased() == "x-dashscope-ossresourceresolve" })
            let permits = simulator.receivedRequests().filter { $0.path.contains("action=getPolicy") }
            #expect(permits.count == 1 && permits[0].path.contains("qwen-vl-max-latest"))
        }
    }

    @Test func severalPicturesKeepTheirOrderAndOneFailureLosesNone() async throws {
        try await MediaRoom.with(latency: .milliseconds(30)) { openclaw, simulator in
            let names = (1...5).map { "photo-\($0).png" }
            for name in names { try MediaRoom.picture(name, in: openclaw) }
            try Data("no picture".utf8).write(to: openclaw.home.appending(path: "photo-3.png"))
            let run = try await openclaw.run(["infer", "image", "describe-many"] + names + ["--json"])
            #expect(run.status == 8, "\(run.stderr)")
            let envelope = try MediaRoom.json(run)
            #expect(envelope["ok"] as? Bool == false)
            let outputs = try #require(envelope["outputs"] as? [[String: Any]])
            #expect(outputs.map { $0["path"] as? String } == names)
            #expect(outputs.map { $0["text"] is String } == [true, true, false, true, true])
            #expect(outputs[2]["error"] is [String: Any])
            let plain = try await openclaw.run(["infer", "image", "describe-many", names[0], names[2], names[1]])
            #expect(plain.stdout.hasPrefix("photo-1.png:\n") && plain.stdout.contains("\n\nphoto-2.png:\n"))
            #expect(plain.stderr.contains("error: photo-3.png"), "\(plain.stderr)")
            #expect(Self.chats(simulator).count == 6)
        }
    }

    @Test func whatWasDescribedBeforeAnInterruptIsNotLost() async throws {
        try await MediaRoom.with(latency: .milliseconds(500)) { openclaw, _ in
            let names = (1...30).map { "photo-\($0).png" }
            for name in names { try MediaRoom.picture(name, in: openclaw) }
            try await openclaw("config", "set", "tools.media.concurrency", "1")
            let run = try await openclaw.run(
                ["infer", "image", "describe-many"] + names + ["--json"], interruptAfter: .seconds(6))
            #expect(run.status == 130, "\(run.stderr)")
            let envelope = try MediaRoom.json(run)
            let outputs = try #require(envelope["outputs"] as? [[String: Any]])
            #expect(outputs.allSatisfy { $0["text"] is String } && !outputs.isEmpty && outputs.count < names.count)
            #expect(envelope["ok"] as? Bool == false)
        }
    }

    @Test func theConfigurationNamesModelsQuestionsAndLimits() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try MediaRoom.picture("photo.png", in: openclaw)
            try await openclaw("config", "set", "agents.defaults.imageModel", "qwen/qwen3-vl-flash")
            try await openclaw("infer", "image", "describe", "photo.png")
            #expect(try Self.body(try #require(Self.chats(simulator).last))["model"] as? String == "qwen3-vl-flash")
            let media =
                #"{image: {prompt: "What is it?", maxChars: 40, models: [{provider: "qwen", model: "qwen-vl-plus", maxBytes: 10}, {model: "qwen/qwen3.5-plus"}]}}"#
            try await openclaw("config", "set", "tools.media", media)
            let run = try await openclaw("infer", "image", "describe", "photo.png", "--json")
            let envelope = try MediaRoom.json(run)
            #expect(envelope["model"] as? String == "qwen3.5-plus", "\(run.stdout)")
            #expect((envelope["attempts"] as? [[String: Any]])?.first?["model"] as? String == "qwen-vl-plus")
            let parts = try Self.parts(try #require(Self.chats(simulator).last))
            #expect(parts[0]["text"] as? String == "What is it? Respond in at most 40 characters.")
            try await openclaw("config", "set", "tools.media.image.enabled", "false")
            let off = try await openclaw.run(["infer", "image", "describe", "photo.png"])
            #expect(off.status == 7 && off.stderr.contains("tools.media.image.enabled true"), "\(off.stderr)")
        }
    }

    @Test func aModelThatFailsIsFollowedByTheNext() async throws {
        try await MediaRoom.with(faults: ["html-502@model=qwen3-vl-plus"]) { openclaw, _ in
            try MediaRoom.picture("photo.png", in: openclaw)
            let choice = #"{primary: "qwen/qwen3-vl-plus", fallbacks: ["qwen/qwen3-vl-flash"]}"#
            try await openclaw("config", "set", "agents.defaults.imageModel", choice)
            try await openclaw("config", "set", "failover.waitSeconds", "0")
            let run = try await openclaw("infer", "image", "describe", "photo.png", "--json")
            #expect(try MediaRoom.json(run)["model"] as? String == "qwen3-vl-flash", "\(run.stdout) \(run.stderr)")
        }
    }

    @Test func whoDescribesAndWhoMakesVectorsIsListed() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let video = try MediaRoom.json(try await openclaw("infer", "video", "providers", "--json"))
            let description = try #require((video["description"] as? [[String: Any]])?.first)
            #expect(description["id"] as? String == "qwen" && description["configured"] as? Bool == true)
            #expect((description["defaultModels"] as? [String: String])?["video"] == "qwen-vl-max-latest")
            let generation = try #require((video["generation"] as? [[String: Any]])?.first)
            #expect(generation["defaultModel"] as? String == "wan2.6-t2v" && generation["selected"] as? Bool == true)
            let run = try await openclaw("infer", "embedding", "providers", "--json")
            let rows = try #require(
                try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [[String: Any]])
            #expect(rows.map { $0["id"] as? String } == ["qwen"])
            #expect(rows[0]["defaultModel"] as? String == "text-embedding-v4" && rows[0]["selected"] as? Bool == true)
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test func aCodingPlanAloneIsExplainedWithoutARequest() async throws {
        try await MediaRoom.with(endpoint: "coding-intl") { openclaw, simulator in
            let key = try #require(simulator.banner.endpoint("coding-intl")).key
            try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: key)
            try MediaRoom.picture("photo.png", in: openclaw)
            simulator.reset()
            let run = try await openclaw.run(
                ["infer", "image", "describe", "photo.png"], environment: ["QWEN_API_KEY": ""])
            #expect(run.status == 7, "\(run.stderr)")
            #expect(run.stderr.contains("Coding Plan (Global) does not serve image-understanding"), "\(run.stderr)")
            #expect(run.stderr.contains("openclaw onboard --auth-choice qwen-standard-api-key"), "\(run.stderr)")
            #expect(run.stderr.contains("--model qwen/qwen3.5-plus"), "\(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
            let named = try await openclaw.run(
                ["infer", "image", "describe", "photo.png", "--model", "qwen/qwen3.5-plus"],
                environment: ["QWEN_API_KEY": ""])
            #expect(named.status == 0, "\(named.stderr)")
        }
    }

    @Test func withBothKeysChatStaysOnThePlanAndPicturesGoWhereTheyAreServed() async throws {
        try await MediaRoom.with { openclaw, simulator in
            for (id, choice) in [("standard-intl", "qwen-standard-api-key"), ("coding-intl", "qwen-api-key")] {
                let key = try #require(simulator.banner.endpoint(id)).key
                try await openclaw(
                    "onboard", "--auth-choice", choice, "--key-stdin", stdin: key, environment: ["QWEN_API_KEY": ""])
            }
            try MediaRoom.picture("photo.png", in: openclaw)
            let run = try await openclaw(
                "infer", "image", "describe", "photo.png", "--json", environment: ["QWEN_API_KEY": ""])
            #expect(try MediaRoom.json(run)["endpoint"] as? String == "standard-intl", "\(run.stdout)")
            let plan = try await openclaw(
                "infer", "image", "describe", "photo.png", "--model", "qwen/qwen3.5-plus", "--json",
                environment: ["QWEN_API_KEY": ""])
            #expect(try MediaRoom.json(plan)["endpoint"] as? String == "coding-intl", "\(plan.stdout)")
        }
    }

    @Test(arguments: [
        (["photo.gif"], 8, "image/png"), (["missing.png"], 8, "expected image as a file"),
        (["tiny.png"], 8, "sides of"),
        (["photo.png", "--model", "qwen3-vl-plus-typo"], 2, "<provider/model>"),
        (["photo.png", "--model", "qwen/qwen3-max"], 7, "does not look at image"),
        (["clip.mp4"], 8, "expected image"), ([], 2, "expected a file"),
        (["photo.png", "--file", "photo.png"], 2, "one"),
        (["photo.png", "--prompt", " "], 2, "--prompt"), (["photo.png", "--gateway"], 2, "gateway"),
    ])
    func whatCannotBeRightIsRefusedWithoutARequest(_ arguments: [String], _ status: Int, _ words: String) async throws {
        try await MediaRoom.with { openclaw, simulator in
            try MediaRoom.picture("photo.png", in: openclaw)
            try Data("GIF89a\u{10}\0\u{10}\0".utf8).write(to: openclaw.home.appending(path: "photo.gif"))
            try Data([0, 0, 0, 16] + Data("ftypisom".utf8) + Data(count: 8))
                .write(to: openclaw.home.appending(path: "clip.mp4"))
            try MediaRoom.picture("tiny.png", in: openclaw, side: 4)
            let run = try await openclaw.run(["infer", "image", "describe"] + arguments)
            #expect(Int(run.status) == status && run.stderr.contains(words), "\(run.status) \(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }
}
