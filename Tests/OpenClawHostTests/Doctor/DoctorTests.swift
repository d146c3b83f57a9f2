import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct DoctorTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// A home with what the test wants to be there.
    private func context(
        _ configuration: String? = nil, profiles: String? = nil, environment: [String: String] = [:],
        store: (any StoreInspecting)? = nil, now: Double = 1_795_413_600
    ) throws -> DoctorContext {
        if let configuration { try directory.write(configuration, to: "state/openclaw.json") }
        if let profiles { try directory.write(profiles, to: "state/agents/main/agent/auth-profiles.json") }
        let variables = ["HOME": directory.path, "OPENCLAW_STATE_DIR": directory.file("state")]
        return try DoctorContext(
            manifests: NineHosts.manifests, environment: variables.merging(environment) { $1 },
            workingDirectory: directory.path, store: store, now: now)
    }

    private func run(_ context: DoctorContext, _ hosts: NineHosts? = nil) async -> DoctorReport {
        let discovery = hosts.map {
            PlanDiscovery(
                manifests: NineHosts.manifests, inquiry: EndpointInquiry(transport: $0, userAgent: "test/1"),
                grace: .milliseconds(20))
        }
        return await Doctor(discovery: discovery).run(context)
    }

    private func findings(_ report: DoctorReport, _ check: String) -> [DoctorFinding] {
        report.findings.filter { $0.check == check && $0.severity != .ok }
    }

    private static func profile(_ id: String, _ key: String, endpoint: String? = nil) -> String {
        let metadata = endpoint.map { #","metadata":{"endpoint":"\#($0)"}"# } ?? ""
        return #""\#(id)":{"type":"api_key","provider":"\#(id.prefix { $0 != ":" })","key":"\#(key)"\#(metadata)}"#
    }

    private static func profiles(_ entries: String...) -> String {
        #"{"version":1,"profiles":{\#(entries.joined(separator: ","))}}"#
    }

    @Test func clockIsComparedWithTheServices() async throws {
        let key = ["ACME_API_KEY": NineHosts.key(NineHosts.endpoints[0])]
        let good = await run(try context(environment: key, now: 1_795_413_900), NineHosts())
        #expect(findings(good, "clock").isEmpty && good.findings.contains { $0.check == "clock" })
        let late = await run(try context(environment: key, now: 1_795_413_600 - 7200), NineHosts())
        #expect(findings(late, "clock").map(\.severity) == [.error])
        #expect(findings(late, "clock")[0].message.contains("120 minutes behind"))
    }

    @Test func everyKeyIsShownToItsEndpointOnceAndOnlyThere() async throws {
        let hosts = NineHosts()
        let stored = Self.profiles(
            Self.profile("acme:default", NineHosts.key(NineHosts.endpoints[4]), endpoint: "coding-intl"),
            Self.profile("acme:standard-cn", NineHosts.key(NineHosts.endpoints[0]), endpoint: "standard-cn"))
        let report = await run(
            try context(
                "{models: {providers: {acme: {baseUrl: 'https://coding-intl.acme.test/v1'}}}}", profiles: stored),
            hosts)
        #expect(Set(hosts.hosts) == ["coding-intl.acme.test", "standard-cn.acme.test"] && hosts.hosts.count == 2)
        #expect(report.findings.count { $0.check == "key" && $0.severity == .ok } == 2)
        #expect(findings(report, "key").isEmpty)
    }

    @Test func serversOfTheUserAreNeverAsked() async throws {
        let hosts = NineHosts()
        let report = await run(
            try context(
                "{models: {providers: {acme: {baseUrl: 'https://mine.example/v1'}}}}",
                environment: ["ACME_API_KEY": "ak-canary"]), hosts)
        #expect(hosts.requests.isEmpty)
        #expect(findings(report, "key").map(\.severity) == [.note])
    }

    @Test func aKeptKeyThatIsRefusedIsNotTriedElsewhere() async throws {
        let hosts = NineHosts()
        let stored = Self.profiles(
            Self.profile("acme:default", NineHosts.key(NineHosts.endpoints[4]), endpoint: "coding-intl"),
            Self.profile("acme:standard-cn", "ak-old", endpoint: "standard-cn"))
        let report = await run(try context(profiles: stored), hosts)
        #expect(hosts.hosts.count == 2)
        #expect(
            findings(report, "key").map(\.fixCommand)
                == ["openclaw models auth remove --provider acme --profile-id acme:standard-cn"])
    }

    @Test func aVariableThatAProfileShadowsIsNamed() async throws {
        let stored = Self.profiles(Self.profile("acme:default", "ak-one"))
        let report = await run(try context(profiles: stored, environment: ["ACME_API_KEY": "ak-two"]))
        let finding = try #require(findings(report, "sources").first)
        #expect(finding.severity == .warning && finding.message.contains("env: ACME_API_KEY"))
        #expect(finding.fixCommand == "openclaw models auth remove --provider acme --profile-id acme:default")
        let same = await run(try context(profiles: stored, environment: ["ACME_API_KEY": "ak-one"]))
        #expect(findings(same, "sources").isEmpty)
    }

    @Test func aProjectsKeyIsNotReadAndSaidSo() async throws {
        try directory.write("ACME_API_KEY=ak-project\n", to: ".env")
        let report = await run(try context())
        #expect(findings(report, "sources").contains { $0.message.contains("/.env:1 is not read") })
    }

    @Test func aMissingKeyHasItsCommand() async throws {
        let report = await run(try context("{agents: {defaults: {model: 'acme-team/x'}}}"))
        let finding = try #require(findings(report, "key").first)
        #expect(finding.severity == .error && finding.fixCommand?.hasPrefix("openclaw ") == true)
        let other = await run(
            try context(
                "{agents: {defaults: {model: 'acme-team/x'}}}",
                environment: ["ACME_API_KEY": NineHosts.key(NineHosts.endpoints[0])]), NineHosts())
        #expect(findings(other, "key").first?.fixCommand == "openclaw models set acme/plus-1")
    }

    @Test func brokenCredentialFilesAreAnError() async throws {
        let report = await run(try context("{}", profiles: "{ broken"))
        #expect(findings(report, "configuration").contains { $0.message.contains("auth-profiles.json") })
    }

    @Test(arguments: [
        ("HTTPS_PROXY", "socks5://h:1"), ("https_proxy", "http://:80"), ("ALL_PROXY", "http://h:99999"),
        ("SSL_CERT_FILE", "/nonexistent"), ("SSL_CERT_DIR", "/dev/null"),
    ])
    func wrongNetworkVariablesAreFound(_ name: String, _ value: String) {
        let variables = NetworkVariables(VariableLookup([name: value]))
        #expect(variables.problems.map(\.command) == ["unset \(name)"])
    }

    @Test(arguments: ["http://u:canary@h:3128", "h:3128", "https://[::1]:80/", "http://proxy.example"])
    func goodProxiesPassAndPasswordsAreNotShown(_ value: String) {
        let variables = NetworkVariables(VariableLookup(["HTTPS_PROXY": value]))
        #expect(variables.problems.isEmpty && variables.way == "through the proxy of HTTPS_PROXY")
    }

    @Test func everyOldRefOfAListIsRenamedAtOnce() async throws {
        let found = try context(
            "{agents: {defaults: {model: {primary: 'acme/a', fallbacks: ['acmecloud/b', 'acmestudio/c']}}}}")
        let report = await run(found)
        let host = try #require(found.host)
        _ = try DoctorRepair(edit: host.editing(version: "1", now: { 1 })).apply(report.findings)
        #expect(try directory.text("state/openclaw.json").contains("['acme/b', 'acme/c']"))
    }

    @Test func repairsOnlyTakeRightsAway() throws {
        try directory.write("", to: "file")
        chmod(directory.file("file"), 0o444)
        let none = SettingsEditing { (_, _) throws(InferenceError) in }
        let finding = DoctorFinding("x", .error, "open", fix: .permissions(path: directory.file("file"), mode: 0o600))
        #expect(try DoctorRepair(edit: none).apply([finding]) == ["open"])
        #expect(try directory.mode("file") == 0o400)
    }

    private struct Store: StoreInspecting {
        var path: String
        var faults: Result<[String]?, InferenceError>
        func inspect() throws(InferenceError) -> [String]? { try faults.get() }
    }

    @Test(arguments: [
        (Result<[String]?, InferenceError>.success(nil), nil as DoctorFinding.Severity?), (.success([]), .ok),
        (.success(["row 1 is missing"]), .error), (.failure(InferenceError(.storeFailed, "not a database")), .error),
    ])
    func storesAreInspected(_ faults: Result<[String]?, InferenceError>, _ severity: DoctorFinding.Severity?)
        async throws
    {
        let report = await run(try context(store: Store(path: directory.file("db"), faults: faults)))
        #expect(report.findings.last { $0.check == "store" }?.severity == severity)
    }
}
