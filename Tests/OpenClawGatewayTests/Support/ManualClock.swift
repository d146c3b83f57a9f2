import Synchronization

/// A clock that stands until it is moved.
final class ManualClock: Sendable {
    private let time: Mutex<Double>

    init(_ time: Double = 1_790_000_000) { self.time = Mutex(time) }

    var now: Double { time.withLock { $0 } }

    func advance(_ seconds: Double) { time.withLock { $0 += seconds } }
}
