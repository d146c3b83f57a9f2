import Inference
import NIOCore
import Transport

/// What the connections of one event loop share. Nothing in it is ever touched from elsewhere, so nothing is locked.
final class GatewayLoop {
    let eventLoop: any EventLoop
    let core: GatewayCore
    let pulse: Pulse
    let upstreams: UpstreamPool
    var callIDs = CallIDs()
    var clock = GatewayClock()
    var metrics = LoopMetrics()
    /// Requests that are being answered.
    var openRequests = 0
    /// Where small writes are put together. Whoever writes empties it first; the socket has usually taken its bytes by then, so
    /// that nothing is allocated.
    var scratch: ByteBuffer

    init(eventLoop: any EventLoop, core: GatewayCore) {
        self.eventLoop = eventLoop
        self.core = core
        pulse = Pulse(loop: eventLoop)
        upstreams = UpstreamPool(loop: eventLoop, connector: core.connector, pulse: pulse)
        scratch = ByteBufferAllocator().buffer(capacity: Self.scratchSize)
    }

    /// What readers of answers write into. Used within one callback only.
    var output = ChatRepairOutput()

    private static let scratchSize = 8 * 1024

    /// Makes the output ready for the next piece of any answer. What an earlier piece said of its own answer, also that it was
    /// complete, says nothing about this one.
    func clearOutput() {
        output.reset()
        output.said.isComplete = false
        output.said.failure = nil
    }

    /// Gives the memory of an unusually large write back.
    func trimScratch() {
        guard scratch.capacity > 8 * Self.scratchSize else { return }
        scratch = ByteBufferAllocator().buffer(capacity: Self.scratchSize)
    }

    /// A request is over.
    func note(_ writing: AnswerWriting, isAbandoned: Bool) {
        let now = GatewayClock.now
        metrics.note(writing, isAbandoned: isAbandoned, at: now)
        core.accessLog?.record(
            AccessEntry(writing, isAbandoned: isAbandoned, at: now, time: GatewayClock.unixTime))
    }
}
