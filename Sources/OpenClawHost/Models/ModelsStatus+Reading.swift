import Inference

extension ModelsStatus {
    /// Reads the status of an installation. Nothing is asked and nothing is written.
    package init(of installation: Installation) {
        let selector = installation.selector
        let settings = selector.settings
        var problems: [String] = []
        let used = Self.used(selector, &problems)
        let providers = installation.registry.entries.map { entry in
            ProviderStatus(of: entry, in: installation, isInUse: used.contains(entry.id))
        }
        let locations = installation.locations
        self.init(
            configPath: locations.shortened(locations.configurationFile),
            agentDirectory: locations.shortened(installation.store.directory),
            storePath: locations.shortened(installation.store.path), configuredDefault: settings.chat.primary,
            resolvedDefault: (try? selector.defaultModel())?.reference, fallbacks: settings.chat.fallbacks,
            imageModel: settings.image.primary, imageFallbacks: settings.image.fallbacks, aliases: settings.aliases,
            configured: settings.entries.map(\.reference), providers: providers,
            missing: providers.filter { $0.isInUse && $0.effective == nil }.map(\.id),
            unusable: providers.flatMap { $0.candidates.compactMap(\.exclusion) },
            problems: problems, shellImport: ShellImportStatus(installation))
    }

    /// The providers of all models that a command would use by itself.
    private static func used(_ selector: ModelSelector, _ problems: inout [String]) -> Set<ProviderID> {
        let settings = selector.settings
        var used: Set<ProviderID> = []
        if settings.chat.primary == nil, let model = try? selector.defaultModel() {
            used.insert(model.reference.provider)
        }
        let texts = [settings.chat, settings.image].flatMap { ($0.primary.map { [$0] } ?? []) + $0.fallbacks }
        for text in texts {
            do {
                used.insert(try selector.resolve(text).reference.provider)
            } catch {
                problems.append("\(text): \(error.message)")
            }
        }
        return used
    }
}

extension ModelsStatus.ShellImportStatus {
    fileprivate init(_ installation: Installation) {
        let environment = installation.settings.environment
        let names = installation.accounts.manifests.flatMap(\.environment)
        appliedKeys = names.filter { name in
            if case .shell = environment[name]?.source { true } else { false }
        }
        isEnabled =
            installation.configuration["env", "shellEnv", "enabled"]?.bool == true
            || environment["OPENCLAW_LOAD_SHELL_ENV"] != nil
    }
}

extension ProviderStatus {
    fileprivate init(of entry: ProviderEntry, in installation: Installation, isInUse: Bool) {
        let accounts = installation.accounts
        id = entry.id
        self.isInUse = isInUse
        profiles = accounts.order.entries(for: entry.account).compactMap(\.profile).map(ProfileStatus.init)
        do {
            let target = try accounts.endpoint(for: entry.account)
            self.target = target
            candidates = accounts.resolver.candidates(for: entry.account, target: target)
        } catch {
            problem = error.message
            candidates = []
        }
    }
}

extension ProviderStatus.ProfileStatus {
    fileprivate init(_ profile: AuthProfile) {
        id = profile.id
        kind = profile.kind
        expires = profile.expires
        masked =
            switch profile.secret {
            case .literal(let secret): secret.masked
            case .reference(let reference): reference.label
            case nil: "empty"
            }
    }
}
