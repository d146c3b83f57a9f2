import HTTPTypes
import Inference
import Synchronization

/// A service that says something and then nothing more, until the exchange is cancelled.
final class HangingTransport: HTTPTransport, HTTPResponseBody {
    /// Delivers an element when the reader waits for more.
    let waits: AsyncStream<Void>
    private let waiting: AsyncStream<Void>.Continuation
    private let first: Mutex<[UInt8]?>

    init(saying text: String) {
        (waits, waiting) = AsyncStream.makeStream()
        first = Mutex(Array(text.utf8))
    }

    func send(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        HTTPExchangeResponse(head: HTTPResponse(status: .ok), body: self)
    }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> [UInt8]? {
        if let bytes = first.withLock({ $0.take() }) { return bytes }
        waiting.yield()
        try? await Task.sleep(for: .seconds(3600))
        throw InferenceError(.cancelled, "the exchange was given up")
    }

    func cancel() {}
}
