import Inference
import NIOCore
import OpenClawHost
import Transport

/// One chat request on its way: from the client to the service that takes it, and its answer back. Everything happens on the event
/// loop of the client's connection, in the callbacks of the two sockets.
///
/// Until the client has something to see, a failure leads to the next credential or model; after that it ends the answer. The
/// opening of a stream, which says only who speaks, reaches the client at once and does not count as something to see.
final class ChatRelay: RelayWork {
    enum State {
        /// The request is whole and has not been looked at yet.
        case arrived(IncomingRequest)
        /// What is to be asked is known.
        case prepared
        /// Waiting for a connection, for the answer's head, or for the next try.
        case asking
        case refusing(ResponseHead, body: [UInt8])
        case reading
        /// The service has said everything of an answer that the client wants whole.
        case heard
        case finished
    }

    /// Bytes of a refusal that are read, and for how long.
    static let refusalLimit = 1 << 20
    static let refusalTime = GatewayClock.seconds(10)
    /// Bytes of an answer that is held back because the client wants it whole.
    static let documentLimit = 64 << 20

    /// `nil` when the client has left. The connection lets go of the relay when the answer is over, so neither keeps the other.
    var connection: ServerConnection?
    let loop: GatewayLoop
    var id = ""
    var style = RefusalStyle.openAI
    var errand: ChatErrand?
    var dispatch: ChatDispatch?
    var sending: ChatSending?
    /// The account of the request that was sent last; open until it is finished, failed or let go.
    var meter: CallMeter?
    var site: UpstreamSite?
    var upstream: UpstreamConnection?
    var state = State.asking
    /// Reads the answer. The one that has written the opening of a stream goes on with the next answer, when there is one.
    var reader: AnswerReader?
    var timing = RelayTiming(Deadlines(), start: 0)
    var pause: Scheduled<Void>?
    /// An answer that the client wants whole.
    var held: [UInt8] = []
    var isHeadSent = false
    var isStreamed = false
    var needsFlush = false

    init(connection: ServerConnection, loop: GatewayLoop) {
        self.connection = connection
        self.loop = loop
    }

    func start(_ incoming: IncomingRequest) {
        state = .arrived(incoming)
        loop.turn.add(request: self)
    }

    /// Understands the request and finds out who may answer it.
    func prepare(_ incoming: IncomingRequest) {
        state = .prepared
        id = incoming.id
        style = incoming.route.refusals
        do throws(InferenceError) {
            let errand = try ChatErrand(incoming)
            isStreamed = errand.delivery.isStreamed
            connection?.writing.requested = errand.model
            connection?.writing.isStreamed = isStreamed
            try incoming.admission?.permit(model: errand.model)
            let desk = incoming.snapshot.desk
            let candidates = try desk.candidates(named: errand.model, hasImages: errand.hasImages)
            dispatch = desk.dispatch(
                errand.request, on: candidates, conversation: errand.conversation, callID: id,
                virtualKey: incoming.admission?.virtualKey, delivery: errand.delivery
            )
            self.errand = errand
        } catch {
            return refuse(error, of: incoming)
        }
        loop.turn.add(request: self)
    }

    /// What cannot be translated may still be asked of the service as it stands.
    private func refuse(_ error: InferenceError, of incoming: IncomingRequest) {
        guard error.code == .unsupported, case .messages = incoming.action,
            let native = NativeRequest(messages: incoming, isOptional: false), let connection
        else { return refuse(error) }
        state = .finished
        connection.hand(incoming, to: NativeRelay(incoming, connection: connection, loop: loop, request: native))
    }

    // MARK: Asking

    func advance() {
        state = .asking
        held.removeAll(keepingCapacity: true)
        switch dispatch?.next() {
        case .send(let sending): ask(sending, isFresh: false)
        case .wait(let duration):
            timing = RelayTiming(Deadlines(), start: 0)
            pause = loop.after(duration) { [weak self] in self?.advance() }
        case .giveUp(let failure):
            if !failure.attempts.isEmpty { connection?.writing.chat = .init(failed: failure.attempts) }
            refuse(failure.error)
        case nil: break
        }
    }

    func ask(_ sending: ChatSending, isFresh: Bool) {
        self.sending = sending
        meter = sending.meter
        if !isFresh {
            connection?.writing.chat = .init(
                sending.route, attempts: sending.attempt, deadlines: sending.deadlines)
            timing = RelayTiming(sending.deadlines, start: loop.now)
        }
        do throws(InferenceError) {
            let site = try loop.upstreams.site(for: sending.exchange.request.sharedHead)
            self.site = site
            loop.upstreams.connect(to: site, isFresh: isFresh, within: sending.deadlines.connect, for: self)
        } catch {
            fail(error)
        }
    }

    func refuse(_ error: InferenceError) {
        guard !isHeadSent else { return breakOff(error) }
        state = .finished
        connection?.refuse(error, in: style, of: id)
    }

    // MARK: Failing

    /// Something went wrong: the next try when the client has seen nothing, else the end.
    func fail(_ error: InferenceError) {
        upstream?.cancel()
        upstream = nil
        if dispatch != nil {
            dispatch?.failed(error)
            (sending, meter) = (nil, nil)
            return advance()
        }
        meter?.fail(error)
        meter = nil
        breakOff(error)
    }

    /// Tells a client that has seen the beginning of an answer that there will be no end.
    func breakOff(_ error: InferenceError) {
        guard !isFinished, reader != nil, let connection else { return }
        state = .finished
        connection.writing.error = error
        var bytes: [UInt8] = []
        reader?.fail(error, into: &bytes)
        bytes.withUnsafeBytes { connection.write(piece: $0, isLast: true) }
        connection.flush()
        connection.finishAnswer()
    }
}
