import HTTPTypes
import OpenClawGateway
import Testing

@Suite struct DashScopePathTests {
    @Test(arguments: [
        (
            HTTPRequest.Method.post, "/api/v1/services/aigc/text-generation/generation",
            DashScopePath.Use.chat(isMultimodal: false)
        ),
        (.post, "/api/v1/services/aigc/multimodal-generation/generation", .chat(isMultimodal: true)),
        (.post, "/api/v1/services/aigc/text2image/image-synthesis", .relay),
        (.post, "/api/v1/services/aigc/image-generation/generation", .relay),
        (.post, "/api/v1/services/aigc/video-generation/video-synthesis", .relay),
        (.post, "/api/v1/services/aigc/image2video/video-synthesis", .relay),
        (.get, "/api/v1/tasks/6b1c-22", .relay), (.get, "/api/v1/tasks", .relay),
        (.post, "/api/v1/tasks/6b1c-22/cancel", .relay),
        (.post, "/api/v1/services/embeddings/text-embedding/text-embedding", .relay),
        (.post, "/api/v1/services/embeddings/multimodal-embedding/multimodal-embedding", .relay),
        (.post, "/api/v1/services/rerank/text-rerank/text-rerank", .relay),
        (.post, "/api/v1/services/audio/tts/SpeechSynthesizer", .relay),
        (.post, "/api/v1/services/audio/asr/transcription", .relay),
        (.post, "/api/v1/services/audio/tts/customization", .relay),
        (.post, "/api/v1/files", .relay), (.get, "/api/v1/files/file-1", .relay),
        (.delete, "/api/v1/files/file-1", .relay),
        (.get, "/api/v1/uploads", .relay), (.get, "/api/v1/models", .relay), (.post, "/api/v1/tokenizer", .relay),
        (.post, "/api/v1/apps/a1/completion", .relay), (.post, "/api/v1/nlp/nlu/understanding", .relay),
        (.get, "/api-ws/v1/inference", .socket), (.get, "/api-ws/v1/realtime", .socket),
    ])
    func hasEveryPathThatTheOfficialClientUses(
        _ method: HTTPRequest.Method, _ path: String, _ use: DashScopePath.Use
    ) {
        #expect(DashScopePath.matching(method, path)?.use == use)
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/api/v1/services/aigc/text-generation/generation"), (.delete, "/api/v1/tasks/x"),
        (.post, "/api/v1/models/limits"), (.get, "/api/v1/tasks/../models"), (.get, "/api/v1/tasks/%2e%2e"),
        (.get, "/api/v1/tasks//"), (.get, "/api/v1/tasks/"), (.get, "api/v1/tasks"), (.post, "/api/v1/deployments"),
        (.get, "/api/v1/tasks/a\\b"), (.get, ""), (.get, "/"),
    ])
    func hasNoOther(_ method: HTTPRequest.Method, _ path: String) {
        #expect(DashScopePath.matching(method, path) == nil)
    }

    @Test(arguments: [
        ("/v1/chat/completions", ["/compatible-mode/v1/chat/completions", "/compatible-api/v1/chat/completions"]),
        ("/v1/messages", ["/apps/anthropic/v1/messages", "/apps/anthropic/messages"]), ("/healthz", []),
    ])
    func answersBelowTheBasesThatClientsExpect(_ path: String, _ aliases: [String]) {
        #expect(DashScopePath.aliases(of: path) == aliases)
    }

    @Test func reranksByTheServicesName() {
        #expect(DashScopePath.aliases(of: "/v1/rerank").contains("/compatible-api/v1/reranks"))
    }

    @Test func sendsOnWhatTheServiceUnderstandsAndNoCredential() {
        let fields = HTTPFields.make([
            ("Authorization", "Bearer t"), ("X-Api-Key", "k"), ("Cookie", "c"), ("Host", "h"), ("Origin", "o"),
            ("User-Agent", "u"), ("Connection", "close, X-DashScope-Plugin"), ("Transfer-Encoding", "chunked"),
            ("Content-Length", "3"), ("X-Forwarded-For", "1"), ("Proxy-Authorization", "p"), ("Upgrade", "h2c"),
            ("Content-Type", "application/json"), ("Accept", "*/*"), ("X-DashScope-Async", "enable"),
            ("X-DashScope-Plugin", "{}"), ("X-DashScope-UserAgent", "x"), ("x-dashscope-sdk-client", "y"),
        ])
        #expect(
            DashScopeFields.request(fields).map(\.name.canonicalName) == [
                "content-type", "accept", "x-dashscope-async",
            ])
    }

    @Test func handsBackWhatClientsReadAndNoCookie() {
        let fields = HTTPFields.make([
            ("Set-Cookie", "c"), ("Server", "s"), ("X-Request-Id", "r"), ("Content-Type", "application/json"),
            ("X-DashScope-PartialResponse", "true"), ("Content-Length", "3"), ("Retry-After", "2"),
        ])
        #expect(
            DashScopeFields.answer(fields).map(\.name.canonicalName) == [
                "x-request-id", "content-type", "x-dashscope-partialresponse", "retry-after",
            ])
    }
}
