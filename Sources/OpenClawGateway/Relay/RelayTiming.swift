import Inference
import Transport

/// The deadlines of one try, in the nanoseconds of the event loops.
struct RelayTiming {
    private let deadlines: Deadlines
    private let start: UInt64
    /// How long a service may say nothing; `nil` without a limit.
    private let silence: UInt64?
    private var firstByte = UInt64.max
    private var idle = UInt64.max
    private var limit = UInt64.max
    private var lastWrite: UInt64

    private static let clientSilence = GatewayClock.seconds(15)

    init(_ deadlines: Deadlines, start: UInt64) {
        self.deadlines = deadlines
        self.start = start
        lastWrite = start
        silence = deadlines.idle.map(Self.span)
        if start > 0, let total = deadlines.total { limit = start &+ Self.span(total) }
    }

    mutating func sent(at now: UInt64) {
        firstByte = deadlines.firstByte.map { now + Self.span($0) } ?? .max
    }

    mutating func answered(at now: UInt64) {
        firstByte = .max
        data(at: now)
    }

    mutating func data(at now: UInt64) {
        idle = silence.map { now + $0 } ?? .max
    }

    mutating func wrote(at now: UInt64) { lastWrite = now }

    /// Something else has to be over in so many nanoseconds.
    mutating func limit(to span: UInt64, at now: UInt64) { limit = min(limit, now + span) }

    /// Whether the client has heard nothing for so long that it may think that nobody is there.
    func isSilent(at now: UInt64) -> Bool { now - lastWrite >= Self.clientSilence }

    /// What was not done in time.
    func expired(at now: UInt64) -> InferenceError? {
        let errors = ExchangeTiming(deadlines: deadlines, start: .now)
        if now >= limit { return errors.totalError }
        if now >= firstByte { return errors.firstByteError }
        return now >= idle ? errors.idleError : nil
    }

    private static func span(_ duration: Duration) -> UInt64 { UInt64(max(0, duration.nanoseconds)) }
}
