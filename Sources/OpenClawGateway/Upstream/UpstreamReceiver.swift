import Inference

/// Whoever asked a service something. Called on the event loop, in this order: head, body pieces, end; or failed at any time.
protocol UpstreamReceiver: AnyObject {
    /// A connection stands; the request goes out now.
    func upstreamIsOpen(_ connection: UpstreamConnection)

    func upstreamHead(_ head: ResponseHead)

    /// The next bytes of the body, without the framing of the connection.
    func upstreamBody(_ bytes: RawSpan)

    /// The body is complete. The connection belongs to others from now on.
    func upstreamEnd()

    /// What has arrived so far has been told.
    func upstreamPause()

    /// - Parameter isReplayable: whether the service cannot have read the request, because the connection was an old one.
    func upstreamFailed(_ error: InferenceError, isReplayable: Bool)
}
