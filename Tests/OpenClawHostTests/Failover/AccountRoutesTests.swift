import Inference
import Testing

@testable import OpenClawHost

@Suite struct AccountRoutesTests {
    private static let side = [
        Acme.profile("acme:standard", "ak-standard", endpoint: "standard-world"),
        Acme.profile("acme:coding", "ak-cp-coding", endpoint: "coding-world"),
        Acme.profile("acme:home", "ak-home", endpoint: "standard-home"),
    ]

    private func ids(_ routes: [AccountRoute]) -> [String] {
        routes.map { $0.credential.profileID ?? $0.credential.source.label }
    }

    private static func settings(base: String? = nil, spend: String? = nil) -> JSONValue {
        var root = JSONObject()
        if let base { root["models"] = ["providers": ["acme": ["baseUrl": .string(base)]]] }
        if let spend { root["auth"] = ["spend": .string(spend)] }
        return .object(root)
    }

    @Test(
        arguments: [
            (nil, nil, ["acme:coding"]), (nil, "never", ["acme:coding"]), (nil, "ask", ["acme:coding"]),
            (nil, "allow", ["acme:coding", "acme:standard"]),
            ("https://coding.acme.test", nil, ["acme:coding"]),
            ("https://coding.acme.test", "allow", ["acme:coding", "acme:standard"]),
            ("https://api.acme.test", nil, ["acme:standard", "acme:coding"]),
            ("https://api.acme.test", "never", ["acme:standard", "acme:coding"]),
            ("https://home.acme.test", nil, ["acme:home"]),
        ] as [(String?, String?, [String])])
    func chatPrefersTheSubscriptionAndSpendsNothingUnasked(
        _ base: String?, _ spend: String?, _ expected: [String]
    ) throws {
        let accounts = Acme.accounts(Self.settings(base: base, spend: spend), profiles: Self.side)
        #expect(try ids(accounts.routes(to: "acme")) == expected)
    }

    @Test func whatNoPlanServesGoesWhereTheUserHasAKey() throws {
        let accounts = Acme.accounts(Self.settings(base: "https://coding.acme.test"), profiles: Self.side)
        #expect(try ids(accounts.routes(to: "acme", for: .video)) == ["acme:standard"])
        let never = Acme.accounts(Self.settings(base: "https://coding.acme.test", spend: "never"), profiles: Self.side)
        let error = #expect(throws: InferenceError.self) { try never.routes(to: "acme", for: .video) }
        #expect(error?.hint == SpendingConsent.command)
    }

    @Test func whatIsWithheldCanBeAllowed() throws {
        let model = try #require(Acme.manifest.model("Big-2"))
        let withheld = { (spend: String?) in
            Acme.accounts(Self.settings(base: "https://coding.acme.test", spend: spend), profiles: Self.side)
                .withheld("acme", for: .chat, model: model).map(\.id)
        }
        #expect(withheld(nil) == ["standard-world"] && withheld("declined") == ["standard-world"])
        #expect(withheld("allow").isEmpty && withheld("never").isEmpty)
    }

    @Test func theTableKnowsWhatTheAccountsSay() throws {
        let accounts = Acme.accounts(Self.settings(spend: "allow"), profiles: Self.side)
        let table = RouteTable(accounts)
        let reference = ModelRef(provider: "acme", model: "plus-1")
        let model = try #require(Acme.manifest.model("plus-1"))
        for turns in [CredentialTurns.fixed, .fixed, .conversation("a"), .leastRecent([:])] {
            let routes = try table.routes(to: reference, of: model, for: .chat, turns: turns)
            #expect(try routes == accounts.routes(to: "acme", model: model, turns: turns))
        }
    }

    @Test func aRegionIsNeverCrossed() {
        let accounts = Acme.accounts(
            Self.settings(base: "https://coding.acme.test", spend: "allow"), profiles: [Self.side[1], Self.side[2]])
        #expect(throws: InferenceError.self) { try accounts.routes(to: "acme", for: .video) }
    }

    @Test func randomSetupsNeverCrossARegionNorSpendWithoutConsent() throws {
        var generator = SeededGenerator(seed: 3)
        let bases: [String?] = [nil, "https://coding.acme.test", "https://api.acme.test", "https://home.acme.test"]
        for round in 0..<3000 {
            let base = bases.randomElement(using: &generator) ?? nil
            let spend = ["ask", "allow", "never", nil].randomElement(using: &generator) ?? nil
            let profiles = Self.side.filter { _ in Bool.random(using: &generator) }
            let accounts = Acme.accounts(Self.settings(base: base, spend: spend), profiles: profiles)
            guard let routes = try? accounts.routes(to: "acme") else { continue }
            let selected = try accounts.endpoint(for: accounts.account("acme")).endpoint
            let plans = Set(routes.map(\.target.endpoint.plan))
            #expect(routes.allSatisfy { $0.target.endpoint.region == selected.region }, "round \(round)")
            #expect(routes.allSatisfy { $0.credential.endpoint == $0.target.endpoint })
            if plans.count > 1 { #expect(spend == "allow" || selected.plan == "standard", "round \(round)") }
        }
    }

    @Test func everyKeyOfAProviderIsFoundOnce() throws {
        let accounts = Acme.accounts(variables: [
            "ACME_API_KEY": "ak-1", "ACMESTUDIO_API_KEY": "ak-ignored", "ACME_API_KEYS": "ak-2, ak-3;ak-1\nak-4",
            "ACME_API_KEY_2": "ak-5", "ACME_API_KEY_10": "ak-6",
        ])
        let keys = try accounts.routes(to: "acme").map { $0.credential.secret.expose() }
        #expect(keys == ["ak-1", "ak-2", "ak-3", "ak-4", "ak-5", "ak-6"])
        #expect(try accounts.routes(to: "acme")[1].credential.source.label == "env: ACME_API_KEYS[1]")
    }

    @Test func aLocalServerGetsNoKeyOnlyWhenThereIsNone() throws {
        let base: JSONValue = ["models": ["providers": ["acme": ["baseUrl": "http://127.0.0.1:9/v1"]]]]
        let keyed = Acme.accounts(base, variables: ["ACME_API_KEY": "ak-1"])
        #expect(
            try keyed.routes(to: "acme").map(\.credential.source) == [
                .variable(name: "ACME_API_KEY", place: "env: ACME_API_KEY")
            ])
        #expect(try Acme.accounts(base).routes(to: "acme").map(\.credential.source) == [.loopback])
    }

    @Test func aKeyOfAnotherPlanIsNoReplacement() throws {
        let accounts = Acme.accounts(variables: ["ACME_API_KEY": "ak-1", "ACME_API_KEY_2": "ak-cp-2"])
        #expect(try accounts.routes(to: "acme").count == 1)
    }

    @Test func profilesTakeTurnsUnlessAnOrderIsSet() throws {
        let profiles = (1...3).map { Acme.profile("acme:\($0)", "ak-\($0)") }
        let accounts = Acme.accounts(profiles: profiles)
        let last = ["ak-1": 30.0, "ak-2": 10, "ak-3": 20].map { (CredentialFingerprint.of(Secret($0.key)), $0.value) }
        let turns = CredentialTurns.leastRecent(Dictionary(uniqueKeysWithValues: last))
        #expect(try ids(accounts.routes(to: "acme", turns: turns)) == ["acme:2", "acme:3", "acme:1"])
        let ordered = Acme.accounts(
            ["auth": ["order": ["acme": ["acme:3", "acme:1", "acme:2"]]]], profiles: profiles)
        #expect(try ids(ordered.routes(to: "acme", turns: turns)) == ["acme:3", "acme:1", "acme:2"])
    }

    @Test func aConversationStaysWithItsKeyAndConversationsSpread() throws {
        let accounts = Acme.accounts(profiles: (1...3).map { Acme.profile("acme:\($0)", "ak-\($0)") })
        var firsts: [String: Int] = [:]
        for number in 0..<300 {
            let routes = try ids(accounts.routes(to: "acme", turns: .conversation("talk-\(number)")))
            #expect(try ids(accounts.routes(to: "acme", turns: .conversation("talk-\(number)"))) == routes)
            firsts[routes[0], default: 0] += 1
        }
        #expect(firsts.count == 3 && firsts.values.allSatisfy { $0 > 60 })
    }

    @Test func accountsAreAssumedByPlanAndRegionAndNamedByTheUser() throws {
        let settings: JSONValue = [
            "auth": [
                "accounts": ["acme:2": "mine", "ACME_API_KEYS[1]": "ours"],
                "profiles": ["acme:3": ["provider": "acme", "mode": "api_key", "email": "a@b.test"]],
            ]
        ]
        let profiles =
            (1...2).map { Acme.profile("acme:\($0)", "ak-\($0)") }
            + [Acme.profile("acme:3", "ak-3", endpoint: "standard-world")]
        let accounts = Acme.accounts(settings, variables: ["ACME_API_KEYS": "ak-9"], profiles: profiles)
        let names = try accounts.routes(to: "acme").map { accounts.identity(of: $0) }
        #expect(names.map(\.name).contains("ours") && names.map(\.name).contains("a@b.test"))
        #expect(names.filter(\.isDeclared).count == names.count)
    }
}
