package import Inference
package import Logging
import Synchronization

/// Takes the chat requests of a gateway's clients, for one snapshot of the configuration: finds what a name means and starts
/// requests. Nothing in it waits, and nothing reads a file.
package final class ChatDesk: Sendable {
    /// The names that mean the configured model and its fallbacks.
    package static let defaultNames: Set = ["openclaw", "openclaw/default"]
    /// The longest name of a model that is looked at.
    package static let nameLimit = 256

    /// The ways that requests may go.
    package let dispatcher: ChatDispatcher
    let selector: ModelSelector
    /// More names than anybody uses. Only models that somebody lists are remembered, so that strangers cannot fill it.
    private let known = Mutex(RecentTable<String, [ModelSelection]>(limit: 512))
    private let unnamed = Mutex<[Bool: [ModelSelection]]>([:])

    package init(selector: ModelSelector, dispatcher: ChatDispatcher) {
        self.selector = selector
        self.dispatcher = dispatcher
    }

    /// - Parameters:
    ///   - failover: the rules, and what all requests share.
    ///   - usage: keeps the books; `nil` keeps none.
    ///   - learn: hears of every credential before it is used, so that no output ever shows it.
    package convenience init(
        _ installation: Installation, failover: FailoverServices, usage: UsageRecorder?, userAgent: String,
        deadlines: Deadlines, logger: Logger, learn: @escaping @Sendable (Secret) -> Void
    ) {
        let dispatcher = ChatDispatcher(
            accounts: installation.accounts, failover: failover, userAgent: userAgent, deadlines: deadlines,
            logger: logger, learn: learn, usage: usage)
        self.init(selector: installation.selector, dispatcher: dispatcher)
    }

    /// The models to ask, in order. Warnings about a name stand in the first one.
    ///
    /// - Parameters:
    ///   - name: what the client wrote; without one, and for ``defaultNames``, the configured model with its fallbacks.
    ///   - hasImages: whether the request holds pictures, for which another model may be configured. Asked only when the
    ///     name leaves the model open.
    /// - Throws: `.modelNotFound` for a provider that nobody knows, `.invalidRequest` for a name that chooses a credential,
    ///   `.invalidConfiguration` when the configured model is wrong.
    package func candidates(
        named name: String?, hasImages: @autoclosure () -> Bool = false
    ) throws(InferenceError) -> [ModelSelection] {
        if let name, let found = known.withLock({ $0.find(name) }) { return found }
        guard let name, !Self.defaultNames.contains(name) else {
            let hasImages = hasImages()
            if let found = unnamed.withLock({ $0[hasImages] }) { return found }
            let found = try selector.candidates(forImages: hasImages)
            unnamed.withLock { $0[hasImages] = found }
            return found
        }
        let found = try resolve(name)
        if found.allSatisfy(\.isKnown) {
            known.withLock { $0.keep(found, for: name) }
        }
        return found
    }

    /// The models to ask for vectors or ranks, as `candidates` finds those for chat.
    package func candidates(
        named name: String?, for capability: Capability
    ) throws(InferenceError) -> [ModelSelection] {
        let name = name.flatMap { Self.defaultNames.contains($0) ? nil : $0 }
        if let name { try Self.check(name) }
        do {
            return try selector.candidates(named: name, for: capability)
        } catch {
            guard name != nil, error.code == .invalidConfiguration else { throw error }
            throw InferenceError(.modelNotFound, error.message, hint: error.hint)
        }
    }

    /// Starts a request; see `ChatDispatcher.dispatch`.
    package func dispatch(
        _ request: ChatRequest, on candidates: [ModelSelection], conversation: String? = nil, callID: String,
        virtualKey: String? = nil, delivery: ChatDelivery
    ) -> ChatDispatch {
        dispatcher.dispatch(
            request, on: candidates, conversation: conversation, callID: callID, virtualKey: virtualKey,
            delivery: delivery)
    }

    static func check(_ name: String) throws(InferenceError) {
        guard name.utf8.count <= nameLimit else {
            throw InferenceError(
                .invalidRequest, "expected the name of a model to have at most \(nameLimit) bytes")
        }
        guard ModelRef.splitProfile(name.trimmingASCIIWhitespace()).profile == nil else {
            throw InferenceError(
                .invalidRequest, "expected a model without '@': the configuration chooses credentials, not the request")
        }
    }

    private func resolve(_ name: String) throws(InferenceError) -> [ModelSelection] {
        try Self.check(name)
        do {
            return try selector.candidates(named: name)
        } catch {
            throw InferenceError(.modelNotFound, error.message, hint: error.hint)
        }
    }
}
