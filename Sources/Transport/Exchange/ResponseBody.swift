import Inference

/// The body as its reader holds it. Letting go of it ends an unfinished exchange.
final class ResponseBody: HTTPResponseBody {
    private let exchange: Exchange

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }

    deinit {
        exchange.cancel()
    }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> [UInt8]? {
        try await exchange.next(before: deadline)
    }

    func cancel() {
        exchange.cancel()
    }
}
