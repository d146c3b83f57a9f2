/// Connections to which something was written in a turn of an event loop.
final class FlushLine {
    private var waiting: [SocketOutlet] = []

    func add(_ outlet: SocketOutlet) { waiting.append(outlet) }

    /// By index: a flush may close a channel, and what follows from that may be written, too.
    func flush() {
        var index = 0
        while index < waiting.count {
            waiting[index].flush()
            index += 1
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
