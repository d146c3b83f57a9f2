/// The events of one answer, pulled from the connection as the reader asks for them.
///
/// Nothing is read ahead: a slow reader slows the service down, and a reader that stops closes the connection. Iterate once;
/// leaving the loop, cancelling the task or dropping the stream ends the exchange.
public struct ChatEventStream: AsyncSequence, Sendable {
    public typealias Element = ChatEvent
    public typealias Failure = InferenceError

    let body: any HTTPResponseBody
    let decoder: any ChatStreamDecoder
    /// What the decoder made of the response head, after the adjustments of the request.
    let opening: ChatDecoderOutput
    let idle: Duration?
    let end: ContinuousClock.Instant?
    /// Hears what becomes of the answer; nobody by default.
    public var observer: (any ChatAnswerObserver)?

    /// Begins to read an accepted answer.
    ///
    /// - Parameters:
    ///   - exchange: the exchange that was sent; its adjustments are the first events.
    ///   - deadlines: `idle` and `total` are kept while reading.
    ///   - start: when the exchange began.
    public init(
        _ response: HTTPExchangeResponse, of exchange: ChatExchange, deadlines: Deadlines,
        start: ContinuousClock.Instant = .now
    ) {
        body = response.body
        idle = deadlines.idle
        end = deadlines.total.map { start + $0 }
        var opening = ChatDecoderOutput()
        opening.events = exchange.adjustments.map { .adjustment($0) }
        var decoder = exchange.decoder
        let fields = exchange.responseFields
        decoder.begin(
            requestID: fields.requestID(in: response.head), isPartial: fields.isPartial(response.head), into: &opening)
        self.decoder = decoder
        self.opening = opening
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension ChatEventStream {
    /// Pulls the events of an answer. Dropping it closes an unfinished exchange.
    public struct Iterator: AsyncIteratorProtocol {
        private let connection: Connection
        private let idle: Duration?
        private let end: ContinuousClock.Instant?
        private var idleEnd: ContinuousClock.Instant?
        private var decoder: any ChatStreamDecoder
        private var output: ChatDecoderOutput
        private var delivered = 0
        private var isDone = false
        private let observer: (any ChatAnswerObserver)?

        /// How long a complete answer may keep the connection before it is closed instead of reused.
        private static let farewell: Duration = .milliseconds(200)

        init(_ stream: ChatEventStream) {
            connection = Connection(stream.body)
            observer = stream.observer
            (idle, end, decoder, output) = (stream.idle, stream.end, stream.decoder, stream.opening)
            idleEnd = idle.map { .now + $0 }
        }

        /// The next event, or `nil` after the last.
        ///
        /// - Throws: `InferenceError`, once; the code is that of the service's own error, `.truncated` when the answer broke
        ///   off, `.deadlineExceeded`, `.cancelled` or `.unavailable`.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(InferenceError) -> ChatEvent? {
            do {
                let event = try await pull()
                if let event { observer?.observe(event) } else { observer?.end(nil) }
                return event
            } catch {
                observer?.end(error)
                throw error
            }
        }

        /// The next event, or `nil` after the last.
        public mutating func next() async throws -> ChatEvent? { try await next(isolation: #isolation) }

        private mutating func pull() async throws(InferenceError) -> ChatEvent? {
            while true {
                if delivered < output.events.count {
                    delivered += 1
                    return output.events[delivered - 1]
                }
                if isDone { return nil }
                if let failure = output.failure {
                    close()
                    throw failure
                }
                if output.isComplete { return await leave() }
                try await read()
            }
        }

        private mutating func read() async throws(InferenceError) {
            output.reset()
            delivered = 0
            do {
                guard let chunk = try await connection.body.next(before: nextDeadline) else {
                    decoder.finish(into: &output)
                    output.isComplete = true
                    return
                }
                decoder.decode(chunk.span.bytes, into: &output)
            } catch {
                close()
                throw explained(error)
            }
            if output.sawData { idleEnd = idle.map { .now + $0 } }
        }

        private var nextDeadline: ContinuousClock.Instant? {
            guard let idleEnd, let end else { return idleEnd ?? end }
            return idleEnd < end ? idleEnd : end
        }

        /// Reads the end of a complete answer's body, which lets the connection be used again.
        private mutating func leave() async -> ChatEvent? {
            isDone = true
            let deadline = ContinuousClock.now + Self.farewell
            while (try? await connection.body.next(before: deadline)) != nil, .now < deadline {}
            connection.close()
            return nil
        }

        private mutating func close() {
            isDone = true
            connection.close()
        }

        private func explained(_ error: InferenceError) -> InferenceError {
            guard error.code == .deadlineExceeded, let deadline = nextDeadline else { return error }
            var error = error
            if let idle, deadline == idleEnd {
                error.message = "no data for \(idle) (the idle deadline)"
            } else {
                error.message = "the answer was not complete in time (the total deadline)"
            }
            return error
        }
    }

    /// Closes the exchange when the iterator that holds it goes away.
    private final class Connection: Sendable {
        let body: any HTTPResponseBody

        init(_ body: any HTTPResponseBody) { self.body = body }

        func close() { body.cancel() }

        deinit { body.cancel() }
    }
}
