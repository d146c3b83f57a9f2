import Foundation
import QwenSimulator
import Testing

/// From a command to a file on disk.
@Suite struct MediaThroughTheBinary {
    @Test func aPromptBecomesAClip() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw(
                "infer", "video", "generate", "--prompt", "a paper crane unfolds", "--output", "out/clip.mov")
            #expect(run.status == 0, "\(run.stderr)")
            let clip = openclaw.home.appending(path: "out/clip.mp4")
            #expect(run.stdout.hasPrefix("video.generate via local\nprovider: qwen\nmodel: wan2.6-t2v\noutputs: 1\n"))
            #expect(run.stdout.hasSuffix("/out/clip.mp4\n"))
            #expect(try Data(contentsOf: clip).dropFirst(4).prefix(4) == Data("ftyp".utf8))
            let sidecar = try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: clip.path + ".json")))
                    as? [String: Any])
            #expect(sidecar["prompt"] as? String == "a paper crane unfolds")
            #expect(try sidecar["sha256"] as? String == MediaRoom.digest(clip))
            #expect(MediaRoom.submissions(simulator).count == 1)
            // No credential for the store of results, and nothing left beside the result.
            let fetches = simulator.receivedRequests().filter { $0.host.hasPrefix("dashscope-result") }
            #expect(fetches.allSatisfy { !$0.headers.contains { $0.name.lowercased() == "authorization" } })
            let names = try FileManager.default.contentsOfDirectory(atPath: clip.deletingLastPathComponent().path)
            #expect(names.sorted() == ["clip.mp4", "clip.mp4.json"])
            let usage = try await openclaw("usage", "--json")
            #expect(usage.stdout.contains("wan2.6-t2v") || usage.stdout.contains("0.75"), "\(usage.stdout)")
        }
    }

    @Test func aLocalPictureGoesToTheModelThatTakesIt() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let made = try await openclaw(
                "infer", "image", "generate", "--prompt", "a lighthouse", "--count", "2", "--output", "light.png",
                "--json")
            let outputs = try #require(try MediaRoom.json(made)["outputs"] as? [[String: Any]])
            #expect(outputs.map { ($0["path"] as? String)?.hasSuffix(".png") } == [true, true])
            #expect(outputs.first?["width"] as? Int ?? 0 > 0)
            let run = try await openclaw(
                "infer", "video", "generate", "--image", "light-1.png", "--prompt", "fog", "--output", "clip.mp4",
                "--json")
            let envelope = try MediaRoom.json(run)
            #expect(envelope["model"] as? String == "wan2.6-i2v")
            #expect(MediaRoom.submissions(simulator).last?.body.contains("data:image/png;base64,") == true)
            let edited = try await openclaw(
                "infer", "image", "edit", "--file", "light-2.png", "--prompt", "winter", "--output", "winter.png")
            #expect(edited.status == 0, "\(edited.stderr)")
        }
    }

    @Test func aLargeFileTravelsOnceByUpload() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try await openclaw("infer", "video", "generate", "--prompt", "a", "--output", "a.mp4")
            // A clip that is as large as real ones are: padding in a box that nobody reads.
            let file = openclaw.home.appending(path: "a.mp4")
            var clip = try Data(contentsOf: file)
            let padding = 9_000_000
            clip += withUnsafeBytes(of: UInt32(padding + 8).bigEndian) { Data($0) } + Data("free".utf8)
            clip += Data(count: padding)
            try clip.write(to: file)
            for number in 1...2 {
                let run = try await openclaw(
                    "infer", "video", "generate", "--model", "qwen/wan2.6-r2v", "--video", "a.mp4", "--prompt",
                    "character1 waves \(number)", "--json")
                #expect(run.status == 0, "\(run.stderr)")
            }
            let uploads = simulator.receivedRequests().filter { $0.path.contains("action=getPolicy") }
            #expect(uploads.count == 1)
            let last = try #require(MediaRoom.submissions(simulator).last)
            #expect(last.body.contains("oss://"))
            #expect(last.headers.contains { $0.name.lowercased() == "x-dashscope-ossresourceresolve" })
        }
    }

    @Test func whatItCostsIsShownAndLimited() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let arguments = ["infer", "video", "generate", "--prompt", "a kite", "--output", "kite.mp4"]
            let shown = try await openclaw.run(arguments + ["--dry-run", "--json"])
            let estimate = try #require(try MediaRoom.json(shown)["estimate"] as? [String: Any])
            #expect(estimate["amount"] as? String == "0.75" && estimate["currency"] as? String == "USD")
            try await openclaw("config", "set", "agents.defaults.mediaConfirmAbove", "0.5")
            let refused = try await openclaw.run(arguments)
            #expect(refused.status == 4 && refused.stderr.contains("--yes"), "\(refused.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
            #expect(try await MediaRoom.jobs(openclaw).isEmpty)
            #expect(try await openclaw.run(arguments + ["--yes"]).status == 0)
        }
    }

    @Test func theSimulatorAsABaseURLServesClipsToo() async throws {
        try await ServiceRoom.with(taskSpeed: 200) { simulator, _ in
            let endpoint = try #require(simulator.banner.endpoint("standard-intl"))
            let openclaw = try OpenClaw(environment: ["QWEN_API_KEY": endpoint.key])
            try await openclaw("config", "set", "models.providers.qwen.baseUrl", endpoint.compatibleURL)
            let run = try await openclaw("infer", "video", "generate", "--prompt", "a kite", "--output", "kite.mp4")
            #expect(run.status == 0, "\(run.stderr)")
            #expect(FileManager.default.fileExists(atPath: openclaw.home.appending(path: "kite.mp4").path))
        }
    }

    @Test func aChatPlanIsRefusedWithoutARequest() async throws {
        try await MediaRoom.with(endpoint: "coding-intl") { openclaw, simulator in
            let key = try #require(simulator.banner.endpoint("coding-intl")).key
            try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: key)
            simulator.reset()
            let run = try await openclaw(
                "infer", "video", "generate", "--prompt", "a", environment: ["QWEN_API_KEY": ""])
            #expect(run.status == 7 && run.stderr.contains("openclaw onboard --auth-choice"), "\(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test(arguments: [
        (["--image-role", "first_frame"], 2), (["--size", "wide"], 2), (["--image", "missing.png"], 8),
        (["--model", "qwen/wan2.6-t2v", "--video", "https://example.com/a.mp4"], 8), (["--model", "qwen/unknown"], 7),
        (["--param", "nonsense=1"], 8),
    ])
    func aWrongWishIsRefusedWithoutARequest(_ arguments: [String], _ status: Int) async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw.run(["infer", "video", "generate", "--prompt", "a"] + arguments)
            #expect(Int(run.status) == status, "\(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
            #expect(try await MediaRoom.jobs(openclaw).isEmpty)
        }
    }
}
