import Inference

/// `provider.json`: everything of the manifests but the models.
struct ProvidersFile: Codable, Sendable {
    var providers: [Row]

    /// One provider.
    struct Row: Codable, Sendable {
        var id: ProviderID
        var aliases: [ProviderID]
        var label: String
        var hint: String
        var documentation: String
        var keysPage: String
        var environment: [String]
        var plans: [Plan]
        var endpoints: [Endpoint]
        var authChoices: [AuthChoice]
        var retired: [RetiredChoice]
        var defaults: DefaultModels
    }
}
