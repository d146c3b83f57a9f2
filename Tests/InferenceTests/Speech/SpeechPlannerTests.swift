import Foundation
import Inference
import Testing

@Suite struct SpeechPlannerTests {
    private func support(isSocket: Bool = false) -> SpeechSupport {
        SpeechSupport(
            model: "speaker", wire: "w", isSocket: isSocket,
            voices: [SpeechVoice(name: "Ann"), SpeechVoice(name: "Old Bob")], initialVoice: "Ann",
            languages: [SpokenLanguage(code: "en", name: "English"), SpokenLanguage(code: "de", name: "German")],
            formats: [.wav, .pcm, .mp3], sampleRates: [16_000, 24_000], initialSampleRate: 24_000, requestLimit: 20,
            messageLimit: isSocket ? 10 : 0,
            parameters: [
                ParameterRule(name: "rate", type: .number, range: 0.5...2), ParameterRule(name: "style", type: .text),
            ],
            wishes: ["speed": "rate"],
            prices: [
                SpeechPrice(endpoints: ["here"], currency: "CNY", unit: .character, amount: 2, quantity: 10)
            ])
    }

    private func plan(_ request: SpeechRequest, isSocket: Bool = false) throws -> SpeechPlan {
        try SpeechPlanner(support: support(isSocket: isSocket), endpoint: "here").plan(request)
    }

    @Test func everyChoiceIsMade() throws {
        var request = SpeechRequest(text: "Good evening.", voice: "old bob", options: ["style": "calm"])
        (request.language, request.speed, request.volume) = ("en-GB", 1.5, 70)
        let plan = try plan(request)
        #expect(plan.voice == "Old Bob" && plan.language == "English" && plan.sampleRate == 24_000)
        #expect(plan.requests == [["Good evening."]] && plan.streamFormat == .pcm)
        #expect(plan.parameters == ["style": "calm", "rate": 1.5])
        #expect(plan.ignored == [IgnoredOverride(name: "volume", value: "70")])
        #expect(plan.characters == 13 && plan.cost == CostEstimate(amount: 2.6, currency: "CNY"))
    }

    @Test func aLongTextIsSplitIntoRequestsOrMessages() throws {
        let request = SpeechRequest(text: "One is here. Two is here. Three is here.")
        #expect(try plan(request).requests == [["One is here."], ["Two is here."], ["Three is here."]])
        #expect(try plan(request).characters == 38)
        let socket = try plan(request, isSocket: true)
        #expect(socket.requests.count == 3 && socket.requests[0] == ["One is", "here."])
    }

    @Test(arguments: [
        ("", nil, nil, "wav", nil, "expected a text"), ("a", "Eve", nil, "wav", nil, "it has Ann, Old Bob"),
        ("a", nil, "fr", "wav", nil, "it speaks en, de"), ("a", nil, nil, "opus", nil, "makes wav, pcm, mp3"),
        ("a", nil, nil, "wav", 8000, "gives 16000, 24000"),
        ("One is here. Two is here.", nil, nil, "mp3", nil, "of at most 20, and wav of any number"),
    ])
    func whatTheModelLacksIsRefusedWithWhatItHas(
        _ text: String, _ voice: String?, _ language: String?, _ format: String, _ rate: Int?, _ message: String
    ) throws {
        var request = SpeechRequest(text: text, voice: voice, format: SoundFormat(format))
        (request.language, request.sampleRate) = (language, rate)
        let error = #expect(throws: InferenceError.self) { try plan(request) }
        #expect(error?.code == .invalidRequest && error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func parametersAreChecked() throws {
        for options in [["rate": 3], ["nonsense": 1], ["style": 1]] as [JSONObject] {
            #expect(throws: InferenceError.self) { try plan(SpeechRequest(text: "a", options: options)) }
        }
    }

    @Test func otherVoicesAreTakenWithAWord() throws {
        var open = support()
        open.hasOtherVoices = true
        let plan = try SpeechPlanner(support: open, endpoint: "there").plan(SpeechRequest(text: "a", voice: "mine"))
        #expect(plan.voice == "mine" && plan.warnings.count == 1 && plan.cost == nil)
    }
}
