import HTTPTypes
package import Inference

/// Makes, lists and removes voices of a user's own.
package struct VoiceDesk: Sendable {
    /// A provider that makes voices, and an account that may ask it.
    struct Seat: Sendable {
        var entry: ProviderEntry
        var service: any VoiceService
        var account: AccountRoute
        var context: CallContext

        var endpoint: Endpoint { account.target.endpoint }
        var payer: Plan? { entry.provider.manifest.plan(endpoint.plan) }

        /// Whether voices of a kind can be made for a model and be used there.
        func serves(_ making: VoiceMaking, _ target: ModelID) -> Bool {
            guard !account.target.isCustom else { return true }
            let speakers = (try? entry.provider.speech?.models()) ?? []
            return making.endpoints.contains(endpoint.id)
                && speakers.contains { $0.model == target && $0.endpoints.contains(endpoint.id) }
        }
    }

    private let selector: ModelSelector
    private let routes: GenerationRoutes
    private let transport: any HTTPTransport
    private let usage: UsageRecorder?
    private let services: JobServices
    private let known: KnownVoices

    private static let answerLimit = 64 << 20
    private static let mostPages = 100

    package init(
        selector: ModelSelector, routes: GenerationRoutes, transport: any HTTPTransport, usage: UsageRecorder?,
        services: JobServices, known: KnownVoices
    ) {
        self.selector = selector
        self.routes = routes
        self.transport = transport
        self.usage = usage
        self.services = services
        self.known = known
    }

    // MARK: Making

    /// - Parameter name: the model that is to speak with the voice; without one, the first that voices of the kind are made for.
    /// - Throws: why it cannot be made, with what could; nothing has left the machine.
    package func prepare(_ request: VoiceRequest, for name: String?) throws(InferenceError) -> PreparedVoice {
        let wanted = try name.map { name throws(InferenceError) in try selector.resolve(name).reference }
        var failure: InferenceError?
        for seat in try seats(of: wanted?.provider) {
            for making in try seat.service.makings() where making.origin == request.origin {
                let targets = making.targets.filter { wanted == nil || $0 == wanted?.model }
                for target in targets where seat.serves(making, target) {
                    do throws(InferenceError) {
                        let plan = try VoicePlanner(making: making, endpoint: seat.endpoint.id)
                            .plan(request, for: target)
                        return PreparedVoice(plan: plan, warnings: seat.account.notes + plan.warnings, seat: seat)
                    } catch {
                        failure = failure ?? error
                    }
                }
            }
        }
        if let failure { throw failure }
        throw try nowhere(request.origin, wanted)
    }

    private func nowhere(_ origin: VoiceOrigin, _ wanted: ModelRef?) throws(InferenceError) -> InferenceError {
        let way = origin == .recording ? "from a recording" : "from a description"
        guard let wanted else {
            return InferenceError(
                .modelNotFound, "no voices are made \(way) for this account", hint: "openclaw models auth add")
        }
        var targets: [String] = []
        for seat in try seats(of: wanted.provider) {
            for making in try seat.service.makings() where making.origin == origin {
                targets += making.targets.filter { seat.serves(making, $0) }.map { "\(seat.entry.id)/\($0)" }
            }
        }
        return InferenceError(
            .modelNotFound,
            "no voice for \(wanted) is made \(way) for this account; expected \(targets.joined(separator: ", "))",
            hint: "openclaw infer tts voices")
    }

    /// Makes a voice, once: whether a request that got no answer made one, only the list of voices says.
    package func make(_ prepared: PreparedVoice) async throws -> (voice: OwnVoice, requestID: String?) {
        let plan = prepared.plan
        if let cost = plan.cost, !prepared.isIncluded { try usage?.admit(cost) }
        let source: String? =
            switch plan.request.recording?.source {
            case .file(let path)?: try InlineMedia.url(of: path, plan.request.recording?.facts ?? MediaFacts())
            case .address(let address)?: address
            case nil: nil
            }
        let began = services.now()
        let answer: VoiceAnswer
        do {
            answer = try await ask(.create(plan), source: source, at: prepared.seat)
        } catch {
            record(prepared, UsageOutcome(error), nil, since: began)
            // What the service itself said is clear.
            let isOpen = error.status == nil && error.serviceCode == nil
            guard isOpen, [.unavailable, .truncated, .deadlineExceeded].contains(error.code) else { throw error }
            var error = error
            error.message += "; whether the voice was made is in the list of your voices"
            error.hint = "openclaw infer tts voices --own"
            throw error
        }
        guard let voice = answer.voices.first else {
            throw InferenceError(.malformedResponse, "the service answered without a voice")
        }
        record(prepared, .ok, answer.requestID, since: began)
        try known.add(entry(voice, prepared.seat, plan.target))
        return (voice, answer.requestID)
    }

    // MARK: Listing and removing

    /// What every account has, by endpoint, and remembers it.
    package func voices() async throws -> [(provider: ProviderID, endpoint: EndpointID, voices: [OwnVoice])] {
        var found: [(provider: ProviderID, endpoint: EndpointID, voices: [OwnVoice])] = []
        for seat in try seats(of: nil) {
            let voices = try await voices(at: seat)
            try known.replace(
                voices.compactMap { voice in voice.target.map { entry(voice, seat, $0) } }, of: seat.entry.id,
                on: seat.endpoint.id)
            found.append((seat.entry.id, seat.endpoint.id, voices))
        }
        return found
    }

    private func voices(at seat: Seat) async throws -> [OwnVoice] {
        var voices: [OwnVoice] = []
        var asked: Set<ModelID> = []
        for making in try seat.service.makings()
        where making.endpoints.contains(seat.endpoint.id) && asked.insert(making.maker).inserted {
            for page in 0..<Self.mostPages {
                let answer = try await ask(.list(maker: making, page: page), source: nil, at: seat)
                voices += answer.voices
                guard answer.hasMore else { break }
            }
        }
        return voices
    }

    /// - Throws: `.invalidRequest` when no account has a voice of this name.
    package func remove(_ name: String) async throws {
        for seat in try seats(of: nil) {
            let noted = known.entry(name).flatMap { entry in
                entry.endpoint == seat.endpoint.id
                    ? OwnVoice(name: name, target: entry.model, maker: entry.maker) : nil
            }
            let listed = noted == nil ? try await voices(at: seat).first { $0.name == name } : nil
            guard let voice = noted ?? listed,
                let making = try seat.service.makings().first(where: { $0.maker == voice.maker })
            else { continue }
            _ = try await ask(.delete(voice, maker: making), source: nil, at: seat)
            return try known.remove(name)
        }
        throw InferenceError(
            .invalidRequest, "there is no voice of yours called '\(name)'", hint: "openclaw infer tts voices --own")
    }

    // MARK: Asking

    /// Every endpoint once.
    private func seats(of provider: ProviderID?) throws(InferenceError) -> [Seat] {
        var seats: [Seat] = []
        var failure: InferenceError?
        for entry in routes.registry.entries where provider == nil || entry.id == provider {
            guard let service = entry.provider.voices, try !service.makings().isEmpty else { continue }
            do throws(InferenceError) {
                for account in try routes.accounts.routes(to: entry.id, profile: nil, for: .speech)
                where !seats.contains(where: { $0.endpoint.id == account.target.endpoint.id }) {
                    seats.append(
                        Seat(entry: entry, service: service, account: account, context: routes.context(account)))
                }
            } catch {
                failure = failure ?? error
            }
        }
        if seats.isEmpty, let failure { throw failure }
        guard !seats.isEmpty else {
            throw InferenceError(
                .unsupported, "no provider of this build makes voices", hint: "openclaw infer tts providers")
        }
        return seats
    }

    private func ask(
        _ call: VoiceCall, source: String?, at seat: Seat
    ) async throws(InferenceError) -> VoiceAnswer {
        let request = try seat.service.exchange(for: call, source: source, context: seat.context)
        let response = try await transport.send(
            request, deadlines: Deadlines(firstByte: .seconds(180), idle: .seconds(60)))
        let body = try await response.body.collect(upTo: Self.answerLimit, before: .now + .seconds(120))
        do throws(InferenceError) {
            return try seat.service.answer(response.head, body, to: call, context: seat.context)
        } catch {
            var error = error
            error.status = error.status ?? response.head.status.code
            throw error
        }
    }

    private func entry(_ voice: OwnVoice, _ seat: Seat, _ target: ModelID) -> KnownVoices.Entry {
        KnownVoices.Entry(
            voice: voice.name, model: target, provider: seat.entry.id, endpoint: seat.endpoint.id, maker: voice.maker)
    }

    private func record(_ prepared: PreparedVoice, _ outcome: UsageOutcome, _ requestID: String?, since began: Double) {
        guard let usage else { return }
        let seat = prepared.seat
        let id = services.uuid()
        let cost: UsageCost =
            outcome != .ok
            ? .nothing
            : prepared.isIncluded
                ? .included : prepared.plan.cost.map { .amount($0.amount, currency: $0.currency) } ?? .unknown
        let subject = UsageSubject(
            callID: id, provider: seat.entry.id, model: prepared.plan.making.maker, endpoint: seat.endpoint,
            plan: seat.payer, price: nil, credential: seat.account.credential.secret, virtualKey: nil)
        let milliseconds = Int(((services.now() - began) * 1000).rounded())
        usage.record(subject) { fingerprint in
            UsageRecord(
                time: began, callID: id, requestID: requestID, provider: seat.entry.id,
                model: prepared.plan.making.maker, endpoint: seat.endpoint.id, plan: seat.endpoint.plan,
                credential: fingerprint, isAccepted: outcome == .ok, total: max(0, milliseconds), outcome: outcome,
                cost: cost)
        }
    }
}
