package import Inference

/// Somebody who may use the gateway, and how far. A reference, because every request carries one along.
package protocol Admission: AnyObject, Sendable {
    /// Who it is, for logs, metrics and the ledger; never the token.
    var name: String { get }

    /// The name under which the ledger counts what it costs; `nil` for the owner.
    var virtualKey: String? { get }

    /// One more request begins; called before its body is read.
    ///
    /// - Parameter path: the path of the route.
    /// - Throws: `.permissionDenied` when the route is not allowed, `.rateLimited` with `retryAfter`, `.budgetExceeded`.
    func begin(path: String) throws(InferenceError)

    /// Whether a model may be asked.
    ///
    /// - Parameter model: the model as the client named it; `nil` when it named none.
    /// - Throws: `.permissionDenied`.
    func permit(model: String?) throws(InferenceError)

    /// Whether there is money for things whose prices are known before, all of them together.
    ///
    /// - Throws: `.budgetExceeded`.
    func afford(_ costs: [CostEstimate]) throws(InferenceError)
}

extension Admission {
    package var virtualKey: String? { nil }
    package func begin(path: String) throws(InferenceError) {}
    package func permit(model: String?) throws(InferenceError) {}
    package func afford(_ costs: [CostEstimate]) throws(InferenceError) {}
}
