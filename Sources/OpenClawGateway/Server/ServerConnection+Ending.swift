import Inference
import NIOCore
import Synchronization

// The end of answers, and of the connection.
extension ServerConnection {
    /// The answer has been written; the next request may come.
    func finishAnswer() {
        settle(isAbandoned: false)
        guard isKeptAlive, !loop.core.isDraining else { return closeSoon() }
        phase = .head
        deadline = loop.now + limits.idleTime
        setReading(true)
        guard !isProcessing, var bytes = inbound else { return }
        inbound = nil
        process(&bytes)
    }

    /// Refuses a request whose body may still be under way: the answer is the last one.
    func refuse(_ error: InferenceError, _ style: RefusalStyle, fields: [(name: String, value: String)] = []) {
        isKeptAlive = false
        phase = .answering
        answer(FrontDoor.Refusal(error: error, style: style, fields: fields))
    }

    func refuse(_ failure: HTTP1Failure) {
        writing = AnswerWriting(id: loop.callIDs.next(), start: loop.now)
        refuse(InferenceError(failure), .openAI)
    }

    func answer(_ refusal: FrontDoor.Refusal) {
        var answer = GatewayAnswer(refusal.error, in: refusal.style, callID: writing.id)
        answer.status = refusal.error.status ?? answer.status
        answer.fields += refusal.fields
        writing.error = refusal.error
        self.answer(answer, of: writing.id)
    }

    /// Ends the connection when what was written has left; what the client still sends is dropped meanwhile.
    func closeSoon() {
        guard let outlet else { return }
        phase = .closing
        inbound = nil
        deadline = loop.now + GatewayClock.seconds(1)
        outlet.flush { [weak self] in self?.context?.close(mode: .output, promise: nil) }
    }

    /// Ends the connection at once: what the client has of the answer is incomplete, and it can see that.
    func abort() { context?.close(promise: nil) }

    func leave() {
        guard pulseIndex >= 0 else { return }
        loop.pulse.remove(self)
        loop.core.connections.subtract(1, ordering: .relaxed)
        let left = work
        settle(isAbandoned: true)
        left?.clientLeft()
        inbound = nil
    }

    func settle(isAbandoned: Bool) {
        work = nil
        guard writing.start > 0 else { return }
        if writing.isCounted { loop.openRequests -= 1 }
        if let key = writing.heldKey { loop.core.keyUse.end(key) }
        var ended = AnswerWriting()
        swap(&ended, &writing)
        loop.note(ended, isAbandoned: isAbandoned)
    }

    func setReading(_ reads: Bool) {
        guard isPaused == reads, let context else { return }
        isPaused = !reads
        try? context.channel.syncOptions?.setOption(.autoRead, value: reads)
        if reads { context.read() }
    }
}

extension ServerConnection: Pulsed {
    func pulse(at now: UInt64) {
        if let unreadSince, now - unreadSince > limits.readerTime { return abort() }
        if loop.core.isDraining, case .head = phase, inbound == nil { return abort() }
        guard now >= deadline else {
            work?.pulse(at: now)
            return
        }
        deadline = .max
        switch phase {
        case .head where inbound == nil, .closing: abort()
        case .head:
            writing = AnswerWriting(id: loop.callIDs.next(), start: now)
            refuse(.bodyTimeout, .openAI)
        case .body(let request): refuse(.bodyTimeout, request.route.refusals)
        case .answering, .tunnel: break
        }
    }
}
