import HTTPTypes
import Inference

extension JobDrive {
    /// Longer than any pause that a service makes between two messages.
    private static let silence = Duration.seconds(300)
    private static let piece = Duration.milliseconds(100)

    /// How a recording is told to a model that listens on a socket; `nil` for all other jobs.
    func listening(on route: GenerationRoute) throws(InferenceError) -> ListeningExchange? {
        guard job.plan.mode == .transcription, let jobs = route.generation as? TranscriptionJobs else { return nil }
        return try jobs.transcription.listening(to: job.plan, id: services.uuid(), context: route.context)
    }

    /// Tells a recording, once. What was told may be paid, so that a socket that breaks ends the job.
    mutating func tell(_ exchange: ListeningExchange, _ route: GenerationRoute) async throws {
        let recording: ToldRecording
        do throws(InferenceError) {
            guard let input = job.plan.inputs.first?.input, runner.sockets != nil else {
                throw InferenceError(.unsupported, "this build opens no sockets")
            }
            recording = try ToldRecording(input, sampleRate: exchange.sampleRate)
        } catch {
            return try advance { $0.end(.failed, error) }
        }
        let now = services.now()
        try advance { job in
            job.state = .submitting
            job.submittedAt = now
            job.submissions += 1
        }
        var conversation = Conversation(exchange: exchange, recording: recording, services: services)
        do {
            try await conversation.open(with: runner.sockets)
        } catch let error as InferenceError {
            // Nothing was told yet.
            return try await error.status == nil && error.serviceCode == nil ? lost(error) : refused(error, 400)
        }
        do {
            try keep(try await conversation.run(), route)
        } catch let error as InferenceError where error.code != .cancelled && error.code != .storeFailed {
            book(UsageOutcome(error), on: route)
            try advance { $0.end(.failed, error) }
        }
    }

    /// One recording and who listens to it.
    private struct Conversation {
        let exchange: ListeningExchange
        let recording: ToldRecording
        let services: JobServices
        private var dialogue: any ListeningDialogue
        private var socket: (any SocketConnection)?

        init(exchange: ListeningExchange, recording: ToldRecording, services: JobServices) {
            self.exchange = exchange
            self.recording = recording
            self.services = services
            dialogue = exchange.dialogue
        }

        /// Brings the other side to listen.
        mutating func open(with sockets: (any SocketTransport)?) async throws {
            guard let sockets else { return }
            let answer = try await sockets.open(
                exchange.request, deadlines: Deadlines(firstByte: .seconds(60), idle: .seconds(60)))
            guard case .open(let socket) = answer else {
                guard case .refused(let head, let body) = answer else { return }
                var error = exchange.classify(head, body)
                error.status = error.status ?? head.status.code
                throw error
            }
            self.socket = socket
            for message in dialogue.begin() { try await socket.send(message) }
            while true {
                guard let message = try await socket.next(before: .now + .seconds(60)) else { throw Self.closed }
                let turn = try dialogue.receive(message)
                for message in turn.messages { try await socket.send(message) }
                if turn.isListening { return }
                if turn.isOver { throw Self.closed }
            }
        }

        private static let closed = InferenceError(
            .truncated, "the service closed the socket before it had heard the whole recording")

        /// Tells and listens at once.
        func run() async throws -> GenerationResults {
            guard let socket else { throw Self.closed }
            defer { socket.close() }
            return try await withThrowingTaskGroup(of: GenerationResults?.self) { group in
                group.addTask {
                    try await tell(socket)
                    return nil
                }
                group.addTask { try await listen(socket) }
                defer { group.cancelAll() }
                while let results = try await group.next() { if let results { return results } }
                throw Self.closed
            }
        }

        private func tell(_ socket: any SocketConnection) async throws {
            let pause = JobDrive.piece / exchange.pace
            var number = 0
            try await recording.tell { piece in
                try await socket.send(dialogue.sound(piece, number: number))
                number += 1
                try await services.wait(pause)
            }
            for message in dialogue.end() { try await socket.send(message) }
        }

        private func listen(_ socket: any SocketConnection) async throws -> GenerationResults {
            var dialogue = dialogue
            while let message = try await socket.next(before: .now + JobDrive.silence) {
                let turn = try dialogue.receive(message)
                for message in turn.messages { try await socket.send(message) }
                if turn.isOver { return dialogue.result(seconds: recording.seconds) }
            }
            throw Self.closed
        }
    }
}
