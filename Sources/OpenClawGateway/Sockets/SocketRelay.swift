import HTTPTypes
import Inference
import NIOCore
import OpenClawHost
import Transport

/// A client's socket to the service: opened with the credential of an account, then handed through byte for byte. A refusal
/// leads to the next credential; once it is open, the end of one side is the end of the other.
final class SocketRelay: RelayWork {
    private weak var connection: ServerConnection?
    private let loop: GatewayLoop
    private let id: String
    private let style: RefusalStyle
    private var handshake: SocketHandshake?
    private var dispatch: DocumentDispatch<NativeAnswer>?
    private var sending: DocumentSending<NativeAnswer>?
    private var upstream: SocketUpstream?
    private var pause: Scheduled<Void>?
    private var openBy = UInt64.max
    private var desk: ChatDesk?
    private var admission: (any Admission)?
    private var bill = SocketBill(model: nil)
    /// The account that carries the socket, and how its service counts.
    private var opened: DocumentSending<NativeAnswer>?
    private var isOpen = false

    init(_ incoming: IncomingRequest, connection: ServerConnection, loop: GatewayLoop) {
        self.connection = connection
        self.loop = loop
        id = incoming.id
        style = incoming.route.refusals
    }

    func start(_ incoming: IncomingRequest) {
        do throws(InferenceError) {
            handshake = try SocketHandshake(incoming.fields)
            let request = try NativeRequest(socket: incoming)
            connection?.writing.requested = request.model
            // Without a model in the address every task names its own.
            if request.model != nil { try incoming.admission?.permit(model: request.model) }
            let desk = incoming.snapshot.desk
            (self.desk, admission, bill) = (desk, incoming.admission, SocketBill(model: request.model))
            dispatch = desk.dispatcher.relay(
                request.call, for: request.capability, on: try desk.nativeSelection(named: request.model), callID: id,
                virtualKey: incoming.admission?.virtualKey, isCounted: true)
        } catch {
            return refuse(error)
        }
        advance()
    }

    // MARK: Opening

    private func advance() {
        openBy = .max
        switch dispatch?.next() {
        case .send(let sending): ask(sending)
        case .wait(let duration):
            pause = loop.after(duration) { [weak self] in self?.advance() }
        case .giveUp(let failure):
            if !failure.attempts.isEmpty { connection?.writing.chat = .init(failed: failure.attempts) }
            refuse(failure.error)
        case nil: break
        }
    }

    private func ask(_ sending: DocumentSending<NativeAnswer>) {
        self.sending = sending
        connection?.writing.chat = .init(
            sending.route, attempts: (dispatch?.attempts.count ?? 0) + 1, deadlines: sending.deadlines)
        let head = sending.exchange.request.head
        let origin: Origin
        do throws(InferenceError) {
            origin = try loop.core.connector.origin(of: head)
        } catch {
            return fail(error)
        }
        if let limit = sending.deadlines.firstByte {
            openBy = GatewayClock.now + UInt64(max(0, limit.nanoseconds))
        }
        loop.core.connector.open(origin, on: loop.eventLoop, within: sending.deadlines.connect).assumeIsolated()
            .whenComplete { [weak self] result in
                switch result {
                case .success(let channel): self?.begin(on: channel, head, origin) ?? OriginConnector.close(channel)
                case .failure(let error):
                    let failure = error as? InferenceError
                    self?.fail(failure ?? InferenceError(.connectionFailed, "could not connect to \(origin.name)"))
                }
            }
    }

    private func begin(on channel: any Channel, _ head: HTTPRequest, _ origin: Origin) {
        guard let connection, let handshake, dispatch != nil else { return OriginConnector.close(channel) }
        let upstream = SocketUpstream(name: origin.name, owner: self)
        do { try channel.pipeline.syncOperations.addHandler(upstream) } catch {
            OriginConnector.close(channel)
            return fail(InferenceError(.connectionFailed, "\(origin.name) closed the connection while it was set up"))
        }
        self.upstream = upstream
        var buffer = ByteBuffer()
        handshake.write(head, to: origin, trace: connection.upstreamTrace, into: &buffer)
        upstream.send(buffer)
    }

    private func fail(_ error: InferenceError) {
        upstream?.close()
        upstream = nil
        dispatch?.failed(error)
        advance()
    }

    private func refuse(_ error: InferenceError) {
        release()
        connection?.refuse(error, in: style, of: id)
    }

    private func release() {
        settle()
        (handshake, dispatch, sending, upstream) = (nil, nil, nil, nil)
        openBy = .max
    }

    // MARK: Accounting

    /// What was used so far; `nil` when a price or a count is missing.
    private var cost: CostEstimate? {
        guard let desk, let opened else { return nil }
        return bill.cost { item in
            let model = item.model ?? opened.route.selection.reference.description
            guard let selection = try? desk.nativeSelection(named: model) else { return nil }
            return desk.dispatcher.cost(of: item.usage, of: selection, on: opened.route.endpoint.id)
        }
    }

    /// Writes down what the socket has cost, once it is over.
    private func settle() {
        guard let desk, let opened, let cost else { return self.opened = nil }
        self.opened = nil
        desk.dispatcher.settle(
            .amount(cost.amount, currency: cost.currency), of: opened.route.selection.reference,
            on: opened.route.endpoint.id, callID: id, virtualKey: admission?.virtualKey)
    }

    /// Ends an open socket with a word about it, where the protocol allows one.
    ///
    /// - Parameter bytes: the last of the service.
    private func end(_ error: InferenceError, after bytes: ByteBuffer? = nil) {
        connection?.writing.error = error
        let last = bytes.flatMap { bytes in
            bill.boundary.flatMap { bytes.getSlice(at: bytes.readerIndex, length: $0) }
        }
        if let last { connection?.tunnel(last) }
        if last != nil || (bytes == nil && bill.isBetweenAnswers) {
            connection?.tunnel(SocketMessages.farewell(error.message))
        }
        let connection = connection
        upstream?.close()
        release()
        connection?.finishAnswer()
    }

    // MARK: ConnectionWork

    func clientLeft() {
        connection = nil
        pause?.cancel()
        upstream?.close()
        release()
    }

    func clientTakesBytes(_ takes: Bool) { upstream?.setReading(takes) }

    func clientSent(_ bytes: ByteBuffer) {
        do throws(InferenceError) {
            try bytes.withUnsafeReadableBytes { memory throws(InferenceError) in
                try bill.clientSent(memory) { model throws(InferenceError) in try admission?.permit(model: model) }
            }
        } catch {
            return end(error)
        }
        upstream?.send(bytes)
    }

    func pulse(at now: UInt64) {
        guard !isOpen, now >= openBy else { return }
        fail(InferenceError(.deadlineExceeded, "the service did not open the socket in time"))
    }
}

extension SocketRelay: SocketUpstreamOwner {
    func socketIsOpen(_ head: ResponseHead) {
        isOpen = true
        dispatch?.accepted(NativeAnswer())
        if let dispatch { connection?.writing.chat?.tries = dispatch.attempts }
        (opened, handshake, dispatch, sending) = (sending, nil, nil, nil)
        var buffer = ByteBuffer()
        SocketHandshake.write(head, callID: id, into: &buffer)
        connection?.openTunnel(buffer)
    }

    func socketRefused(_ head: ResponseHead, _ body: [UInt8]) {
        var error =
            sending?.exchange.classify(head.response, body)
            ?? InferenceError(.malformedResponse, "the service refused without a word")
        error.status = error.status ?? head.status
        upstream = nil
        dispatch?.failed(error)
        advance()
    }

    func socketReceived(_ bytes: ByteBuffer) {
        do throws(InferenceError) {
            let counted = try bytes.withUnsafeReadableBytes { memory throws(InferenceError) in
                try bill.serviceSent(memory) { try? opened?.exchange.read(.init(status: .ok), $0) }
            }
            if counted, let cost { try admission?.afford([cost]) }
        } catch {
            return end(error, after: bytes)
        }
        connection?.tunnel(bytes)
    }

    func socketTakesBytes(_ takes: Bool) { connection?.readTunnel(takes) }

    func socketEnded(_ error: InferenceError?) {
        upstream = nil
        if let error, !isOpen { return fail(error) }
        let connection = connection
        release()
        connection?.finishAnswer()
    }
}
