import HTTPTypes
package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Carries speech: asks for the parts of a plan one after the other and gives the sound on as it comes.
package struct SpeechRunner: Sendable {
    private let transport: any HTTPTransport
    private let sockets: any SocketTransport
    private let fetcher: ResultFetcher
    private let usage: UsageRecorder?
    private let services: JobServices

    package init(
        transport: any HTTPTransport, sockets: any SocketTransport, fetcher: ResultFetcher, usage: UsageRecorder?,
        services: JobServices
    ) {
        self.transport = transport
        self.sockets = sockets
        self.fetcher = fetcher
        self.usage = usage
        self.services = services
    }

    /// Speaks a text.
    ///
    /// - Parameters:
    ///   - callID: ours, for the ledger.
    ///   - owner: the virtual key with which a client of the gateway asks.
    ///   - isStreamed: whether the sound is wanted while it is made. It comes through `hear` either way.
    ///   - done: how many requests of the plan are complete already, and `made` what came of them.
    ///   - complete: hears after each request how many are complete, and what came of them.
    ///   - hear: takes the sound in the plan's stream format, in order: samples for `wav` and `pcm`, else bytes of the file.
    /// - Throws: what the service or the network say. What was heard before is incomplete, and may be billed.
    package func speak(
        _ prepared: PreparedSpeech, callID: String, owner: String? = nil, isStreamed: Bool = true,
        deadlines: Deadlines = Deadlines(firstByte: .seconds(60), idle: .seconds(60)),
        done: Int = 0, made: SpeechOutcome = SpeechOutcome(),
        complete: (_ requests: Int, _ outcome: SpeechOutcome) throws -> Void = { _, _ in },
        hear: (_ bytes: [UInt8]) async throws -> Void
    ) async throws -> SpeechOutcome {
        if let cost = prepared.plan.cost(behind: done), !prepared.isIncluded { try usage?.admit(cost) }
        var outcome = made
        let end = deadlines.total.map { ContinuousClock.now + $0 }
        for index in prepared.plan.requests.indices.dropFirst(done) {
            var left = deadlines
            left.total = end.map { ContinuousClock.now.duration(to: $0) }
            let part = Part(
                runner: self, prepared: prepared, index: index, callID: callID, owner: owner, isStreamed: isStreamed,
                deadlines: left)
            try await part.run(&outcome, hear)
            try complete(index + 1, outcome)
        }
        guard outcome.byteCount > 0 else {
            throw InferenceError(
                .malformedResponse, "the service sent no sound", requestID: outcome.requestIDs.first)
        }
        return outcome
    }

    /// One request of a plan.
    private struct Part {
        let runner: SpeechRunner
        let prepared: PreparedSpeech
        let index: Int
        let callID: String
        let owner: String?
        let isStreamed: Bool
        let deadlines: Deadlines

        private static let passing: Set<InferenceError.Code> = [.connectionFailed, .unavailable, .rateLimited]

        /// Asks again only as long as nothing was heard, because what was heard is paid.
        func run(_ outcome: inout SpeechOutcome, _ hear: ([UInt8]) async throws -> Void) async throws {
            var failures = 0
            while true {
                let before = outcome.byteCount
                let began = runner.services.now()
                do {
                    let said = try await ask(&outcome, hear)
                    return book(said, since: began, &outcome)
                } catch {
                    let failure = error as? InferenceError ?? InferenceError(.cancelled, "stopped by the caller")
                    let heard = outcome.byteCount > before
                    fail(failure, heard: heard, since: began)
                    failures += 1
                    guard !heard, Self.passing.contains(failure.code), failures < 4 else { throw error }
                    let asked = failure.retryAfter.map { $0 / .seconds(1) } ?? 0
                    let pause = max(asked, Double(1 << failures) / 2) * (1 + runner.services.chance() / 4)
                    try await runner.services.wait(.milliseconds(Int64(pause * 1000)))
                }
            }
        }

        private func ask(
            _ outcome: inout SpeechOutcome, _ hear: ([UInt8]) async throws -> Void
        ) async throws -> SpeechUsage {
            let exchange = try prepared.speech.exchange(
                for: prepared.plan, index: index, id: runner.services.uuid(), isStreamed: isStreamed,
                context: prepared.context)
            var ear = Ear(format: prepared.plan.streamFormat)
            switch exchange.way {
            case .stream(let decoder): try await stream(exchange, decoder, &ear, &outcome, hear)
            case .socket(let dialogue): try await talk(exchange, dialogue, &ear, &outcome, hear)
            }
            if !ear.hasHeard, let address = ear.address {
                try await fetch(address, &ear, &outcome, hear)
            }
            return ear.usage ?? SpeechUsage()
        }

        private func stream(
            _ exchange: SpeechExchange, _ decoder: any SpeechStreamDecoder, _ ear: inout Ear,
            _ outcome: inout SpeechOutcome, _ hear: ([UInt8]) async throws -> Void
        ) async throws {
            var request = exchange.request
            request.isRepeatable = false
            let response = try await runner.transport.send(request, deadlines: deadlines)
            defer { response.body.cancel() }
            guard response.head.status.kind == .successful else {
                let body = try await response.body.collect(upTo: 1 << 20, before: .now + .seconds(10))
                throw refusal(exchange.classify(response.head, body), response.head)
            }
            var decoder = decoder
            while let bytes = try await response.body.next(before: deadlines.idle.map { .now + $0 }) {
                try await take(decoder.consume(bytes), &ear, &outcome, hear)
            }
            try await take(decoder.finish(), &ear, &outcome, hear)
        }

        private func talk(
            _ exchange: SpeechExchange, _ dialogue: any SpeechDialogue, _ ear: inout Ear,
            _ outcome: inout SpeechOutcome, _ hear: ([UInt8]) async throws -> Void
        ) async throws {
            let answer = try await runner.sockets.open(exchange.request, deadlines: deadlines)
            guard case .open(let socket) = answer else {
                guard case .refused(let head, let body) = answer else { return }
                throw refusal(exchange.classify(head, body), head)
            }
            defer { socket.close() }
            var dialogue = dialogue
            for message in dialogue.begin() { try await socket.send(message) }
            let end = deadlines.total.map { ContinuousClock.now + $0 }
            while true {
                let silence = deadlines.idle.map { ContinuousClock.now + $0 }
                guard let message = try await socket.next(before: [end, silence].compactMap { $0 }.min()) else {
                    return try dialogue.closed()
                }
                let turn = try dialogue.receive(message)
                for message in turn.messages { try await socket.send(message) }
                try await take(turn.events, &ear, &outcome, hear)
                if turn.isOver { return }
            }
        }

        private func refusal(_ error: InferenceError, _ head: HTTPResponse) -> InferenceError {
            var error = error
            error.status = error.status ?? head.status.code
            return error
        }

        private func take(
            _ events: [SpeechEvent], _ ear: inout Ear, _ outcome: inout SpeechOutcome,
            _ hear: ([UInt8]) async throws -> Void
        ) async throws {
            for event in events {
                let bytes = ear.take(event)
                guard !bytes.isEmpty else { continue }
                outcome.byteCount += bytes.count
                try await hear(bytes)
            }
        }

        /// Brings the file of an answer that held no sound itself.
        private func fetch(
            _ address: String, _ ear: inout Ear, _ outcome: inout SpeechOutcome,
            _ hear: ([UInt8]) async throws -> Void
        ) async throws {
            let service = prepared.endpoint.nativeURL ?? prepared.endpoint.baseURL
            let body = try await runner.fetcher.open(address, service: service)
            while let bytes = try await body.next(before: .now + .seconds(60)) {
                try await take([.audio(bytes)], &ear, &outcome, hear)
            }
        }

        private func book(_ said: SpeechUsage, since began: Double, _ outcome: inout SpeechOutcome) {
            if let id = said.requestID { outcome.requestIDs.append(id) }
            let plan = prepared.plan
            let counted = said.characters
            if let counted { outcome.characters = (outcome.characters ?? 0) + counted }
            let own = plan.characters(of: index..<index + 1)
            let cost = plan.price.flatMap { $0.unit == .character ? $0.cost(of: counted ?? own) : nil }
            if let cost, !prepared.isIncluded {
                outcome.cost = CostEstimate(
                    amount: (outcome.cost?.amount ?? 0) + cost.amount, currency: cost.currency)
            }
            record(.ok, said, cost, since: began)
        }

        private func fail(_ error: InferenceError, heard: Bool, since began: Double) {
            record(UsageOutcome(error), SpeechUsage(requestID: error.requestID), nil, isAccepted: heard, since: began)
        }

        private func record(
            _ outcome: UsageOutcome, _ said: SpeechUsage, _ cost: CostEstimate?, isAccepted: Bool = true,
            since began: Double
        ) {
            guard let usage = runner.usage else { return }
            let charged: UsageCost =
                !isAccepted
                ? .nothing
                : prepared.isIncluded
                    ? .included : cost.map { .amount($0.amount, currency: $0.currency) } ?? .unknown
            let milliseconds = Int(((runner.services.now() - began) * 1000).rounded())
            usage.record(prepared.subject(callID: callID, owner: owner)) { fingerprint in
                UsageRecord(
                    time: began, callID: prepared.plan.requests.count > 1 ? "\(callID)-\(index + 1)" : callID,
                    requestID: said.requestID, provider: prepared.reference.provider, model: prepared.plan.model,
                    endpoint: prepared.endpoint.id, plan: prepared.endpoint.plan, credential: fingerprint,
                    virtualKey: owner, usage: said.tokens, isAccepted: isAccepted, total: max(0, milliseconds),
                    outcome: outcome, cost: charged)
            }
        }
    }
}
