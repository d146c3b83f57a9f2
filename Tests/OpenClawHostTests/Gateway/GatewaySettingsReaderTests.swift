import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct GatewaySettingsReaderTests {
    let home: TemporaryDirectory

    init() throws { home = try TemporaryDirectory() }

    private func read(
        _ configuration: String = "{}", _ environment: [String: String] = [:],
        flags: (inout GatewayFlagValues) -> Void = { _ in }
    ) throws -> GatewaySettings {
        try home.write(configuration, to: ".openclaw/openclaw.json")
        let host = try HostSettings.load(
            environment: ["HOME": home.path].merging(environment) { $1 }, workingDirectory: home.path, expectedKeys: [])
        var values = GatewayFlagValues()
        flags(&values)
        return try GatewaySettingsReader(host, flags: values, workingDirectory: home.path).read()
    }

    @Test func withoutAnythingItIsLocalAndMakesItsOwnToken() throws {
        let settings = try read()
        #expect(settings.address == "http://127.0.0.1:18789")
        #expect(settings.bind == .loopback)
        let token = try #require(settings.auth.token?.expose())
        #expect(token.count == 64)
        #expect(token.allSatisfy { $0.isHexDigit })
        #expect(try home.mode(".openclaw/gateway.token") == 0o600)
        #expect(try read().auth == settings.auth)
        #expect(settings.sources["auth.token"] == "~/.openclaw/gateway.token")
        #expect(settings.warnings.isEmpty)
    }

    @Test func flagWinsOverConfigurationAndThatOverEnvironment() throws {
        let environment = ["OPENCLAW_GATEWAY_PORT": "3", "OPENCLAW_GATEWAY_TOKEN": "environment-token-1"]
        let configuration = "{gateway: {port: 2, auth: {token: 'configuration-token'}}}"
        try home.write("flag-token-1234567\n", to: "token.txt")
        let flagged = try read(configuration, environment) { flags in
            flags.port = 1
            flags.tokenFile = "token.txt"
        }
        #expect(flagged.port == 1)
        #expect(flagged.auth.token?.expose() == "flag-token-1234567")
        let configured = try read(configuration, environment)
        #expect(configured.port == 2)
        #expect(configured.auth.token?.expose() == "configuration-token")
        #expect(configured.sources["port"] == "~/.openclaw/openclaw.json:1")
        let inherited = try read("{}", environment)
        #expect(inherited.port == 3)
        #expect(inherited.auth.token?.expose() == "environment-token-1")
        #expect(inherited.sources["port"] == "env: OPENCLAW_GATEWAY_PORT")
        #expect(try !home.names().contains("gateway.token"))
    }

    @Test func tokenMayBeAReference() throws {
        let configuration = "{gateway: {auth: {token: {source: 'env', provider: 'default', id: 'MY_TOKEN'}}}}"
        let settings = try read(configuration, ["MY_TOKEN": "referenced-token-1"])
        #expect(settings.auth.token?.expose() == "referenced-token-1")
        #expect(throws: InferenceError.self) { try read(configuration) }
    }

    @Test(arguments: ["undefined", "null", "  "])
    func wordsOfBrokenScriptsAreNoToken(_ text: String) throws {
        #expect(try read("{}", ["OPENCLAW_GATEWAY_TOKEN": text]).auth.token?.expose().count == 64)
    }

    @Test(arguments: [
        "{gateway: {mode: 'remote'}}", "{gateway: {port: 70000}}", "{gateway: {bind: 'tailnet'}}",
        "{gateway: {bind: 'custom'}}", "{gateway: {bind: 'custom', customBindHost: 'example.org'}}",
        "{gateway: {auth: {mode: 'trusted-proxy'}}}", "{gateway: {auth: {mode: 'password'}}}",
        "{gateway: {tls: {certPath: '/nonexistent/a.pem', keyPath: '/nonexistent/b.pem'}}}",
        "{gateway: {tls: {certPath: 'a.pem'}}}", "{gateway: {limits: {bodyBytes: 0}}}",
        "{gateway: {log: {level: 'loud'}}}",
        // Other machines could reach these.
        "{gateway: {bind: 'lan'}}", "{gateway: {bind: 'lan', exposed: true, auth: {mode: 'none'}}}",
        "{gateway: {bind: 'lan', exposed: true, auth: {token: 'short'}}}",
        "{gateway: {bind: 'custom', customBindHost: '192.168.1.2'}}",
    ])
    func refusesToStart(_ configuration: String) throws {
        let error = #expect(throws: InferenceError.self) { try read(configuration) }
        #expect(error?.code == .gatewayConfiguration)
        #expect(error?.hint != nil)
    }

    @Test func otherMachinesAreLetInWithATokenAndConsentOnly() throws {
        let settings = try read("{gateway: {bind: 'lan', exposed: true}}")
        #expect(settings.bind.hosts == ["0.0.0.0"])
        #expect(settings.warnings.count == 1)
        #expect(try read("{gateway: {bind: 'lan'}}") { $0.isExposed = true }.bind == .everywhere)
        #expect(try read("{gateway: {bind: 'custom', customBindHost: '127.0.0.9'}}").bind == .address("127.0.0.9"))
    }

    @Test func readsLimitsAndEndpoints() throws {
        let settings = try read(
            """
            {gateway: {limits: {bodyBytes: 10, idleTimeoutMs: 1500}, auth: {rateLimit: {maxAttempts: 3, lockoutMs: 5, exemptLoopback: true}},
             http: {endpoints: {responses: {enabled: false}, chatCompletions: {maxBodyBytes: 7},
               messages: {upstream: 'service'}},
              allowedOrigins: ['http://localhost:3000']},
             reload: {mode: 'off'}}}
            """)
        #expect(settings.limits.bodyBytes == 10)
        #expect(settings.limits.idleTimeout == .milliseconds(1500))
        #expect(settings.limits.failedAttempts == 3)
        #expect(settings.limits.lockout == .milliseconds(5) && settings.limits.exemptsLoopback)
        #expect(settings.disabledEndpoints == ["responses"])
        #expect(settings.bodyLimits == ["chatCompletions": 7])
        #expect(settings.relayedEndpoints == ["messages"])
        #expect(settings.allowedOrigins == ["http://localhost:3000"])
        #expect(settings.reload == .off)
    }
}
