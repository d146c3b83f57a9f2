import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct CredentialResolverTests {
    static let everything: JSONValue = ["models": ["providers": ["acme": ["apiKey": "ak-config"]]]]

    @Test func storedProfileBeatsEnvironmentBeatsConfiguration() throws {
        let variables = ["ACME_API_KEY": "ak-env"]
        let profiles = [Acme.profile("acme:default", "ak-profile")]
        let all = try Acme.accounts(Self.everything, variables: variables, profiles: profiles).route(to: "acme")
        #expect(all.credential.secret == Secret("ak-profile") && all.credential.profileID == "acme:default")
        let two = try Acme.accounts(Self.everything, variables: variables).route(to: "acme")
        #expect(two.credential.secret == Secret("ak-env") && two.credential.source.label == "env: ACME_API_KEY")
        let one = try Acme.accounts(Self.everything).route(to: "acme")
        #expect(one.credential.secret == Secret("ak-config"))
        #expect(one.credential.source.label == "models.providers.acme.apiKey (openclaw.json:7)")
    }

    @Test func configuredKeyComesFirstWhenAuthSaysSo() throws {
        let settings: JSONValue = ["models": ["providers": ["acme": ["apiKey": "ak-config", "auth": "api-key"]]]]
        let accounts = Acme.accounts(
            settings, variables: ["ACME_API_KEY": "ak-env"], profiles: [Acme.profile("acme:default", "ak-profile")])
        #expect(try accounts.route(to: "acme").credential.secret == Secret("ak-config"))
    }

    @Test func variablesAreTriedInTheManifestsOrderAndBlankOnesAreAbsent() throws {
        let second = ["ACME_API_KEY": "  \n", "ACMESTUDIO_API_KEY": " ak-second\r\n"]
        let credential = try Acme.accounts(variables: second).route(to: "acme").credential
        #expect(credential.secret.expose() == "ak-second")
        #expect(credential.source.label == "env: ACMESTUDIO_API_KEY")
    }

    @Test(arguments: [
        "ACME_OTHER_KEY" as JSONValue, "${ACME_OTHER_KEY}",
        ["source": "env", "provider": "default", "id": "ACME_OTHER_KEY"],
    ])
    func configuredKeyMayNameAVariable(_ apiKey: JSONValue) throws {
        let settings: JSONValue = ["models": ["providers": ["acme": ["apiKey": apiKey]]]]
        let route = try Acme.accounts(settings, variables: ["ACME_OTHER_KEY": "ak-other"]).route(to: "acme")
        #expect(route.credential.secret == Secret("ak-other"))
        #expect(route.credential.source.label.contains("openclaw.json:7, env: ACME_OTHER_KEY"))
        let missing = #expect(throws: InferenceError.self) { try Acme.accounts(settings).route(to: "acme") }
        #expect(missing?.message.contains("variable ACME_OTHER_KEY is not set") == true)
    }

    @Test func redactionPlaceholderIsNoKey() {
        let settings: JSONValue = ["models": ["providers": ["acme": ["apiKey": "__OPENCLAW_REDACTED__"]]]]
        #expect(throws: InferenceError.self) { try Acme.accounts(settings).route(to: "acme") }
    }

    @Test func profileOfOneEndpointIsNeverSentToAnother() throws {
        let bases = ["https://api.acme.test", "https://home.acme.test", "https://coding.acme.test"]
        let ids: [EndpointID] = ["standard-world", "standard-home", "coding-world"]
        for (base, target) in zip(bases, ids) {
            for bound in ids {
                let accounts = Acme.accounts(
                    ["models": ["providers": ["acme": ["baseUrl": .string(base)]]]],
                    profiles: [Acme.profile("acme:default", "ak-bound", endpoint: bound)])
                if bound == target {
                    #expect(try accounts.route(to: "acme").credential.endpoint.id == bound)
                } else {
                    let error = #expect(throws: InferenceError.self) { try accounts.route(to: "acme") }
                    #expect(error?.code == .unauthenticated)
                    #expect(error?.message.contains("profile acme:default belongs to") == true)
                }
            }
        }
    }

    @Test func theOtherPlansKeyIsTakenWhenTheBaseURLAsksForIt() throws {
        let profiles = [
            Acme.profile("acme:default", "ak-cp-coding", endpoint: "coding-world"),
            Acme.profile("acme:standard-world", "ak-standard", endpoint: "standard-world"),
        ]
        let settings: JSONValue = [
            "auth": ["profiles": ["acme:default": ["provider": "acme", "mode": "api_key"]]],
            "models": ["providers": ["acme": ["baseUrl": "https://api.acme.test"]]],
        ]
        let route = try Acme.accounts(settings, profiles: profiles).route(to: "acme")
        #expect(route.credential.profileID == "acme:standard-world")
    }

    @Test func videoTakesThePlanThatServesIt() throws {
        let profiles = [
            Acme.profile("acme:default", "ak-cp-coding", endpoint: "coding-world"),
            Acme.profile("acme:standard-world", "ak-standard", endpoint: "standard-world"),
        ]
        let accounts = Acme.accounts(profiles: profiles)
        #expect(try accounts.route(to: "acme").credential.profileID == "acme:default")
        let video = try accounts.route(to: "acme", for: .video)
        #expect(video.credential.profileID == "acme:standard-world" && video.target.endpoint.id == "standard-world")
    }

    @Test func videoWithOnlyAPlanKeySaysHowToAddTheOther() {
        let accounts = Acme.accounts(profiles: [Acme.profile("acme:default", "ak-cp-1", endpoint: "coding-world")])
        let error = #expect(throws: InferenceError.self) { try accounts.route(to: "acme", for: .video) }
        #expect(error?.code == .unsupported)
        #expect(error?.hint == "openclaw onboard --auth-choice acme-standard-api-key")
    }

    @Test func variableFollowsTheConfiguredEndpointOnly() {
        let settings: JSONValue = ["models": ["providers": ["acme": ["baseUrl": "https://coding.acme.test"]]]]
        let accounts = Acme.accounts(settings, variables: ["ACME_API_KEY": "ak-cp-1"])
        #expect(throws: InferenceError.self) { try accounts.route(to: "acme", for: .video) }
    }

    @Test func namedProfileIsTheOnlyOneTried() {
        let accounts = Acme.accounts(variables: ["ACME_API_KEY": "ak-env"])
        let error = #expect(throws: InferenceError.self) { try accounts.route(to: "acme", profile: "acme:nobody") }
        #expect(error?.message.contains("no credentials found for profile \"acme:nobody\"") == true)
        let foreign = Acme.accounts(profiles: [Acme.profile("x:default", "ak-x", provider: "x")])
        #expect(throws: InferenceError.self) { try foreign.route(to: "acme", profile: "x:default") }
    }

    @Test func missingKeyNamesWhatWasLookedAtAndTheCommand() {
        let error = #expect(throws: InferenceError.self) { try Acme.accounts().route(to: "acme") }
        #expect(error?.code == .unauthenticated)
        for place in ["auth-profiles.json", "ACME_API_KEY, ACMESTUDIO_API_KEY", "models.providers.acme.apiKey"] {
            #expect(error?.message.contains(place) == true)
        }
        #expect(error?.hint == "openclaw onboard --auth-choice acme-standard-api-key")
    }

    @Test func serverOnThisMachineNeedsNoKey() throws {
        let settings: JSONValue = ["models": ["providers": ["mine": ["baseUrl": "http://127.0.0.1:1/v1"]]]]
        #expect(try Acme.accounts(settings).route(to: "mine").credential.source == .loopback)
        let remote: JSONValue = ["models": ["providers": ["mine": ["baseUrl": "https://proxy.test/v1"]]]]
        #expect(throws: InferenceError.self) { try Acme.accounts(remote).route(to: "mine") }
    }

    @Test(arguments: [
        ("ak-cp-1", "https://api.acme.test", true), ("ak-1", "https://api.acme.test", false),
        ("ak-1", "https://coding.acme.test", true), ("ak-cp-1", "https://coding.acme.test", false),
        ("ak-cp-1", "https://plan.spaces.acme.test", false), ("zz-1", "https://coding.acme.test", false),
    ])
    func keyThatLooksLikeAnotherPlansIsUsedWithAHint(_ key: String, _ base: String, _ warns: Bool) throws {
        let settings: JSONValue = ["models": ["providers": ["acme": ["baseUrl": .string(base)]]]]
        let credential = try Acme.accounts(settings, variables: ["ACME_API_KEY": key]).route(to: "acme").credential
        #expect(credential.secret == Secret(key))
        #expect(credential.warnings.isEmpty != warns)
    }

    @Test func fileReferenceIsReadThroughItsPointer() throws {
        let directory = try TemporaryDirectory()
        try directory.write(#"{"keys": {"a/b": "ak-filed"}}"#, to: "secrets.json")
        let settings: JSONValue = [
            "secrets": ["providers": ["mine": ["source": "file", "path": "~/secrets.json", "mode": "json"]]],
            "models": [
                "providers": ["acme": ["apiKey": ["source": "file", "provider": "mine", "id": "/keys/a~1b"]]]
            ],
        ]
        let route = try Acme.accounts(settings, home: directory.path).route(to: "acme")
        #expect(route.credential.secret == Secret("ak-filed"))
        #expect(route.credential.source.label.contains("secrets.json#/keys/a~1b"))
    }

    @Test func programsAreNotRunForSecrets() {
        let settings: JSONValue = [
            "models": ["providers": ["acme": ["apiKey": ["source": "exec", "provider": "vault", "id": "x"]]]]
        ]
        let error = #expect(throws: InferenceError.self) { try Acme.accounts(settings).route(to: "acme") }
        #expect(error?.message.contains("secret source \"exec\" is not supported") == true)
    }

    @Test func noCombinationSendsABoundKeyElsewhere() throws {
        var generator = SeededGenerator(seed: 37)
        let ids: [EndpointID?] = [nil, "standard-world", "standard-home", "coding-world"]
        let bases = ["", "api.acme.test", "https://home.acme.test/v1", "https://coding.acme.test/open-mode/v1"]
        for round in 0..<2000 {
            let profiles = (0..<Int.random(in: 0...4, using: &generator)).map { number in
                Acme.profile("acme:\(number)", "ak-\(number)", endpoint: ids.randomElement(using: &generator) ?? nil)
            }
            let base = bases.randomElement(using: &generator) ?? ""
            let settings: JSONValue = [
                "models": ["providers": ["acme": base.isEmpty ? [:] : ["baseUrl": .string(base)]]]
            ]
            let variables = Bool.random(using: &generator) ? ["ACME_API_KEY": "ak-env"] : [:]
            let accounts = Acme.accounts(settings, variables: variables, profiles: profiles)
            let pinned = Bool.random(using: &generator) ? "acme:0" : nil
            let capability: Capability = Bool.random(using: &generator) ? .chat : .video
            guard let route = try? accounts.route(to: "acme", profile: pinned, for: capability) else { continue }
            let used = profiles.first { $0.id == route.credential.profileID }
            #expect(used?.endpoint == nil || used?.endpoint == route.target.endpoint.id, "round \(round)")
            #expect(route.credential.endpoint == route.target.endpoint)
            #expect(route.target.endpoint.offers(capability))
            let configured = try? PastedBaseURL(base)
            let isUnbound = used?.endpoint == nil
            #expect(!isUnbound || configured.map { route.target.endpoint.hosts.contains($0.host) } ?? true)
        }
    }

    @Test func noFailureShowsAKey() {
        let canary = "ak-canary-0123456789abcdef"
        let profiles = [
            Acme.profile("acme:default", canary, endpoint: "coding-world"),
            Acme.profile("acme:home", canary, endpoint: "standard-home"),
        ]
        for settings in [
            ["models": ["providers": ["acme": ["baseUrl": .string("https://u:\(canary)@api.acme.test")]]]] as JSONValue,
            ["models": ["providers": ["acme": ["baseUrl": "https://api.acme.test"]]]],
            ["models": ["providers": ["acme": ["baseUrl": .string("http://x.test/?k=\(canary)")]]]],
        ] {
            let error = #expect(throws: InferenceError.self) {
                try Acme.accounts(settings, profiles: profiles).route(to: "acme")
            }
            var dumped = ""
            dump(error, to: &dumped)
            #expect(!dumped.contains(canary))
        }
        var dumped = ""
        dump(
            Acme.accounts(profiles: profiles).resolver.candidates(
                for: ProviderAccount(id: "acme", manifest: Acme.manifest),
                target: SelectedEndpoint(endpoint: Acme.coding, origin: "test")), to: &dumped)
        #expect(!dumped.contains(canary))
    }
}
