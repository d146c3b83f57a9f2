extension ProviderManifest {
    /// The manifest with the user's own models laid over it, in the order of the catalogue, new ones last.
    ///
    /// What a row says wins; what it leaves open stays as the catalogue has it, or as is assumed of unknown models.
    /// A model that the user wrote is never hidden. Three things that OpenClaw writes into every row say nothing: a cost
    /// of zero, `reasoning: false` for a model that is known to think, and the inputs that its rows can name, texts and
    /// pictures, for a model that is known to take more.
    public func overlaid(with rows: [UserModelRow]) -> ProviderManifest {
        var manifest = self
        for row in rows {
            let known = manifest.model(row.id)
            let merged = (known ?? assumed(row.id)).overlaid(with: row, isKnown: known != nil)
            if let index = manifest.models.firstIndex(where: { $0.id == merged.id }) {
                manifest.models[index] = merged
            } else {
                manifest.models.append(merged)
            }
        }
        return manifest
    }
}

extension ModelDescriptor {
    func overlaid(with row: UserModelRow, isKnown: Bool) -> ModelDescriptor {
        var model = self
        model.isFromUser = true
        model.isHidden = false
        if let name = row.name { model.name = name }
        if let input = row.input, input != model.input, !(isKnown && repeats(input)) {
            model.input = input
            model.alsoTakes = []
        }
        if let window = row.contextWindow { model.contextWindow = window }
        if let tokens = row.contextTokens { model.contextTokens = tokens }
        model.overlay(outputLimit: row.maxTokens)
        model.thinking.overlay(reasoning: row.reasoning, isKnown: isKnown)
        if let cost = row.cost, !cost.isBlank { model.prices = [Price(cost)] }
        if let compat = row.compat { model.overlay(compat) }
        return model
    }

    /// Whether a row's inputs are the catalogue's, as far as rows of OpenClaw can name them.
    private func repeats(_ written: [Modality]) -> Bool { written == [.text, .image].filter(input.contains) }

    /// A limit that differs from the catalogue's is the user's word on the wire limit too; one that repeats it is not.
    private mutating func overlay(outputLimit: Int?) {
        guard let outputLimit, outputLimit != maxTokens else { return }
        maxTokens = outputLimit
        maxOutputTokens = outputLimit
    }

    private mutating func overlay(_ compat: UserModelCompat) {
        if let takes = compat.supportsDeveloperRole { wire.developerRole = takes }
        if let usage = compat.supportsUsageInStreaming { wire.streamingUsage = usage }
        if let field = compat.maxTokensField { wire.outputLimitField = field }
        if let needs = compat.requiresStringContent { wire.stringContent = needs }
        if let takes = compat.supportsTools { tools.isSupported = takes }
        if let format = compat.thinkingFormat { thinking.overlay(format: format) }
        if let takes = compat.supportsReasoningEffort { thinking.overlay(takesEffort: takes) }
    }
}

extension ThinkingSupport {
    fileprivate mutating func overlay(reasoning: Bool?, isKnown: Bool) {
        if reasoning == true, control == .never {
            self = ThinkingSupport(control: .toggle, takesBudget: true)
        } else if reasoning == false, !isKnown {
            self = ThinkingSupport(replay: .never)
        }
    }

    fileprivate mutating func overlay(format: String) {
        guard control != .never, control != .always else { return }
        usesChatTemplate = format.hasSuffix("-chat-template")
        if usesChatTemplate {
            control = .toggle
        } else if format == "openai" {
            control = .effort
            overlay(takesEffort: true)
        }
    }

    fileprivate mutating func overlay(takesEffort: Bool) {
        if !takesEffort {
            efforts = []
            effortAliases = [:]
        } else if efforts.isEmpty, control != .never {
            efforts = ["low", "medium", "high"]
        }
    }
}

extension Price {
    fileprivate init(_ cost: UserModelCost) {
        self.init(
            endpoints: [], currency: "USD",
            tiers: [
                PriceTier(
                    input: cost.input, output: cost.output, cacheRead: cost.cacheRead,
                    explicitCacheRead: cost.cacheRead, cacheWrite: cost.cacheWrite)
            ], source: "the user's configuration")
    }
}
