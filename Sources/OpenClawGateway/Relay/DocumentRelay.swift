import Inference
import NIOCore
import OpenClawHost
import Transport

/// Vectors or ranks on their way: one call after the other to the service, one document to the client. Lives on the event loop
/// of the client's connection.
final class DocumentRelay<Answer: Sendable>: RelayWork {
    /// Bytes of one answer of the service.
    private static var answerLimit: Int { 64 << 20 }

    private weak var connection: ServerConnection?
    private let loop: GatewayLoop
    private let id: String
    private let style: RefusalStyle
    private let makeErrand: (IncomingRequest) throws(InferenceError) -> DocumentErrand<Answer>
    private var errand: DocumentErrand<Answer>?
    private var dispatch: DocumentDispatch<Answer>?
    private var sending: DocumentSending<Answer>?
    private var call: UpstreamCall?
    private var pause: Scheduled<Void>?
    private var head: ResponseHead?
    private var body: [UInt8] = []
    private var answers: [Answer] = []
    /// Every attempt of the calls that were answered.
    private var tries: [ChatAttempt] = []

    init(
        _ incoming: IncomingRequest, connection: ServerConnection, loop: GatewayLoop,
        errand: @escaping (IncomingRequest) throws(InferenceError) -> DocumentErrand<Answer>
    ) {
        self.connection = connection
        self.loop = loop
        id = incoming.id
        style = incoming.route.refusals
        makeErrand = errand
    }

    func start(_ incoming: IncomingRequest) {
        do throws(InferenceError) {
            let errand = try makeErrand(incoming)
            connection?.writing.requested = errand.model
            self.errand = errand
        } catch {
            return refuse(error)
        }
        begin()
    }

    /// The next call, or the end.
    private func begin() {
        guard let errand else { return }
        guard answers.count < errand.count else { return finish(errand) }
        dispatch = errand.begin(answers.count, errand.candidates)
        advance()
    }

    private func advance() {
        switch dispatch?.next() {
        case .send(let sending):
            self.sending = sending
            head = nil
            body.removeAll(keepingCapacity: true)
            connection?.writing.chat = .init(
                sending.route, attempts: tries.count + (dispatch?.attempts.count ?? 0) + 1, deadlines: sending.deadlines
            )
            let call = UpstreamCall(
                sending.exchange.request, deadlines: sending.deadlines, trace: connection?.upstreamTrace, loop: loop,
                owner: self)
            self.call = call
            call.start(isFresh: false)
        case .wait(let duration):
            pause = loop.after(duration) { [weak self] in self?.advance() }
        case .giveUp(let failure):
            if !failure.attempts.isEmpty { connection?.writing.chat = .init(failed: tries + failure.attempts) }
            refuse(failure.error)
        case nil: break
        }
    }

    private func refuse(_ error: InferenceError) {
        release()
        connection?.refuse(error, in: style, of: id)
    }

    private func finish(_ errand: DocumentErrand<Answer>) {
        guard let connection, let sending else { return }
        connection.writing.chat?.accept(tries, adjustments: sending.exchange.adjustments)
        connection.writing.chat?.usage = Usage(
            input: answers.reduce(0) { $0 + (errand.usage($1)?.input ?? 0) }, output: 0)
        var fields = connection.writing.chat?.fields(with: sending.route.selection.warnings) ?? []
        if answers.count > 1 { fields.append(("x-openclaw-calls", String(answers.count))) }
        let document = errand.document(answers)
        release()
        connection.answer(GatewayAnswer(fields: fields, body: document), of: id)
    }

    private func release() {
        errand = nil
        dispatch = nil
        sending = nil
        call = nil
        answers = []
    }

    // MARK: ConnectionWork

    func clientLeft() {
        connection = nil
        pause?.cancel()
        call?.cancel()
        release()
    }

    func clientTakesBytes(_ takes: Bool) {}

    func pulse(at now: UInt64) { call?.pulse(at: now) }
}

extension DocumentRelay: UpstreamCallOwner {
    func callAnswered(_ head: ResponseHead) { self.head = head }

    func callReceived(_ bytes: RawSpan) {
        bytes.withUnsafeBytes { body.append(contentsOf: $0) }
        guard body.count > Self.answerLimit else { return }
        call?.cancel()
        callFailed(
            InferenceError(.malformedResponse, "the answer has more than \(Self.answerLimit) bytes"), wasSent: true)
    }

    func callPaused() {}

    func callEnded() {
        guard let head, let sending else { return }
        let answer = dispatch?.received(head.response, body)
        body = []
        call = nil
        guard let answer else { return advance() }
        tries += dispatch?.attempts ?? []
        answers.append(answer)
        // Vectors and ranks of several models cannot be compared.
        errand?.candidates = [sending.route.selection]
        begin()
    }

    func callFailed(_ error: InferenceError, wasSent: Bool) {
        dispatch?.failed(error)
        advance()
    }
}
