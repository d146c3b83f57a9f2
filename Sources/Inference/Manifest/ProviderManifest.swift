/// A provider as data: ids, endpoints, key names, onboarding choices and models. Decoded from resource files.
public struct ProviderManifest: Hashable, Sendable {
    /// The canonical id, as it stands in model refs and in `models.providers`.
    public var id: ProviderID
    /// Other ids that mean this provider, unless the user configured a provider of exactly that id.
    public var aliases: [ProviderID]
    /// The name to show.
    public var label: String
    /// One line for pickers.
    public var hint: String?
    /// Where the documentation is.
    public var documentation: String
    /// Where keys are managed.
    public var keysPage: String
    /// Names of environment variables that may hold a key, first match wins.
    public var environment: [String]
    /// The plans that keys belong to.
    public var plans: [Plan]
    /// Plan and region pairs with their hosts; the first is the default.
    public var endpoints: [Endpoint]
    /// What onboarding offers, in order.
    public var authChoices: [AuthChoice]
    /// Logins and provider ids that existed once, with the way forward.
    public var retired: [RetiredChoice]
    /// The models to use when the user named none.
    public var defaults: DefaultModels
    /// The catalogue, in the order of listings.
    public var models: [ModelDescriptor]
    /// What is assumed of a model that the catalogue does not know.
    public var unknownModel: ModelDescriptor

    public init(
        id: ProviderID, aliases: [ProviderID] = [], label: String, hint: String? = nil, documentation: String,
        keysPage: String, environment: [String], plans: [Plan], endpoints: [Endpoint], authChoices: [AuthChoice],
        retired: [RetiredChoice] = [], defaults: DefaultModels, models: [ModelDescriptor],
        unknownModel: ModelDescriptor
    ) {
        self.id = id
        self.aliases = aliases
        self.label = label
        self.hint = hint
        self.documentation = documentation
        self.keysPage = keysPage
        self.environment = environment
        self.plans = plans
        self.endpoints = endpoints
        self.authChoices = authChoices
        self.retired = retired
        self.defaults = defaults
        self.models = models
        self.unknownModel = unknownModel
    }
}

extension ProviderManifest {
    /// Whether an id, in any case, is this provider's own or one of its aliases.
    public func answers(to id: ProviderID) -> Bool {
        let wanted = id.rawValue.lowercased()
        return self.id.rawValue == wanted || aliases.contains { $0.rawValue == wanted }
    }

    /// The endpoint with an id.
    public func endpoint(_ id: EndpointID) -> Endpoint? { endpoints.first { $0.id == id } }

    /// The built-in endpoint whose hosts include the host of a base URL, `nil` for hosts of nobody we know.
    public func endpoint(servingHost host: String) -> Endpoint? { endpoints.first { $0.serves(host: host) } }

    /// The plan with an id.
    public func plan(_ id: PlanID) -> Plan? { plans.first { $0.id == id } }

    /// The catalogue entry of a model; case does not matter, the entry has the spelling of the service.
    public func model(_ id: ModelID) -> ModelDescriptor? {
        models.first { $0.id == id } ?? models.first { $0.id.rawValue.lowercased() == id.rawValue.lowercased() }
    }

    /// What is known of a model: its entry, or what is assumed of unknown ones under the id as it was written.
    public func descriptor(for id: ModelID) -> ModelDescriptor { model(id) ?? assumed(id) }

    /// What is assumed of a model that the catalogue does not know.
    public func assumed(_ id: ModelID) -> ModelDescriptor {
        var model = unknownModel
        model.id = id
        model.name = id.rawValue
        return model
    }

    /// The chat models in the order of listings, hidden ones only when asked for.
    public func chatModels(includingHidden: Bool = false) -> [ModelDescriptor] {
        models.filter { $0.isChat && (includingHidden || !$0.isHidden) }
    }

    /// The retirement notice that covers an auth choice, a provider id or a host.
    public func retirement(of name: String) -> RetiredChoice? {
        let wanted = name.lowercased()
        return retired.first { $0.ids.contains(wanted) || $0.hosts.contains(wanted) }
    }

    /// The onboarding choice with an id, current or deprecated.
    public func authChoice(_ id: AuthChoiceID) -> AuthChoice? {
        authChoices.first { $0.id == id || $0.deprecatedIDs.contains(id) }
    }
}
