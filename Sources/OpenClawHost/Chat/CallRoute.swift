package import Inference

/// A model together with the endpoint and the credential that serve it, whatever it is asked for.
package protocol CallRoute: Sendable {
    var selection: ModelSelection { get }
    var account: AccountRoute { get }
    var endpoint: Endpoint { get }
    var endpointID: EndpointID { get }
    /// What a request that goes this way costs, and who pays.
    var terms: UsageTerms { get }
    /// How long a request may take there, as the user has set it.
    var timeLimit: Duration? { get }
}

extension CallRoute {
    package var endpoint: Endpoint { account.target.endpoint }
    package var endpointID: EndpointID { endpoint.id }
    package var terms: UsageTerms { UsageTerms(selection, account) }
    package var timeLimit: Duration? { account.timeLimit }

    /// The plan that pays, when the endpoint is a known one.
    package var plan: Plan? { selection.entry.provider.manifest.plan(endpoint.plan) }

    /// What the user should hear before the request goes out. None of it stops the request.
    package var warnings: [String] {
        var warnings = selection.warnings + account.notes
        if let absence = selection.descriptor.unavailability(on: endpoint) {
            warnings.append("\(selection.reference) may fail on \(endpoint.label): \(absence.reason)")
        }
        if let replacement = selection.descriptor.replacedBy {
            warnings.append(
                "\(selection.reference) is being retired; use \(selection.reference.provider)/\(replacement)")
        }
        return warnings
    }
}

extension AccountRoute {
    /// The user's `timeoutSeconds` for the provider.
    var timeLimit: Duration? {
        let seconds = account.settings?["timeoutSeconds"]?.double ?? 0
        return seconds > 0 ? .seconds(seconds) : nil
    }
}
