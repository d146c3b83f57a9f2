/// A protocol that a service speaks beside chat completions, and in which calls are relayed as their clients wrote them.
public enum ServiceProtocol: Hashable, Sendable {
    /// The service's own.
    case native
    /// The sockets beside the paths of the service's own protocol.
    case sockets
    /// OpenAI's Responses, below the base of the compatible paths.
    case responses
    /// Anthropic's Messages, below a base of its own.
    case messages
}

extension Endpoint {
    /// The base of a protocol's paths; `nil` when the endpoint does not speak it.
    public func base(of spoken: ServiceProtocol) -> String? {
        switch spoken {
        case .native, .sockets: nativeURL
        case .responses: offers(.responses) ? baseURL : nil
        case .messages: offers(.anthropic) ? anthropicURL : nil
        }
    }
}
