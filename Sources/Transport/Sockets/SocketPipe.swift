import Inference
import NIOCore
import Synchronization

/// Where the task that reads a socket meets the event loop that receives.
final class SocketPipe: Sendable {
    typealias Outcome = Result<SocketMessage?, InferenceError>

    private struct State {
        var messages: [SocketMessage] = []
        var bytes = 0
        var waiter: CheckedContinuation<Outcome, Never>?
        var timer: Scheduled<Void>?
        var end: Outcome?
    }

    /// Unread bytes after which the socket is no longer read.
    private static let limit = 4 << 20

    let origin: String
    private let channel: any Channel
    private let state = Mutex(State())

    init(channel: any Channel, origin: String) {
        self.channel = channel
        self.origin = origin
    }

    // MARK: The event loop

    var wantsMore: Bool { state.withLock { $0.bytes < Self.limit } }

    func receive(_ message: SocketMessage) {
        let waiter = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            guard state.end == nil else { return nil }
            if let waiter = Self.takeWaiter(&state) { return waiter }
            state.messages.append(message)
            state.bytes += message.byteCount
            return nil
        }
        waiter?.resume(returning: .success(message))
    }

    /// Nothing more comes. What is there can still be read.
    func end(_ error: InferenceError?) {
        let outcome: Outcome = error.map { .failure($0) } ?? .success(nil)
        let waiter = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            guard state.end == nil else { return nil }
            state.end = outcome
            return Self.takeWaiter(&state)
        }
        waiter?.resume(returning: outcome)
    }

    // MARK: The task

    func send(_ message: SocketMessage) async throws(InferenceError) {
        if case .failure(let error) = state.withLock(\.end) { throw error }
        // Whoever waited for it to leave would not read meanwhile, and the other side may wait for that.
        channel.writeAndFlush(message, promise: nil)
    }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> SocketMessage? {
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: CheckedContinuation<Outcome, Never>) in park(waiter, deadline) }
        } onCancel: {
            end(.callerCancelled)
            close()
        }
        return try outcome.get()
    }

    func close() {
        let channel = channel
        channel.eventLoop.execute { channel.close(promise: nil) }
    }

    private func park(_ waiter: CheckedContinuation<Outcome, Never>, _ deadline: ContinuousClock.Instant?) {
        let (outcome, resumesReading) = state.withLock { state -> (Outcome?, Bool) in
            if !state.messages.isEmpty {
                let wasFull = state.bytes >= Self.limit
                let message = state.messages.removeFirst()
                state.bytes -= message.byteCount
                return (.success(message), wasFull && state.bytes < Self.limit)
            }
            if let end = state.end { return (end, false) }
            state.waiter = waiter
            state.timer = deadline.map { deadline in
                channel.eventLoop.scheduleTask(deadline: deadline.nioDeadline) { self.expire() }
            }
            return (nil, false)
        }
        if resumesReading { channel.read() }
        if let outcome { waiter.resume(returning: outcome) }
    }

    private func expire() {
        let waiter = state.withLock { Self.takeWaiter(&$0) }
        waiter?.resume(
            returning: .failure(
                InferenceError(.deadlineExceeded, "\(origin) sent nothing for too long (timeouts.idle)")))
    }

    private static func takeWaiter(_ state: inout State) -> CheckedContinuation<Outcome, Never>? {
        defer { (state.waiter, state.timer) = (nil, nil) }
        state.timer?.cancel()
        return state.waiter
    }
}

extension SocketMessage {
    fileprivate var byteCount: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        }
    }
}
