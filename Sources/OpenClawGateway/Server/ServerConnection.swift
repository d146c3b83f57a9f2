import Inference
import NIOCore
import Synchronization

/// One connection of a client: reads requests one after the other, lets the front door judge them, hands them to their work and
/// writes the answers. Lives on the event loop of its channel; nothing here allocates a task or a future per request.
final class ServerConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    enum Phase {
        /// Waiting for, or reading, the head of the next request.
        case head
        case body(IncomingRequest)
        case answering
        /// A socket is open: nothing is read here, everything is handed on.
        case tunnel
        /// The last answer is on its way; what still comes is dropped.
        case closing
    }

    let loop: GatewayLoop
    var pulseIndex = -1
    private(set) var context: ChannelHandlerContext?
    private(set) var outlet: SocketOutlet?
    /// Whether clients speak without TLS.
    private let isPlain: Bool
    var phase = Phase.head
    var isKeptAlive = true
    /// How the answer to the current request is written.
    var writing = AnswerWriting()
    var work: (any ConnectionWork)?
    var search = HeadSearch()
    var inbound: ByteBuffer?
    var isProcessing = false
    var isPaused = false
    /// When the current phase has lasted too long.
    var deadline = UInt64.max
    var bodyDeadline = UInt64.max
    var unreadSince: UInt64?
    var limits: ServingLimits

    init(loop: GatewayLoop, isPlain: Bool) {
        self.loop = loop
        self.isPlain = isPlain
        limits = loop.core.snapshot.limits
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        outlet = SocketOutlet(context, turn: loop.turn, isPlain: isPlain)
        loop.pulse.add(self)
        loop.core.connections.add(1, ordering: .relaxed)
        deadline = loop.now + limits.idleTime
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
        (self.context, outlet) = (nil, nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A reset, or a TLS handshake with somebody who does not speak it: nobody is left to be told.
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if var kept = inbound {
            inbound = nil
            kept.discardReadBytes()
            kept.writeBuffer(&bytes)
            bytes = kept
        }
        process(&bytes)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        let takes = context.channel.isWritable
        unreadSince = takes ? nil : loop.now
        work?.clientTakesBytes(takes)
        context.fireChannelWritabilityChanged()
    }

    // MARK: Reading

    func process(_ bytes: inout ByteBuffer) {
        isProcessing = true
        do throws(HTTP1Failure) {
            while try step(&bytes) {}
        } catch {
            refuse(error)
        }
        isProcessing = false
        guard bytes.readableBytes > 0, context != nil else { return }
        if case .closing = phase { return }
        inbound = bytes
        if bytes.readableBytes > limits.pipelined, case .answering = phase { setReading(false) }
    }

    /// - Returns: whether the bytes that are there may hold more.
    private func step(_ bytes: inout ByteBuffer) throws(HTTP1Failure) -> Bool {
        switch phase {
        case .head:
            guard bytes.readableBytes > 0 else { return false }
            guard let head = try RequestHead.take(from: &bytes, &search, limits: limits.head) else {
                if deadline == .max || inbound == nil { beginHead() }
                return false
            }
            open(head)
            return true
        case .body(let request):
            phase = .answering
            let isComplete = try read(request, from: &bytes)
            if isComplete { serve(request) } else if case .answering = phase { phase = .body(request) }
            return isComplete
        case .answering: return false
        case .tunnel:
            guard bytes.readableBytes > 0 else { return false }
            writing.bytesIn += bytes.readableBytes
            work?.clientSent(bytes)
            bytes.clear()
            return false
        case .closing:
            bytes.moveReaderIndex(to: bytes.writerIndex)
            return false
        }
    }

    private func beginHead() {
        deadline = min(deadline, loop.now + limits.headTime)
    }

    /// - Returns: whether the body is complete.
    private func read(_ request: IncomingRequest, from bytes: inout ByteBuffer) throws(HTTP1Failure) -> Bool {
        while true {
            switch try request.reader.next(in: &bytes) {
            case .end: return true
            case .incomplete:
                deadline = min(bodyDeadline, loop.now + limits.bodyPause)
                return false
            case .bytes(let count):
                writing.bytesIn += count
                if let form = request.reception {
                    guard take(count, of: &bytes, into: form, request) else { return false }
                    continue
                }
                let limit = min(limits.body, request.route.bodyLimit)
                guard request.body.count + count <= limit else {
                    refuse(.bodyTooLarge(limit), request.route.refusals)
                    return false
                }
                bytes.readWithUnsafeReadableBytes { memory in
                    request.body.append(contentsOf: memory[..<count])
                    return count
                }
            }
        }
    }

    private func open(_ head: RequestHead) {
        let snapshot = loop.core.snapshot
        limits = snapshot.limits
        isKeptAlive = head.isKeptAlive && !loop.core.isDraining
        let now = loop.now
        let id = loop.callIDs.next()
        writing = AnswerWriting(
            id: id, start: now, method: head.method, isChunked: head.takesChunks)
        switch snapshot.door.judge(head, countFailure: countFailure) {
        case .refuse(let refusal):
            if head.body == .none, refusal.error.status != 401 {
                phase = .answering
                answer(refusal)
            } else {
                refuse(refusal.error, refusal.style, fields: refusal.fields)
            }
        case .enter(let route, let admission):
            let request = IncomingRequest(
                head, id: id, route: route, admission: admission, snapshot: snapshot, at: now)
            writing.path = route.path
            writing.client = admission?.name
            if let parent = head.known.traceparent {
                writing.trace = TraceContext(head.text(parent), span: loop.callIDs.nextSpan())
                writing.propagatesTrace = snapshot.propagatesTraces
            }
            if let refusal = crowding(admission?.virtualKey) { return refuse(refusal, route.refusals) }
            if case .bytes(let count) = head.body { request.body.reserveCapacity(min(count, 256 * 1024)) }
            do throws(InferenceError) {
                bodyDeadline = now + (try request.beginForm(loop.core.uploads) ? limits.uploadTime : limits.bodyTime)
            } catch {
                return refuse(error, route.refusals)
            }
            if head.expectsContinue, head.body != .none { sendContinue() }
            phase = .body(request)
        }
    }

    /// Why one more request cannot be taken now. When it can, it counts among those of its key.
    private func crowding(_ key: String?) -> InferenceError? {
        if loop.core.isDraining { return .draining }
        guard loop.openRequests < limits.requests else { return .busy }
        guard let key else { return nil }
        guard loop.core.keyUse.begin(key, limit: limits.requestsPerKey) else { return .busyKey(key) }
        writing.heldKey = key
        return nil
    }

    private func countFailure() -> Int? {
        let address = context?.channel.remoteAddress?.ipAddress ?? ""
        if limits.exemptsLoopback, address == "::1" || address.hasPrefix("127.") { return nil }
        return loop.core.attempts.add(address, at: loop.now)
    }

    private func serve(_ request: IncomingRequest) {
        deadline = .max
        loop.openRequests += 1
        writing.isCounted = true
        if let relay = relay(for: request) {
            work = relay
            return relay.start(request)
        }
        switch request.action {
        case .answer(let make): answer(make(request.call), of: request.id)
        case .work(let perform):
            let errand = Errand(connection: self, loop: loop)
            work = errand
            errand.start(request.call, perform)
        case .chat, .translatedChat, .responses, .messages, .socket, .embeddings, .rerank, .native, .media: break
        }
    }

    /// From now on the client's bytes are the work's.
    func beginTunnel() {
        phase = .tunnel
        isKeptAlive = false
        guard !isProcessing, var bytes = inbound else { return }
        inbound = nil
        process(&bytes)
    }

    /// Whether the client's end of a socket is to be read on.
    func readTunnel(_ reads: Bool) { setReading(reads) }

    /// Another way is taken for the same request.
    func hand(_ request: IncomingRequest, to relay: any RelayWork) {
        work = relay
        relay.start(request)
    }
}
