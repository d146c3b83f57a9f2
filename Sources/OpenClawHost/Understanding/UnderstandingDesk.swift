package import Inference

/// Finds the models that may be asked about pictures or clips: the named one, else those of `tools.media`, else the
/// configured image model, else what the first provider with a key has for it.
package struct UnderstandingDesk: Sendable {
    private let installation: Installation
    private let settings: UnderstandingSettings
    private let runner: ChatRunner
    /// What the command line says; it wins.
    private let wish: UnderstandingLimits

    /// - Parameter runner: made for the capability, so that it knows every way there is.
    package init(
        _ installation: Installation, settings: UnderstandingSettings, runner: ChatRunner, wish: UnderstandingLimits
    ) {
        self.installation = installation
        self.settings = settings
        self.runner = runner
        self.wish = wish
    }

    private var kind: Modality { settings.kind }
    private var selector: ModelSelector { installation.selector }

    /// The models in order; the later ones when the first cannot do it.
    ///
    /// - Throws: why the first cannot, when none can; nothing was sent.
    package func choices(named name: String?) throws(InferenceError) -> [UnderstandingChoice] {
        try settings.requireEnabled()
        var choices: [UnderstandingChoice] = []
        var failure: InferenceError?
        for candidate in try candidates(named: name) {
            do throws(InferenceError) {
                try check(candidate.selection)
                choices.append(candidate)
            } catch {
                failure = failure ?? error
            }
        }
        if choices.isEmpty, let failure { throw failure }
        return choices
    }

    private func candidates(named name: String?) throws(InferenceError) -> [UnderstandingChoice] {
        if let name {
            guard name.contains("/") || selector.settings.reference(forAlias: name) != nil else {
                throw InferenceError(
                    .invalidConfiguration, "model overrides must use the form <provider/model>, got '\(name)'",
                    hint: "openclaw models list --all")
            }
            return choices(try selector.candidates(named: name), UnderstandingLimits())
        }
        var configured: [UnderstandingChoice] = []
        for entry in settings.entries {
            let selection: ModelSelection
            if let model = entry.model {
                selection = try selector.resolve(model)
            } else {
                guard let found = try usual(of: entry.provider) else { continue }
                selection = found
            }
            configured += choices([selection], entry.limits)
        }
        if !configured.isEmpty { return configured }
        if kind == .image, let image = try selector.imageModels() { return choices(image, UnderstandingLimits()) }
        return choices([try usual()], UnderstandingLimits())
    }

    private func choices(_ selections: [ModelSelection], _ own: UnderstandingLimits) -> [UnderstandingChoice] {
        var limits = wish.completed(by: own).completed(by: settings.limits)
        // Who asks a question of their own wants the whole answer.
        if wish.prompt != nil, limits.maxCharacters == nil { limits.maxCharacters = 0 }
        limits = limits.completed(by: .usual(kind))
        if limits.maxCharacters == 0 { limits.maxCharacters = nil }
        return selections.map { UnderstandingChoice(selection: $0, limits: limits) }
    }

    /// The model of the first provider that can be asked, that of the chat model first.
    private func usual() throws(InferenceError) -> ModelSelection {
        var failure: InferenceError?
        let chat = try? selector.defaultModel().entry.id
        let entries = installation.registry.entries
        for entry in entries.filter({ $0.id == chat }) + entries.filter({ $0.id != chat }) {
            guard let selection = try usual(of: entry.id.rawValue) else { continue }
            do throws(InferenceError) {
                try check(selection)
                return selection
            } catch {
                failure = failure ?? error
            }
        }
        throw failure
            ?? InferenceError(
                .invalidConfiguration, "no model for looking at \(kind) is configured",
                hint: "openclaw config set agents.defaults.imageModel <provider>/<model>")
    }

    /// What a provider has for it; `nil` when nothing.
    private func usual(of provider: String?) throws(InferenceError) -> ModelSelection? {
        guard let provider else { return nil }
        let entry = try installation.registry.requiredEntry(for: ProviderID(provider))
        let defaults = entry.catalogue.defaults
        let chat = entry.catalogue.model(defaults.chat)
        let model =
            (kind == .video ? defaults.videoUnderstanding : defaults.imageUnderstanding)
            ?? (chat?.takes(kind) == true ? defaults.chat : nil)
            ?? entry.catalogue.models.first { $0.isChat && $0.takes(kind) }?.id
        guard let model else { return nil }
        return try selector.resolve("\(entry.id)/\(model)")
    }

    /// - Throws: why a model cannot be asked, with the ways out.
    private func check(_ selection: ModelSelection) throws(InferenceError) {
        let reference = selection.reference
        guard selection.descriptor.takes(kind) || !selection.isKnown else {
            let other = try usual(of: reference.provider.rawValue).map { "; \($0.reference) does" } ?? ""
            throw InferenceError(
                .unsupported, "\(reference) does not look at \(kind)\(other)", hint: "openclaw models list --all")
        }
        do throws(InferenceError) { _ = try runner.routes(selection) } catch {
            guard error.code == .unsupported, let other = neighbour(of: selection) else { throw error }
            var error = error
            error.message += "; or add --model \(other), which looks at \(kind) there"
            throw error
        }
    }

    /// A model that looks at the kind on the endpoint that the user has.
    private func neighbour(of selection: ModelSelection) -> ModelRef? {
        guard let endpoint = try? installation.accounts.endpoint(for: selection.entry.account).endpoint else {
            return nil
        }
        // What listings leave out is not promised.
        let model = selection.entry.catalogue.models.first { model in
            model.isChat && model.input.contains(kind) && model.unavailability(on: endpoint) == nil
        }
        return model.map { ModelRef(provider: selection.entry.id, model: $0.id, profile: nil) }
    }
}

extension ModelSelector {
    /// The configured model for pictures and its fallbacks; `nil` when there is none.
    fileprivate func imageModels() throws(InferenceError) -> [ModelSelection]? {
        guard let first = try imageModel() else { return nil }
        var selections = [first]
        for text in settings.image.fallbacks { selections.append(try resolve(text)) }
        return selections
    }
}
