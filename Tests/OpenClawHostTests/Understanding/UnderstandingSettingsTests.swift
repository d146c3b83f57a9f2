import Inference
import Testing

@testable import OpenClawHost

@Suite struct UnderstandingSettingsTests {
    private func settings(_ media: JSONValue, _ kind: Modality = .image) -> UnderstandingSettings {
        UnderstandingSettings(kind, settings: SettingsView(root: ["tools": ["media": media]]))
    }

    @Test func nothingConfiguredMeansTheUsual() throws {
        let settings = UnderstandingSettings(.video, settings: SettingsView(root: [:]))
        try settings.requireEnabled()
        #expect(settings.concurrency == 2 && settings.entries.isEmpty && settings.limits == UnderstandingLimits())
        let usual = UnderstandingLimits.usual(.video)
        #expect(usual.maxBytes == 50 << 20 && usual.seconds == 120 && usual.maxCharacters == 500)
        #expect(UnderstandingLimits.usual(.image).maxBytes == 10 << 20)
    }

    @Test func modelsOfTheKindComeBeforeSharedOnesThatCanDoIt() {
        let settings = settings([
            "concurrency": 99,
            "models": [
                ["provider": "acme", "model": "shared"], ["model": "acme/ears", "capabilities": ["audio"]],
                ["type": "cli", "command": "describe"],
            ],
            "image": ["models": [["provider": "acme", "model": "own", "profile": "work", "maxChars": 7]]],
        ])
        #expect(settings.entries.map(\.model) == ["acme/own@work", "acme/shared"])
        #expect(settings.entries[0].limits.maxCharacters == 7 && settings.concurrency == 16)
        #expect(settings.notes == ["tools.media.models[2] is a program; only models are asked here"])
    }

    @Test func whatIsSwitchedOffSaysHowToSwitchItOn() {
        let error = #expect(throws: InferenceError.self) {
            try settings(["image": ["enabled": false]]).requireEnabled()
        }
        #expect(error?.hint == "openclaw config set tools.media.image.enabled true")
    }

    @Test func aBaseURLOfItsOwnIsNamedAndNotUsed() {
        let settings = settings(["image": ["baseUrl": "https://elsewhere.example/v1"]])
        #expect(settings.notes.count == 1 && settings.notes[0].contains("tools.media.image.baseUrl"))
    }

    @Test(arguments: [
        ("  a red bike \n", nil as Int?, "a red bike", nil as Int?), ("a red bike", 5, "a red", 5),
        ("a red", 5, "a red", nil), ("ééé", 2, "éé", 2),
    ])
    func aDescriptionIsCutAtItsLimit(_ text: String, _ limit: Int?, _ shown: String, _ cutAt: Int?) {
        let description = Description(text, limit: limit)
        #expect(description.text == shown && description.cutAt == cutAt)
    }

    @Test func aStreamIsCutAtItsLimit() {
        var limit = CharacterLimit(5)
        #expect(["a ", "red bike", " stands"].map { limit.admit($0) } == ["a ", "red", ""])
    }

    @Test func theShorterWordWins() {
        let own = UnderstandingLimits(prompt: "What?", maxCharacters: 9)
        let whole = own.completed(by: .usual(.image))
        #expect(whole.question == "What? Respond in at most 9 characters." && whole.seconds == 60)
    }
}
