import Inference
import InferenceTesting
import Logging
import OpenClawHost
import Transport

@testable import OpenClawGateway

/// A gateway in front of a scripted service.
struct GatewayScene {
    static let token = "0123456789abcdef0123456789abcdef"

    let gateway: Gateway
    let upstream: ScriptedUpstream

    init(
        limits: GatewayLimits = GatewayLimits(), routes: [Route] = [], fallbacks: [String] = [],
        accessLog: (any AccessLog)? = nil, propagatesTraces: Bool = true,
        upstream script: @escaping ScriptedUpstream.Script = { _, connection in
            connection.respond("say \"Hi\"\nend \"stop\"\n")
        }
    ) async throws {
        upstream = try await ScriptedUpstream(script)
        let snapshot = try Self.snapshot(upstream.base, limits, routes, fallbacks, propagatesTraces)
        var settings = GatewaySettings(auth: .token(Secret(Self.token)))
        settings.port = 0
        settings.bind = .address("127.0.0.1")
        settings.limits = limits
        gateway = try await Gateway.start(
            settings, snapshot: snapshot, client: HTTPClientConfiguration(environment: [:]), accessLog: accessLog,
            threads: 1)
    }

    func client(timeout: Int = 5) -> RawClient { RawClient(port: gateway.port, timeout: timeout) }

    /// A request with the token.
    static func post(_ path: String, _ body: String, fields: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer \(token)\r\n"
            + "content-length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
    }

    static func get(_ path: String, fields: String = "authorization: Bearer \(token)\r\n") -> String {
        "GET \(path) HTTP/1.1\r\nhost: localhost\r\n\(fields)\r\n"
    }

    static func chat(_ model: String = "acme-small", stream: Bool = false) -> String {
        let body =
            #"{"model":"\#(model)","messages":[{"role":"user","content":"hi"}]\#(stream ? #","stream":true"# : "")}"#
        return post("/v1/chat/completions", body)
    }

    /// What takes the requests, for a service at an address.
    static func desk(_ base: String, fallbacks: [String] = []) throws -> ChatDesk {
        try parts(base, fallbacks).desk
    }

    private static func snapshot(
        _ base: String, _ limits: GatewayLimits, _ routes: [Route], _ fallbacks: [String], _ propagatesTraces: Bool
    ) throws -> GatewaySnapshot {
        let (desk, selector) = try parts(base, fallbacks)
        return GatewaySnapshot(
            desk: desk,
            routes: HealthRoutes.all { true } + OpenAIRoutes.all(selector: selector, created: 1) + routes,
            access: try GatewayToken(Secret(token)), limits: limits, propagatesTraces: propagatesTraces)
    }

    private static func parts(
        _ base: String, _ fallbacks: [String]
    ) throws -> (desk: ChatDesk, selector: ModelSelector) {
        let settings: JSONValue = [
            "models": ["providers": ["acme": ["baseUrl": .string(base), "apiKey": "ak-12345678"]]],
            "agents": [
                "defaults": [
                    "model": "acme/acme-small",
                    "models": ["acme/acme-small": ["fallbacks": .array(fallbacks.map { .string($0) })]],
                ]
            ],
        ]
        let view = SettingsView(root: settings, file: "openclaw.json") { _ in nil }
        let provider = ScriptedProvider()
        let accounts = Accounts(
            manifests: [provider.manifest], settings: view, variables: VariableLookup([:]), profiles: AuthProfiles(),
            state: AuthState(), storePath: "auth-profiles.json", home: "/nonexistent", now: 1_790_000_000)
        let selector = ModelSelector(
            registry: ProviderRegistry(providers: [provider], settings: view),
            settings: ModelSettings(configuration: settings))
        let memory = FailoverMemory()
        let dispatcher = ChatDispatcher(
            accounts: accounts,
            failover: FailoverServices(health: memory, repairs: memory, now: { 1_790_000_000 }), userAgent: "test",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, learn: { _ in })
        return (ChatDesk(selector: selector, dispatcher: dispatcher), selector)
    }
}
