import NIOCore

/// Something on an event loop with deadlines of its own.
protocol Pulsed: AnyObject {
    /// Where it stands among the others; kept for `Pulse`.
    var pulseIndex: Int { get set }

    /// Looks at the clock.
    func pulse(at now: UInt64)
}

/// One timer for everything on an event loop that has deadlines in seconds. Asking each of 10,000 connections four times a second
/// costs less than scheduling a task for each request, and nothing ticks while there are none.
final class Pulse {
    private static let interval = TimeAmount.milliseconds(250)

    private let loop: any EventLoop
    private(set) var members: [any Pulsed] = []
    private var isTicking = false
    /// Hears of every tick; tells whether it needs another one even when nobody else does.
    var onTick: ((UInt64) -> Bool)?

    init(loop: any EventLoop) { self.loop = loop }

    func add(_ member: any Pulsed) {
        member.pulseIndex = members.count
        members.append(member)
        guard !isTicking else { return }
        isTicking = true
        schedule()
    }

    func remove(_ member: any Pulsed) {
        let index = member.pulseIndex
        guard members.indices.contains(index), members[index] === member else { return }
        members[index] = members[members.count - 1]
        members[index].pulseIndex = index
        members.removeLast()
        member.pulseIndex = -1
        if members.isEmpty { members = [] }
    }

    private func schedule() {
        loop.assumeIsolated().scheduleTask(in: Self.interval) { [weak self] in self?.tick() }
    }

    private func tick() {
        let now = GatewayClock.now
        let isNeeded = onTick?(now) ?? false
        guard isNeeded || !members.isEmpty else {
            isTicking = false
            return
        }
        // From the end, because a member may leave while it is asked.
        var index = members.count - 1
        while index >= 0 {
            if index < members.count { members[index].pulse(at: now) }
            index -= 1
        }
        schedule()
    }
}
