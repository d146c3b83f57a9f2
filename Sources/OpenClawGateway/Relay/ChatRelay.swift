import Inference
import NIOCore
import OpenClawHost
import Transport

/// One chat request on its way: from the client to the service that takes it, and its answer back. Everything happens on the event
/// loop of the client's connection, in the callbacks of the two sockets.
///
/// Until the client has something to see, a failure leads to the next credential or model; after that it ends the answer.
final class ChatRelay: RelayWork {
    private enum State {
        /// Waiting for a connection, for the answer's head, or for the next try.
        case asking
        case refusing(ResponseHead, body: [UInt8])
        case reading(any AnswerReading)
        case finished
    }

    /// Bytes of a refusal that are read, and for how long.
    private static let refusalLimit = 1 << 20
    private static let refusalTime = GatewayClock.seconds(10)
    /// Bytes of an answer that is held back because the client wants it whole.
    private static let documentLimit = 64 << 20

    private weak var connection: ServerConnection?
    private let loop: GatewayLoop
    private var id = ""
    private var style = RefusalStyle.openAI
    private var errand: ChatErrand?
    private var dispatch: ChatDispatch?
    private var sending: ChatSending?
    /// The account of the request that was sent last; open until it is finished, failed or let go.
    private var meter: CallMeter?
    private var site: UpstreamSite?
    private var upstream: UpstreamConnection?
    private var state = State.asking
    private var timing = RelayTiming(Deadlines(), start: 0)
    private var pause: Scheduled<Void>?
    /// What the client will see once it is clear that this answer is the one.
    private var held: [UInt8] = []
    private var isHeadSent = false
    private var isStreamed = false
    private var needsFlush = false

    init(connection: ServerConnection, loop: GatewayLoop) {
        self.connection = connection
        self.loop = loop
    }

    func start(_ incoming: IncomingRequest) {
        id = incoming.id
        style = incoming.route.refusals
        do throws(InferenceError) {
            let errand = try ChatErrand(incoming)
            isStreamed = errand.delivery.isStreamed
            connection?.writing.requested = errand.model
            connection?.writing.isStreamed = isStreamed
            try incoming.admission?.permit(model: errand.model)
            let desk = incoming.snapshot.desk
            let isOpen = errand.model.map(ChatDesk.defaultNames.contains) ?? true
            let candidates = try desk.candidates(named: errand.model, hasImages: isOpen && errand.hasImages)
            dispatch = desk.dispatch(
                errand.request, on: candidates, conversation: errand.conversation, callID: id,
                virtualKey: incoming.admission?.virtualKey, delivery: errand.delivery
            )
            self.errand = errand
        } catch {
            return refuse(error)
        }
        advance()
    }

    // MARK: Asking

    private func advance() {
        state = .asking
        held.removeAll(keepingCapacity: true)
        switch dispatch?.next() {
        case .send(let sending): ask(sending, isFresh: false)
        case .wait(let duration):
            timing = RelayTiming(Deadlines(), start: 0)
            pause = loop.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(duration.nanoseconds)) {
                [weak self] in
                self?.pause = nil
                self?.advance()
            }
        case .giveUp(let failure):
            if !failure.attempts.isEmpty { connection?.writing.chat = .init(failed: failure.attempts) }
            refuse(failure.error)
        case nil: break
        }
    }

    private func ask(_ sending: ChatSending, isFresh: Bool) {
        self.sending = sending
        meter = sending.meter
        if !isFresh {
            connection?.writing.chat = .init(
                sending.route, attempts: sending.attempt, deadlines: sending.deadlines)
            timing = RelayTiming(sending.deadlines, start: GatewayClock.now)
        }
        do throws(InferenceError) {
            let site = try loop.upstreams.site(for: sending.exchange.request.head)
            self.site = site
            loop.upstreams.connect(to: site, isFresh: isFresh, within: sending.deadlines.connect, for: self)
        } catch {
            fail(error)
        }
    }

    private func refuse(_ error: InferenceError) {
        state = .finished
        guard let connection else { return }
        connection.writing.error = error
        var answer = GatewayAnswer(error, in: style, callID: id)
        answer.fields += connection.writing.chat?.fields() ?? []
        connection.answer(answer, of: id)
    }

    // MARK: Failing

    /// Something went wrong: the next try when the client has seen nothing, else the end.
    private func fail(_ error: InferenceError) {
        upstream?.cancel()
        upstream = nil
        if dispatch != nil, !isHeadSent {
            dispatch?.failed(error)
            (sending, meter) = (nil, nil)
            return advance()
        }
        meter?.fail(error)
        meter = nil
        breakOff(error)
    }

    /// Tells a client that has seen the beginning of an answer that there will be no end.
    private func breakOff(_ error: InferenceError) {
        guard case .reading(var reader) = state, let connection else { return }
        state = .finished
        connection.writing.error = error
        var bytes: [UInt8] = []
        reader.fail(error, into: &bytes)
        bytes.withUnsafeBytes { connection.write(piece: $0, isLast: true) }
        connection.flush()
        connection.finishAnswer()
    }

    // MARK: Reading

    private func consume() {
        guard case .reading = state else { return }
        do throws(InferenceError) {
            try meter?.observe(loop.output.said)
        } catch {
            return fail(error)
        }
        if let failure = loop.output.said.failure { return fail(failure) }
        noteUsage()
        if loop.output.said.sawData { timing.data(at: GatewayClock.now) }
        let isComplete = loop.output.said.isComplete
        guard isStreamed else { return hold(isComplete) }
        guard isHeadSent || isComplete || loop.output.said.isVisible else {
            held += loop.output.bytes
            return
        }
        write(isLast: isComplete)
        if isComplete { complete() }
    }

    /// Usage may come before the answer is accepted, and after.
    private func noteUsage() {
        for case .usage(let counted) in loop.output.said.events { connection?.writing.chat?.usage = counted }
    }

    private func write(isLast: Bool) {
        guard let connection else { return }
        var head: AnswerFields?
        if !isHeadSent {
            head = AnswerFields(
                status: 200, contentType: "text/event-stream; charset=utf-8", callID: id, fields: accept())
            isHeadSent = true
            if !held.isEmpty {
                held += loop.output.bytes
                swap(&held, &loop.output.bytes)
                held = []
            }
        }
        guard head != nil || isLast || !loop.output.bytes.isEmpty else { return }
        loop.output.bytes.withUnsafeBytes { connection.write(piece: $0, head: head, isLast: isLast) }
        needsFlush = true
        timing.wrote(at: GatewayClock.now)
    }

    private func hold(_ isComplete: Bool) {
        guard isComplete else {
            held += loop.output.bytes
            if held.count > Self.documentLimit {
                fail(InferenceError(.malformedResponse, "the answer has more than \(Self.documentLimit) bytes"))
            }
            return
        }
        let fields = AnswerFields(status: 200, contentType: "application/json", callID: id, fields: accept())
        let connection = connection
        complete(finishes: false)
        guard let connection, let context = connection.context else { return }
        let (first, second) = (held, loop.output.bytes)
        held = []
        connection.write(fields, body: first.count + second.count, context) { buffer in
            buffer.writeBytes(first)
            buffer.writeBytes(second)
        }
    }

    /// From now on nothing fails over; what only a next try would have needed is let go.
    private func accept() -> [(name: String, value: String)] {
        let attempts = dispatch?.accepted() ?? []
        connection?.writing.chat?.accept(
            attempts, adjustments: (errand?.adjustments ?? []) + (sending?.adjustments ?? []))
        let warnings = sending?.route.selection.warnings ?? []
        let fields = connection?.writing.chat?.fields(with: warnings) ?? []
        // Of the request nothing is kept for the time of the answer.
        (dispatch, errand, sending) = (nil, nil, nil)
        return fields
    }

    private func complete(finishes: Bool = true) {
        state = .finished
        meter?.finish()
        meter = nil
        upstream?.finishSoon()
        guard finishes, let connection else { return }
        connection.flush()
        connection.finishAnswer()
    }
}

extension ChatRelay: UpstreamReceiver {
    func upstreamIsOpen(_ upstream: UpstreamConnection) {
        guard connection != nil, case .asking = state, let sending, let site else { return upstream.cancel() }
        self.upstream = upstream
        do throws(InferenceError) {
            let request = sending.exchange.request
            var buffer = loop.buffers.take(request.contentLength + UpstreamRequestWriter.headSize)
            try UpstreamRequestWriter.write(request, to: site, trace: connection?.upstreamTrace, into: &buffer)
            timing.sent(at: GatewayClock.now)
            upstream.send(buffer, for: self)
        } catch {
            fail(error)
        }
    }

    func upstreamHead(_ head: ResponseHead) {
        guard case .asking = state, let sending, let errand else { return }
        timing.answered(at: GatewayClock.now)
        guard (200..<300).contains(head.status) else {
            state = .refusing(head, body: [])
            timing.limit(to: Self.refusalTime, at: GatewayClock.now)
            return
        }
        var reader = errand.reader(for: sending.exchange, callID: id, created: loop.clock.unixSeconds)
        let fields = sending.exchange.responseFields
        let requestID = fields.requestID.lazy.compactMap { head.first($0) }.first { !$0.isEmpty }
        connection?.writing.upstreamID = requestID
        let isPartial = fields.partialMark.flatMap { head.first($0) }?.lowercased() == "true"
        loop.clearOutput()
        reader.begin(requestID: requestID, isPartial: isPartial, into: &loop.output)
        state = .reading(reader)
        consume()
    }

    func upstreamBody(_ bytes: RawSpan) {
        switch state {
        case .refusing(let head, var body):
            state = .asking
            bytes.withUnsafeBytes { body.append(contentsOf: $0.prefix(Self.refusalLimit - body.count)) }
            state = .refusing(head, body: body)
            if body.count >= Self.refusalLimit { concludeRefusal() }
        case .reading(var reader):
            state = .asking
            loop.clearOutput()
            reader.repair(bytes, into: &loop.output)
            state = .reading(reader)
            consume()
        case .asking, .finished: break
        }
    }

    func upstreamEnd() {
        upstream = nil
        switch state {
        case .refusing: concludeRefusal()
        case .reading(var reader):
            loop.clearOutput()
            reader.finish(into: &loop.output)
            state = .reading(reader)
            consume()
            guard case .reading = state else { return }
            fail(InferenceError(.truncated, "the service ended the answer before it was complete"))
        case .asking, .finished: break
        }
    }

    func upstreamPause() {
        guard needsFlush else { return }
        needsFlush = false
        connection?.flush()
    }

    func upstreamFailed(_ error: InferenceError, isReplayable: Bool) {
        upstream = nil
        guard connection != nil, !isFinished else { return }
        if case .refusing = state { return concludeRefusal() }
        if isReplayable, let sending { return ask(sending, isFresh: true) }
        fail(error)
    }

    private var isFinished: Bool { if case .finished = state { true } else { false } }

    private func concludeRefusal() {
        guard case .refusing(let head, let body) = state else { return }
        upstream?.cancel()
        upstream = nil
        dispatch?.refused(head.response, body)
        (sending, meter) = (nil, nil)
        advance()
    }
}

extension ChatRelay {
    func clientLeft() {
        connection = nil
        state = .finished
        pause?.cancel()
        upstream?.cancel()
        upstream = nil
        // The account is closed as an abandoned one when it is let go.
        (sending, meter, dispatch, errand) = (nil, nil, nil, nil)
    }

    func clientTakesBytes(_ takes: Bool) { upstream?.setReading(takes) }

    func pulse(at now: UInt64) {
        if let error = timing.expired(at: now) {
            if case .refusing = state { return concludeRefusal() }
            return fail(error)
        }
        guard isHeadSent, isStreamed, timing.isSilent(at: now), case .reading(var reader) = state, let connection else {
            return
        }
        timing.wrote(at: now)
        var bytes: [UInt8] = []
        reader.keepAlive(into: &bytes)
        state = .reading(reader)
        bytes.withUnsafeBytes { connection.write(piece: $0) }
        connection.flush()
    }
}
