/// What happens to a request that passed the front door.
package enum RouteAction: Sendable {
    /// A chat completion in the protocol that services speak themselves: what needs no repair is passed on as it comes.
    case chat
    /// A chat request of another dialect: translated, and its answer written by the dialect's encoder.
    case translatedChat(any ClientDialect)
    /// A request of the Responses protocol: translated, unless only the service itself can answer it.
    case responses(any ClientDialect)
    /// A request of the Messages protocol: translated, unless only the service itself can answer it or its owner wants that.
    case messages(any ClientDialect, prefersService: Bool)
    /// Texts to vectors.
    case embeddings
    /// Documents to ranks.
    case rerank
    /// A request of the service's own protocol, relayed as it stands; on the path that conversations share with speech and
    /// pictures, conversations are translated.
    case native(conversations: (any ClientDialect)?)
    /// Pictures, videos and sound: forms go to disk as they come, and long answers come from there.
    case media(MediaService)
    /// A socket to the service, handed through.
    case socket
    /// Answered at once, on the event loop. Must neither wait nor take long.
    case answer(@Sendable (GatewayCall) -> GatewayAnswer)
    /// Answered by a task; cancelled when the client leaves.
    case work(@Sendable (GatewayCall) async -> GatewayAnswer)

    /// What translates the request, when it is carried over chat completions.
    var dialect: (any ClientDialect)? {
        switch self {
        case .translatedChat(let dialect), .messages(let dialect, _): dialect
        default: nil
        }
    }
}
