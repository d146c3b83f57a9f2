import Foundation
import QwenSimulator
import Testing

/// From a text to a sound, and from a sound to a text.
@Suite struct SpeechThroughTheBinary {
    private func outputs(_ run: OpenClaw.Run) throws -> [[String: Any]] {
        try #require(try MediaRoom.json(run)["outputs"] as? [[String: Any]], "\(run.stderr)")
    }

    @Test func aParagraphBecomesASound() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw(
                "infer", "tts", "convert", "Good evening. It is late.", "--voice", "Ethan", "--language", "en",
                "--output", "out/evening.mp4.wav")
            #expect(run.status == 0, "\(run.stderr)")
            let file = openclaw.home.appending(path: "out/evening.mp4.wav")
            #expect(run.stdout.hasPrefix("tts.convert via local\nprovider: qwen\nmodel: qwen3-tts-flash\noutputs: 1\n"))
            let bytes = try Data(contentsOf: file)
            #expect(bytes.prefix(4) == Data("RIFF".utf8) && bytes.count > 44)
            let length = bytes[40..<44].enumerated().reduce(0) { $0 | Int($1.element) << ($1.offset * 8) }
            #expect(length == bytes.count - 44)
            let sidecar = try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file.path + ".json")))
                    as? [String: Any])
            #expect(sidecar["voice"] as? String == "Ethan")
            #expect(try sidecar["sha256"] as? String == MediaRoom.digest(file))
            let sent = try #require(simulator.receivedRequests().last { $0.method == "POST" })
            #expect(sent.body.contains(#""language_type":"English""#))
            #expect(try await openclaw("usage", "--by", "model", "--json").stdout.contains("qwen3-tts-flash"))
        }
    }

    @Test func everyWayGivesTheSameSound() async throws {
        try await MediaRoom.with { openclaw, _ in
            let text = "The same words, whatever way they take."
            try Data(text.utf8).write(to: openclaw.home.appending(path: "text.txt"))
            try await openclaw("infer", "tts", "convert", text, "--output", "a.wav")
            try await openclaw("infer", "tts", "convert", "--file", "text.txt", "--no-stream", "--output", "b.wav")
            try await openclaw("infer", "tts", "convert", "--output", "c.wav", stdin: text)
            let digests = try ["a.wav", "b.wav", "c.wav"].map {
                try MediaRoom.digest(openclaw.home.appending(path: $0))
            }
            #expect(Set(digests).count == 1, "\(digests)")
        }
    }

    @Test func aBookBecomesOneFile() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let sentence = "This is one of many sentences in a chapter that is far longer than one request. "
            let text = String(repeating: sentence, count: 30)
            let run = try await openclaw("infer", "tts", "convert", "--output", "book.wav", "--json", stdin: text)
            let output = try #require(try outputs(run).first)
            let asked = simulator.receivedRequests().filter { $0.method == "POST" }
            #expect(asked.count == 5 && asked.allSatisfy { !$0.body.contains("reques\"") })
            #expect(try MediaRoom.json(run)["requests"] as? Int == 5)
            let bytes = try Data(contentsOf: openclaw.home.appending(path: "book.wav"))
            #expect(bytes.count == output["size"] as? Int)
            #expect(bytes.range(of: Data("RIFF".utf8), in: 4..<bytes.count) == nil)
        }
    }

    @Test func otherFormatsComeOverTheSocket() async throws {
        try await MediaRoom.with { openclaw, _ in
            for (name, mark) in [("a.mp3", [0xFF]), ("a.ogg", Array("OggS".utf8)), ("a.pcm", [])] as [(String, [UInt8])]
            {
                let run = try await openclaw(
                    "infer", "tts", "convert", "Good evening. It is late.", "--output", name, "--speed", "1.2",
                    "--model", "qwen/cosyvoice-v3-flash", "--json")
                #expect(run.status == 0, "\(run.stderr)")
                #expect(try MediaRoom.json(run)["model"] as? String == "cosyvoice-v3-flash")
                #expect(try Data(contentsOf: openclaw.home.appending(path: name)).starts(with: mark))
            }
        }
    }

    @Test func whoHasAPlayerHearsIt() async throws {
        try await MediaRoom.with { openclaw, _ in
            let path = openclaw.home.appending(path: "aplay")
            try Data("#!/bin/sh\ncat > \(openclaw.home.path)/heard\n".utf8).write(to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path.path)
            let run = try await openclaw(
                "infer", "tts", "convert", "Good evening.", "--play", "--output", "a.wav",
                environment: ["PATH": "\(openclaw.home.path):/usr/bin:/bin"])
            #expect(run.status == 0, "\(run.stderr)")
            let heard = try Data(contentsOf: openclaw.home.appending(path: "heard"))
            #expect(try heard == Data(contentsOf: openclaw.home.appending(path: "a.wav")).dropFirst(44))
        }
    }

    @Test func whoHasNoneIsToldBeforeAnythingIsSpent() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw(
                "infer", "tts", "convert", "Good evening.", "--play", environment: ["PATH": openclaw.home.path])
            #expect(run.status != 0 && run.stderr.contains("alsa-utils"), "\(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test(arguments: [
        (["hello", "--voice", "Nobody"], 8), (["hello", "--format", "flac"], 2), (["hello", "--file", "a.txt"], 2),
        (["hello", "--model", "qwen/qwen3-tts-flash", "--output", "a.mp3"], 8), (["  "], 2),
        (["hello", "--model", "qwen/wan2.6-t2v"], 7), (["hello", "--param", "x=1"], 8), (["--file", "missing"], 2),
    ])
    func aWrongWishIsRefusedWithoutARequest(_ arguments: [String], _ status: Int) async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw.run(["infer", "tts", "convert"] + arguments)
            #expect(run.status == Int32(status), "\(run.status) \(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test func whatItCostsIsShownAndLimited() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let text = String(repeating: "Many words. ", count: 1000)
            try await openclaw("config", "set", "agents.defaults.mediaConfirmAbove", "0.5")
            let refused = try await openclaw("infer", "tts", "convert", "--output", "a.wav", stdin: text)
            #expect(refused.status == 4 && refused.stderr.contains("--yes"), "\(refused.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
            let shown = try await openclaw("infer", "tts", "convert", "--dry-run", "--json", stdin: text)
            let estimate = try #require(try MediaRoom.json(shown)["estimate"] as? [String: Any])
            #expect(estimate["currency"] as? String == "CNY")
        }
    }

    @Test func whatCameOfABrokenStreamIsKept() async throws {
        try await MediaRoom.with(faults: ["cut-stream@chunks=2"]) { openclaw, _ in
            let run = try await openclaw(
                "infer", "tts", "convert", "A sentence that is long enough to come in pieces.", "--output", "a.wav")
            #expect(run.status != 0 && run.stderr.contains("a.partial.wav"), "\(run.stderr)")
            let names = try FileManager.default.contentsOfDirectory(atPath: openclaw.home.path)
            #expect(!names.contains { $0.contains("a.wav") }, "\(names)")
            let bytes = [UInt8](try Data(contentsOf: openclaw.home.appending(path: "a.partial.wav")))
            let length = bytes[40..<44].reversed().reduce(0) { $0 << 8 | Int($1) }
            #expect(length > 0 && length == bytes.count - 44)
        }
    }

    private func record(_ openclaw: OpenClaw, _ text: String = "We meet again on Monday.") async throws {
        let run = try await openclaw("infer", "tts", "convert", text, "--output", "talk.wav")
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test func aTextIsNoRecording() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try Data("A note, no talk.\n".utf8).write(to: openclaw.home.appending(path: "note.txt"))
            let run = try await openclaw("infer", "audio", "transcribe", "note.txt")
            #expect(run.status != 0 && run.stderr.contains("is a text"), "\(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test func aShortRecordingIsWrittenDownAtOnce() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try await record(openclaw)
            simulator.reset()
            let run = try await openclaw("infer", "audio", "transcribe", "talk.wav")
            #expect(run.status == 0 && run.stdout.hasSuffix(".\n"), "\(run.stderr)")
            #expect(!run.stdout.contains("via local"))
            let posts = simulator.receivedRequests().filter { $0.method == "POST" }
            #expect(posts.count == 1 && posts[0].body.contains("data:audio/wav;base64,"))
            let again = try await openclaw(
                "infer", "audio", "transcribe", "--file", "talk.wav", "--output", "talk.json", "--json")
            let output = try #require(try outputs(again).first)
            #expect(output["kind"] as? String == "audio.transcription" && output["path"] as? String == "talk.wav")
            #expect(output["text"] as? String == run.stdout.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    @Test func subtitlesComeFromATaskAndAnUpload() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try await record(openclaw, String(repeating: "We meet again on Monday and talk. ", count: 12))
            simulator.reset()
            for name in ["talk.srt", "talk.vtt"] {
                let run = try await openclaw(
                    "infer", "audio", "transcribe", "talk.wav", "--diarize", "--speakers", "2", "--output", name)
                #expect(run.status == 0, "\(run.stderr)")
            }
            let requests = simulator.receivedRequests()
            #expect(requests.filter { $0.path.contains("action=getPolicy") }.count == 1)
            let tasks = requests.filter { $0.path.hasSuffix("/asr/transcription") }
            #expect(tasks.count == 2 && tasks.allSatisfy { $0.body.contains("oss://") })
            let srt = try String(contentsOf: openclaw.home.appending(path: "talk.srt"), encoding: .utf8)
            #expect(srt.hasPrefix("1\n00:00:00,000 --> 00:00:0") && srt.contains("[Speaker 2]"), "\(srt)")
            #expect(srt.split(separator: "\n").allSatisfy { $0.count <= 42 }, "\(srt)")
            let vtt = try String(contentsOf: openclaw.home.appending(path: "talk.vtt"), encoding: .utf8)
            #expect(vtt.hasPrefix("WEBVTT\n\n00:00:00.000 --> ") && vtt.contains("<v Speaker 2>"))
            #expect(try await openclaw("usage", "--by", "model", "--json").stdout.contains("fun-asr"))
        }
    }

    @Test func aDetachedTranscriptionIsFetchedByTheNextCommand() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw(
                "infer", "audio", "transcribe", "https://example.com/talk.mp3", "--output", "talk.srt", "--detach",
                "--json")
            let id = try #require(try MediaRoom.json(run)["job"] as? String, "\(run.stderr)")
            let waited = try await openclaw("jobs", "wait", id, "--json")
            #expect(try MediaRoom.json(waited)["state"] as? String == "succeeded", "\(waited.stderr)")
            #expect(FileManager.default.fileExists(atPath: openclaw.home.appending(path: "talk.srt").path))
            let shown = try await openclaw("jobs", "show", id)
            #expect(shown.stdout.contains("talk.srt"))
            #expect(simulator.receivedRequests().filter { $0.path.hasSuffix("/asr/transcription") }.count == 1)
        }
    }

    /// Whatever is killed goes on and is asked for once.
    @Test func killedTranscriptionsArePaidOnceAndArrive() async throws {
        try await MediaRoom.with(taskSpeed: 8, latency: .milliseconds(40)) { openclaw, simulator in
            var random = SeededGenerator(state: 11)
            let count = 6
            for number in 0..<count {
                let limit = Duration.milliseconds(Int.random(in: 150...1500, using: &random))
                _ = try await openclaw(
                    "infer", "audio", "transcribe", "https://example.com/\(number).mp3", "--output",
                    "texts/\(number).srt", "--json", limit: limit)
            }
            let resumed = try await openclaw("jobs", "resume", "--json", limit: .seconds(120))
            #expect(resumed.status == 0, "\(resumed.stderr.suffix(2000))")
            let jobs = try await MediaRoom.jobs(openclaw)
            #expect(!jobs.isEmpty)
            let bodies = simulator.receivedRequests().filter { $0.path.hasSuffix("/asr/transcription") }.map(\.body)
            #expect(bodies.count == jobs.count, "\(bodies.count) requests for \(jobs.count) jobs")
            for job in jobs {
                #expect(job["state"] as? String == "succeeded" && job["kind"] as? String == "text", "\(job)")
                let output = try #require((job["outputs"] as? [[String: Any]])?.first, "\(job)")
                let file = URL(filePath: try #require(output["path"] as? String))
                #expect(try MediaRoom.digest(file) == output["sha256"] as? String)
            }
        }
    }

    @Test(arguments: [
        ([], 2), (["missing.wav"], 8), (["https://example.com/a.mp3", "--format", "pdf"], 2),
        (["https://example.com/a.mp3", "--model", "qwen/qwen3-asr-flash", "--format", "srt"], 8),
        (["https://example.com/a.mp3", "--model", "qwen/qwen3-asr-flash", "--diarize"], 8),
        (["https://example.com/a.mp3", "--model", "qwen/paraformer-v2"], 7),
        (["https://example.com/a.mp3", "--model", "qwen/qwen3-asr-flash", "--language", "xx"], 8),
    ])
    func aWrongTranscriptionIsRefusedWithoutARequest(_ arguments: [String], _ status: Int) async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw.run(["infer", "audio", "transcribe"] + arguments)
            #expect(run.status == Int32(status), "\(run.status) \(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
            #expect(try await MediaRoom.jobs(openclaw).isEmpty)
        }
    }

    @Test func aPlanWithoutSpeechIsRefusedWithoutARequest() async throws {
        try await MediaRoom.with(endpoint: "coding-intl") { openclaw, simulator in
            let key = try #require(simulator.banner.endpoint("coding-intl")).key
            try await openclaw("onboard", "--auth-choice", "qwen-api-key", "--key-stdin", stdin: key)
            simulator.reset()
            let run = try await openclaw("infer", "tts", "convert", "a", environment: ["QWEN_API_KEY": ""])
            #expect(run.status == 7 && run.stderr.contains("openclaw onboard --auth-choice"), "\(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }
}
