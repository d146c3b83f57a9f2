import Foundation
import HTTPTypes
import Inference
import Testing

@testable import OpenClawHost

@Suite struct PlanDiscoveryTests {
    private func discovery(
        _ hosts: NineHosts, limit: Duration = .seconds(5), grace: Duration = .milliseconds(20)
    ) -> PlanDiscovery {
        PlanDiscovery(
            manifests: NineHosts.manifests, inquiry: EndpointInquiry(transport: hosts, userAgent: "test/1"),
            limit: limit, grace: grace)
    }

    private func find(_ key: String, _ hosts: NineHosts) async -> Discovery {
        await discovery(hosts).find(Secret(key), issuer: Acme.manifest.keysPage)
    }

    @Test(arguments: NineHosts.endpoints)
    func eightyOnePairsEndOnTheEndpointOfTheKey(_ endpoint: Endpoint) async throws {
        for wrong in NineHosts.endpoints {
            let directory = try TemporaryDirectory()
            let provider = wrong.plan == "token" ? "acme-team" : "acme"
            let before = "{models: {providers: {'\(provider)': {baseUrl: '\(wrong.baseURL)'}}}}"
            try directory.write(before, to: "state/openclaw.json")
            let hosts = NineHosts()
            let key = NineHosts.key(endpoint)
            let outcome = try await onboard(directory, key, hosts)
            #expect(outcome.plan.endpoint == endpoint && outcome.plan.baseURL == endpoint.baseURL)
            #expect(hosts.hosts.count == 9 && Set(hosts.hosts).count == 9)
            #expect(try directory.text("state/openclaw.json").contains(endpoint.baseURL))
            #expect(try !directory.text("state/openclaw.json").contains("canary"))
            let said = "\(outcome.notes) \(outcome.warnings) \(outcome.discovery?.json ?? .null)"
            #expect(!said.contains("canary"))
            let accounts = try Accounts(manifests: NineHosts.manifests, host: host(directory), now: 1_790_000_000)
            let route = try accounts.route(to: try #require(outcome.plan.provider))
            #expect(route.target.endpoint.id == endpoint.id && route.credential.secret == Secret(key))
        }
    }

    private func host(_ directory: TemporaryDirectory) throws -> HostSettings {
        try HostSettings.load(
            environment: ["HOME": directory.path, "OPENCLAW_STATE_DIR": directory.file("state")],
            workingDirectory: directory.path, expectedKeys: [])
    }

    private func onboard(
        _ directory: TemporaryDirectory, _ key: String, _ hosts: NineHosts, prompter: (any Prompter)? = nil,
        change: (inout OnboardingOptions) -> Void = { $0.takesKeyFromInput = true }
    ) async throws -> OnboardingOutcome {
        var options = OnboardingOptions()
        change(&options)
        let host = try host(directory)
        let input = KeyInput(workingDirectory: directory.path, home: directory.path) { Array(key.utf8) }
        let onboarding = Onboarding(
            manifests: NineHosts.manifests, host: host, options: options, input: input, prompter: prompter,
            version: "1", now: 1_790_000_000, newToken: "ab", edit: host.editing(version: "1", now: { 1_790_000_000 }),
            discovery: discovery(hosts))
        return try await onboarding.run()
    }

    @Test func likelierEndpointsComeFirstAndDecideNothing() async {
        let standard = NineHosts.endpoints[0]
        let found = await find("ak-sp-canary-\(standard.id)", NineHosts(["standard-cn": .takesAny]))
        #expect(found.only?.endpoint.id == "standard-cn")
        #expect(found.answers.first?.endpoint.plan == "coding" && found.answers.last?.endpoint.plan == "standard")
        #expect(found.explanation.count == 10)
    }

    @Test func severalHostsThatAcceptAreAmbiguous() async {
        let found = await find("ak-any", NineHosts(["coding-cn": .takesAny, "token-us": .takesAny]))
        #expect(found.only == nil && found.accepted.count == 2)
        let error = found.failure(manifests: NineHosts.manifests)
        #expect(error.code == .invalidConfiguration && error.message.contains("coding-cn, token-us"))
        #expect(error.hint == "openclaw onboard --auth-choice coding-cn")
    }

    @Test func refusalsAndSilenceAreToldApart() async {
        let refused = await find("ak-nobody", NineHosts())
        #expect(refused.isRefused && refused.failure(manifests: NineHosts.manifests).code == .unauthenticated)
        let partly = await find("ak-nobody", NineHosts(["token-cn": .fails]))
        let error = partly.failure(manifests: NineHosts.manifests)
        #expect(error.code == .connectionFailed && error.message.contains("token (cn): no answer"))
        #expect(error.hint == "openclaw onboard --auth-choice token-cn")
        let odd = await find("ak-nobody", NineHosts(["coding-cn": .answers(405, #"{"error":"agents only"}"#)]))
        #expect(odd.failure(manifests: NineHosts.manifests).message.contains("unclear (405)"))
    }

    @Test func silentHostsDoNotHoldTheOthersUp() async {
        let hanging = ["token-us": NineHosts.Manner.hangs, "coding-us": .hangs]
        let found = await find(NineHosts.key(NineHosts.endpoints[1]), NineHosts(hanging))
        #expect(found.only?.endpoint.id == "standard-intl")
        #expect(found.answers.filter { $0.verdict == .unreachable }.count == 2)
    }

    @Test func otherVendorsNeverSeeTheKey() async {
        let hosts = NineHosts()
        let found = await discovery(hosts).find(Secret("ak-any"), issuer: "https://another.test/keys")
        #expect(found.answers.isEmpty && hosts.requests.isEmpty)
    }

    @Test func probesCarryNoPromptAndTheKeyOnlyInItsHeader() async {
        let hosts = NineHosts()
        _ = await find("ak-canary-1", hosts)
        for request in hosts.requests {
            let body = request.body.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(body.isEmpty || body == #"{"messages":[]}"#)
            #expect(request.head.path?.contains("canary") == false && request.head.scheme == "https")
        }
    }

    @Test func personPastesAKeyAndIsAskedNothingElse() async throws {
        let person = ScriptedPrompter(.text(NineHosts.key(NineHosts.endpoints[5])))
        let outcome = try await onboard(try TemporaryDirectory(), "", NineHosts(), prompter: person) { _ in }
        #expect(outcome.plan.endpoint?.id == "coding-us" && person.isDone)
    }

    @Test func personChoosesAmongTheEndpointsThatTakeTheKey() async throws {
        let person = ScriptedPrompter(.text("ak-any"), .option(1))
        let hosts = NineHosts(["coding-cn": .takesAny, "token-us": .takesAny])
        let outcome = try await onboard(try TemporaryDirectory(), "", hosts, prompter: person) { _ in }
        #expect(outcome.plan.endpoint?.id == "token-us" && person.isDone)
    }

    @Test func aRefusedChoiceIsNoticedWithTheCommandThatMends() async throws {
        let directory = try TemporaryDirectory()
        let hosts = NineHosts()
        let outcome = try await onboard(directory, NineHosts.key(NineHosts.endpoints[8]), hosts) {
            $0.takesKeyFromInput = true
            $0.authChoice = "coding-cn"
        }
        #expect(hosts.hosts.count == 9 && Set(hosts.hosts).count == 9)
        let warning = try #require(outcome.warnings.last)
        #expect(warning.hasSuffix("run: openclaw onboard --auth-choice token-us --key-from acme:default"))
        let mended = try await onboard(directory, "", NineHosts()) {
            $0.authChoice = "token-us"
            $0.keyFrom = "acme:default"
        }
        #expect(mended.warnings.isEmpty && mended.discovery?.only?.endpoint.id == "token-us")
        let store = AuthProfileStore(directory: directory.file("state/agents/main/agent"))
        #expect(try store.load().all.map(\.id) == ["acme-team:default"])
    }

    @Test(arguments: [
        ("Mon, 23 Nov 2026 06:00:00 GMT", 1_795_413_600.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
    ])
    func readsTheClockOfTheService(_ text: String, _ seconds: Double) {
        #expect(HTTPDate(text)?.secondsSince1970 == seconds)
        #expect(HTTPDate(text + "x") == nil)
    }

    @Test(arguments: ["", "-a", "a.b", "a/b", "a:1", "a@b", String(repeating: "a", count: 65), "ä"])
    func workspaceIsOneLabel(_ text: String) {
        #expect(throws: InferenceError.self) { try WorkspaceID(text) }
    }
}
