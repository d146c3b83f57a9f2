public import HTTPTypes

/// A response whose head has arrived and whose body is pulled by the reader.
public struct HTTPExchangeResponse: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body, read once.
    public var body: any HTTPResponseBody

    public init(head: HTTPResponse, body: any HTTPResponseBody) {
        self.head = head
        self.body = body
    }
}

/// A response body that is pulled chunk by chunk. Dropping the last reference closes an unfinished exchange.
public protocol HTTPResponseBody: AnyObject, Sendable {
    /// The next chunk, or `nil` at the regular end of the body.
    ///
    /// - Parameter deadline: the moment after which waiting fails; `nil` waits until the total deadline.
    /// - Throws: `InferenceError` with code `.deadlineExceeded`, `.cancelled`, or `.truncated` when the connection
    ///   broke before the body was complete. After a passed `deadline` the body can still be waited for again.
    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> [UInt8]?

    /// Gives the exchange up; an unfinished connection is closed and not reused.
    func cancel()
}

extension HTTPResponseBody {
    /// Reads the rest of the body, at most `limit` bytes; what exceeds the limit is dropped and the exchange closed.
    public func collect(upTo limit: Int, before deadline: ContinuousClock.Instant? = nil) async throws(InferenceError)
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        while let chunk = try await next(before: deadline) {
            bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
            if bytes.count >= limit {
                cancel()
                break
            }
        }
        return bytes
    }
}
