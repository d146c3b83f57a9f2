import Foundation
import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct SpeechTests {
    private static let sync = "/api/v1/services/aigc/multimodal-generation/generation"
    private static let synthesizer = "/api/v1/services/audio/tts/SpeechSynthesizer"
    private static let transcription = "/api/v1/services/audio/asr/transcription"

    private func speak(_ input: JSON, _ headers: [(String, String)] = []) async throws -> Answered {
        try await ServiceHarness().reply(Self.sync, ["model": "qwen3-tts-flash", "input": input], headers: headers)
    }

    @Test func speaksIntoAFile() async throws {
        let harness = try ServiceHarness()
        let body: JSON = ["model": "qwen3-tts-flash", "input": ["text": "Good evening.", "voice": "Ono Anna"]]
        let answer = await harness.reply(Self.sync, body)
        #expect(answer.json["usage"]?["characters"] == 13)
        let url = answer.json["output"]?["audio"]?["url"]?.string ?? ""
        let file = await harness.fetch(url)
        #expect(file.headers.first(name: "content-type") == "audio/wav" && file.text.hasPrefix("RIFF"))
        #expect(await harness.admin(.GET, "/charges")["total"] == .number((13 * 0.00007339 * 1e6).rounded() / 1e6))
    }

    @Test func streamsHeaderlessSamples() async throws {
        let answer = try await speak(["text": "Good evening.", "voice": "Cherry"], [("x-dashscope-sse", "enable")])
        let events = answer.events
        #expect(events.first?["output"]?["finish_reason"] == "null")
        #expect(events.last?["output"]?["finish_reason"] == "stop")
        #expect(events.last?["output"]?["audio"]?["data"] == "")
        #expect(events.last?["output"]?["audio"]?["url"]?.string?.contains(".wav?") == true)
        let parts = events.compactMap { $0["output"]?["audio"]?["data"]?.string }.compactMap { Data(base64Encoded: $0) }
        let recipe = SoundRecipe(text: "Good evening.", voice: "Cherry", rate: 24_000)
        #expect(parts.flatMap { Array($0) } == recipe.samples())
    }

    @Test func refusesVoicesAndTextsThatItLacks() async throws {
        #expect(try await speak(["text": "x", "voice": "cherry"]).message.contains("is not supported"))
        #expect(try await speak(["text": "x"]).message.contains("input.voice"))
        let long = String(repeating: "x", count: 601)
        #expect(try await speak(["text": .string(long), "voice": "Cherry"]).message.contains("[1, 600]"))
        #expect(try await speak(["text": "x", "voice": "Cherry", "language_type": "Klingon"]).status == 400)
    }

    @Test(arguments: ["mp3", "pcm", "wav", "opus"])
    func synthesizesEachFormat(_ format: String) async throws {
        let harness = try ServiceHarness()
        let input: JSON = ["text": "Good evening.", "voice": "longanyang", "format": .string(format)]
        let body: JSON = ["model": "cosyvoice-v3-flash", "input": input]
        let answer = await harness.reply(Self.synthesizer, body, endpoint: "standard-cn")
        let file = await harness.fetch(answer.json["output"]?["audio"]?["url"]?.string)
        #expect(file.status == 200 && !file.steps.isEmpty)
        #expect(await harness.reply(Self.synthesizer, body).status == 400)
        let stream = await harness.reply(
            Self.synthesizer, body, endpoint: "standard-cn", headers: [("x-dashscope-sse", "enable")])
        let types = stream.events.compactMap { $0["output"]?["type"]?.string }
        #expect(types.first == "sentence-begin" && types.last == "sentence-end")
    }

    @Test func writesShortRecordingsDownInBothDialects() async throws {
        let harness = try ServiceHarness()
        let sound = SoundRecipe(text: "Hello there my friend", voice: "x", rate: 16_000).wave()
        let data = JSON.string("data:audio/wav;base64,\(Base64.text(sound))")
        let native: JSON = [
            "model": "qwen3-asr-flash", "input": ["messages": [["role": "user", "content": [["audio": data]]]]],
        ]
        let first = await harness.reply(Self.sync, native)
        let text = first.json["output"]?["choices"]?.array?.first?["message"]?["content"]?.array?.first?["text"]
        #expect(text?.string?.isEmpty == false && first.json["usage"]?["seconds"] == 2)
        let part: JSON = ["type": "input_audio", "input_audio": ["data": data]]
        let compatible: JSON = ["model": "qwen3-asr-flash", "messages": [["role": "user", "content": [part]]]]
        let second = await harness.chat(compatible)
        let message = second.json["choices"]?.array?.first?["message"]
        #expect(message?["content"] == text && message?["annotations"]?.array?.first?["type"] == "audio_info")
        let noise: JSON = [
            "model": "qwen3-asr-flash",
            "input": ["messages": [["role": "user", "content": [["audio": "data:audio/wav;base64,AAAA"]]]]],
        ]
        #expect(await harness.reply(Self.sync, noise).status == 430)
    }

    @Test func writesLongRecordingsDownWithSpeakers() async throws {
        let harness = try ServiceHarness()
        let done = await harness.finished(
            Self.transcription,
            [
                "model": "fun-asr",
                "input": ["file_urls": ["https://example.com/a.wav", "https://example.com/b b.wav"]],
                "parameters": ["diarization_enabled": true, "speaker_count": 2],
            ])
        let results = done.json["output"]?["results"]?.array ?? []
        #expect(results.map { $0["subtask_status"]?.string } == ["SUCCEEDED", "FAILED"])
        #expect(done.json["output"]?["task_metrics"]?["FAILED"] == 1)
        let file = await harness.fetch(results[0]["transcription_url"]?.string)
        let sentences = file.json["transcripts"]?.array?.first?["sentences"]?.array ?? []
        #expect(Set(sentences.compactMap { $0["speaker_id"]?.int }) == [0, 1])
        #expect(sentences.first?["sentence_id"] == 1 && sentences.first?["words"]?.array?.count == 6)
    }

    @Test func keepsTheShapesOfBothFamiliesApart() async throws {
        let harness = try ServiceHarness()
        let single: JSON = ["model": "qwen3-asr-flash-filetrans", "input": ["file_url": "https://example.com/a.wav"]]
        let done = await harness.finished(Self.transcription, single).json
        let file = await harness.fetch(done["output"]?["result"]?["transcription_url"]?.string)
        #expect(file.json["audio_info"] != nil && done["usage"]?["seconds"] == 10)
        let wrong: JSON = ["model": "fun-asr", "input": ["file_url": "https://example.com/a.wav"]]
        #expect(await harness.submit(Self.transcription, wrong).message == "input must contain file_urls")
    }
}
