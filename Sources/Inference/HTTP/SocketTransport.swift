public import HTTPTypes

/// A message on a WebSocket.
public enum SocketMessage: Hashable, Sendable {
    case text(String)
    case binary([UInt8])
}

/// Something that opens WebSockets.
public protocol SocketTransport: Sendable {
    /// Sends the request of an opening, whose scheme is `https` or `http`; the fields of the protocol are added.
    ///
    /// Cancelling the calling task closes the connection.
    ///
    /// - Throws: what ``HTTPTransport/send(_:deadlines:)`` throws.
    func open(_ request: HTTPExchangeRequest, deadlines: Deadlines) async throws(InferenceError) -> SocketAnswer
}

/// What a service made of an opening.
public enum SocketAnswer: Sendable {
    case open(any SocketConnection)
    /// It answered as if there were no socket; the body is what came of it.
    case refused(HTTPResponse, [UInt8])
}

/// An open WebSocket. Pings are answered by the connection itself. Dropping the last reference closes it.
public protocol SocketConnection: AnyObject, Sendable {
    /// Hands a message over. Whether it arrived shows in what comes next.
    func send(_ message: SocketMessage) async throws(InferenceError)

    /// The next message, or `nil` when the other side closed the socket in order.
    ///
    /// - Throws: `.deadlineExceeded`, `.cancelled`, `.truncated` when the connection broke, `.malformedResponse` when the
    ///   other side does not keep the protocol or sends more than is taken.
    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> SocketMessage?

    /// Says farewell and closes.
    func close()
}
