package import Inference
package import Logging

/// Asks models about pictures and clips.
package struct Describer: Sendable {
    private let makeRunner: @Sendable (_ seconds: Double?) -> ChatRunner
    private let accounts: Accounts
    private let uploads: UploadTools?
    private let userAgent: String
    private let logger: Logger

    /// - Parameters:
    ///   - makeRunner: carries requests that may take so long.
    ///   - uploads: for files that are too large to travel in a request; `nil` refuses them.
    package init(
        accounts: Accounts, uploads: UploadTools?, userAgent: String, logger: Logger,
        makeRunner: @escaping @Sendable (_ seconds: Double?) -> ChatRunner
    ) {
        self.makeRunner = makeRunner
        self.accounts = accounts
        self.uploads = uploads
        self.userAgent = userAgent
        self.logger = logger
    }

    /// Describes one file. What was received stands in `outcome` also when this throws.
    ///
    /// - Parameters:
    ///   - choices: the models to ask, in order.
    ///   - observe: hears of everything; of the text, what the limit lets through.
    ///   - uploading: hears how far a file is that has to be uploaded first.
    /// - Throws: `ChatFailure` or `InferenceError` of the last model, and what `observe` throws.
    package func describe(
        _ input: GenerationInput, by choices: [UnderstandingChoice], into outcome: inout ChatOutcome,
        uploading: @escaping @Sendable (JobEvent) -> Void, observe: (ChatObservation) async throws -> Void
    ) async throws -> Description {
        var failure: (any Error)?
        for group in Self.groups(try allowed(input, choices, &outcome), input) {
            if let last = outcome.attempts.last, last.error != nil { try await observe(.fellBack(last)) }
            do {
                return try await describe(input, by: group, &outcome, uploading, observe)
            } catch let error as ChatFailure {
                failure = error
            } catch let error as InferenceError where outcome.route == nil {
                // The file could not be brought to this model.
                outcome.attempts.append(Self.attempt(group[0], error))
                failure = error
            }
        }
        throw failure ?? InferenceError(.invalidRequest, "expected a model to ask")
    }

    /// The models that take the file.
    ///
    /// - Throws: why the first does not, when none does.
    private func allowed(
        _ input: GenerationInput, _ choices: [UnderstandingChoice], _ outcome: inout ChatOutcome
    ) throws(InferenceError) -> [UnderstandingChoice] {
        var allowed: [UnderstandingChoice] = []
        var failure: InferenceError?
        for choice in choices {
            do throws(InferenceError) {
                try choice.check(input)
                allowed.append(choice)
            } catch {
                outcome.attempts.append(Self.attempt(choice, error))
                failure = failure ?? error
            }
        }
        if allowed.isEmpty, let failure { throw failure }
        return allowed
    }

    private static func attempt(_ choice: UnderstandingChoice, _ error: InferenceError) -> ChatAttempt {
        var attempt = ChatAttempt(reference: choice.selection.reference)
        attempt.error = error
        return attempt
    }

    /// Models that can be sent the same request; an uploaded file is good for one model only.
    private static func groups(_ choices: [UnderstandingChoice], _ input: GenerationInput) -> [[UnderstandingChoice]] {
        var groups: [[UnderstandingChoice]] = []
        for choice in choices {
            let isInlined = (try? choice.isInlined(input)) ?? false
            if isInlined, let last = groups.last, last[0].limits == choice.limits,
                (try? last[0].isInlined(input)) == true
            {
                groups[groups.count - 1].append(choice)
            } else {
                groups.append([choice])
            }
        }
        return groups
    }

    private func describe(
        _ input: GenerationInput, by group: [UnderstandingChoice], _ outcome: inout ChatOutcome,
        _ uploading: @escaping @Sendable (JobEvent) -> Void, _ observe: (ChatObservation) async throws -> Void
    ) async throws -> Description {
        let limits = group[0].limits
        let runner = makeRunner(limits.seconds)
        var selections = group.map(\.selection)
        let source: String
        switch input.source {
        case .address(let address): source = address
        case .file(let path):
            if try group[0].isInlined(input) {
                source = try InlineMedia.url(of: path, input.facts)
            } else {
                let route = try runner.upcoming([selections[0]])
                source = try await upload(path, input, by: group[0], route, uploading)
                selections = [selections[0].bound(to: route)]
            }
        }
        let media: ContentPart = input.kind == .video ? .video(.url(source)) : .image(.url(source))
        let request = ChatRequest(
            model: selections[0].reference.model, messages: [.user([.text(limits.question), media])],
            options: ChatOptions())
        var limit = CharacterLimit(limits.maxCharacters)
        try await ChatConversation(runner: runner).run(request, on: selections, into: &outcome) { observation in
            if case .event(.text(let piece)) = observation {
                try await observe(.event(.text(limit.admit(piece))))
            } else {
                try await observe(observation)
            }
        }
        return Description(outcome.response.text, limit: limits.maxCharacters)
    }

    private func upload(
        _ path: String, _ input: GenerationInput, by choice: UnderstandingChoice, _ route: ChatRoute,
        _ uploading: @escaping @Sendable (JobEvent) -> Void
    ) async throws -> String {
        let endpoint = route.endpoint
        guard let uploads, let service = route.selection.entry.provider.uploads, let base = endpoint.nativeURL,
            try choice.rule(input.kind).isUploaded
        else { throw InlineMedia.refusal(of: path) }
        let context = CallContext(
            credential: route.account.credential.secret, endpoint: endpoint, userAgent: userAgent, callID: "",
            logger: logger)
        let uploader = MediaUploader(
            uploads: service, context: context, service: base, account: accounts.identity(of: route.account).name,
            store: uploads.store, services: uploads.services, transport: uploads.transport, fetcher: uploads.fetcher,
            observe: uploading)
        return try await uploader.reference(of: path, input.facts, for: choice.selection.reference.model)
    }
}

extension ModelSelection {
    /// The same model with the one credential whose account has the file, where it can be named.
    fileprivate func bound(to route: ChatRoute) -> ModelSelection {
        guard case .profile(let id, _) = route.account.credential.source else { return self }
        return renamed(ModelRef(provider: reference.provider, model: reference.model, profile: id))
    }
}
