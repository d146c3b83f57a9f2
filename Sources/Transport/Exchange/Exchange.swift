import HTTPTypes
import Inference
import NIOCore
import Synchronization

/// One request and its response: where the task that reads meets the event loop that receives.
final class Exchange: Sendable {
    private let connection: ClientConnection
    private let state: Mutex<ExchangeState>

    init(connection: ClientConnection, timing: ExchangeTiming, unreadLimit: Int) {
        self.connection = connection
        state = Mutex(ExchangeState(timing: timing, unreadLimit: unreadLimit))
    }

    var peer: String { connection.route.origin }

    var isFinished: Bool { state.withLock { $0.isFinished } }

    // MARK: The reading task

    func start(_ request: WireRequest) async throws(ExchangeFailure) -> HTTPResponse {
        connection.onLoop { $0.begin(self, request) }
        if let stream = request.stream { await send(stream) }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<ExchangeState.HeadResult, Never>) in
                if let result = state.withLock({ $0.awaitHead(continuation) }) {
                    continuation.resume(returning: result)
                }
            }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }

    /// Sends a body that is pulled, no faster than it leaves. A service that answers or closes early ends it.
    private func send(_ stream: any HTTPRequestBody) async {
        await withTaskCancellationHandler {
            do throws(InferenceError) {
                while !isFinished, let piece = try await stream.next() {
                    guard await connection.write(piece, of: self) else { return }
                }
                connection.onLoop { $0.endBody(of: self) }
            } catch {
                fail(ExchangeFailure(error: error), droppingUnread: true)
                connection.onLoop { $0.abandon(self) }
            }
        } onCancel: {
            cancel()
        }
    }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> [UInt8]? {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<ExchangeState.ChunkResult, Never>) in
                read(before: deadline, continuation)
            }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }

    /// Gives up: the reader gets `.cancelled`, the socket is closed. Does nothing when the response was complete.
    func cancel() {
        guard !isFinished else { return }
        fail(ExchangeFailure(error: .callerCancelled), droppingUnread: true)
        connection.onLoop { $0.abandon(self) }
    }

    private func read(
        before deadline: ContinuousClock.Instant?, _ continuation: CheckedContinuation<ExchangeState.ChunkResult, Never>
    ) {
        switch state.withLock({ $0.read(before: deadline, continuation) }) {
        case .now(let result, let resumeReading):
            if resumeReading { connection.onLoop { $0.resumeReading(self) } }
            continuation.resume(returning: result)
        case .parked(let instant):
            if let instant { connection.onLoop { $0.arm(self, at: instant) } }
        }
    }

    // MARK: The event loop

    func receive(head: HTTPResponse) {
        guard case .head(let continuation) = state.withLock({ $0.receive(head: head) }) else { return }
        continuation.resume(returning: .success(head))
    }

    func receive(body: ByteBuffer) {
        let delivery = state.withLock { $0.receive(bytes: body.readableBytesView) }
        guard case .chunk(let continuation) = delivery?.waiter else { return }
        continuation.resume(returning: .success(delivery?.bytes))
    }

    func wantsMore() -> Bool { state.withLock { $0.wantsMore() } }

    func receiveEnd() {
        guard case .chunk(let continuation) = state.withLock({ $0.receiveEnd() }) else { return }
        continuation.resume(returning: .success(nil))
    }

    func fail(_ failure: ExchangeFailure, droppingUnread: Bool = false) {
        switch state.withLock({ $0.fail(failure, droppingUnread: droppingUnread) }) {
        case .head(let continuation): continuation.resume(returning: .failure(failure))
        case .chunk(let continuation): continuation.resume(returning: .failure(failure.error))
        case nil: break
        }
    }

    /// When the event loop has to call ``expire()`` next.
    func nextTimer() -> ContinuousClock.Instant? { state.withLock { $0.nextTimer() } }

    /// Fails what is overdue.
    func expire() {
        switch state.withLock({ $0.expire(at: .now) }) {
        case .exchange(let error):
            fail(ExchangeFailure(error: error), droppingUnread: true)
            connection.onLoop { $0.abandon(self) }
        case .wait(.chunk(let continuation), let error): continuation.resume(returning: .failure(error))
        case .wait(.head(let continuation), let error):
            continuation.resume(returning: .failure(ExchangeFailure(error: error)))
        case nil: break
        }
    }
}
