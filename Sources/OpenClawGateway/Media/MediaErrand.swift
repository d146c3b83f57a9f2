import Inference
import NIOCore
import OpenClawHost
import Synchronization

/// A request about media: answered by a task, and written piece by piece as the client takes it.
final class MediaErrand: RelayWork {
    private weak var connection: ServerConnection?
    private let loop: GatewayLoop
    private let service: MediaService
    private var task: Task<Void, Never>?
    /// Waits until the client takes more.
    private var room: EventLoopPromise<Void>?

    init(_ service: MediaService, connection: ServerConnection, loop: GatewayLoop) {
        self.service = service
        self.connection = connection
        self.loop = loop
    }

    func start(_ incoming: IncomingRequest) {
        let form: ReceivedForm?
        do throws(InferenceError) {
            form = try incoming.reception?.finish()
        } catch {
            begin(MediaAnswer(error, callID: incoming.id), of: incoming.id)
            return
        }
        let call = MediaCall(call: incoming.call, form: form)
        let id = incoming.id
        let eventLoop = loop.eventLoop
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        task = Task { [service] in  // reason: the bridge from an event loop to tasks; cancelled when the client leaves
            let answer = await service.perform(call)
            if answer.stream != nil {
                return await StreamRelay(answer, of: id, eventLoop: eventLoop, errand: bound).run()
            }
            guard (try? await eventLoop.submit { bound.value.begin(answer, of: id) }.get()) == true else { return }
            do {
                for segment in answer.body {
                    try await segment.read { piece in
                        try await eventLoop.flatSubmit { bound.value.send(piece) }.get()
                    }
                }
                eventLoop.execute { bound.value.finish() }
            } catch {
                // The client has less than it was promised, and can see that.
                eventLoop.execute { bound.value.connection?.abort() }
            }
        }
    }

    /// - Returns: whether the body is still to be sent.
    @discardableResult
    fileprivate func begin(_ answer: MediaAnswer, of id: String) -> Bool {
        guard let connection else { return false }
        connection.writing.requested = answer.requested
        connection.writing.chat = answer.account
        connection.writing.error = answer.error
        var head = AnswerFields(
            status: answer.status, contentType: answer.contentType, callID: id,
            fields: answer.fields + (answer.account?.fields() ?? []))
        if answer.stream != nil {
            connection.write(piece: UnsafeRawBufferPointer(start: nil, count: 0), head: head)
            return true
        }
        if answer.body.count == 1, case .bytes(let bytes) = answer.body[0] {
            task = nil
            connection.answer(
                GatewayAnswer(status: head.status, contentType: head.contentType, fields: head.fields, body: bytes),
                of: id)
            return false
        }
        head.fields.append(("content-length", String(answer.body.reduce(0) { $0 + $1.length })))
        // The length is known, so that nothing is framed.
        connection.writing.isChunked = false
        connection.write(piece: UnsafeRawBufferPointer(start: nil, count: 0), head: head)
        guard connection.writing.method != .head else {
            finish()
            return false
        }
        return true
    }

    fileprivate func send(_ piece: [UInt8]) -> EventLoopFuture<Void> {
        guard let connection, let outlet = connection.outlet else {
            return loop.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
        }
        piece.withUnsafeBytes { connection.write(piece: $0) }
        outlet.flush()
        guard !outlet.isWritable else { return loop.eventLoop.makeSucceededVoidFuture() }
        let promise = loop.eventLoop.makePromise(of: Void.self)
        room = promise
        return promise.futureResult
    }

    fileprivate func finish() {
        task = nil
        guard let connection else { return }
        connection.write(piece: UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        connection.flush()
        connection.finishAnswer()
    }

    // MARK: ConnectionWork

    func clientLeft() {
        connection = nil
        task?.cancel()
        let waiting = room
        room = nil
        waiting?.fail(ChannelError.ioOnClosedChannel)
    }

    func clientTakesBytes(_ takes: Bool) {
        guard takes else { return }
        let waiting = room
        room = nil
        waiting?.succeed()
    }

    func pulse(at now: UInt64) {}

    fileprivate func breakOff(_ error: InferenceError) {
        connection?.writing.error = error
        connection?.abort()
    }
}

/// Carries an answer that is being made to the event loop of its client.
private struct StreamRelay: Sendable {
    private var answer: MediaAnswer
    private let id: String
    private let eventLoop: any EventLoop
    private let errand: NIOLoopBound<MediaErrand>

    init(_ answer: MediaAnswer, of id: String, eventLoop: any EventLoop, errand: NIOLoopBound<MediaErrand>) {
        (self.answer, self.id, self.eventLoop, self.errand) = (answer, id, eventLoop, errand)
    }

    consuming func run() async {
        while let error = await deliver() {
            guard !answer.successors.isEmpty, SpeechDesk.mayFallBack(error, heard: false) else {
                return await refuse(error)
            }
            passOn(after: error)
        }
    }

    /// - Returns: why nothing was delivered.
    private func deliver() async -> InferenceError? {
        let begun = Atomic(false)
        do {
            try await answer.stream? { piece in
                let isFirst = !begun.exchange(true, ordering: .relaxed)
                if isFirst, !(try await begin(answer)) { throw CancellationError() }
                try await send(piece)
            }
            eventLoop.execute { errand.value.finish() }
        } catch {
            let error = error as? InferenceError ?? InferenceError(.cancelled, "the client left")
            guard begun.load(ordering: .relaxed) else { return error }
            guard let breaking = answer.breaking else {
                eventLoop.execute { errand.value.breakOff(error) }
                return nil
            }
            try? await send(breaking(error))
            eventLoop.execute { errand.value.finish() }
        }
        return nil
    }

    private mutating func passOn(after error: InferenceError) {
        var next = answer.successors.removeFirst()
        next.successors = answer.successors
        if let failed = answer.account { next.account?.follow(failed, after: error) }
        answer = next
    }

    private func refuse(_ error: InferenceError) async {
        var refusal = MediaAnswer(error, callID: id)
        (refusal.account, refusal.requested) = (answer.account, answer.requested)
        _ = try? await begin(refusal)
    }

    private func begin(_ answer: MediaAnswer) async throws -> Bool {
        try await eventLoop.submit { [id] in errand.value.begin(answer, of: id) }.get()
    }

    private func send(_ piece: [UInt8]) async throws {
        try await eventLoop.flatSubmit { errand.value.send(piece) }.get()
    }
}
