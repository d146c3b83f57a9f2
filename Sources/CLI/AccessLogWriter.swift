import Dispatch
import Inference
import Logging
import OpenClawGateway
import Synchronization

/// Hands finished requests to the log on a thread of its own, many at a time, so that event loops format nothing.
final class AccessLogWriter: AccessLog {
    private struct State {
        var entries: [AccessEntry] = []
        var dropped = 0
        var isScheduled = false
    }

    private let log: GatewayLog
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "openclaw.access")
    private static let limit = 10_000

    init(_ log: GatewayLog) { self.log = log }

    func record(_ entry: AccessEntry) {
        guard log.level <= .info else { return }
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
        if isFirst { queue.asyncAfter(deadline: .now() + .milliseconds(50)) { self.drain() } }
    }

    private func drain() {
        let (entries, dropped) = state.withLock { state in
            defer { state = State() }
            return (state.entries, state.dropped)
        }
        for entry in entries { log.write(AccessRecord(entry)) }
        if dropped > 0 {
            log.write(.warning, "\(dropped) requests are not in the log because there were too many at once")
        }
    }
}

extension AccessRecord {
    fileprivate init(_ entry: AccessEntry) {
        self.init(
            requestID: entry.id, method: entry.method, path: entry.path ?? "", status: entry.status,
            milliseconds: Int(entry.duration / 1_000_000))
        traceparent = entry.traceparent
        key = entry.client
        model = entry.model
        endpoint = entry.endpoint
        attempts = entry.attempts > 0 ? entry.attempts : nil
        firstByte = entry.firstByte.map { Int($0 / 1_000_000) }
        error = entry.isAbandoned ? "the client left" : entry.error.map { "\($0.code): \($0.message)" }
    }
}
