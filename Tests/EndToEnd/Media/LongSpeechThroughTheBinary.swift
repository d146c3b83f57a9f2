import Foundation
import QwenSimulator
import Testing

/// Speech of several requests that breaks off and goes on, and models that take over from others.
@Suite struct LongSpeechThroughTheBinary {
    private static let text = String(
        repeating: "This is one of many sentences in a chapter that is far longer than one request. ", count: 30)

    /// Whatever asked for sound.
    private func asked(_ simulator: Simulator) -> Int {
        simulator.receivedRequests().filter { request in
            request.path.contains("/services/aigc/") || request.path.contains("/api-ws/")
        }.count
    }

    private func names(in openclaw: OpenClaw) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: openclaw.home.path)
    }

    @Test(arguments: [[], ["--model", "qwen/qwen3-tts-flash-realtime"]])
    func whatBrokeOffGoesOnBehindTheLastCompleteRequest(_ options: [String]) async throws {
        try await MediaRoom.with { openclaw, simulator in
            func convert(_ name: String, _ text: String = Self.text) async throws -> OpenClaw.Run {
                try await openclaw.run(["infer", "tts", "convert", "--output", name, "--json"] + options, stdin: text)
            }
            func bytes(_ name: String) throws -> Data { try Data(contentsOf: openclaw.home.appending(path: name)) }
            #expect(try await convert("whole.wav").status == 0)
            simulator.reset()
            try simulator.addFault(Fault(parsing: "cut-stream@chunks=3,after=2,times=1"))
            let broken = try await convert("book.wav")
            #expect(broken.status != 0 && broken.stderr.contains("behind request 2 of 5"), "\(broken.stderr)")
            #expect(asked(simulator) == 3)
            let note = try #require(
                try JSONSerialization.jsonObject(with: bytes("book.partial.json")) as? [String: Any])
            let kept = try #require(note["bytes"] as? Int)
            // What came of the third request can be heard, and is not kept.
            let partial = try bytes("book.partial.wav")
            #expect(note["requests"] as? Int == 2 && partial.count > 44 + kept)
            simulator.reset()
            let run = try await convert("book.wav")
            #expect(run.status == 0, "\(run.stderr)")
            #expect(asked(simulator) == 3)
            #expect(try bytes("book.wav") == bytes("whole.wav"))
            #expect((try MediaRoom.json(run)["requestIds"] as? [String])?.count == 5)
            #expect(try !names(in: openclaw).contains { $0.contains("partial") })
        }
    }

    @Test func anotherTextBeginsAnew() async throws {
        try await MediaRoom.with(faults: ["cut-stream@chunks=3,after=2,times=1"]) { openclaw, simulator in
            _ = try await openclaw("infer", "tts", "convert", "--output", "book.wav", stdin: Self.text)
            simulator.reset()
            let other = Self.text.replacingOccurrences(of: "many", with: "few")
            let run = try await openclaw("infer", "tts", "convert", "--output", "book.wav", stdin: other)
            #expect(run.status == 0 && run.stderr.contains("of another speech"), "\(run.stderr)")
            #expect(asked(simulator) == 5)
            #expect(try !names(in: openclaw).contains { $0.contains("partial") })
        }
    }

    @Test func aSpeechThatIsKilledIsPaidOnceButForOneRequest() async throws {
        try await MediaRoom.with(latency: .milliseconds(150)) { openclaw, simulator in
            var runs = 0
            while true {
                runs += 1
                let run = try await openclaw(
                    "infer", "tts", "convert", "--output", "book.wav", stdin: Self.text,
                    limit: runs < 6 ? .milliseconds(600) : .seconds(60))
                if run.status == 0 { break }
                #expect(runs < 10, "\(run.stderr)")
            }
            #expect(asked(simulator) <= 5 + runs, "\(asked(simulator)) requests in \(runs) runs")
            let bytes = try Data(contentsOf: openclaw.home.appending(path: "book.wav"))
            let length = bytes[40..<44].reversed().reduce(0) { $0 << 8 | Int($1) }
            #expect(length == bytes.count - 44)
            #expect(try !names(in: openclaw).contains { $0.contains("partial") })
        }
    }

    @Test func aSpeechThatIsInterruptedGoesOn() async throws {
        try await MediaRoom.with(latency: .seconds(1)) { openclaw, simulator in
            let arguments = ["infer", "tts", "convert", "--output", "book.wav"]
            let run = try await openclaw.run(arguments, stdin: Self.text, interruptAfter: .seconds(4))
            #expect(run.status == 130 && run.stderr.contains("the same command goes on"), "\(run.status) \(run.stderr)")
            let before = asked(simulator)
            let again = try await openclaw.run(arguments, stdin: Self.text)
            #expect(again.status == 0 && again.stderr.contains("are there already"), "\(again.stderr)")
            #expect(asked(simulator) - before < 5)
        }
    }

    @Test func theNextConfiguredModelSpeaksWhenTheFirstIsRefused() async throws {
        try await MediaRoom.with(faults: ["free_tier_only@model=qwen3-tts-flash"]) { openclaw, simulator in
            let choice = #"{"primary":"qwen/qwen3-tts-flash","fallbacks":["qwen/qwen3-tts-instruct-flash"]}"#
            try await openclaw("config", "set", "agents.defaults.mediaModels.speech", choice)
            let run = try await openclaw("infer", "tts", "convert", "Good evening.", "--output", "a.wav", "--json")
            #expect(run.status == 0, "\(run.stderr)")
            let json = try MediaRoom.json(run)
            #expect(json["model"] as? String == "qwen3-tts-instruct-flash")
            #expect((json["attempts"] as? [[String: Any]])?.first?["model"] as? String == "qwen3-tts-flash")
            #expect(asked(simulator) == 2)
            let named = try await openclaw(
                "infer", "tts", "convert", "Good evening.", "--output", "b.wav", "--model", "qwen/qwen3-tts-flash")
            #expect(named.status != 0)
        }
    }

    @Test func theNextConfiguredModelListensWhenTheFirstIsRefused() async throws {
        try await MediaRoom.with(faults: ["free_tier_only@model=qwen3-asr-flash"]) { openclaw, _ in
            let choice = #"{"primary":"qwen/qwen3-asr-flash","fallbacks":["qwen/qwen3-asr-flash-realtime"]}"#
            try await openclaw("config", "set", "agents.defaults.mediaModels.transcription", choice)
            try await openclaw("infer", "tts", "convert", "Good evening. It is late.", "--output", "talk.wav")
            let run = try await openclaw("infer", "audio", "transcribe", "talk.wav", "--json")
            #expect(run.status == 0, "\(run.stderr)")
            let json = try MediaRoom.json(run)
            #expect(json["model"] as? String == "qwen3-asr-flash-realtime")
            #expect((json["attempts"] as? [[String: Any]])?.count == 1)
        }
    }

    @Test func aSocketThatBreaksEndsATranscriptionAndItsJob() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try await openclaw("infer", "tts", "convert", "Good evening. It is late.", "--output", "talk.wav")
            try simulator.addFault(Fault(parsing: "Throttling.RateQuota@path=api-ws,times=1"))
            let arguments = ["infer", "audio", "transcribe", "talk.wav", "--model", "qwen/fun-asr-realtime"]
            // What is refused before anything was told is asked for again.
            let run = try await openclaw.run(arguments)
            #expect(run.status == 0 && run.stdout.hasSuffix(".\n"), "\(run.stderr)")
            #expect(asked(simulator) >= 2)
            let jobs = try await MediaRoom.jobs(openclaw)
            #expect(jobs.count == 1 && jobs[0]["state"] as? String == "succeeded")
        }
    }

    @Test func aVoiceOfOnesOwnSpeaksWithItsModelOnly() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try await openclaw(
                "infer", "tts", "convert", "--output", "anna.wav",
                stdin: "I am Anna, and this is how I speak when nobody listens, for some seconds.")
            simulator.reset()
            let shown = try await openclaw(
                "infer", "tts", "voices", "create", "anna", "--recording", "anna.wav", "--dry-run", "--json")
            let estimate = try #require(try MediaRoom.json(shown)["estimate"] as? [String: Any], "\(shown.stderr)")
            #expect(estimate["currency"] as? String == "CNY" && simulator.receivedRequests().isEmpty)
            let made = try await openclaw(
                "infer", "tts", "voices", "create", "anna", "--recording", "anna.wav", "--json")
            let voice = try #require(try MediaRoom.json(made)["voice"] as? String, "\(made.stderr)")
            #expect(made.stderr.contains("2026-10-10"), "\(made.stderr)")
            let target = "qwen3-tts-vc-2026-01-22"
            #expect(try await openclaw("infer", "tts", "voices").stdout.contains("of your own: \(voice)"))
            // The voice chooses its model.
            let spoken = try await openclaw(
                "infer", "tts", "convert", "Good evening.", "--voice", voice, "--output", "a.wav", "--json")
            #expect(try MediaRoom.json(spoken)["model"] as? String == target, "\(spoken.stderr)")
            simulator.reset()
            let wrong = try await openclaw(
                "infer", "tts", "convert", "Good evening.", "--voice", voice, "--model",
                "qwen/qwen3-tts-vc-realtime-2026-01-15")
            #expect(wrong.status == 8 && wrong.stderr.contains("was made for \(target)"), "\(wrong.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test func voicesAreListedAndRemoved() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let made = try await openclaw(
                "infer", "tts", "voices", "create", "narrator", "--description", "A calm, deep voice.", "--sample",
                "Good evening.", "--output", "try.wav", "--json")
            let voice = try #require(try MediaRoom.json(made)["voice"] as? String, "\(made.stderr)")
            #expect(try Data(contentsOf: openclaw.home.appending(path: "try.wav")).starts(with: Data("RIFF".utf8)))
            try FileManager.default.removeItem(at: openclaw.home.appending(path: ".openclaw/media/voices.json"))
            let listed = try await openclaw("infer", "tts", "voices", "--own")
            #expect(
                listed.stdout.hasPrefix("\(voice): qwen/qwen3-tts-vd-2026-01-26 on standard-intl"), "\(listed.stderr)")
            #expect(try await openclaw("usage", "--by", "model", "--json").stdout.contains("qwen-voice-design"))
            let removed = try await openclaw("infer", "tts", "voices", "delete", voice)
            #expect(removed.status == 0, "\(removed.stderr)")
            #expect(try await openclaw("infer", "tts", "voices", "--own").stdout == "no voices of your own\n")
            let again = try await openclaw("infer", "tts", "voices", "delete", voice)
            #expect(again.status == 8, "\(again.status) \(again.stderr)")
        }
    }

    @Test func aVoiceWhoseAnswerIsLostIsNotMadeTwice() async throws {
        try await MediaRoom.with(faults: ["lost-answer@times=1,path=customization"]) { openclaw, simulator in
            let arguments = [
                "infer", "tts", "voices", "create", "narrator", "--description", "A calm voice.", "--sample", "Hello.",
            ]
            let run = try await openclaw.run(arguments)
            #expect(run.status != 0 && run.stderr.contains("in the list of your voices"), "\(run.stderr)")
            #expect(simulator.receivedRequests().count == 1)
            let listed = try await openclaw("infer", "tts", "voices", "--own", "--json")
            #expect(listed.stdout.contains("narrator"), "\(listed.stderr)")
        }
    }

    @Test(arguments: [
        (["anna"], 2), (["anna", "--recording", "a.wav", "--description", "x", "--sample", "y"], 2),
        (["anna", "--description", "x"], 2), (["anna b", "--description", "x", "--sample", "y"], 8),
        (["anna", "--recording", "missing.wav"], 8),
        (["anna", "--recording", "https://example.com/a.wav", "--model", "qwen/qwen3-tts-flash"], 7),
        (["anna", "--description", "x", "--sample", "y", "--model", "qwen/cosyvoice-v3.5-plus"], 7),
    ])
    func aWrongVoiceIsRefusedWithoutARequest(_ arguments: [String], _ status: Int) async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await openclaw.run(["infer", "tts", "voices", "create"] + arguments)
            #expect(run.status == Int32(status), "\(run.status) \(run.stderr)")
            #expect(simulator.receivedRequests().isEmpty)
        }
    }
}
