import Inference
import Testing

@testable import OpenClawHost

@Suite struct OnboardingPlannerTests {
    static let token = String(repeating: "0123456789abcdef", count: 4)

    @Test func writesWhatOpenClawWritesOnAnEmptyHome() throws {
        let root = try after("acme-api-key")
        #expect(
            root == [
                "agents": [
                    "defaults": [
                        "workspace": "/state/workspace", "models": ["acme/plus-1": ["alias": "Acme"]],
                        "model": ["primary": "acme/plus-1"],
                    ]
                ],
                "gateway": [
                    "mode": "local", "port": 18789, "bind": "loopback",
                    "auth": ["mode": "token", "token": .string(Self.token)],
                    "tailscale": ["mode": "off", "resetOnExit": false],
                ],
                "session": ["dmScope": "per-channel-peer"], "tools": ["profile": "coding"],
                "wizard": [
                    "lastRunAt": "2026-11-23T00:00:00Z", "lastRunVersion": "1.2.3", "lastRunCommand": "onboard",
                    "lastRunMode": "local",
                ],
                "auth": ["profiles": ["acme:default": ["provider": "acme", "mode": "api_key"]]],
                "plugins": ["entries": ["acme": ["enabled": true]]],
                "models": [
                    "mode": "merge",
                    "providers": [
                        "acme": [
                            "baseUrl": "https://coding.acme.test/v1", "api": "openai-completions",
                            "models": [
                                [
                                    "id": "plus-1", "name": "Plus 1", "reasoning": false, "input": ["text", "image"],
                                    "contextWindow": 1_000_000, "maxTokens": 65_536,
                                ]
                            ],
                        ]
                    ],
                ],
            ])
    }

    @Test func modelListIsTheOneOfTheChosenEndpoint() throws {
        let root = try after("acme-standard-api-key")
        #expect(root["agents"]?["defaults"]?["models"]?.object?.keys == ["acme/plus-1", "acme/Big-2"])
        let rows = root["models"]?["providers"]?["acme"]?["models"]?.array ?? []
        #expect(rows.map { $0["id"]?.string } == ["plus-1", "Big-2"])
        #expect(rows.map { $0["reasoning"]?.bool } == [false, true])
        #expect(rows[0]["cost"]?["input"] == .number(JSONNumber(verbatim: "0.4")))
        #expect(rows[1]["cost"] == nil)
    }

    @Test func keepsWhatTheUserWrote() throws {
        let before: JSONValue = [
            "agents": [
                "defaults": [
                    "workspace": "/mine", "model": ["primary": "x/y", "fallbacks": ["a/b"]],
                    "models": ["acme/plus-1": ["alias": "Mine", "params": ["temperature": 0.1]], "x/y": [:]],
                ]
            ],
            "gateway": ["port": 4000, "bind": "lan", "auth": ["mode": "token", "token": "${GATEWAY}"]],
            "session": ["dmScope": "main"], "tools": ["profile": "full"],
            "plugins": ["allow": ["other"], "entries": ["acme": ["config": ["a": 1]]]],
            "auth": [
                "order": ["acme": ["acme:manual", "acme:default"]], "profiles": ["acme:default": ["email": "me"]],
            ],
            "models": [
                "mode": "replace",
                "providers": [
                    "acme": [
                        "baseUrl": "https://api.acme.test", "apiKey": "${ACME_API_KEY}", "headers": ["x": "y"],
                        "models": [
                            ["id": "PLUS-1", "name": "Mine", "contextWindow": 7], ["id": "own", "name": "Own"],
                        ],
                    ]
                ],
            ],
        ]
        let root = try after("acme-api-key", before)
        #expect(root["agents"]?["defaults"]?["model"] == ["primary": "acme/plus-1", "fallbacks": ["a/b"]])
        #expect(
            root["agents"]?["defaults"]?["models"] == before["agents"]?["defaults"]?["models"])
        #expect(root["agents"]?["defaults"]?["workspace"] == "/mine")
        #expect(root["gateway"]?["auth"] == ["mode": "token", "token": "${GATEWAY}"])
        #expect(root["gateway"]?["port"] == 4000 && root["gateway"]?["bind"] == "lan")
        #expect(root["session"]?["dmScope"] == "main" && root["tools"]?["profile"] == "full")
        #expect(
            root["plugins"] == [
                "allow": ["other", "acme"], "entries": ["acme": ["config": ["a": 1], "enabled": true]],
            ])
        #expect(root["auth"]?["order"]?["acme"] == ["acme:default", "acme:manual"])
        #expect(root["auth"]?["profiles"]?["acme:default"] == ["email": "me", "provider": "acme", "mode": "api_key"])
        let provider = root["models"]?["providers"]?["acme"]
        #expect(provider?["baseUrl"] == "https://coding.acme.test/v1" && provider?["api"] == "openai-completions")
        #expect(provider?["apiKey"] == "${ACME_API_KEY}" && provider?["headers"] == ["x": "y"])
        #expect(provider?["models"] == before["models"]?["providers"]?["acme"]?["models"])
        #expect(root["models"]?["mode"] == "replace")
    }

    @Test func olderSpellingOfTheProviderIsRenamed() throws {
        let before: JSONValue = [
            "models": ["providers": ["acmestudio": ["baseUrl": "https://coding.acme.test/v1", "headers": ["a": "b"]]]]
        ]
        let providers = try after("acme-standard-api-key", before)["models"]?["providers"]
        #expect(providers?.object?.keys == ["acme"])
        #expect(providers?["acme"]?["headers"] == ["a": "b"])
        #expect(providers?["acme"]?["baseUrl"] == "https://api.acme.test/open-mode/v1")
    }

    @Test func providerOfTheUsersOwnUnderAnAliasIsLeftAlone() throws {
        let before: JSONValue = ["models": ["providers": ["acmestudio": ["baseUrl": "https://proxy.test/v1"]]]]
        let providers = try after("acme-api-key", before)["models"]?["providers"]
        #expect(providers?.object?.keys == ["acmestudio", "acme"])
    }

    @Test func hostOfTheOwnWorkspaceIsKept() throws {
        let before: JSONValue = ["models": ["providers": ["acme": ["baseUrl": "https://ws.spaces.acme.test/api/v1/"]]]]
        let provider = try after("acme-standard-api-key", before)["models"]?["providers"]?["acme"]
        #expect(provider?["baseUrl"] == "https://ws.spaces.acme.test/open-mode/v1")
    }

    @Test func secondRunChangesNothingButTheRecordOfTheRun() throws {
        let first = try after("acme-api-key")
        let plan = try planner(first).plan(choice("acme-api-key"), key: key)
        #expect(plan.changes == [])
    }

    @Test func writesOnlyTheProviderWhenAskedTo() throws {
        var options = OnboardingOptions()
        options.writesLocalSettings = false
        options.setsDefaultModel = false
        let root = try after("acme-api-key", options: options)
        #expect(root["gateway"] == nil && root["wizard"] == nil && root["agents"]?["defaults"]?["model"] == nil)
    }

    @Test func gatewayTokenMayBeAReferenceOrComeFromTheEnvironment() throws {
        var options = OnboardingOptions()
        options.gateway.tokenVariable = "MY_TOKEN"
        let reference = try after("skip", options: options, variables: ["MY_TOKEN": "t"])
        #expect(reference["gateway"]?["auth"]?["token"] == ["source": "env", "provider": "default", "id": "MY_TOKEN"])
        let inherited = try after("skip", variables: ["OPENCLAW_GATEWAY_TOKEN": "inherited"])
        #expect(inherited["gateway"]?["auth"]?["token"] == "inherited")
    }

    @Test func customServerBecomesAProviderOfItsOwn() throws {
        var options = OnboardingOptions()
        options.custom.baseURL = "http://localhost:8080/v1/chat/completions"
        options.custom.modelID = "local-model"
        options.custom.providerID = "mine"
        let root = try after("custom-api-key", options: options)
        #expect(root["models"]?["providers"]?["mine"]?["baseUrl"] == "http://localhost:8080/v1")
        #expect(root["agents"]?["defaults"]?["model"] == ["primary": "mine/local-model"])
        for wrong in ["acme", "a b", ""] {
            options.custom.providerID = wrong
            #expect(throws: InferenceError.self) { try after("custom-api-key", options: options) }
        }
    }

    @Test(
        arguments: [
            { (o: inout GatewayOptions) in o.port = "0" }, { $0.port = "x" }, { $0.port = "70000" },
            { $0.bind = "any" },
            { $0.auth = "none" }, { $0.auth = "password" }, { $0.tokenVariable = "NOT_SET" },
            {
                $0.token = Secret("t")
                $0.tokenVariable = "SET"
            },
            {
                $0.tailscale = "serve"
                $0.bind = "lan"
            },
        ] as [@Sendable (inout GatewayOptions) -> Void])
    func wrongGatewayFlagsAreRefused(_ change: @Sendable (inout GatewayOptions) -> Void) {
        var options = GatewayOptions()
        change(&options)
        #expect(throws: InferenceError.self) {
            try GatewayFlags(options: options).check(VariableLookup(["SET": "t"]))
        }
    }

    private var key: AcquiredKey { AcquiredKey(.literal(Secret("ak-cp-1")), from: .prompt) }

    private func choice(_ id: String) throws -> OnboardingChoice {
        try ChoiceResolution(manifests: Acme.all).find(id).choice
    }

    private func planner(
        _ root: JSONValue, options: OnboardingOptions = OnboardingOptions(), variables: [String: String] = [:]
    ) -> OnboardingPlanner {
        OnboardingPlanner(
            manifests: Acme.all, settings: SettingsView(root: root), options: options,
            variables: VariableLookup(variables), stateDirectory: "/state", version: "1.2.3",
            now: "2026-11-23T00:00:00Z", newToken: Self.token)
    }

    /// The configuration after the changes of a plan.
    private func after(
        _ id: String, _ root: JSONValue = .object(JSONObject()), options: OnboardingOptions = OnboardingOptions(),
        variables: [String: String] = [:]
    ) throws -> JSONValue {
        let plan = try planner(root, options: options, variables: variables).plan(choice(id), key: key)
        return plan.changes.reduce(root) { Self.set($0, $1.keys[...], $1.value) }
    }

    private static func set(_ value: JSONValue?, _ keys: ArraySlice<String>, _ new: JSONValue?) -> JSONValue {
        var object = value?.object ?? JSONObject()
        guard let first = keys.first else { return new ?? .null }
        object[first] = keys.count == 1 ? new : set(object[first], keys.dropFirst(), new)
        return .object(object)
    }
}
