public import HTTPTypes

/// One call that is answered with one document, ready to be carried by whoever holds a transport.
public struct DocumentExchange<Answer: Sendable>: Sendable {
    /// What to send.
    public var request: HTTPExchangeRequest
    /// What was changed in the request, to be shown to the user.
    public var adjustments: [Adjustment]
    /// Reads an accepted answer; throws `.malformedResponse`, or what the service says in it.
    public var read: @Sendable (_ head: HTTPResponse, _ body: [UInt8]) throws(InferenceError) -> Answer
    /// Reads the body of a refused request: status, header fields and body to an error.
    public var classify: @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError

    public init(
        request: HTTPExchangeRequest, adjustments: [Adjustment] = [],
        read: @escaping @Sendable (_ head: HTTPResponse, _ body: [UInt8]) throws(InferenceError) -> Answer,
        classify: @escaping @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError
    ) {
        self.request = request
        self.adjustments = adjustments
        self.read = read
        self.classify = classify
    }

    /// What the service answered, accepted or not.
    public func answer(_ head: HTTPResponse, _ body: [UInt8]) throws(InferenceError) -> Answer {
        if head.status.kind == .successful { return try read(head, body) }
        var error = classify(head, body)
        error.status = error.status ?? head.status.code
        throw error
    }
}

extension HTTPTransport {
    /// Sends a call and returns its answer.
    ///
    /// - Parameter limit: the most bytes of an answer that are taken.
    public func respond<Answer>(
        to exchange: DocumentExchange<Answer>, deadlines: Deadlines = Deadlines(), limit: Int = 64 << 20
    ) async throws(InferenceError) -> Answer {
        let end = deadlines.total.map { ContinuousClock.now + $0 }
        let response = try await send(exchange.request, deadlines: deadlines)
        defer { response.body.cancel() }
        var bytes: [UInt8] = []
        while true {
            let silence = deadlines.idle.map { ContinuousClock.now + $0 }
            guard let chunk = try await response.body.next(before: [end, silence].compactMap { $0 }.min()) else {
                break
            }
            guard bytes.count + chunk.count <= limit else {
                throw InferenceError(.malformedResponse, "the service sent an answer of more than \(limit) bytes")
            }
            bytes.append(contentsOf: chunk)
        }
        return try exchange.answer(response.head, bytes)
    }
}
