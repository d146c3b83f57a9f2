import Inference
import InferenceTesting
import OpenClawHost
import Testing

@Suite struct ModelSelectorTests {
    static let configuration: JSONValue = [
        "agents": [
            "defaults": [
                "model": ["primary": "acme/acme-large", "fallbacks": ["Quick", "acme/acme-large"]],
                "imageModel": "here/eyes",
                "models": [
                    "acme/acme-small": ["alias": "Quick", "params": ["temperature": 0.1]],
                    "here/own-1": [:],
                ],
            ]
        ],
        "models": [
            "providers": [
                "here": ["baseUrl": "http://127.0.0.1:1/v1", "models": [["id": "Own-1"], ["id": "eyes"]]],
                "acme-cloud": ["baseUrl": "https://elsewhere.example/v1", "models": [["id": "theirs"]]],
                "mirror": ["baseUrl": "https://chat.acme.example/v1", "models": []],
            ]
        ],
    ]

    static func selector(_ configuration: JSONValue = configuration) -> ModelSelector {
        let registry = ProviderRegistry(
            providers: [ScriptedProvider()], settings: SettingsView(root: configuration))
        return ModelSelector(registry: registry, settings: ModelSettings(configuration: configuration))
    }

    @Test(arguments: [
        ("acme/acme-small", "acme/acme-small", true), (" ACME/Acme-Small ", "acme/acme-small", true),
        ("quick", "acme/acme-small", true), ("QUICK@work", "acme/acme-small@work", true),
        ("acme-large", "acme/acme-large", true), ("own-1", "here/Own-1", true),
        ("here/OWN-1@home", "here/Own-1@home", true), ("acme/acme/acme-small", "acme/acme-small", true),
        ("acme/New-Model", "acme/New-Model", false), ("here/anything", "here/anything", false),
        ("mirror/ACME-SMALL", "mirror/acme-small", true),
        ("acme-cloud/theirs", "acme-cloud/theirs", true), ("acme-cloud/acme-small", "acme-cloud/acme-small", false),
    ])
    func resolves(_ text: String, _ expected: String, _ isKnown: Bool) throws {
        let selection = try Self.selector().resolve(text)
        #expect(selection.reference.description == expected)
        #expect(selection.isKnown == isKnown)
        #expect(selection.warnings.count == (isKnown ? 0 : 1))
    }

    @Test(
        arguments: [
            ([:], [:], [:], .auto, 0), ([:], [:], ["cache": "off"], .off, 0),
            ([:], ["cache": "on"], ["cache": "off"], .on, 0),
            (["cache": "off"], ["cache": "on"], [:], .off, 0),
            (["cacheRetention": "none"], [:], ["cache": "on"], .off, 0),
            (["cacheRetention": "long"], ["cache": "off"], [:], .auto, 0),
            (["temperature": 1], ["cache": "on"], [:], .on, 0),
            (["cache": "1h"], ["cache": "on"], [:], .auto, 1), ([:], [:], ["cacheRetention": 5], .auto, 1),
        ] as [(JSONValue, JSONValue, JSONValue, PromptCaching, Int)])
    func takesTheMostSpecificWordOnCaching(
        model: JSONValue, provider: JSONValue, all: JSONValue, expected: PromptCaching, warnings: Int
    ) throws {
        let configuration: JSONValue = [
            "agents": ["defaults": ["params": all, "models": ["acme/acme-small": ["params": model]]]],
            "models": ["providers": ["acme": provider]],
        ]
        let selection = try Self.selector(configuration).resolve("acme/acme-small")
        #expect(selection.caching == expected)
        #expect(selection.warnings.count == warnings)
    }

    @Test func parametersOfAModelWinOverThoseOfAll() throws {
        let configuration: JSONValue = [
            "agents": [
                "defaults": [
                    "params": ["temperature": 0.5, "seed": 1],
                    "models": ["acme/acme-small": ["params": ["temperature": 0.1]]],
                ]
            ]
        ]
        let selector = Self.selector(configuration)
        #expect(try selector.resolve("acme/acme-small").parameters == JSONObject([("temperature", 0.1), ("seed", 1)]))
        #expect(try selector.resolve("acme/acme-large").parameters == JSONObject([("temperature", 0.5), ("seed", 1)]))
    }

    @Test func sendsABareUnknownModelToTheProviderOfTheDefault() throws {
        let selection = try Self.selector().resolve("brand-new")
        #expect(selection.reference.description == "acme/brand-new")
        #expect(selection.warnings.count == 1)
    }

    @Test func takesAnAliasForItsProviderWhenNobodyOwnsIt() throws {
        let selection = try Self.selector([:]).resolve("acme-cloud/acme-small")
        #expect(selection.reference.description == "acme/acme-small")
    }

    @Test(arguments: ["", "  ", "nobody/x", "acme-oauth/x"])
    func refusesWhatNamesNothing(_ text: String) {
        #expect(throws: InferenceError.self) { try Self.selector().resolve(text) }
    }

    @Test func listsTheDefaultAndItsFallbacksOnce() throws {
        let selector = Self.selector()
        let chat = try selector.candidates(forImages: false).map(\.reference.description)
        #expect(chat == ["acme/acme-large", "acme/acme-small"])
        #expect(try selector.candidates(forImages: true).first?.reference.description == "acme/acme-large")
    }

    @Test func givesPicturesToTheImageModelWhenTheDefaultIsBlind() throws {
        var configuration = Self.configuration.object ?? JSONObject()
        configuration["agents"] = ["defaults": ["model": "acme/acme-small", "imageModel": "acme/acme-large"]]
        let selector = Self.selector(.object(configuration))
        #expect(try selector.candidates(forImages: true).map(\.reference.description) == ["acme/acme-large"])
        #expect(try selector.candidates(forImages: false).map(\.reference.description) == ["acme/acme-small"])
    }

    @Test func carriesTheParametersOfTheConfiguration() throws {
        #expect(try Self.selector().resolve("quick").parameters["temperature"]?.double == 0.1)
        #expect(try Self.selector().resolve("acme-large").parameters.isEmpty)
    }

    @Test func takesTheDefaultOfTheFirstProviderWithoutAConfiguration() throws {
        #expect(try Self.selector([:]).defaultModel().reference.description == "acme/acme-small")
    }
}
