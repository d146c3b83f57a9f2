public import HTTPTypes

/// The head of a request as one reference: it is large, and often the same for many requests. Whoever makes them shares it, and
/// whoever writes them may keep what it looks like on the wire.
public final class SharedHead: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public let request: HTTPRequest
    /// Whether more than one request has it.
    public let isRepeated: Bool

    /// A head for many requests.
    public init(_ request: HTTPRequest) { (self.request, isRepeated) = (request, true) }

    /// The head of a single request.
    init(once request: HTTPRequest) { (self.request, isRepeated) = (request, false) }
}
