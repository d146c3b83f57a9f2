import Dispatch
import Logging
package import OpenClawHost
import Synchronization

/// Keeps what was done for the latest requests, and hands it to the log; on a thread of its own, many at a time, so that event
/// loops format nothing.
package final class AccessLogWriter: AccessLog {
    private struct State {
        var entries: [AccessEntry] = []
        var dropped = 0
        var isScheduled = false
    }

    private let log: GatewayLog
    private let state = Mutex(State())
    private let latest: Mutex<LatestFlights>
    private let queue = DispatchQueue(label: "openclaw.access")
    private static let limit = 10_000

    /// - Parameter kept: of how many requests the record stays in memory.
    package init(_ log: GatewayLog, kept: Int = 512) {
        self.log = log
        latest = Mutex(LatestFlights(limit: kept))
    }

    package func record(_ entry: AccessEntry) {
        let isFirst = state.withLock { state in
            guard state.entries.count < Self.limit else {
                state.dropped += 1
                return false
            }
            state.entries.append(entry)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        // Some milliseconds later there are many to write at once.
        if isFirst { TurnEnd.start { self.queue.asyncAfter(deadline: .now() + .milliseconds(50)) { self.drain() } } }
    }

    /// The requests that ended last, the newest first. Waits; never call it on an event loop.
    package func latest(_ count: Int) -> [FlightRecord] {
        settle()
        return latest.withLock { Array($0.records.prefix(count)) }
    }

    /// What was done for one of the latest requests. Waits, as above.
    package func flight(_ id: String) -> FlightRecord? {
        settle()
        return latest.withLock { $0.records.first { $0.isNamed(id) } }
    }

    /// Hands everything over that came until now. Waits, as above.
    package func settle() { queue.sync { drain() } }

    private func drain() {
        let (entries, dropped) = state.withLock { state in
            defer { state = State() }
            return (state.entries, state.dropped)
        }
        for lines in log.lines(of: entries) {
            latest.withLock { $0.add(lines) }
            log.write(lines)
        }
        if dropped > 0 {
            log.write(.warning, "\(dropped) requests are not in the log because there were too many at once")
        }
    }
}
