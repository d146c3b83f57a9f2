import Foundation
import QwenSimulator
import Testing

/// What few models take: papers, pages, voices, stories, translations, and pictures that become vectors.
@Suite struct RicherInputs {
    private func sent(_ simulator: Simulator) throws -> [String: Any] {
        let body = try #require(MediaRoom.submissions(simulator).last).body
        return try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    }

    private func media(_ simulator: Simulator) throws -> [[String: Any]] {
        let input = try #require(try sent(simulator)["input"] as? [String: Any])
        return try #require(input["media"] as? [[String: Any]])
    }

    @Test func aPaperBecomesAClip() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try Data("%PDF-1.7 slides".utf8).write(to: openclaw.home.appending(path: "talk.pdf"))
            try Data("no slides".utf8).write(to: openclaw.home.appending(path: "fake.pdf"))
            let arguments = ["infer", "video", "generate", "--model", "qwen/wan3.0-video", "--document"]
            let run = try await openclaw.run(arguments + ["talk.pdf", "--output", "talk.mp4"])
            #expect(run.status == 0, "\(run.stderr)")
            let item = try #require(try media(simulator).first)
            #expect(item["type"] as? String == "file")
            #expect((item["url"] as? String)?.hasPrefix("oss://") == true)
            #expect((item["url"] as? String)?.hasSuffix(".pdf") == true)
            let refused = try await openclaw.run(arguments + ["fake.pdf"])
            #expect(refused.status == 8 && refused.stderr.contains("docx"), "\(refused.stderr)")
        }
    }

    @Test func aPageBecomesAClip() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let arguments = ["infer", "video", "generate", "--model", "qwen/wan3.0-video", "--prompt", "tell it"]
            let run = try await openclaw.run(arguments + ["--page", "https://example.com/news"])
            #expect(run.status == 0, "\(run.stderr)")
            #expect(try media(simulator).first?["type"] as? String == "link")
            let both = try await openclaw.run(
                arguments + ["--page", "https://example.com/news", "--document", "https://example.com/a.pdf"])
            #expect(both.status == 8 && both.stderr.contains("does not take"), "\(both.stderr)")
            let file = try await openclaw.run(arguments + ["--page", "news.html"])
            #expect(file.status == 8 && file.stderr.contains("https://"), "\(file.stderr)")
        }
    }

    @Test func everybodyHasAVoice() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let arguments = [
                "infer", "video", "generate", "--model", "qwen/wan2.7-r2v", "--prompt", "Image 1 greets Image 2",
                "--image", "https://example.com/anna.png", "--image", "https://example.com/bob.png", "--image-role",
                "reference_image", "--image-role", "reference_image", "--audio-file", "https://example.com/bob.mp3",
                "--audio-role",
            ]
            let run = try await openclaw.run(arguments + ["reference_voice:2"])
            #expect(run.status == 0, "\(run.stderr)")
            let voices = try media(simulator).map { $0["reference_voice"] as? String }
            #expect(voices == [nil, "https://example.com/bob.mp3"])
            let nobody = try await openclaw.run(arguments + ["reference_voice:3"])
            #expect(nobody.status == 8 && nobody.stderr.contains("belongs to nothing"), "\(nobody.stderr)")
            #expect(try await openclaw.run(arguments + ["reference_voice:none"]).status == 2)
        }
    }

    @Test func aStoryHasWordsAndPictures() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw(
                "infer", "image", "generate", "--model", "qwen/wan2.6-image", "--prompt", "how to fold a crane",
                "--param", "enable_interleave=true", "--param", "max_images=3", "--output", "crane.png", "--json")
            let envelope = try MediaRoom.json(run)
            #expect(envelope["model"] as? String == "wan2.6-image" && envelope["mode"] as? String == "interleave")
            #expect((envelope["outputs"] as? [Any])?.count == 2)
            #expect((envelope["texts"] as? [String])?.first?.contains("Part 1") == true)
            let estimate = envelope["estimate"] as? [String: Any]
            #expect(estimate?["amount"] as? String == "0.09", "\(run.stdout)")
            let parameters = try sent(simulator)["parameters"] as? [String: Any]
            #expect(parameters?["enable_interleave"] as? Bool == true && parameters?["n"] as? Int == 1)
        }
    }

    @Test func wordsOnAPictureAreTranslated() async throws {
        try await MediaRoom.with(endpoint: "standard-cn") { openclaw, simulator in
            try await openclaw(
                "config", "set", "models.providers.qwen.baseUrl", "https://dashscope.aliyuncs.com/compatible-mode/v1")
            let arguments = [
                "infer", "image", "edit", "--model", "qwen/qwen-mt-image", "--file", "https://example.com/a.png",
            ]
            let run = try await openclaw.run(arguments + ["--param", "target_lang=en", "--output", "b.png"])
            #expect(run.status == 0, "\(run.stderr)")
            #expect(FileManager.default.fileExists(atPath: openclaw.home.appending(path: "b.png").path))
            let input = try sent(simulator)["input"] as? [String: Any]
            #expect(input?["target_lang"] as? String == "en" && input?["source_lang"] as? String == "auto")
            let untold = try await openclaw.run(arguments)
            #expect(untold.status == 8 && untold.stderr.contains("target_lang"), "\(untold.stderr)")
        }
    }

    @Test func wishesThatNoModelKnowsAreSaid() async throws {
        try await MediaRoom.with { openclaw, _ in
            let run = try await openclaw(
                "infer", "image", "generate", "--prompt", "a bike", "--quality", "high", "--output-format", "webp",
                "--json")
            let ignored = try #require(try MediaRoom.json(run)["ignoredOverrides"] as? [[String: Any]])
            #expect(ignored.compactMap { $0["key"] as? String } == ["output_format", "quality"])
        }
    }

    @Test(arguments: [
        ["infer", "video", "generate", "--prompt", "a"], ["infer", "image", "generate", "--prompt", "a"],
        ["infer", "embedding", "create", "--text", "a"], ["infer", "rerank", "--query", "a", "--document", "b"],
    ])
    func theGatewayIsNotAskedAndThatIsSaid(_ arguments: [String]) async throws {
        let run = try await OpenClaw().run(arguments + ["--gateway"])
        #expect(run.status == 2 && run.stderr.contains("this command does not support --gateway"), "\(run.stderr)")
        let both = try await OpenClaw().run(arguments + ["--gateway", "--local"])
        #expect(both.status == 2 && both.stderr.contains("pass only one of --local or --gateway"), "\(both.stderr)")
    }

    @Test func picturesBecomeVectors() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try MediaRoom.picture("photo.png", in: openclaw)
            let model = ["--model", "qwen/tongyi-embedding-vision-plus", "--json"]
            let run = try await openclaw.run(
                ["infer", "embedding", "create", "--text", "a red bike", "--image", "photo.png"] + model)
            let outputs = try #require(try MediaRoom.json(run)["outputs"] as? [[String: Any]], "\(run.stderr)")
            #expect(outputs.map { $0["dimensions"] as? Int } == [1152, 1152])
            #expect(outputs[1]["image"] as? String == "photo.png")
            let body = try #require(simulator.receivedRequests().last).body
            #expect(body.contains(#"{"image":"data:image/png;base64,"#))
            // More pictures than one request takes are several requests.
            simulator.reset()
            let many = try await openclaw.run(
                ["infer", "embedding", "create"]
                    + Array(repeating: ["--image", "photo.png"], count: 10).flatMap(\.self)
                    + model)
            #expect((try MediaRoom.json(many)["outputs"] as? [Any])?.count == 10)
            #expect(simulator.receivedRequests().count == 2)
            let blind = try await openclaw("infer", "embedding", "create", "--image", "photo.png")
            #expect(blind.status == 8 && blind.stderr.contains("text-embedding-v4 takes text"), "\(blind.stderr)")
        }
    }

    @Test func aFileOfTextsIsAJob() async throws {
        try await ServiceRoom.with(taskSpeed: 200) { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-cn")).key
            let openclaw = try OpenClaw(environment: network)
            try await openclaw("onboard", "--auth-choice", "qwen-standard-api-key-cn", "--key-stdin", stdin: key)
            try Data("a red bike\na blue car\n".utf8).write(to: openclaw.home.appending(path: "lines.txt"))
            let run = try await openclaw(
                "infer", "embedding", "file", "lines.txt", "--output", "vectors.txt.gz", "--json")
            let outputs = try #require(try MediaRoom.json(run)["outputs"] as? [[String: Any]], "\(run.stderr)")
            #expect(outputs.first?["mimeType"] as? String == "application/gzip")
            let bytes = try Data(contentsOf: openclaw.home.appending(path: "vectors.txt.gz"))
            #expect(bytes.starts(with: [0x1F, 0x8B]))
            let sent = try #require(simulator.receivedRequests().last { $0.path.hasSuffix("/text-embedding") })
            #expect(sent.body.contains("oss://") && sent.body.contains(".txt"))
            #expect(try await openclaw("jobs", "list").stdout.contains("text-embedding-async-v2"))
        }
    }

    @Test func picturesAreRankedAndFused() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-cn")).key
            let openclaw = try OpenClaw(environment: network)
            try await openclaw("onboard", "--auth-choice", "qwen-standard-api-key-cn", "--key-stdin", stdin: key)
            try MediaRoom.picture("photo.png", in: openclaw)
            let ranked = try await openclaw(
                "infer", "rerank", "--query", "a red bike", "--document", "a red bike", "--image", "photo.png",
                "--model", "qwen/qwen3-vl-rerank", "--json")
            let outputs = try #require(try MediaRoom.json(ranked)["outputs"] as? [[String: Any]], "\(ranked.stderr)")
            #expect(outputs.map { $0["index"] as? Int } == [0, 1] && outputs[1]["image"] as? String == "photo.png")
            let similar = try await openclaw(
                "infer", "rerank", "--query-image", "photo.png", "--image", "photo.png", "--model",
                "qwen/qwen3-vl-rerank")
            #expect(similar.status == 0, "\(similar.stderr)")
            let fused = try await openclaw(
                "infer", "embedding", "create", "--text", "a bike", "--image", "photo.png", "--fuse", "--model",
                "qwen/qwen3-vl-embedding", "--json")
            #expect((try MediaRoom.json(fused)["outputs"] as? [Any])?.count == 1, "\(fused.stderr)")
            #expect(try #require(simulator.receivedRequests().last).body.contains(#""enable_fusion":true"#))
        }
    }
}
