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
    private var clock = GatewayClock()
    var metrics = LoopMetrics()
    var routeLines = RouteLines()
    /// Requests that are being answered.
    var openRequests = 0 {
        didSet { upkeep.note(open: openRequests) }
    }
    private var upkeep = Upkeep()
    let turn: LoopTurn

    init(eventLoop: any EventLoop, core: GatewayCore) {
        self.eventLoop = eventLoop
        self.core = core
        pulse = Pulse(loop: eventLoop)
        turn = LoopTurn(loop: eventLoop)
        upstreams = UpstreamPool(loop: eventLoop, connector: core.connector, pulse: pulse, turn: turn)
        pulse.onTick = { [unowned self] now in tick(at: now) }
    }

    /// What stands in the heads of all answers.
    func commonLines() -> [UInt8] { clock.commonLines(at: turn.unixSeconds) }

    /// What readers of answers write into. Used within one callback only.
    var output = ChatRepairOutput()

    /// The moment of this turn of the loop, in nanoseconds on a clock that never runs backwards.
    var now: UInt64 { turn.now }

    /// Makes the output ready for the next piece of any answer. What an earlier piece said of its own answer, also that it was
    /// complete, says nothing about this one.
    func clearOutput() {
        output.reset()
        output.said.isComplete = false
        output.said.failure = nil
    }

    /// - Returns: whether there is something left to be done.
    private func tick(at now: UInt64) -> Bool {
        if upkeep.isDue(open: openRequests, at: now) {
            turn.buffers.trim()
            ResidentMemory.release()
            ResidentMemory.releaseCode()
        }
        return upkeep.isPending
    }

    /// Does something later, on this loop.
    func after(_ duration: Duration, _ body: @escaping () -> Void) -> Scheduled<Void> {
        eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(duration.nanoseconds), body)
    }

    /// A request is over.
    func note(_ writing: consuming AnswerWriting, isAbandoned: Bool) {
        let now = GatewayClock.now
        metrics.note(writing, isAbandoned: isAbandoned, at: now)
        guard let log = core.accessLog else { return }
        log.record(AccessEntry(writing, isAbandoned: isAbandoned, at: now, time: GatewayClock.unixTime))
    }
}
