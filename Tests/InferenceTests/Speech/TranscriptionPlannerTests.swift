import Foundation
import Inference
import Testing

@Suite struct TranscriptionPlannerTests {
    private let quick = TranscriptionSupport(
        model: "quick", wire: "message", isTask: false,
        input: InputRule(
            role: .recording, kind: .audio, count: 1...1, maxBytes: 1000, seconds: 0...300, isInlined: true, place: ""),
        languages: ["en", "de"], parameters: [ParameterRule(name: "language", type: .text)],
        wishes: ["language": "language"], takesPrompt: true,
        prices: [SpeechPrice(endpoints: ["here"], currency: "CNY", unit: .second, amount: 2, quantity: 1)])
    private let thorough = TranscriptionSupport(
        model: "thorough", wire: "files", isTask: true,
        input: InputRule(role: .recording, kind: .audio, count: 1...1, place: ""), hasTimes: true, hasSpeakers: true,
        parameters: [
            ParameterRule(name: "hints", type: .list), ParameterRule(name: "split", type: .flag),
            ParameterRule(name: "count", type: .integer, range: 2...100),
        ],
        wishes: ["language": "hints", "speakers": "split", "speakerCount": "count"])

    private func request(_ facts: MediaFacts = MediaFacts(seconds: 10)) -> TranscriptionRequest {
        TranscriptionRequest(
            input: GenerationInput(kind: .audio, role: .recording, source: .file("/a.wav"), facts: facts))
    }

    @Test func aPlanIsAGenerationOfText() throws {
        var wish = request(MediaFacts(seconds: 9.2))
        (wish.language, wish.prompt) = ("de", "Okonjo")
        let plan = try TranscriptionPlanner(support: quick, endpoint: "here").plan(wish)
        #expect(plan.kind == .text && plan.mode == .transcription && !plan.isTask && plan.prompt == "Okonjo")
        #expect(plan.parameters == ["language": "de"] && plan.cost == CostEstimate(amount: 20, currency: "CNY"))
    }

    @Test func wishesTakeTheNamesOfTheModel() throws {
        var wish = request()
        (wish.language, wish.speakers, wish.prompt, wish.format) = ("de", 3, "Okonjo", .srt)
        let plan = try TranscriptionPlanner(support: thorough, endpoint: "here").plan(wish)
        #expect(plan.parameters == ["hints": ["de"], "split": true, "count": 3])
        #expect(plan.ignored == [IgnoredOverride(name: "prompt", value: "Okonjo")] && plan.cost == nil)
    }

    @Test func whatTheModelLacksIsRefused() throws {
        func refusal(_ change: (inout TranscriptionRequest) -> Void, _ facts: MediaFacts = MediaFacts()) -> String {
            var wish = request(facts)
            change(&wish)
            let error = #expect(throws: InferenceError.self) {
                try TranscriptionPlanner(support: quick, endpoint: "here").plan(wish)
            }
            return error?.message ?? ""
        }
        #expect(refusal { $0.format = .vtt }.contains("times that vtt needs"))
        #expect(refusal { $0.wantsWords = true }.contains("times of words"))
        #expect(refusal { $0.wantsSpeakers = true }.contains("speakers"))
        #expect(refusal { $0.language = "xx" }.contains("it knows en, de"))
        #expect(refusal({ _ in }, MediaFacts(seconds: 301)).contains("0 to 300 s"))
        #expect(refusal({ _ in }, MediaFacts(byteCount: 1001)).contains("takes at most"))
        #expect(refusal { $0.options = ["x": 1] }.contains("has no parameter 'x'"))
    }
}
