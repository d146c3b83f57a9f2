import Inference
import NIOCore
import Transport

/// One connection to a service: writes a request, reads its answer as fast as it is taken, and waits for the next one.
final class UpstreamConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private enum State {
        case idle
        case head
        case body(BodyReader)
        case closed
    }

    /// Below the 60 s after which common load balancers drop an idle connection unannounced.
    private static let idleTime = GatewayClock.seconds(30)

    var pulseIndex = -1
    private let site: UpstreamSite
    private let pulse: Pulse
    private let turn: LoopTurn
    private var context: ChannelHandlerContext?
    private var outlet: SocketOutlet?
    private var state = State.idle
    private var receiver: (any UpstreamReceiver)?
    private var search = HeadSearch()
    private var inbound: ByteBuffer?
    private var isReused = false
    private var hasReceived = false
    private var isKeptAlive = true
    private var isPaused = false
    /// Whether the channel was told to read and has not done so yet.
    private var isReading = false
    private var idleUntil = UInt64.max
    /// When an answer that nobody needs any more has to be over, so that the connection may be used again.
    private var endBy = UInt64.max

    init(site: UpstreamSite, pulse: Pulse, turn: LoopTurn) {
        self.site = site
        self.pulse = pulse
        self.turn = turn
    }

    /// Whether a request may be sent on it.
    var isUsable: Bool {
        guard case .idle = state, let outlet else { return false }
        return outlet.isOpen
    }

    // MARK: For the receiver

    /// Sends a request. The receiver hears of the answer.
    func send(_ request: ByteBuffer, for receiver: any UpstreamReceiver) {
        guard let context, let outlet, isUsable else {
            let error = InferenceError(.unavailable, "\(site.origin.name) closed the connection without an answer")
            return receiver.upstreamFailed(error, isReplayable: true)
        }
        self.receiver = receiver
        state = .head
        (hasReceived, isKeptAlive, search) = (false, true, HeadSearch())
        (idleUntil, endBy) = (.max, .max)
        outlet.write(request)
        turn.add(service: outlet)
        read(context)
    }

    /// Gives the answer up; the service sees the end of the connection at once.
    func cancel() {
        receiver = nil
        close()
    }

    /// The receiver has all it needs. What is left of the answer is read if it comes soon.
    func finishSoon() {
        endBy = turn.now + GatewayClock.seconds(2)
        setReading(true)
    }

    /// Whether the answer is to be read on.
    func setReading(_ reads: Bool) {
        guard isPaused == reads else { return }
        isPaused = !reads
        if reads, let context { read(context) }
    }

    /// Every telling walks through the whole pipeline; one until something comes is enough.
    private func read(_ context: ChannelHandlerContext) {
        guard !isReading else { return }
        isReading = true
        context.read()
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        outlet = SocketOutlet(context, turn: turn, isPlain: !site.origin.hasTLS)
        pulse.add(self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
        (self.context, outlet) = (nil, nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        hasReceived = true
        if var kept = inbound {
            inbound = nil
            kept.discardReadBytes()
            kept.writeBuffer(&bytes)
            bytes = kept
        }
        do throws(HTTP1Failure) {
            while try step(&bytes) {}
        } catch {
            let failure = InferenceError(
                .malformedResponse, "\(site.origin.name) sent something that is no HTTP/1.1 response: \(error.reason)")
            return fail(failure, isReplayable: false)
        }
        if bytes.readableBytes > 0, case .closed = state {} else if bytes.readableBytes > 0 { inbound = bytes }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        receiver?.upstreamPause()
        isReading = false
        if !isPaused { read(context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end()
        close()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        leave()
    }

    // MARK: Steps

    /// - Returns: whether the bytes that are there may hold more.
    private func step(_ bytes: inout ByteBuffer) throws(HTTP1Failure) -> Bool {
        switch state {
        case .idle:
            // Nothing was asked: what comes now would be taken for the answer to the next request.
            guard bytes.readableBytes > 0 else { return false }
            close()
            return false
        case .head:
            guard let head = try ResponseHead.take(from: &bytes, &search) else { return false }
            // Interim answers say nothing yet.
            guard head.status >= 200 else { return true }
            isKeptAlive = head.isKeptAlive
            state = .body(BodyReader(head.body, limits: .responses))
            receiver?.upstreamHead(head)
            return true
        case .body(var reader):
            let step = try reader.next(in: &bytes)
            state = .body(reader)
            switch step {
            case .incomplete: return false
            case .end:
                complete()
                return true
            case .bytes(let count):
                receiver?.upstreamBody(bytes.readableBytesSpan.extracting(0..<count))
                if case .closed = state { return false }
                bytes.moveReaderIndex(forwardBy: count)
                return true
            }
        case .closed: return false
        }
    }

    private func complete() {
        let receiver = receiver
        self.receiver = nil
        inbound = nil
        isReused = true
        isPaused = false
        state = .idle
        (idleUntil, endBy) = (turn.now + Self.idleTime, .max)
        if !isKeptAlive || !site.park(self) { close() }
        receiver?.upstreamEnd()
        receiver?.upstreamPause()
    }

    /// The connection has ended.
    private func end() {
        guard let receiver else { return }
        if case .body(let reader) = state, reader.mayEndHere {
            self.receiver = nil
            state = .closed
            receiver.upstreamEnd()
            receiver.upstreamPause()
            return
        }
        let name = site.origin.name
        if case .body = state {
            fail(
                InferenceError(.truncated, "\(name) closed the connection before the response was complete"),
                isReplayable: false)
        } else {
            fail(
                InferenceError(.unavailable, "\(name) closed the connection without an answer"),
                isReplayable: isReused && !hasReceived)
        }
    }

    private func fail(_ error: InferenceError, isReplayable: Bool) {
        let receiver = receiver
        self.receiver = nil
        close()
        receiver?.upstreamFailed(error, isReplayable: isReplayable)
    }

    private func close() {
        guard let context else { return }
        if case .closed = state { return }
        state = .closed
        inbound = nil
        site.forget(self)
        OriginConnector.close(context.channel)
    }

    private func leave() {
        guard pulseIndex >= 0 else { return }
        pulse.remove(self)
        site.forget(self)
        state = .closed
    }
}

extension UpstreamConnection: Pulsed {
    func pulse(at now: UInt64) {
        if case .idle = state, now >= idleUntil { close() }
        if now >= endBy { cancel() }
    }
}
