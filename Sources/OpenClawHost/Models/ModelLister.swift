package import Inference

/// Builds listings: configured models first, then the catalogues. Reads nothing and asks nobody.
package struct ModelLister: Sendable {
    private let selector: ModelSelector
    private let standing: @Sendable (ProviderEntry) -> ProviderStanding

    /// What can be said of a provider without asking it.
    package struct ProviderStanding: Sendable {
        /// The endpoint that requests go to.
        package var endpoint: Endpoint?
        /// Whether there is a credential for it.
        package var hasCredential: Bool

        package init(endpoint: Endpoint?, hasCredential: Bool) {
            self.endpoint = endpoint
            self.hasCredential = hasCredential
        }
    }

    package init(selector: ModelSelector, standing: @escaping @Sendable (ProviderEntry) -> ProviderStanding) {
        self.selector = selector
        self.standing = standing
    }

    /// - Throws: `InferenceError` with code `.invalidConfiguration` when the query names an unknown provider.
    package func list(_ query: ModelListing.Query) throws(InferenceError) -> ModelListing {
        let wanted = try query.provider.map { id throws(InferenceError) in try selector.registry.requiredEntry(for: id)
        }
        let entries = wanted.map { [$0] } ?? selector.registry.entries
        let tags = ModelTags(selector: selector)
        var builder = Builder(tags: tags)
        let standings = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, standing($0)) })
        for reference in tags.references {
            guard let entry = entries.first(where: { $0.id == reference.provider }) else {
                if wanted == nil { builder.appendOrphan(reference) }
                continue
            }
            builder.appendConfigured(reference, entry: entry, standing: standings[entry.id])
        }
        if query.includesAll || wanted != nil || builder.rows.isEmpty {
            for entry in entries {
                builder.appendCatalogue(entry, standing: standings[entry.id], all: query.includesAll)
            }
        }
        let rows = query.onlyLocal ? builder.rows.filter(\.isLocal) : builder.rows
        return ModelListing(rows: rows, omitted: query.onlyLocal ? [] : builder.omitted)
    }
}

extension ModelLister {
    private struct Builder {
        let tags: ModelTags
        var rows: [ListedModel] = []
        var omitted: [ModelListing.Omission] = []
        private var seen: Set<ModelRef> = []

        init(tags: ModelTags) { self.tags = tags }

        /// A ref whose provider nobody knows: shown, because the user wrote it.
        mutating func appendOrphan(_ reference: ModelRef) {
            guard seen.insert(reference).inserted else { return }
            rows.append(
                ListedModel(
                    reference: reference, name: reference.model.rawValue, input: [], contextWindow: nil,
                    contextTokens: nil, isLocal: false,
                    hasCredential: false, tags: tags[reference] + ["missing"], isMissing: true, unavailability: nil))
        }

        mutating func appendConfigured(_ reference: ModelRef, entry: ProviderEntry, standing: ProviderStanding?) {
            guard seen.insert(reference).inserted else { return }
            append(reference, entry.descriptor(of: reference.model), entry, standing)
        }

        mutating func appendCatalogue(_ entry: ProviderEntry, standing: ProviderStanding?, all: Bool) {
            for model in entry.catalogue.models {
                let reference = ModelRef(provider: entry.id, model: model.id)
                guard !seen.contains(reference), all || isListed(model) else { continue }
                let absence = standing?.endpoint.flatMap { model.unavailability(on: $0) }
                if let absence, !all, !model.isFromUser {
                    omit(reference, because: absence.reason)
                } else {
                    seen.insert(reference)
                    append(reference, model, entry, standing)
                }
            }
        }

        private func isListed(_ model: ModelDescriptor) -> Bool {
            model.isFromUser || (!model.isHidden && model.isChat)
        }

        private mutating func omit(_ reference: ModelRef, because reason: String) {
            if let index = omitted.firstIndex(where: { $0.reason == reason }) {
                omitted[index].models.append(reference)
            } else {
                omitted.append(ModelListing.Omission(reason: reason, models: [reference]))
            }
        }

        private mutating func append(
            _ reference: ModelRef, _ model: ModelDescriptor?, _ entry: ProviderEntry, _ standing: ProviderStanding?
        ) {
            let absence = standing?.endpoint.flatMap { model?.unavailability(on: $0) }
            rows.append(
                ListedModel(
                    reference: reference, name: model?.name ?? reference.model.rawValue, input: model?.input ?? [],
                    contextWindow: model?.contextWindow, contextTokens: model?.contextTokens, isLocal: entry.isLocal,
                    hasCredential: standing?.hasCredential ?? false,
                    tags: tags[reference] + (model == nil ? ["missing"] : []), isMissing: model == nil,
                    unavailability: absence?.reason))
        }
    }
}
