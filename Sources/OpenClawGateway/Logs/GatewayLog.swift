import Dispatch
package import Logging
package import OpenClawHost
import Synchronization

/// The log of the gateway: JSON lines in `<state>/logs/gateway.log`, without prompts, answers and keys.
///
/// Lines are taken in without waiting and written by a queue of their own, many at a time. What does not fit because the
/// disk is too slow or full is counted, and the count is written when there is room again.
package final class GatewayLog: Sendable {
    private struct State {
        /// Pieces of whole lines, each with their number.
        var pending: [(bytes: [UInt8], lines: Int)] = []
        var size = 0
        var dropped = 0
        var isScheduled = false
        var level: Logger.Level
    }

    private let state: Mutex<State>
    private let file: Mutex<LogFile>
    private let queue = DispatchQueue(label: "openclaw.log")
    private let scrubber: SecretScrubber
    private let now: @Sendable () -> Double
    private let capacity: Int

    /// - Parameters:
    ///   - scrubber: takes keys out of what is logged.
    ///   - limit: the size at which the file begins anew.
    ///   - capacity: how many bytes may wait.
    package init(
        path: String, level: Logger.Level = .info, scrubber: SecretScrubber, limit: Int = 10 << 20, kept: Int = 5,
        capacity: Int = 4 << 20, now: @escaping @Sendable () -> Double
    ) {
        state = Mutex(State(level: level))
        file = Mutex(LogFile(path: path, limit: limit, kept: kept))
        self.scrubber = scrubber
        self.now = now
        self.capacity = capacity
    }

    package var level: Logger.Level {
        get { state.withLock { $0.level } }
        set { state.withLock { $0.level = newValue } }
    }

    /// A logger that writes here.
    package func logger(_ label: String = "gateway") -> Logger {
        var logger = Logger(label: label) { label in GatewayLogHandler(log: self, label: label) }
        logger.logLevel = level
        return logger
    }

    /// Writes what happened.
    package func write(
        _ level: Logger.Level, _ message: String, label: String = "gateway", metadata: [(String, String)] = []
    ) {
        guard level >= self.level else { return }
        var line = opening(level, label)
        line.add("msg", scrubber.scrub(message))
        for (name, value) in metadata { line.add(named: name, scrubber.scrub(value)) }
        line.endLine()
        append(line.bytes)
    }

    /// Writes what was done for requests that ended at about the same time.
    func write(_ lines: FlightLines) {
        if Logger.Level.info >= level { append(lines.bytes, lines: lines.count) }
    }

    /// The lines about requests that ended at about the same time.
    func lines(of entries: some Sequence<AccessEntry>) -> [FlightLines] {
        var lines = AccessLines(opening: opening(.info, "access").bytes, scrubber: scrubber)
        for entry in entries { lines.add(entry) }
        return lines.finished()
    }

    /// Waits until everything is on disk.
    package func flush() { queue.sync { drain() } }

    private func opening(_ level: Logger.Level, _ label: String) -> LogText {
        var text = LogText()
        text.begin()
        text.add("time", LogTime.text(now()))
        text.add("level", level.rawValue)
        text.add("log", label)
        return text
    }

    private func append(_ bytes: [UInt8], lines: Int = 1) {
        guard !bytes.isEmpty else { return }
        let isFirst = state.withLock { state in
            guard state.size + bytes.count <= capacity else {
                state.dropped += lines
                return false
            }
            state.pending.append((bytes, lines))
            state.size += bytes.count
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if isFirst { queue.async { self.drain() } }
    }

    private func drain() {
        var (pieces, dropped) = state.withLock { state in
            defer {
                state.pending = []
                state.size = 0
                state.dropped = 0
                state.isScheduled = false
            }
            return (state.pending, state.dropped)
        }
        if dropped > 0 {
            var line = opening(.warning, "gateway")
            line.add("msg", "lines were left out because the disk was too slow")
            line.add("dropped", dropped)
            line.endLine()
            // When it cannot be written, what it says is said again.
            pieces.append((line.bytes, dropped))
        }
        let lost = file.withLock { file in
            pieces.reduce(0) { lost, piece in file.append(piece.bytes) ? lost : lost + piece.lines }
        }
        if lost > 0 { state.withLock { $0.dropped += lost } }
    }
}
