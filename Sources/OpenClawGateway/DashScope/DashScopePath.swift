package import HTTPTypes

/// The paths of DashScope's protocols that the gateway has, and what becomes of a request on each.
package struct DashScopePath: Hashable, Sendable {
    package var methods: [HTTPRequest.Method]
    /// The path; `*` stands for one segment.
    package var pattern: String
    package var use: Use

    package enum Use: Hashable, Sendable {
        /// Chat: translated. On the multimodal path only for models that answer in text; speech, transcription and pictures
        /// travel there, too, and are relayed.
        case chat(isMultimodal: Bool)
        /// Relayed as it stands, with another host, credential and user agent.
        case relay
        /// A socket, relayed likewise.
        case socket
    }

    /// What a request asks for; `nil` for paths that the gateway does not have.
    package static func matching(_ method: HTTPRequest.Method, _ path: String) -> DashScopePath? {
        guard let segments = segments(of: path) else { return nil }
        return all.first { $0.methods.contains(method) && $0.matches(segments) }
    }

    /// The table. Whatever changes limits, deployments or keys is not in it.
    package static let all: [DashScopePath] = [
        DashScopePath(.post, "services/aigc/text-generation/generation", .chat(isMultimodal: false)),
        DashScopePath(.post, "services/aigc/multimodal-generation/generation", .chat(isMultimodal: true)),
        DashScopePath(.post, "services/aigc/*/*"),
        DashScopePath(.post, "services/embeddings/*/*"),
        DashScopePath(.post, "services/rerank/*/*"),
        DashScopePath(.post, "services/audio/tts/*"),
        DashScopePath(.post, "services/audio/asr/*"),
        DashScopePath(.get, "tasks"),
        DashScopePath(.get, "tasks/*"),
        DashScopePath(.post, "tasks/*/cancel"),
        DashScopePath(.get, "uploads"),
        DashScopePath(.get, "models"),
        DashScopePath(.post, "tokenizer"),
        DashScopePath(.post, "apps/*/completion"),
        DashScopePath(.post, "nlp/nlu/understanding"),
        DashScopePath(methods: [.get, .post], pattern: "/api/v1/files", use: .relay),
        DashScopePath(methods: [.get, .delete], pattern: "/api/v1/files/*", use: .relay),
        DashScopePath(methods: [.get], pattern: "/api-ws/v1/inference", use: .socket),
        DashScopePath(methods: [.get], pattern: "/api-ws/v1/realtime", use: .socket),
    ]

    /// Where else a path of OpenAI's and Anthropic's protocols answers, because clients expect it below such a base.
    package static func aliases(of path: String) -> [String] {
        switch path {
        case "/v1/messages": ["/apps/anthropic/v1/messages", "/apps/anthropic/messages"]
        case "/v1/messages/count_tokens": ["/apps/anthropic/v1/messages/count_tokens"]
        case "/v1/rerank": compatible("/v1/rerank") + compatible("/v1/reranks")
        case "/v1/responses": compatible(path) + ["/api/v2/apps/protocols/compatible-mode/v1/responses"]
        case let path where path.hasPrefix("/v1/"): compatible(path)
        default: []
        }
    }

    private static func compatible(_ path: String) -> [String] {
        ["/compatible-mode" + path, "/compatible-api" + path]
    }

    private init(methods: [HTTPRequest.Method], pattern: String, use: Use) {
        self.methods = methods
        self.pattern = pattern
        self.use = use
    }

    private init(_ method: HTTPRequest.Method, _ pattern: String, _ use: Use = .relay) {
        self.init(methods: [method], pattern: "/api/v1/" + pattern, use: use)
    }

    private func matches(_ segments: [Substring]) -> Bool {
        let wanted = pattern.split(separator: "/")
        return wanted.count == segments.count && zip(wanted, segments).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// The segments of a path in which nothing is hidden: no escapes, no dots that lead elsewhere, no empty segments.
    private static func segments(of path: String) -> [Substring]? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard path.hasPrefix("/"), !segments.isEmpty else { return nil }
        for segment in segments {
            guard !segment.isEmpty, segment != ".", segment != "..", segment.utf8.allSatisfy(isPlain) else {
                return nil
            }
        }
        return Array(segments)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
