import NIOCore

/// What was written in one turn of an event loop leaves at its end, one socket right after the other: whoever reads on the other
/// side is woken up once for many of them, which is most of what a small write costs.
final class FlushQueue {
    let buffers = WriteBuffers()
    private let loop: any EventLoop
    private var services: [ChannelHandlerContext] = []
    private var clients: [ChannelHandlerContext] = []
    private var isScheduled = false
    private var isRunning = false
    /// Nobody waits for more than so many others.
    private static let limit = 64

    init(loop: any EventLoop) { self.loop = loop }

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
        buffers.recover()
    }
}
