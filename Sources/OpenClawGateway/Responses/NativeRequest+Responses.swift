import HTTPTypes
import Inference
import OpenClawHost

extension NativeRequest {
    /// A request of the Responses protocol that the service itself has to answer: its answer is to be kept, it continues what was
    /// kept, or it wants tools that the service runs.
    ///
    /// - Returns: `nil` for what chat completions carry, and for what no account of the user's can be asked.
    init?(responses incoming: IncomingRequest) {
        guard let root = try? ClientDocument.root(of: incoming.body), root.kind == .object,
            let model = try? ClientDocument.model(root)
        else { return nil }
        let wants = ResponsesWants(root)
        guard wants.needsService || wants.isKept, !wants.needsTranslation,
            incoming.snapshot.desk.speaks(.responses, to: model)
        else { return nil }
        let call = NativeCall(
            .responses, method: .post, path: "/responses", fields: Self.fields(of: incoming),
            body: incoming.body, namesModel: true)
        let subject = wants.earlier.map { Subject.holding("responses/" + $0) } ?? .call
        self.init(
            call, about: subject, model: model, capability: .chat, isOptional: !wants.needsService,
            breaking: Self.brokenResponse)
    }

    /// An event that clients raise as an error.
    @Sendable private static func brokenResponse(_ error: InferenceError, _ callID: String) -> [UInt8] {
        var members: JSONObject = ["type": "error", "message": .string(error.message), "param": .null]
        let document = OpenAIErrorDocument(error, callID: callID).json
        members["code"] = document["error"]?["code"]
        members["error"] = document["error"]
        return Array("event: error\ndata: ".utf8) + JSONValue.object(members).serialized() + Array("\n\n".utf8)
    }
}

/// What a request of the Responses protocol asks for that chat completions do not have.
private struct ResponsesWants {
    /// The answer that it continues.
    let earlier: String?
    /// Whether nothing else than the service's own path will do.
    let needsService: Bool
    /// Whether the answer is to be kept.
    let isKept: Bool
    /// Whether it holds what services do not know and the gateway translates.
    let needsTranslation: Bool

    private static let translated: Set = ["custom", "namespace"]

    init(_ root: JSONNode) {
        earlier = root.present("previous_response_id")?.string
        let tools = (root["tools"]?.elements ?? []).map { $0["type"]?.string ?? "" }
        let continues = ["previous_response_id", "conversation"].contains { root.present($0) != nil }
        needsService = continues || tools.contains { $0 != "function" && !Self.translated.contains($0) }
        isKept = root["store"]?.bool == true
        needsTranslation = tools.contains(where: Self.translated.contains)
    }
}

extension Route {
    /// The Responses protocol.
    static let responses: Route = {
        let dialect = ResponsesDialect()
        return Route(.post, "/v1/responses", refusals: RefusalStyle(dialect), action: .responses(dialect))
    }()
}
