import Inference

/// An open socket in the hands of its user; it is closed when nobody has it any more.
final class OpenSocket: SocketConnection {
    private let pipe: SocketPipe

    init(_ pipe: SocketPipe) { self.pipe = pipe }

    deinit { pipe.close() }

    func send(_ message: SocketMessage) async throws(InferenceError) { try await pipe.send(message) }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> SocketMessage? {
        try await pipe.next(before: deadline)
    }

    func close() { pipe.close() }
}
