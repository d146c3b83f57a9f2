public import Inference

/// The call that failed, as far as an error message may speak of it.
public struct FailedCall: Sendable {
    /// Where the request went.
    public var endpoint: Endpoint
    /// The model that was asked for, when the call was about one.
    public var model: ModelDescriptor?
    /// The key that was sent: its beginning tells the likely plan, and the service may quote it in messages.
    public var credential: Secret

    public init(endpoint: Endpoint, model: ModelDescriptor?, credential: Secret) {
        self.endpoint = endpoint
        self.model = model
        self.credential = credential
    }
}
