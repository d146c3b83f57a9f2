import HTTPTypes
import Inference
import NIOCore
import OpenClawHost
import Transport

/// A request of the service's own protocol on its way, and its answer back as it comes. Lives on the event loop of the client's
/// connection.
///
/// A refusal leads to the next credential; a connection that broke after the request was sent does not, because a job may have
/// begun that somebody pays for.
final class NativeRelay: RelayWork {
    private enum State {
        case asking
        case refusing(ResponseHead, body: [UInt8])
        /// A document that is short enough to be read before it is handed on.
        case holding(ResponseHead, body: [UInt8])
        case streaming(StreamTail)
        case finished
    }

    /// A stream that is silent for so long is filled, because clients take a silent connection for a dead one.
    private static let silence = GatewayClock.seconds(15)
    private static let refusalLimit = 1 << 20
    /// Bytes of a document that is held.
    private static let holdLimit = 1 << 20

    private weak var connection: ServerConnection?
    private let loop: GatewayLoop
    private let id: String
    private let style: RefusalStyle
    private let virtualKey: String?
    private var request: NativeRequest?
    private var desk: ChatDesk?
    /// The request, as long as it may be answered in another way.
    private var otherwise: IncomingRequest?
    private var dispatch: DocumentDispatch<NativeAnswer>?
    private var sending: DocumentSending<NativeAnswer>?
    private var call: UpstreamCall?
    private var pause: Scheduled<Void>?
    private var state = State.asking
    private var needsFlush = false
    private var lastWrite: UInt64 = 0
    private var isEventStream = false

    /// - Parameter request: what to relay, when that was read already.
    init(
        _ incoming: IncomingRequest, connection: ServerConnection, loop: GatewayLoop, request: NativeRequest? = nil
    ) {
        self.request = request
        self.connection = connection
        self.loop = loop
        id = incoming.id
        style = incoming.route.refusals
        virtualKey = incoming.admission?.virtualKey
    }

    func start(_ incoming: IncomingRequest) {
        do throws(InferenceError) {
            let request = if let request { request } else { try NativeRequest(incoming) }
            connection?.writing.requested = request.model
            let desk = incoming.snapshot.desk
            var owner = try holder(of: request, desk)
            if request.model != nil || request.isCounted { try incoming.admission?.permit(model: request.model) }
            let selection: ModelSelection
            if let owner, request.model == nil {
                selection = owner.selection
            } else {
                selection = try desk.nativeSelection(named: request.model)
            }
            owner?.selection = selection
            self.request = request
            self.desk = desk
            if request.isOptional { otherwise = incoming }
            dispatch = desk.dispatcher.relay(
                request.call, for: request.capability, on: selection, owner: owner, callID: id, virtualKey: virtualKey,
                isCounted: request.isCounted)
        } catch {
            return refuse(error)
        }
        advance()
    }

    /// The account that holds what a request is about.
    ///
    /// - Throws: for what another key made, the same as for what nobody made.
    private func holder(of request: NativeRequest, _ desk: ChatDesk) throws(InferenceError) -> NativeOwner? {
        switch request.subject {
        case .call: return nil
        case .list:
            guard let virtualKey else { return nil }
            throw InferenceError(
                .permissionDenied, "lists show what other keys made; '\(virtualKey)' may ask for its own by id only")
        case .holding(let name):
            let holding = loop.core.holdings[name]
            guard let virtualKey else {
                guard let holding else { return nil }
                return try Self.owner(of: holding, desk)
            }
            guard let holding, holding.virtualKey == virtualKey else {
                throw InferenceError(
                    "not_found", "the key '\(virtualKey)' has no \(name)", status: 404, serviceCode: "NotFound")
            }
            return try Self.owner(of: holding, desk)
        }
    }

    private static func owner(of holding: NativeHolding, _ desk: ChatDesk) throws(InferenceError) -> NativeOwner {
        NativeOwner(holding, selection: try desk.nativeSelection(named: holding.model.description))
    }

    // MARK: Asking

    private func advance() {
        state = .asking
        switch dispatch?.next() {
        case .send(let sending):
            self.sending = sending
            // The attempt that is begun counts only once it has ended.
            connection?.writing.chat = .init(
                sending.route, attempts: (dispatch?.attempts.count ?? 0) + 1, deadlines: sending.deadlines)
            let call = UpstreamCall(
                sending.exchange.request, deadlines: sending.deadlines, trace: connection?.upstreamTrace, loop: loop,
                owner: self)
            self.call = call
            call.start(isFresh: request?.call.method == .post)
        case .wait(let duration):
            pause = loop.after(duration) { [weak self] in self?.advance() }
        case .giveUp(let failure):
            if !failure.attempts.isEmpty { connection?.writing.chat = .init(failed: failure.attempts) }
            refuse(failure.error)
        case nil: break
        }
    }

    private func refuse(_ error: InferenceError) {
        if let otherwise, let connection {
            release()
            return connection.hand(otherwise, to: ChatRelay(connection: connection, loop: loop))
        }
        release()
        connection?.refuse(error, in: style, of: id)
    }

    private func release() {
        state = .finished
        (request, otherwise, desk) = (nil, nil, nil)
        dispatch = nil
        sending = nil
        call = nil
    }

    // MARK: Answering

    private func fields(of head: ResponseHead) -> AnswerFields {
        let passed = DashScopeFields.answer(head.response.headerFields)
        var fields = passed.compactMap { field -> (name: String, value: String)? in
            let name = field.name.canonicalName
            return name == "content-type" || name == "cache-control" ? nil : (name, field.value)
        }
        if let dispatch, !dispatch.attempts.isEmpty { connection?.writing.chat?.tries = dispatch.attempts }
        fields += connection?.writing.chat?.fields() ?? []
        return AnswerFields(
            status: head.status, contentType: passed[.contentType] ?? "application/octet-stream", callID: id,
            fields: fields)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, head: AnswerFields? = nil, isLast: Bool = false) {
        connection?.write(piece: bytes, head: head, isLast: isLast)
        needsFlush = true
        lastWrite = loop.now
    }

    /// The books, and whose the things are that the answer names.
    ///
    /// - Returns: when it is kept, which is before the client can ask for them.
    private func settle(_ answer: NativeAnswer) -> EventLoopFuture<Void> {
        var made: [NativeHolding] = []
        if let sending, let request, let desk {
            let owner = NativeOwner(sending.route, for: request.capability)
            let names =
                (request.isCounted ? answer.task.map { ["tasks/" + $0] } ?? [] : [])
                + (answer.response.map { ["responses/" + $0] } ?? []) + answer.files.map { "files/" + $0 }
            made = names.map { name in
                NativeHolding(
                    name: name, owner: owner, virtualKey: virtualKey, callID: id,
                    bill: name.hasPrefix("tasks/") ? request.bill : nil, at: GatewayClock.unixTime)
            }
            settleTask(answer, request, desk.dispatcher, owner)
            connection?.writing.chat?.usage = answer.usage
            dispatch?.accepted(answer)
            if request.isCounted, let usage = answer.generation, answer.state == nil {
                desk.dispatcher.settle(
                    usage, parameters: request.bill, of: owner.selection, on: owner.endpoint, callID: id,
                    virtualKey: virtualKey)
            }
        }
        return loop.core.holdings.keep(made, on: loop.eventLoop)
    }

    /// Writes down what a task cost, as soon as somebody hears that it has ended.
    private func settleTask(
        _ answer: NativeAnswer, _ request: NativeRequest, _ dispatcher: ChatDispatcher, _ owner: NativeOwner
    ) {
        guard case .holding(let name) = request.subject, let state = answer.state, state.isFinal, state != .unknown,
            let holding = loop.core.holdings.settle(name), let bill = holding.bill
        else { return }
        dispatcher.settle(
            state == .succeeded ? answer.generation ?? GenerationUsage() : nil, parameters: bill, of: owner.selection,
            on: holding.endpoint, callID: holding.callID, virtualKey: holding.virtualKey)
    }

    private func breakOff(_ error: InferenceError) {
        dispatch?.failed(error)
        let (connection, breaking) = (connection, request?.breaking)
        release()
        guard let connection else { return }
        connection.writing.error = error
        guard isEventStream, let breaking else { return connection.abort() }
        breaking(error, id).withUnsafeBytes { connection.write(piece: $0, isLast: true) }
        connection.flush()
        connection.finishAnswer()
    }

    // MARK: ConnectionWork

    func clientLeft() {
        connection = nil
        pause?.cancel()
        call?.cancel()
        // The account is closed as an abandoned one when it is let go.
        release()
    }

    func clientTakesBytes(_ takes: Bool) { call?.setReading(takes) }

    func pulse(at now: UInt64) {
        call?.pulse(at: now)
        guard isEventStream, case .streaming(let tail) = state, tail.isBetweenEvents, now - lastWrite >= Self.silence
        else { return }
        lastWrite = now
        Array(": keep-alive\n\n".utf8).withUnsafeBytes { connection?.write(piece: $0) }
        connection?.flush()
    }
}

extension NativeRelay: UpstreamCallOwner {
    func callAnswered(_ head: ResponseHead) {
        guard (200..<300).contains(head.status) else {
            state = .refusing(head, body: [])
            return
        }
        otherwise = nil
        let type = head.first("content-type")?.lowercased() ?? ""
        isEventStream = type.hasPrefix("text/event-stream")
        if type.hasPrefix("application/json") {
            state = .holding(head, body: [])
        } else {
            write(UnsafeRawBufferPointer(start: nil, count: 0), head: fields(of: head))
            state = .streaming(StreamTail())
        }
    }

    func callReceived(_ bytes: RawSpan) {
        switch state {
        case .refusing(let head, var body):
            state = .asking
            bytes.withUnsafeBytes { body.append(contentsOf: $0.prefix(Self.refusalLimit - body.count)) }
            state = .refusing(head, body: body)
        case .holding(let head, var body):
            state = .asking
            bytes.withUnsafeBytes { body.append(contentsOf: $0) }
            state = .holding(head, body: body)
            guard body.count > Self.holdLimit else { return }
            body.withUnsafeBytes { write($0, head: fields(of: head)) }
            state = .streaming(StreamTail())
        case .streaming(var tail):
            state = .asking
            if isEventStream { tail.add(bytes) }
            state = .streaming(tail)
            bytes.withUnsafeBytes { write($0) }
        case .asking, .finished: break
        }
    }

    func callPaused() {
        guard needsFlush else { return }
        needsFlush = false
        connection?.flush()
    }

    func callEnded() {
        call = nil
        switch state {
        case .refusing(let head, let body):
            dispatch?.failed(refusal(head, body))
            sending = nil
            advance()
        case .holding(let head, let body):
            let answer = fields(of: head)
            let kept = settle(read(head, body))
            release()
            kept.assumeIsolated().whenComplete { [weak connection] _ in
                connection?.write(answer, body: body.count) { $0.writeBytes(body) }
            }
        case .streaming(let tail):
            _ = settle(tail.lastData.map { read(nil, $0) } ?? NativeAnswer())
            release()
            write(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
            connection?.flush()
            connection?.finishAnswer()
        case .asking, .finished: break
        }
    }

    func callFailed(_ error: InferenceError, wasSent: Bool) {
        switch state {
        case .refusing(let head, let body):
            dispatch?.failed(refusal(head, body))
            advance()
        case .streaming: breakOff(error)
        case .asking, .holding:
            dispatch?.failed(error)
            guard wasSent, request?.isCounted == true else { return advance() }
            var error = error
            error.message += "; it was not sent again, because the service may have begun"
            refuse(error)
        case .finished: break
        }
    }

    private func refusal(_ head: ResponseHead, _ body: [UInt8]) -> InferenceError {
        var error =
            sending?.exchange.classify(head.response, body)
            ?? InferenceError(.malformedResponse, "the service refused without a word")
        error.status = error.status ?? head.status
        return error
    }

    private func read(_ head: ResponseHead?, _ body: [UInt8]) -> NativeAnswer {
        let response = head?.response ?? .init(status: .ok)
        return (try? sending?.exchange.read(response, body)) ?? NativeAnswer()
    }
}
