import Inference

/// Finds the model of one kind that can do what is wished: the named one, else the configured ones, else the first of a
/// provider's models, in the order of its data, that is served to one of the user's accounts and takes the wish.
struct ModelSearch<Support: Sendable>: Sendable {
    /// A model, the account that may use it, and what was made of the wish.
    struct Found<Plan> {
        var entry: ProviderEntry
        var route: AccountRoute
        var model: ModelID
        var plan: Plan
        var warnings: [String]
    }

    private struct Candidate {
        var entry: ProviderEntry
        var model: ModelID?
        var profile: String?
        var isExact = false
    }

    let routes: GenerationRoutes
    let selector: ModelSelector
    let capability: Capability
    /// What the models do, for messages: `speak`.
    let verb: String
    /// The models of a provider; `nil` when it has no such codec.
    let models: @Sendable (ProviderEntry) throws(InferenceError) -> [Support]?
    let identify: @Sendable (Support) -> (model: ModelID, endpoints: [EndpointID])

    private var settings: SettingsView { routes.accounts.settings }

    /// What may be asked, in order: the later ones, which the user configured, when the service does not take the first.
    ///
    /// - Throws: why the first candidate cannot do it, when none can; nothing has left the machine.
    func find<Plan>(
        named name: String?, _ plan: (Support, EndpointID) throws(InferenceError) -> Plan
    ) throws(InferenceError) -> [Found<Plan>] {
        var failure: InferenceError?
        var all: [Found<Plan>] = []
        for candidate in try candidates(named: name) {
            // Without a choice of the user's, the first that can is the only one.
            if !all.isEmpty, candidate.model == nil { break }
            do throws(InferenceError) {
                let one = try found(candidate, plan)
                if !all.contains(where: { $0.entry.id == one.entry.id && $0.model == one.model }) { all.append(one) }
            } catch {
                failure = failure ?? error
            }
        }
        guard all.isEmpty else { return all }
        throw failure
            ?? InferenceError(
                .unsupported, "no provider of this build can \(verb)", hint: "openclaw infer model providers")
    }

    private func candidates(named name: String?) throws(InferenceError) -> [Candidate] {
        if let name { return [try candidate(name, isExact: true)] }
        let configured = ModelChoice(settings.value(["agents", "defaults", "mediaModels", capability.rawValue]))
        if let primary = configured.primary {
            var candidates: [Candidate] = []
            for name in [primary] + configured.fallbacks { candidates.append(try candidate(name, isExact: false)) }
            return candidates
        }
        let chat = try? selector.defaultModel().entry.id
        let entries = routes.registry.entries
        var candidates: [Candidate] = []
        for entry in entries.filter({ $0.id == chat }) + entries.filter({ $0.id != chat }) {
            if try models(entry) != nil { candidates.append(Candidate(entry: entry)) }
        }
        return candidates
    }

    private func candidate(_ name: String, isExact: Bool) throws(InferenceError) -> Candidate {
        let selection = try selector.resolve(name)
        let wanted = selection.reference.model.rawValue.lowercased()
        let named = ModelRef(parsing: name).flatMap { routes.registry.entry(for: $0.provider) }
        for entry in named.map({ [$0] }) ?? [selection.entry] + routes.registry.entries {
            for support in try models(entry) ?? [] where identify(support).model.rawValue.lowercased() == wanted {
                return Candidate(
                    entry: entry, model: identify(support).model, profile: selection.reference.profile,
                    isExact: isExact)
            }
        }
        let known = try models(selection.entry) ?? []
        let examples = known.prefix(3).map { "\(selection.entry.id)/\(identify($0).model)" }.joined(separator: ", ")
        throw InferenceError(
            .modelNotFound,
            "\(selection.reference) is not known to \(verb)" + (examples.isEmpty ? "" : "; for example \(examples) do"),
            hint: "openclaw infer \(capability == .speech ? "tts" : "audio") providers")
    }

    private func found<Plan>(
        _ candidate: Candidate, _ plan: (Support, EndpointID) throws(InferenceError) -> Plan
    ) throws(InferenceError) -> Found<Plan> {
        let entry = candidate.entry
        let all = try models(entry) ?? []
        let ways = try routes.accounts.routes(to: entry.id, profile: candidate.profile, for: capability)
        var failure: InferenceError?
        if let model = candidate.model {
            let same = all.filter { identify($0).model == model }
            guard ways.contains(where: { way in same.contains { serves($0, way) } }) else {
                throw notServed(model, same, ways)
            }
            do throws(InferenceError) {
                if let found = try first(of: same, ways, entry, plan) { return found }
            } catch {
                guard !candidate.isExact else { throw error }
                failure = error
            }
        }
        do throws(InferenceError) {
            guard var found = try first(of: all, ways, entry, plan) else {
                throw InferenceError(
                    .modelNotFound, "no model of \(entry.label) that can \(verb) is served to this account",
                    hint: "openclaw models auth add")
            }
            if let model = candidate.model {
                found.warnings.insert("\(model) cannot do this; using \(entry.id)/\(found.model)", at: 0)
            }
            return found
        } catch {
            throw failure ?? error
        }
    }

    /// - Throws: why the first model that is served cannot do it, when none can.
    private func first<Plan>(
        of all: [Support], _ ways: [AccountRoute], _ entry: ProviderEntry,
        _ plan: (Support, EndpointID) throws(InferenceError) -> Plan
    ) throws(InferenceError) -> Found<Plan>? {
        var failure: InferenceError?
        for way in ways {
            for support in all where serves(support, way) {
                do throws(InferenceError) {
                    let plan = try plan(support, way.target.endpoint.id)
                    return Found(
                        entry: entry, route: way, model: identify(support).model, plan: plan, warnings: way.notes)
                } catch {
                    failure = failure ?? error
                }
            }
        }
        if let failure { throw failure }
        return nil
    }

    private func serves(_ support: Support, _ way: AccountRoute) -> Bool {
        let endpoints = identify(support).endpoints
        return way.target.isCustom || endpoints.isEmpty || endpoints.contains(way.target.endpoint.id)
    }

    private func notServed(_ model: ModelID, _ same: [Support], _ ways: [AccountRoute]) -> InferenceError {
        let places = same.flatMap { identify($0).endpoints }.map(\.rawValue).joined(separator: ", ")
        let label = ways.first?.target.endpoint.label ?? "this endpoint"
        return InferenceError(
            .modelNotFound, "\(model) is not served on \(label); it is on \(places)", hint: "openclaw models auth add")
    }
}
