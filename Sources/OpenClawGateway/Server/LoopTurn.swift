import NIOCore

/// One turn of an event loop: everything that came for it is worked off at one time by the clock, and what was written leaves at its
/// end, one socket right after the other. Whoever reads on the other side is woken up once for many of them, which is most of what
/// a small write costs.
final class LoopTurn {
    let buffers = WriteBuffers()
    private var moment: UInt64 = 0
    private var second = 0
    private let loop: any EventLoop
    private var services: [ChannelHandlerContext] = []
    private var clients: [ChannelHandlerContext] = []
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

    func add(service context: ChannelHandlerContext) {
        services.append(context)
        schedule()
    }

    func add(client context: ChannelHandlerContext) {
        clients.append(context)
        schedule()
    }

    private func schedule() {
        if services.count + clients.count >= Self.limit { return run() }
        guard !isScheduled else { return }
        isScheduled = true
        loop.assumeIsolated().execute { [self] in
            isScheduled = false
            run()
        }
    }

    private func run() {
        guard !isRunning else { return }
        isRunning = true
        // By index: a flush may close a channel, and what follows from that may be written, too.
        var index = 0
        while index < services.count {
            services[index].flush()
            index += 1
        }
        index = 0
        while index < clients.count {
            clients[index].flush()
            index += 1
        }
        services.removeAll(keepingCapacity: true)
        clients.removeAll(keepingCapacity: true)
        isRunning = false
        (moment, second) = (0, 0)
        buffers.recover()
    }
}
