import Foundation
import Inference

@testable import OpenClawHost

/// A provider with two plans that share key shapes and people's confusion, and nothing of a real vendor.
enum Acme {
    static let standard = Endpoint(
        id: "standard-world", plan: "standard", region: "world", label: "Standard (World)",
        baseURL: "https://api.acme.test/open-mode/v1", nativeURL: "https://api.acme.test/api/v1",
        anthropicURL: "https://api.acme.test/apps/anthropic",
        hosts: ["api.acme.test", "{workspace}.spaces.acme.test"], excludedHosts: ["plan.spaces.acme.test"],
        capabilities: [.chat, .video, .embeddings])

    static let standardHome = Endpoint(
        id: "standard-home", plan: "standard", region: "home", label: "Standard (Home)",
        baseURL: "https://home.acme.test/open-mode/v1", nativeURL: "https://home.acme.test/api/v1",
        hosts: ["home.acme.test"], capabilities: [.chat, .video])

    static let coding = Endpoint(
        id: "coding-world", plan: "coding", region: "world", label: "Coding Plan (World)",
        baseURL: "https://coding.acme.test/v1", anthropicURL: "https://coding.acme.test/apps/anthropic",
        hosts: ["coding.acme.test"], capabilities: [.chat])

    static let manifest = ProviderManifest(
        id: "acme", aliases: ["acmestudio", "acmecloud"], label: "Acme Cloud", hint: "Standard / Coding Plan",
        documentation: "https://docs.acme.test/", keysPage: "https://acme.test/keys",
        environment: ["ACME_API_KEY", "ACMESTUDIO_API_KEY"],
        plans: [
            Plan(id: "standard", label: "Standard", isSubscription: false, keyPrefixes: ["ak-"]),
            Plan(id: "coding", label: "Coding Plan", isSubscription: true, keyPrefixes: ["ak-cp-"]),
        ],
        endpoints: [standard, standardHome, coding],
        authChoices: [
            choice("acme-standard-api-key-home", old: "acmestudio-standard-api-key-home", "standard-home"),
            choice("acme-standard-api-key", old: "acmestudio-standard-api-key", "standard-world"),
            choice("acme-api-key", old: "acmestudio-api-key", "coding-world"),
        ],
        retired: [
            RetiredChoice(
                ids: ["acme-portal", "acme-oauth"], hosts: ["portal.acme.test"], notice: "Acme login has been removed",
                hint: "openclaw onboard --auth-choice acme-api-key")
        ],
        defaults: DefaultModels(chat: "plus-1", chatAlias: "Acme", video: "film-1"),
        models: [
            ModelDescriptor(
                id: "plus-1", name: "Plus 1", input: [.text, .image, .video], contextWindow: 1_000_000,
                maxTokens: 65_536,
                prices: [
                    Price(
                        endpoints: ["standard-world"], currency: "USD",
                        tiers: [PriceTier(input: 0.4, output: 2.4)], source: "", checked: "")
                ]),
            ModelDescriptor(
                id: "Big-2", name: "Big 2", contextWindow: 200_000, thinking: ThinkingSupport(control: .always),
                notOn: [Unavailability(plan: "coding", reason: "only on Standard")]),
            ModelDescriptor(id: "hidden-1", name: "Hidden", isHidden: true),
            ModelDescriptor(id: "film-1", name: "Film", input: [.text], output: [.video]),
        ],
        unknownModel: ModelDescriptor(id: "unknown", name: "Unknown"))

    private static func choice(_ id: AuthChoiceID, old: AuthChoiceID, _ endpoint: EndpointID) -> AuthChoice {
        AuthChoice(
            id: id, deprecatedIDs: [old], method: String(id.rawValue.dropFirst("acme-".count)), endpoint: endpoint,
            label: "Key for \(endpoint)", hint: "Endpoint: \(endpoint)", prompt: "Enter key (\(endpoint))",
            keyFlag: "--" + old.rawValue, environment: "ACME_API_KEY", noteTitle: "Acme", note: ["Manage keys there"])
    }

    /// A second provider, to be told apart from the first.
    static let other: ProviderManifest = {
        var other = manifest
        other.id = "acme-team"
        other.aliases = []
        other.label = "Acme Team"
        other.environment = ["ACME_TEAM_API_KEY"]
        other.endpoints = [
            Endpoint(
                id: "team-world", plan: "team", region: "world", label: "Team (World)",
                baseURL: "https://plan.spaces.acme.test/open-mode/v1", hosts: ["plan.spaces.acme.test"],
                capabilities: [.chat])
        ]
        other.plans = [Plan(id: "team", label: "Team", isSubscription: true, keyPrefixes: ["ak-cp-"])]
        other.retired = []
        other.authChoices = [
            AuthChoice(
                id: "acme-team", method: "api-key", endpoint: "team-world", label: "Team", prompt: "Enter team key",
                keyFlag: "--acme-team-api-key", environment: "ACME_TEAM_API_KEY")
        ]
        return other
    }()

    static let all = [manifest, other]

    /// A snapshot with what the test wants to be there.
    static func accounts(
        _ settings: JSONValue = .object(JSONObject()), variables: [String: String] = [:],
        profiles: [AuthProfile] = [], state: AuthState = AuthState(), home: String = "/nonexistent"
    ) -> Accounts {
        var stored = AuthProfiles()
        for profile in profiles { stored[profile.id] = profile }
        let view = SettingsView(root: settings, file: "openclaw.json") { path in
            path.last == "apiKey" ? "openclaw.json:7" : nil
        }
        return Accounts(
            manifests: all, settings: view, variables: VariableLookup(variables), profiles: stored, state: state,
            storePath: "auth-profiles.json", home: home, now: 1_790_000_000)
    }

    static func profile(
        _ id: String, _ key: String, endpoint: EndpointID? = nil, kind: AuthProfile.Kind = .apiKey,
        provider: ProviderID = "acme"
    ) -> AuthProfile {
        AuthProfile(id: id, kind: kind, provider: provider, secret: .literal(Secret(key)), endpoint: endpoint)
    }
}
