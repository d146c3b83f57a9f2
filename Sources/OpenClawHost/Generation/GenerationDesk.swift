package import Inference

/// Makes of a wish what one model of one endpoint will be asked for.
package struct GenerationDesk: Sendable {
    private let selector: GenerationSelector
    private let routes: GenerationRoutes

    package init(selector: GenerationSelector, routes: GenerationRoutes) {
        self.selector = selector
        self.routes = routes
    }

    /// What may be asked for, in order: the later ones when the service does not take the first.
    ///
    /// - Throws: why the first model cannot do it, when none can; nothing has left the machine.
    package func prepare(
        _ request: GenerationRequest, named name: String?
    ) throws(InferenceError) -> [PreparedGeneration] {
        var prepared: [PreparedGeneration] = []
        var failure: InferenceError?
        for choice in try selector.choices(request.kind, named: name) {
            do throws(InferenceError) {
                prepared.append(try prepare(request, choice))
            } catch {
                failure = failure ?? error
            }
        }
        if prepared.isEmpty, let failure { throw failure }
        return prepared
    }

    private func prepare(
        _ request: GenerationRequest, _ choice: GenerationChoice
    ) throws(InferenceError) -> PreparedGeneration {
        let routes = try routes.routes(to: choice.entry.id, profile: choice.profile, for: request.kind)
        let models = try choice.entry.provider.generation?.models() ?? []
        var model = choice.model
        var warnings: [String] = []
        if let other = sibling(of: choice.model, for: request, in: models) {
            guard !choice.isExact else { return try refuse(request, choice, models, other, routes) }
            warnings.append("\(choice.model) makes nothing of such inputs; using \(choice.entry.id)/\(other)")
            model = other
        }
        guard let route = routes.first(where: { $0.support(model) != nil }), let support = route.support(model) else {
            throw notServed(model, models, routes)
        }
        let plan = try GenerationPlanner(support: support, endpoint: route.endpoint.id).plan(request)
        let reference = ModelRef(provider: choice.entry.id, model: model, profile: nil)
        return PreparedGeneration(
            reference: reference, plan: plan, route: route, warnings: warnings + route.account.notes + plan.warnings)
    }

    /// The model that takes over what a model lacks a mode for.
    private func sibling(
        of model: ModelID, for request: GenerationRequest, in models: [GenerationSupport]
    ) -> ModelID? {
        guard let support = models.first(where: { $0.model == model }) else { return nil }
        let (mode, open) = (request.naturalMode, support.modes(for: request))
        // What a parameter switches on only this model has.
        guard !open.contains(where: { $0.mode == mode || $0.switchParameter != nil }) else { return nil }
        return support.siblings[mode]
    }

    /// Says what the named model lacks, and which one has it.
    private func refuse(
        _ request: GenerationRequest, _ choice: GenerationChoice, _ models: [GenerationSupport], _ other: ModelID,
        _ routes: [GenerationRoute]
    ) throws(InferenceError) -> PreparedGeneration {
        guard let route = routes.first(where: { $0.support(choice.model) != nil }),
            let support = route.support(choice.model)
        else { throw notServed(choice.model, models, routes) }
        do throws(InferenceError) {
            // A mode of another name may take the inputs all the same.
            let plan = try GenerationPlanner(support: support, endpoint: route.endpoint.id).plan(request)
            return PreparedGeneration(
                reference: choice.reference, plan: plan, route: route, warnings: route.account.notes + plan.warnings)
        } catch {
            var error = error
            error.message += "; \(choice.entry.id)/\(other) does"
            throw error
        }
    }

    private func notServed(
        _ model: ModelID, _ models: [GenerationSupport], _ routes: [GenerationRoute]
    ) -> InferenceError {
        let places = models.filter { $0.model == model }.flatMap(\.endpoints).map(\.rawValue)
        let label = routes.first?.endpoint.label ?? "this endpoint"
        return InferenceError(
            .modelNotFound, "\(model) is not served on \(label); it is on \(places.joined(separator: ", "))",
            hint: "openclaw models auth add")
    }
}
