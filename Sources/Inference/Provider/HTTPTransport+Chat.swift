internal import HTTPTypes

extension HTTPTransport {
    /// Sends a chat exchange and returns its events when the service has accepted the request.
    ///
    /// ```swift
    /// let exchange = try model.exchange(for: request, model: descriptor, context: context)
    /// for try await event in try await transport.stream(exchange) { show(event) }
    /// ```
    ///
    /// - Throws: what the service answered, as the codec classified it, or a failure of the connection. An error thrown here
    ///   may be followed by a try elsewhere; an error of the stream may not, because text was shown.
    public func stream(
        _ exchange: ChatExchange, deadlines: Deadlines = Deadlines()
    ) async throws(InferenceError) -> ChatEventStream {
        let start = ContinuousClock.now
        let response = try await send(exchange.request, deadlines: deadlines)
        guard response.head.status.kind == .successful else {
            throw exchange.refusal(response.head, try await refusal(response.body))
        }
        return ChatEventStream(response, of: exchange, deadlines: deadlines, start: start)
    }

    /// Sends a chat exchange and returns the whole answer.
    public func respond(
        to exchange: ChatExchange, deadlines: Deadlines = Deadlines()
    ) async throws(InferenceError) -> ChatResponse {
        try await ChatResponse(folding: try await stream(exchange, deadlines: deadlines))
    }

    /// The body of a refused request, as far as it comes within 1 MB and 10 s.
    private func refusal(_ body: any HTTPResponseBody) async throws(InferenceError) -> [UInt8] {
        let (limit, deadline) = (1 << 20, ContinuousClock.now + .seconds(10))
        var bytes: [UInt8] = []
        defer { body.cancel() }
        while bytes.count < limit {
            do {
                guard let chunk = try await body.next(before: deadline) else { break }
                bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
            } catch {
                if error.code == .cancelled { throw error }
                break
            }
        }
        return bytes
    }
}
