package import Inference

/// A request on its way to the codec.
package struct RequestStages: Sendable {
    /// As it was asked for.
    package var asked: ChatRequest
    /// With what the configuration adds for the model.
    package var configured: ChatRequest
    /// With what was learned about the model before.
    package var prepared: ChatRequest

    init(_ request: ChatRequest, _ prepared: PreparedChat, for route: ChatRoute) {
        asked = request
        asked.model = route.selection.reference.model
        configured = asked
        ModelParameters(route.selection.parameters).apply(to: &configured)
        self.prepared = prepared.request
    }
}
