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
            try incoming.admission?.permit(model: request.model)
            let desk = incoming.snapshot.desk
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
        (handshake, dispatch, sending, upstream) = (nil, nil, nil, nil)
        openBy = .max
    }

    // MARK: ConnectionWork

    func clientLeft() {
        connection = nil
        pause?.cancel()
        upstream?.close()
        release()
    }

    func clientTakesBytes(_ takes: Bool) { upstream?.setReading(takes) }

    func clientSent(_ bytes: ByteBuffer) { upstream?.send(bytes) }

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
        (handshake, dispatch, sending) = (nil, nil, nil)
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

    func socketReceived(_ bytes: ByteBuffer) { connection?.tunnel(bytes) }

    func socketTakesBytes(_ takes: Bool) { connection?.readTunnel(takes) }

    func socketEnded(_ error: InferenceError?) {
        upstream = nil
        if let error, !isOpen { return fail(error) }
        let connection = connection
        release()
        connection?.finishAnswer()
    }
}
