package import Inference

/// A chat request as it would be sent now, with the reason of everything in it.
package struct ChatExplanation: Sendable {
    package let outgoing: ChatForecast.Outgoing
    package let ways: [ChatForecast.Way]
    /// The model as it is sent.
    package let model: ExplainedFact
    package let endpoint: ExplainedFact
    package let otherEndpoints: [PassedOver]
    package let credential: ExplainedFact
    package let otherCredentials: [PassedOver]
    package let parameters: [ExplainedParameter]
    package let limits: ExplainedLimits
    package let price: ExplainedPrice
    package let request: ExplainedRequest
    /// The time for the whole exchange and who limits it.
    package let totalTime: ExplainedFact

    package var route: ChatRoute { outgoing.route }
    package var adjustments: [Adjustment] { outgoing.exchange.adjustments }

    /// - Parameters:
    ///   - named: the model that the user named for the run.
    ///   - timeLimit: the time that the user gave it.
    package init(
        _ outgoing: ChatForecast.Outgoing, of forecast: ChatForecast, in installation: Installation, named: String?,
        timeLimit: Duration?
    ) {
        let (route, ways) = (outgoing.route, forecast.ways)
        let accounts = installation.accounts
        self.outgoing = outgoing
        self.ways = ways
        let models = ModelReasons(installation: installation, route: route, ways: ways, named: named)
        model = models.fact(wire: outgoing.wireModel)
        let endpoints = EndpointReasons(accounts, route, ways)
        endpoint = endpoints.fact
        otherEndpoints = endpoints.passedOver
        let credentials = CredentialReasons(accounts, route, ways, installation.settings.environment)
        credential = credentials.fact
        otherCredentials = credentials.passedOver
        let entry = installation.selector.entry(of: route.selection.reference)
        parameters = ExplainedParameter.all(of: outgoing) { field in
            guard let entry, let path = ModelParameters(entry.parameters).path(of: field) else { return nil }
            return accounts.settings.place(of: ["agents", "defaults", "models", entry.reference, "params"] + path)
        }
        request = ExplainedRequest(outgoing)
        limits = ExplainedLimits(route, accounts.settings)
        price = ExplainedPrice(route, limitsFrom: limits.source)
        totalTime = Self.totalTime(outgoing, accounts.settings, timeLimit)
    }

    private static func totalTime(
        _ outgoing: ChatForecast.Outgoing, _ settings: SettingsView, _ limit: Duration?
    ) -> ExplainedFact {
        guard let total = outgoing.deadlines.total else { return ExplainedFact("none", why: "nothing limits it") }
        let value = "\(total / .seconds(1)) s"
        if limit != nil { return ExplainedFact(value, source: "the command line", why: "asked for") }
        let path = outgoing.route.account.account.path("timeoutSeconds")
        return ExplainedFact(
            value, source: "\(path.joined(separator: ".")) (\(settings.place(of: path)))", why: "configured")
    }
}

extension ChatForecast.Outgoing {
    /// The model as the service reads it.
    package var wireModel: String {
        let body = try? JSONValue(parsing: Array(exchange.request.body.joined()))
        return body?["model"]?.string ?? route.selection.reference.model.rawValue
    }
}
