import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct SpeechDeskTests {
    private func model(
        _ request: SpeechRequest, named name: String? = nil, settings: JSONValue = .object(JSONObject())
    ) throws -> String {
        try SpeechScene(settings: settings).desk.prepare(request, named: name).reference.description
    }

    @Test func theFirstModelThatCanIsUsed() throws {
        #expect(try model(SpeechRequest(text: "a")) == "qwen/qwen3-tts-flash")
        #expect(try model(SpeechRequest(text: "a", format: .mp3)) == "qwen/cosyvoice-v3-flash")
        #expect(try model(SpeechRequest(text: "a", voice: "longanyang")) == "qwen/cosyvoice-v3-flash")
    }

    @Test func aNamedModelIsNotReplaced() throws {
        let error = #expect(throws: InferenceError.self) {
            try model(SpeechRequest(text: "a", format: .mp3), named: "qwen/qwen3-tts-flash")
        }
        #expect(error?.code == .invalidRequest && error?.message == "qwen3-tts-flash makes wav, pcm, not mp3")
        #expect(throws: InferenceError.self) { try model(SpeechRequest(text: "a"), named: "qwen/qwen-tts") }
        #expect(throws: InferenceError.self) { try model(SpeechRequest(text: "a"), named: "qwen/wan2.6-t2v") }
    }

    @Test func aConfiguredModelGivesWayToOneThatCan() throws {
        let settings: JSONValue = ["agents": ["defaults": ["mediaModels": ["speech": "qwen/qwen3-tts-instruct-flash"]]]]
        #expect(try model(SpeechRequest(text: "a"), settings: settings) == "qwen/qwen3-tts-instruct-flash")
        let scene = try SpeechScene(settings: settings)
        let prepared = try scene.desk.prepare(SpeechRequest(text: "a", format: .opus), named: nil)
        #expect(prepared.reference.model == "cosyvoice-v3-flash" && prepared.warnings.count == 1)
    }

    @Test func configuredModelsAreAskedOneAfterTheOther() throws {
        let choice: JSONValue = [
            "primary": "qwen/qwen3-tts-instruct-flash",
            "fallbacks": ["qwen/qwen3-tts-flash", "qwen/cosyvoice-v3-flash", "qwen/qwen3-tts-flash"],
        ]
        let settings: JSONValue = ["agents": ["defaults": ["mediaModels": ["speech": choice]]]]
        func names(_ request: SpeechRequest, _ name: String? = nil) throws -> [String] {
            try SpeechScene(settings: settings).desk.prepareAll(request, named: name).map(\.reference.model.rawValue)
        }
        #expect(
            try names(SpeechRequest(text: "a")) == [
                "qwen3-tts-instruct-flash", "qwen3-tts-flash", "cosyvoice-v3-flash",
            ])
        #expect(try names(SpeechRequest(text: "a", format: .mp3)) == ["cosyvoice-v3-flash"])
        #expect(try names(SpeechRequest(text: "a"), "qwen/qwen3-tts-flash") == ["qwen3-tts-flash"])
        #expect(try SpeechScene().desk.prepareAll(SpeechRequest(text: "a"), named: nil).count == 1)
        let refused = InferenceError(.quotaExhausted, "no")
        #expect(SpeechDesk.mayFallBack(refused, heard: false) && !SpeechDesk.mayFallBack(refused, heard: true))
        #expect(!SpeechDesk.mayFallBack(InferenceError(.invalidRequest, "no"), heard: false))
    }

    @Test func aVoiceTellsWhichModelSpeaks() throws {
        let own = SpeechRequest(text: "a", voice: "cosyvoice-v3-plus-anna-1")
        #expect(try model(own) == "qwen/cosyvoice-v3-plus")
        let error = #expect(throws: InferenceError.self) { try model(own, named: "qwen/cosyvoice-v3-flash") }
        #expect(error?.message.contains("was made for cosyvoice-v3-plus") == true)
    }

    private func writer(
        _ facts: MediaFacts, named name: String? = nil, _ change: (inout TranscriptionRequest) -> Void = { _ in }
    ) throws -> String {
        var request = TranscriptionRequest(
            input: GenerationInput(kind: .audio, role: .recording, source: .file("/a.wav"), facts: facts))
        change(&request)
        return try SpeechScene().transcriptions.prepare(request, named: name).reference.model.rawValue
    }

    @Test func theLengthAndTheFormatChooseTheModelThatWritesDown() throws {
        let short = MediaFacts(mediaType: "audio/wav", byteCount: 100_000, seconds: 20)
        #expect(try writer(short) == "qwen3-asr-flash")
        #expect(try writer(short) { $0.format = .srt } == "qwen3-asr-flash-filetrans")
        #expect(try writer(short) { $0.wantsSpeakers = true } == "fun-asr")
        #expect(try writer(MediaFacts(byteCount: 1_000_000, seconds: 400)) == "qwen3-asr-flash-filetrans")
        // Nobody can say how long these are.
        #expect(try writer(MediaFacts(mediaType: "audio/aac", byteCount: 300_000)) == "qwen3-asr-flash")
        #expect(try writer(MediaFacts(byteCount: 300_000)) == "qwen3-asr-flash-filetrans")
        #expect(try writer(MediaFacts(byteCount: 3_000_000)) == "qwen3-asr-flash-filetrans")
        #expect(try writer(MediaFacts()) == "qwen3-asr-flash-filetrans")
        #expect(try writer(MediaFacts(), named: "qwen/qwen3-asr-flash") == "qwen3-asr-flash")
    }

    @Test func aNamedModelThatCannotIsRefusedWithWhatItTakes() throws {
        let error = #expect(throws: InferenceError.self) {
            try writer(MediaFacts(seconds: 20), named: "qwen/qwen3-asr-flash") { $0.format = .srt }
        }
        #expect(error?.message.contains("does not give the times that srt needs") == true)
    }
}
