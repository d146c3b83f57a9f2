public import Inference
public import Logging
import Transport

/// Qwen Cloud for Swift programs: a key in, streamed answers out.
///
/// ```swift
/// let qwen = try QwenClient(credential: Secret(key))
/// let request = ChatRequest(model: qwen.manifest.defaults.chat, messages: [.user("Why is the sky blue?")])
/// for try await event in try await qwen.stream(request) {
///     if case .text(let piece) = event { show(piece) }
/// }
/// ```
///
/// It reads no environment and no file. Use the codec ``QwenChatModel`` alone when something else carries the bytes.
public struct QwenClient: Sendable {
    /// Where requests go, and the only place that the key is sent to.
    public let endpoint: Endpoint
    /// Ids, endpoints and models.
    public let manifest: ProviderManifest

    private let chat: QwenChatModel
    private let credential: Secret
    private let transport: any HTTPTransport
    private let deadlines: Deadlines
    private let cache: PromptCaching
    private let userAgent: String
    private let logger: Logger
    private let onUsage: (@Sendable (CallUsage) -> Void)?

    /// A client of an endpoint of the catalogue.
    ///
    /// - Parameters:
    ///   - endpoint: the id of the endpoint that the key belongs to, such as `coding-intl`; `nil` is the first of the
    ///     catalogue. See ``endpoints()`` for all of them.
    ///   - baseURL: another address for the endpoint: a workspace host, a gateway, the simulator.
    ///   - transport: what carries the bytes; without one, a pooled client that knows no proxy.
    ///   - cache: whether the beginnings of conversations are marked, so that they cost a tenth when they are sent again;
    ///     `auto` does it where it pays. See `docs/caching.md`.
    ///   - onUsage: hears once of every request that was sent, when it is over, however it ended: for a ledger. The client
    ///     itself keeps none.
    /// - Throws: `.invalidConfiguration` for an endpoint that the catalogue does not have.
    public init(
        credential: Secret, endpoint id: EndpointID? = nil, baseURL: String? = nil,
        transport: (any HTTPTransport)? = nil, deadlines: Deadlines = Deadlines(),
        conflict: ThinkingConflict = .keepGuarantee, cache: PromptCaching = .auto,
        userAgent: String = "openclaw-swift", logger: Logger = Logger(label: "qwen"),
        onUsage: (@Sendable (CallUsage) -> Void)? = nil
    ) throws(InferenceError) {
        let manifests = try QwenCatalogue.manifests()
        let wanted = id ?? manifests[0].endpoints[0].id
        guard let manifest = manifests.first(where: { $0.endpoint(wanted) != nil }),
            var endpoint = manifest.endpoint(wanted)
        else {
            let known = manifests.flatMap(\.endpoints).map(\.id.rawValue).joined(separator: ", ")
            throw InferenceError(.invalidConfiguration, "no endpoint '\(wanted)'; expected one of \(known)")
        }
        if let baseURL { endpoint.baseURL = baseURL }
        self.endpoint = endpoint
        self.manifest = manifest
        self.credential = credential
        self.transport = transport ?? HTTPClient()
        self.deadlines = deadlines
        self.cache = cache
        self.userAgent = userAgent
        self.logger = logger
        self.onUsage = onUsage
        let siblings = manifests.filter { $0.id != manifest.id }
        chat = QwenChatModel(
            classifier: ErrorClassifier(manifest: manifest, siblings: { siblings }), conflict: conflict)
    }

    /// The endpoints that the catalogue has: plans in regions.
    ///
    /// - Throws: `.invalidConfiguration` when the embedded catalogue contradicts itself.
    public static func endpoints() throws(InferenceError) -> [Endpoint] {
        try QwenCatalogue.manifests().flatMap(\.endpoints)
    }

    /// The models of the catalogue that the endpoint serves, as far as is known. Other ids may be used, too.
    public var models: [ModelDescriptor] { manifest.models.filter { $0.unavailability(on: endpoint) == nil } }

    /// What is known of a model; of an id that the catalogue does not have, what is assumed of such models.
    public func model(_ id: ModelID) -> ModelDescriptor {
        if let known = manifest.model(id) { return known }
        var unknown = manifest.unknownModel
        unknown.id = id
        return unknown
    }

    /// Sends a request and returns its events when the service has accepted it. A refusal that one change of the request
    /// cures is tried again once; the change is the first event.
    ///
    /// - Throws: `InferenceError`; see its code for what to do.
    public func stream(_ request: ChatRequest) async throws(InferenceError) -> ChatEventStream {
        let descriptor = model(request.model ?? manifest.defaults.chat)
        let exchange = try exchange(for: request, descriptor)
        do throws(InferenceError) {
            return try await send(exchange, descriptor)
        } catch {
            guard let repaired = chat.repaired(request, model: descriptor, after: error) else { throw error }
            var exchange = try self.exchange(for: repaired.request, descriptor)
            exchange.adjustments.insert(repaired.adjustment, at: 0)
            return try await send(exchange, descriptor)
        }
    }

    /// Sends a request and returns the whole answer.
    ///
    /// - Throws: `InferenceError`; see its code for what to do.
    public func respond(to request: ChatRequest) async throws(InferenceError) -> ChatResponse {
        try await ChatResponse(folding: try await stream(request))
    }

    /// Sends a request and returns the answer as a type of your own. Without a `responseFormat` in the request, any JSON
    /// object is asked for.
    ///
    /// - Throws: `InferenceError`, with code `.malformedResponse` when the answer does not fit the type.
    public func respond<T: Decodable>(to request: ChatRequest, as type: T.Type) async throws(InferenceError) -> T {
        var request = request
        if request.responseFormat == nil { request.responseFormat = .jsonObject }
        return try await respond(to: request).decoded(as: type)
    }

    private func send(
        _ exchange: ChatExchange, _ descriptor: ModelDescriptor
    ) async throws(InferenceError) -> ChatEventStream {
        let meter = onUsage.map { CallUsageMeter(descriptor, on: endpoint, of: manifest, report: $0) }
        do throws(InferenceError) {
            var stream = try await transport.stream(exchange, deadlines: deadlines)
            stream.observer = meter
            return stream
        } catch {
            meter?.end(error)
            throw error
        }
    }

    private func exchange(
        for request: ChatRequest, _ descriptor: ModelDescriptor
    ) throws(InferenceError) -> ChatExchange {
        let context = CallContext(
            credential: credential, endpoint: endpoint, userAgent: userAgent, callID: "", logger: logger, cache: cache)
        return try chat.exchange(for: request, model: descriptor, context: context)
    }
}
