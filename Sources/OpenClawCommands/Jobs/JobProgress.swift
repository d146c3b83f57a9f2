import Inference
import OpenClawHost
import Synchronization

/// Shows how far a job is: a line that is drawn anew on a terminal, a line for each change elsewhere, JSON on request.
final class JobProgress: Sendable {
    private struct State {
        var job: Job?
        var transfer: String?
        var isDrawn = false
        var said: Set<String> = []
        var lastTransfer = -Double.infinity
    }

    private let context: CommandContext
    private let isJSON: Bool
    private let state = Mutex(State())

    init(_ context: CommandContext, isJSON: Bool) {
        self.context = context
        self.isJSON = isJSON
    }

    private var isDrawing: Bool { context.diagnostics.isTerminal && !isJSON }

    func hear(_ event: JobEvent) {
        switch event {
        case .changed(let job): change(job)
        case .sent(let name, let bytes, let total): transfer("uploading \(name)", bytes, total)
        case .received(let bytes, let total): transfer("fetching the result", bytes, total)
        case .trouble(let error):
            tell("trying on after: \(error.message)", ["event": "trouble", "message": .string(error.message)])
        case .followed: tell("another process drives this job; waiting for it", ["event": "followed"])
        }
    }

    /// Draws the line anew as time goes by, until cancelled.
    func tick() async throws {
        while true {
            draw()
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    /// Removes the line, so that what follows begins at its place.
    func clear() {
        let wasDrawn = state.withLock { state in
            defer { state.isDrawn = false }
            return state.isDrawn
        }
        if wasDrawn { try? context.diagnostics.write("\r\u{1B}[K") }
    }

    private func change(_ job: Job) {
        let isNew = state.withLock { state in
            defer { (state.job, state.transfer) = (job, nil) }
            return state.job?.state != job.state || state.job?.files.count != job.files.count
        }
        guard isNew else { return }
        if isJSON {
            var event = JSONObject([
                ("event", "state"), ("job", .string(job.id)), ("state", .string(job.state.rawValue)),
            ])
            event["taskId"] = job.task.map { .string($0.id) }
            return write(event)
        }
        if isDrawing { draw() } else if job.files.isEmpty { context.say("job \(job.id): \(job.state.text)") }
    }

    private func transfer(_ what: String, _ bytes: Int, _ total: Int?) {
        let text =
            total.map { "\(what): \(Self.megabytes(bytes)) of \(Self.megabytes($0)) MB" }
            ?? "\(what): \(Self.megabytes(bytes)) MB"
        let now = context.now()
        let isDue = state.withLock { state in
            state.transfer = text
            guard now - state.lastTransfer > 0.2 || bytes == total else { return false }
            state.lastTransfer = now
            return true
        }
        guard isDue else { return }
        if isJSON {
            write(["event": "transfer", "what": .string(what), "bytes": .int(bytes), "total": .count(total)])
        } else if isDrawing {
            draw()
        }
    }

    private func tell(_ text: String, _ event: JSONObject) {
        guard state.withLock({ $0.said.insert(text).inserted }) else { return }
        if isJSON { return write(event) }
        clear()
        context.note(text)
    }

    private func write(_ event: JSONObject) {
        context.say(String(decoding: JSONValue.object(event).serialized(), as: UTF8.self))
    }

    private func draw() {
        guard isDrawing, let line = line() else { return }
        let width = max(20, (context.diagnostics.columns ?? 80) - 1)
        state.withLock { $0.isDrawn = true }
        try? context.diagnostics.write("\r\u{1B}[K" + TerminalText.safe(String(line.prefix(width))))
    }

    private func line() -> String? {
        let (job, transfer) = state.withLock { ($0.job, $0.transfer) }
        guard let job, !job.state.isFinal else { return nil }
        let elapsed = max(0, context.now() - (job.submittedAt ?? job.createdAt))
        if let transfer { return "\(job.state.text)  \(Self.clock(elapsed))  \(transfer)" }
        guard let typical = job.plan.typicalSeconds else { return "\(job.state.text)  \(Self.clock(elapsed))" }
        // It never says that it is done before it is.
        let share = min(elapsed / Double(typical), 0.98)
        let filled = Int(share * 24)
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 24 - filled)
        return "[\(bar)] \(job.state.text)  \(Self.clock(elapsed)), usually \(Self.clock(Double(typical)))"
    }

    static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds)
        let rest = whole % 60
        return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes + 52_428) * 10 / 1_048_576
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension JobState {
    /// For people.
    var text: String {
        switch self {
        case .prepared: "preparing"
        case .submitting: "asking"
        case .waiting: "waiting in the queue"
        case .running: "running"
        case .fetching: "fetching"
        default: rawValue
        }
    }
}
