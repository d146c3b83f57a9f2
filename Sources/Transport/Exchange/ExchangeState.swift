import HTTPTypes
import Inference

/// What is known of one exchange: the head, the unread bytes, who waits, and until when. Inputs in, actions out.
struct ExchangeState {
    typealias HeadResult = Result<HTTPResponse, ExchangeFailure>
    typealias ChunkResult = Result<[UInt8]?, InferenceError>

    enum Waiter {
        case head(CheckedContinuation<HeadResult, Never>)
        case chunk(CheckedContinuation<ChunkResult, Never>)
    }

    /// What a reader has to do with the answer to its question.
    enum Reading {
        case now(ChunkResult, resumeReading: Bool)
        case parked(armTimerAt: ContinuousClock.Instant?)
    }

    private var head: HTTPResponse?
    private var hasEnded = false
    private var failure: ExchangeFailure?
    private var unread: [UInt8] = []
    private var isPaused = false
    private var waiter: Waiter?
    private var firstByteDeadline: ContinuousClock.Instant?
    private var waitDeadline: ContinuousClock.Instant?
    private var timerAt: ContinuousClock.Instant?
    private let timing: ExchangeTiming
    private let unreadLimit: Int

    init(timing: ExchangeTiming, unreadLimit: Int) {
        self.timing = timing
        self.unreadLimit = unreadLimit
        firstByteDeadline = timing.deadlines.firstByte.map { .now + $0 }
    }

    var isFinished: Bool { hasEnded || failure != nil }

    // MARK: The reader

    mutating func awaitHead(_ continuation: CheckedContinuation<HeadResult, Never>) -> HeadResult? {
        if let failure { return .failure(failure) }
        if let head { return .success(head) }
        waiter = .head(continuation)
        return nil
    }

    mutating func read(
        before deadline: ContinuousClock.Instant?, _ continuation: CheckedContinuation<ChunkResult, Never>
    ) -> Reading {
        if !unread.isEmpty {
            defer { isPaused = false }
            return .now(.success(takeUnread()), resumeReading: isPaused)
        }
        if let failure { return .now(.failure(failure.error), resumeReading: false) }
        if hasEnded { return .now(.success(nil), resumeReading: false) }
        if let deadline, deadline <= .now { return .now(.failure(timing.idleError), resumeReading: false) }
        waiter = .chunk(continuation)
        waitDeadline = deadline
        guard let deadline, timerAt.map({ deadline < $0 }) ?? true else { return .parked(armTimerAt: nil) }
        timerAt = deadline
        return .parked(armTimerAt: deadline)
    }

    // MARK: The connection

    mutating func receive(head: HTTPResponse) -> Waiter? {
        guard !isFinished else { return nil }
        self.head = head
        firstByteDeadline = nil
        return takeWaiter()
    }

    /// - Returns: a reader that waits and the bytes for it.
    mutating func receive(bytes: some Sequence<UInt8>) -> (waiter: Waiter, bytes: [UInt8])? {
        guard !isFinished else { return nil }
        unread.append(contentsOf: bytes)
        guard !unread.isEmpty, let waiter = takeWaiter() else { return nil }
        return (waiter, takeUnread())
    }

    /// - Returns: whether the socket should be read on. When not, the reader resumes it.
    mutating func wantsMore() -> Bool {
        isPaused = unread.count >= unreadLimit
        return !isPaused
    }

    mutating func receiveEnd() -> Waiter? {
        guard !isFinished else { return nil }
        hasEnded = true
        return takeWaiter()
    }

    /// - Returns: who has to be told; bytes that arrived before are still delivered unless the reader gave up.
    mutating func fail(_ failure: ExchangeFailure, droppingUnread: Bool) -> Waiter? {
        guard !isFinished else { return nil }
        self.failure = failure
        if droppingUnread { unread = [] }
        return takeWaiter()
    }

    // MARK: Time

    /// The earliest moment at which something has to have happened.
    mutating func nextTimer() -> ContinuousClock.Instant? {
        timerAt = isFinished ? nil : [firstByteDeadline, timing.total, waitDeadline].compactMap(\.self).min()
        return timerAt
    }

    enum Expiry {
        case exchange(InferenceError)
        case wait(Waiter, InferenceError)
    }

    /// - Returns: what is over at this moment.
    mutating func expire(at now: ContinuousClock.Instant) -> Expiry? {
        timerAt = nil
        guard !isFinished else { return nil }
        if let total = timing.total, total <= now { return .exchange(timing.totalError) }
        if let firstByteDeadline, firstByteDeadline <= now { return .exchange(timing.firstByteError) }
        if let waitDeadline, waitDeadline <= now, let waiter = takeWaiter() { return .wait(waiter, timing.idleError) }
        return nil
    }

    private mutating func takeWaiter() -> Waiter? {
        defer { waiter = nil }
        waitDeadline = nil
        return waiter
    }

    private mutating func takeUnread() -> [UInt8] {
        defer { unread = [] }
        return unread
    }
}
