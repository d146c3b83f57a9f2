import Inference
import OpenClawHost

// What the service says.
extension ChatRelay: UpstreamReceiver {
    func upstreamIsOpen(_ upstream: UpstreamConnection) {
        guard connection != nil, case .asking = state, let sending, let site else { return upstream.cancel() }
        self.upstream = upstream
        do throws(InferenceError) {
            let size = sending.exchange.request.contentLength + UpstreamRequestWriter.headSize
            var buffer = loop.turn.buffers.take(size)
            let trace = connection?.upstreamTrace
            try UpstreamRequestWriter.write(sending.exchange.request, to: site, trace: trace, into: &buffer)
            timing.sent(at: loop.now)
            upstream.send(buffer, for: self)
        } catch {
            fail(error)
        }
    }

    func upstreamHead(_ head: ResponseHead) {
        guard case .asking = state, let sending, let errand else { return }
        timing.answered(at: loop.now)
        guard (200..<300).contains(head.status) else {
            state = .refusing(head, body: [])
            timing.limit(to: Self.refusalTime, at: loop.now)
            return
        }
        makeReader(for: errand, sending)
        let fields = sending.exchange.responseFields
        let requestID = fields.requestID.lazy.compactMap { head.first($0) }.first { !$0.isEmpty }
        connection?.writing.upstreamID = requestID
        let isPartial = fields.partialMark.flatMap { head.first($0) }?.lowercased() == "true"
        loop.clearOutput()
        reader?.begin(requestID: requestID, isPartial: isPartial, into: &loop.output)
        state = .reading
        consume()
    }

    private func makeReader(for errand: ChatErrand, _ sending: ChatSending) {
        if isHeadSent, reader != nil {
            reader?.resume(with: sending.exchange, errand.delivery)
            tellOfSuccessor(sending)
        } else {
            reader = errand.reader(for: sending.exchange, callID: id, created: loop.turn.unixSeconds)
        }
    }

    /// The fields of the head are out and name a service that did not answer after all.
    private func tellOfSuccessor(_ sending: ChatSending) {
        let route = sending.route
        let name = route.selection.name.filter { !$0.isNewline }
        let line = ": answered by \(name) at \(route.endpointID.rawValue), attempt \(sending.attempt)\n\n"
        Array(line.utf8).withUnsafeBytes { connection?.write(piece: $0) }
        needsFlush = true
    }

    func upstreamBody(_ bytes: RawSpan) {
        switch state {
        case .refusing(let head, var body):
            state = .asking
            bytes.withUnsafeBytes { body.append(contentsOf: $0.prefix(Self.refusalLimit - body.count)) }
            state = .refusing(head, body: body)
            if body.count >= Self.refusalLimit { concludeRefusal() }
        case .reading:
            loop.clearOutput()
            reader?.repair(bytes, into: &loop.output)
            consume()
        case .arrived, .prepared, .asking, .heard, .finished: break
        }
    }

    func upstreamEnd() {
        upstream = nil
        switch state {
        case .refusing: concludeRefusal()
        case .reading where isStreamed: conclude()
        case .reading:
            state = .heard
            loop.turn.add(answer: self)
        case .arrived, .prepared, .asking, .heard, .finished: break
        }
    }

    /// The service has said everything.
    private func conclude() {
        state = .reading
        loop.clearOutput()
        reader?.finish(into: &loop.output)
        consume()
        guard case .reading = state else { return }
        fail(InferenceError(.truncated, "the service ended the answer before it was complete"))
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

    var isFinished: Bool { if case .finished = state { true } else { false } }

    func concludeRefusal() {
        guard case .refusing(let head, let body) = state else { return }
        upstream?.cancel()
        upstream = nil
        dispatch?.refused(head.response, body)
        (sending, meter) = (nil, nil)
        advance()
    }
}

extension ChatRelay: TurnWork {
    func takeStep() {
        switch state {
        case .arrived(let incoming): prepare(incoming)
        case .prepared: advance()
        case .heard: conclude()
        case .asking, .refusing, .reading, .finished: break
        }
    }
}
