/// A protocol that a service speaks beside chat completions, and in which calls are relayed as their clients wrote them.
public enum ServiceProtocol: Hashable, Sendable {
    /// The service's own.
    case native
    /// OpenAI's Responses, below the base of the compatible paths.
    case responses
}

extension Endpoint {
    /// The base of a protocol's paths; `nil` when the endpoint does not speak it.
    public func base(of spoken: ServiceProtocol) -> String? {
        switch spoken {
        case .native: nativeURL
        case .responses: offers(.responses) ? baseURL : nil
        }
    }
}
