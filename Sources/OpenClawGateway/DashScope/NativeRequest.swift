import HTTPTypes
import Inference
import OpenClawHost

/// A request of the service's own protocol, read as far as its way has to be found.
struct NativeRequest {
    /// What it is about.
    enum Subject: Hashable {
        /// Something that is asked of a model, or of the account as such.
        case call
        /// A task or a file that exists already: `tasks/6b1c`.
        case holding(String)
        /// All tasks or all files of an account.
        case list
    }

    let call: NativeCall
    let subject: Subject
    /// The model as the client named it.
    let model: String?
    let capability: Capability
    /// Whether it may cost something.
    let isCounted: Bool
    /// What its price depends on.
    let bill: JSONObject
    /// How a client that has seen the beginning of a stream is told that there will be no end.
    let breaking: @Sendable (InferenceError, _ callID: String) -> [UInt8]

    /// Whether the gateway can answer it itself, should nobody else.
    let isOptional: Bool

    private static let base = "/api/v1/"

    /// A call that costs something, in any protocol.
    init(
        _ call: NativeCall, about subject: Subject, model: String?, capability: Capability, isOptional: Bool,
        breaking: @escaping @Sendable (InferenceError, _ callID: String) -> [UInt8]
    ) {
        (self.call, self.subject, self.model, self.capability) = (call, subject, model, capability)
        bill = JSONObject()
        (isCounted, self.isOptional, self.breaking) = (true, isOptional, breaking)
    }

    /// - Throws: `.invalidRequest` for a body that chooses where it goes; a path that the gateway does not have.
    init(_ incoming: IncomingRequest) throws(InferenceError) {
        guard let method = HTTPRequest.Method(rawValue: incoming.method.rawValue),
            DashScopePath.matching(method, incoming.path)?.use != .socket,
            DashScopePath.matching(method, incoming.path) != nil, incoming.path.hasPrefix(Self.base)
        else { throw .noSuchPath }
        let path = incoming.path.dropFirst(Self.base.count)
        let segments = path.split(separator: "/")
        let root = try Self.root(of: incoming)
        model =
            try root.flatMap { root throws(InferenceError) in try ClientDocument.model(root) }
            ?? Self.model(in: incoming.query)
        subject = Self.subject(segments, method)
        capability = Self.capability(segments, root)
        isOptional = false
        breaking = { DashScopeFailure($0).event(callID: $1) }
        isCounted = method == .post && ["services", "apps", "nlp"].contains(segments.first)
        bill = NativeBill.parameters(of: root)
        let query = incoming.query.isEmpty ? "" : "?" + incoming.query
        call = NativeCall(
            method: method, path: "/" + path + query, fields: Self.fields(of: incoming),
            body: incoming.body, namesModel: root != nil && model != nil)
    }

    /// The header fields that travel along.
    static func fields(of incoming: IncomingRequest) -> HTTPFields { DashScopeFields.request(incoming.fields) }

    /// The opening of a socket.
    ///
    /// - Throws: for a path that the gateway does not have.
    init(socket incoming: IncomingRequest) throws(InferenceError) {
        guard DashScopePath.matching(.get, incoming.path)?.use == .socket else { throw .noSuchPath }
        let query = incoming.query.isEmpty ? "" : "?" + incoming.query
        let call = NativeCall(
            .sockets, method: .get, path: "/" + incoming.path.split(separator: "/").suffix(1).joined() + query,
            fields: DashScopeFields.request(incoming.fields))
        self.init(
            call, about: .call, model: Self.model(in: incoming.query), capability: .speech, isOptional: false,
            breaking: { _, _ in [] })
    }

    /// The document of a body that is one.
    private static func root(of incoming: IncomingRequest) throws(InferenceError) -> JSONNode? {
        guard !incoming.body.isEmpty else { return nil }
        let type = incoming.fields[.contentType]?.lowercased() ?? "application/json"
        return type.hasPrefix("application/json") ? try ClientDocument.root(of: incoming.body) : nil
    }

    /// Leave to upload is asked for by a query.
    private static func model(in query: String) -> String? {
        for item in query.split(separator: "&") where item.hasPrefix("model=") {
            return PercentText.decoded(item.dropFirst("model=".count))
        }
        return nil
    }

    private static func subject(_ segments: [Substring], _ method: HTTPRequest.Method) -> Subject {
        guard let first = segments.first, first == "tasks" || first == "files" else { return .call }
        if segments.count > 1 { return .holding("\(first)/\(segments[1])") }
        return method == .get ? .list : .call
    }

    /// What an endpoint must offer. The path says it, and where several kinds share one, the shape of the request.
    private static func capability(_ segments: [Substring], _ root: JSONNode?) -> Capability {
        guard segments.count > 2, segments[0] == "services" else { return .chat }
        switch (segments[1], segments[2]) {
        case ("embeddings", _): return .embeddings
        case ("rerank", _): return .rerank
        case ("audio", "asr"): return .transcription
        case ("audio", _): return .speech
        case ("aigc", "video-generation"), ("aigc", "image2video"): return .video
        case ("aigc", "multimodal-generation"): break
        default: return .images
        }
        if root?["input"]?.present("text") != nil { return .speech }
        let parts = root?["input"]?["messages"]?.elements.flatMap { $0["content"]?.elements ?? [] } ?? []
        return parts.contains { $0.present("audio") != nil } ? .transcription : .images
    }

    /// Whether a request on the path that conversations share with speech and pictures is a conversation: its model answers in
    /// text, or the client left the model open.
    static func isConversation(_ incoming: IncomingRequest) -> Bool {
        guard let root = try? ClientDocument.root(of: incoming.body),
            let model = try? ClientDocument.model(root),
            let selection = try? incoming.snapshot.desk.candidates(named: model).first
        else { return true }
        return selection.isKnown && selection.descriptor.isChat
    }
}
