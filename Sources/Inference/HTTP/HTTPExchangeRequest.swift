public import HTTPTypes

/// A complete outbound request: head and body. The body is kept as slices so that an edited document is never copied whole.
public struct HTTPExchangeRequest: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest {
        get { sharedHead.request }
        set { sharedHead = SharedHead(once: newValue) }
    }
    /// The head by the reference that other requests may share.
    public private(set) var sharedHead: SharedHead
    /// The body in order; empty for requests without one.
    public var body: [ArraySlice<UInt8>]
    /// What follows the body, pulled piece by piece while it is sent; `nil` for requests that are in memory.
    public var stream: (any HTTPRequestBody)?
    /// Whether the transport may send the request again when a reused connection closed without an answer. What must
    /// happen once at most says no, and travels on a connection of its own.
    public var isRepeatable: Bool

    public init(
        head: HTTPRequest, body: [ArraySlice<UInt8>] = [], stream: (any HTTPRequestBody)? = nil,
        isRepeatable: Bool = true
    ) {
        sharedHead = SharedHead(once: head)
        self.body = body
        self.stream = stream
        self.isRepeatable = isRepeatable
    }

    /// A request whose head others have too.
    public init(sharing head: SharedHead, body: [ArraySlice<UInt8>]) {
        (sharedHead, self.body, stream, isRepeatable) = (head, body, nil, true)
    }

    /// The length of the body in bytes.
    public var contentLength: Int {
        var length = 0
        if stream != nil { length = stream?.length ?? 0 }
        for index in body.indices { length += body[index].count }
        return length
    }
}

/// A part of a request's body that is not in memory, for example a file. It is read once, by one task.
public protocol HTTPRequestBody: Sendable {
    /// Its length in bytes, known before it is read.
    var length: Int { get }

    /// The next piece, `nil` at the end.
    func next() async throws(InferenceError) -> [UInt8]?
}
