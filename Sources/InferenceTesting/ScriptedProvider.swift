public import Inference

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A provider of nobody's service, with its own manifest and its own protocol. What works with it works without knowing any
/// vendor; what does not has a vendor built in.
public struct ScriptedProvider: ModelProvider {
    /// Two endpoints, two plans and two models that do not exist.
    public let manifest: ProviderManifest

    public init(manifest: ProviderManifest = ScriptedProvider.manifest) { self.manifest = manifest }

    public var chat: (any ChatModel)? { ScriptedChat() }
}

extension ScriptedProvider {
    /// The manifest of the imaginary vendor Acme.
    public static let manifest = ProviderManifest(
        id: "acme", aliases: ["acme-cloud"], label: "Acme", hint: "a provider for tests",
        documentation: "https://acme.example/docs", keysPage: "https://acme.example/keys",
        environment: ["ACME_API_KEY", "ACME_TOKEN"],
        plans: [
            Plan(id: "metered", label: "Metered", isSubscription: false, keyPrefixes: ["ak-"]),
            Plan(id: "flat", label: "Flat", isSubscription: true, keyPrefixes: ["af-"], windows: flatWindows),
        ],
        endpoints: [
            endpoint("metered-eu", plan: "metered", host: "chat.acme.example"),
            endpoint("flat-eu", plan: "flat", host: "flat.acme.example"),
        ],
        authChoices: [
            choice("acme-api-key", method: "api-key", endpoint: "metered-eu", label: "Acme API key"),
            choice("acme-flat-key", method: "flat-key", endpoint: "flat-eu", label: "Acme Flat key"),
        ],
        retired: [
            RetiredChoice(
                ids: ["acme-oauth"], notice: "logins with Acme accounts ended",
                hint: "openclaw onboard --auth-choice acme-api-key")
        ],
        defaults: DefaultModels(chat: "acme-small", chatAlias: "acme"),
        models: [small, large], unknownModel: ModelDescriptor(id: "unknown", name: "unknown"))

    private static let flatWindows = [
        PlanWindow(id: "five_hour", label: "5 hours", span: .rolling(seconds: 18_000), unit: .requests, limit: 10),
        PlanWindow(id: "week", label: "week", span: .week(utcOffset: 28_800), unit: .requests, limit: 50),
        PlanWindow(id: "month", label: "month", span: .month(utcOffset: 28_800), unit: .credits),
    ]

    private static let small = ModelDescriptor(
        id: "acme-small", name: "Acme Small", contextWindow: 8192, maxTokens: 1024, maxOutputTokens: 1024,
        prices: [
            Price(
                endpoints: ["metered-eu"], currency: "EUR", tiers: [PriceTier(input: 1, output: 2)],
                source: "acme.example", checked: "2026-01-01")
        ],
        source: "acme.example", checked: "2026-01-01")

    private static let large = ModelDescriptor(
        id: "acme-large", name: "Acme Large", input: [.text, .image], contextWindow: 65536, maxTokens: 8192,
        maxOutputTokens: 8192, thinking: ThinkingSupport(control: .toggle),
        notOn: [Unavailability(plan: "flat", reason: "the flat plan has small models only")],
        source: "acme.example", checked: "2026-01-01")

    private static func endpoint(_ id: EndpointID, plan: PlanID, host: String) -> Endpoint {
        Endpoint(
            id: id, plan: plan, region: "eu", label: "Acme (\(plan))", baseURL: "https://\(host)/v1", hosts: [host],
            capabilities: [.chat], source: "acme.example", checked: "2026-01-01")
    }

    private static func choice(_ id: AuthChoiceID, method: String, endpoint: EndpointID, label: String) -> AuthChoice {
        AuthChoice(
            id: id, method: method, endpoint: endpoint, label: label, prompt: "Enter the \(label)",
            keyFlag: "--\(id)", environment: "ACME_API_KEY")
    }
}
