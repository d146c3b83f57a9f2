import NIOCore

/// One turn of an event loop. Everything that came in it has one time by the clock; equal steps of many requests are taken one right
/// after the other, while their code is still in the caches of the processor; and what was written leaves at the end, one socket
/// after the other: whoever reads on the other side is woken up once for many of them, which is most of what a small write costs.
final class LoopTurn {
    var buffers = WriteBuffers()
    private let loop: any EventLoop
    private var moment: UInt64 = 0
    private var second = 0
    private let requests = TurnLine()
    private let answers = TurnLine()
    private let services = FlushLine()
    private let clients = FlushLine()
    /// How many were added since the steps were last taken.
    private var waiting = 0
    private var isScheduled = false
    private var isRunning = false
    /// Nobody waits for more than so many others.
    private static let limit = 64

    init(loop: any EventLoop) { self.loop = loop }

    /// Nanoseconds on a clock that never runs backwards: looked at once in a turn.
    var now: UInt64 {
        if moment == 0 {
            moment = GatewayClock.now
            schedule()
        }
        return moment
    }

    /// Whole seconds since 1970: looked at once in a turn.
    var unixSeconds: Int {
        if second == 0 {
            second = Int(GatewayClock.unixTime)
            schedule()
        }
        return second
    }

    /// A request goes on when the sockets have been read.
    func add(request work: any TurnWork) {
        requests.add(work)
        note()
    }

    /// An answer goes on when the sockets have been read and the requests are on their way.
    func add(answer work: any TurnWork) {
        answers.add(work)
        note()
    }

    func add(service outlet: SocketOutlet) {
        guard outlet.wait() else { return }
        services.add(outlet)
        note()
    }

    func add(client outlet: SocketOutlet) {
        guard outlet.wait() else { return }
        clients.add(outlet)
        note()
    }

    /// Something waits for the turn.
    private func note() {
        waiting += 1
        schedule()
    }

    private func schedule() {
        guard !isRunning else { return }
        if waiting >= Self.limit { return run() }
        guard !isScheduled else { return }
        isScheduled = true
        loop.assumeIsolated().execute { [self] in
            isScheduled = false
            run()
        }
    }

    private func run() {
        isRunning = true
        // A flush may close a channel, and what follows from that may be work, too.
        repeat {
            waiting = 0
            requests.takeSteps()
            answers.takeSteps()
            services.flush()
            clients.flush()
        } while waiting > 0
        isRunning = false
        (moment, second) = (0, 0)
    }
}
