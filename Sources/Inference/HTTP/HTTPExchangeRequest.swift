public import HTTPTypes

/// A complete outbound request: head and body. The body is kept as slices so that an edited document is never copied whole.
public struct HTTPExchangeRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body in order; empty for requests without one.
    public var body: [ArraySlice<UInt8>]

    public init(head: HTTPRequest, body: [ArraySlice<UInt8>] = []) {
        self.head = head
        self.body = body
    }

    /// The length of the body in bytes.
    public var contentLength: Int { body.reduce(0) { $0 + $1.count } }
}
