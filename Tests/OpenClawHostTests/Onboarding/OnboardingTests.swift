import Foundation
import Inference
import Synchronization
import Testing

@testable import OpenClawHost

@Suite struct OnboardingTests {
    static let key = "ak-cp-canary-0123456789"

    @Test func keyFromStandardInputIsStoredAndTheConfigurationChanged() async throws {
        let home = try Home()
        let outcome = try await home.onboard("acme-api-key", input: Self.key + "\n") { $0.takesKeyFromInput = true }
        #expect(outcome.key?.source == .standardInput)
        #expect(outcome.plan.defaultModel == "acme/plus-1")
        #expect(outcome.gateway["authMode"] == "token" && outcome.gateway["port"] == 18_789)
        #expect(try home.stored() == ["acme:default": Self.key])
        #expect(home.edits.withLock { $0.count } == 1)
        #expect(try home.directory.mode("state/agents/main/agent/auth-profiles.json") == 0o600)
    }

    @Test(arguments: [
        ("ak-flag-0123456789", "flag"), ("@key.txt", "file"), ("-", "stdin"),
    ])
    func flagTakesAKeyAFileOrStandardInput(_ value: String, _ kind: String) async throws {
        let home = try Home()
        try home.directory.write("export ACME_API_KEY='ak-file-0123456789'\n", to: "key.txt")
        let outcome = try await home.onboard(nil, input: "ak-stdin-0123456789") {
            $0.keyFlags = [KeyFlagValue(flag: "--acmestudio-api-key", value: Secret(value))]
        }
        #expect(outcome.key?.source.kind == kind)
        #expect(outcome.warnings.contains { $0.contains("can be read by other users") } == (kind == "flag"))
        #expect(try home.stored() == ["acme:default": "ak-\(kind)-0123456789"])
    }

    @Test func keyFileIsReadFromTheWorkingDirectory() async throws {
        let home = try Home()
        try home.directory.write(Self.key, to: "key.txt")
        _ = try await home.onboard("acme-api-key") { $0.keyFile = "key.txt" }
        #expect(try home.stored() == ["acme:default": Self.key])
    }

    @Test func environmentThenStoredKeyThenStandardInputWhenNobodyIsAsked() async throws {
        let home = try Home()
        let environment = try await home.onboard(
            "acme-api-key", environment: ["ACMESTUDIO_API_KEY": "ak-env-0123456789"])
        #expect(environment.key?.source == .variable(name: "ACMESTUDIO_API_KEY", place: "env: ACMESTUDIO_API_KEY"))
        let stored = try await home.onboard("acme-api-key")
        #expect(stored.key?.source == .profile("acme:default"))
        let piped = try await home.onboard("acme-standard-api-key", input: "ak-piped-0123456789")
        #expect(piped.key?.source == .standardInput)
        #expect(
            try home.stored() == ["acme:default": "ak-piped-0123456789", "acme:coding-world": "ak-env-0123456789"])
    }

    @Test func standardInputIsLeftAloneWhenNotInteractiveIsAskedFor() async throws {
        let home = try Home()
        await #expect(throws: InferenceError.self) {
            try await home.onboard("acme-api-key", input: Self.key) { $0.isNonInteractive = true }
        }
    }

    @Test func otherPlansKeyIsNotTakenForThisPlan() async throws {
        let home = try Home()
        _ = try await home.onboard("acme-api-key", input: Self.key)
        let error = await #expect(throws: InferenceError.self) { try await home.onboard("acme-standard-api-key") }
        #expect(error?.code == .unauthenticated)
        #expect(try home.stored() == ["acme:default": Self.key])
    }

    @Test func referenceIsStoredInsteadOfTheKey() async throws {
        let home = try Home()
        _ = try await home.onboard("acme-api-key", environment: ["ACMESTUDIO_API_KEY": Self.key]) {
            $0.secretInputMode = "ref"
        }
        let text = try home.directory.text("state/agents/main/agent/auth-profiles.json")
        #expect(!text.contains("canary"))
        let value = try #require(try JSON5Document.value(of: text))
        #expect(
            value["profiles"]?["acme:default"]?["keyRef"]
                == ["source": "env", "provider": "default", "id": "ACMESTUDIO_API_KEY"])
    }

    @Test func referenceWithoutAVariableIsRefused() async throws {
        let home = try Home()
        let error = await #expect(throws: InferenceError.self) {
            try await home.onboard(nil) {
                $0.secretInputMode = "ref"
                $0.keyFlags = [KeyFlagValue(flag: "--acmestudio-api-key", value: Secret(Self.key))]
            }
        }
        #expect(error?.message.contains("--acmestudio-api-key cannot be used with --secret-input-mode ref") == true)
        #expect(home.isUntouched)
    }

    @Test func personPicksProviderAndPlanAndTypesTheKey() async throws {
        let home = try Home()
        let person = ScriptedPrompter(.option(0), .option(2), .text("has a space"), .text("\"\(Self.key)\""))
        let outcome = try await home.onboard(nil, prompter: person)
        #expect(outcome.plan.choice.id == "acme-api-key" && outcome.key?.source == .prompt)
        #expect(person.isDone)
        #expect(!person.transcript.joined().contains("canary"))
        #expect(try home.stored() == ["acme:default": Self.key])
    }

    @Test func personIsOfferedTheKeyThatIsThereMasked() async throws {
        let home = try Home()
        _ = try await home.onboard("acme-api-key", input: Self.key)
        let person = ScriptedPrompter(.no, .yes)
        let outcome = try await home.onboard(
            "acme-api-key", environment: ["ACME_API_KEY": "ak-env-0123456789"], prompter: person)
        #expect(outcome.key?.source == .profile("acme:default"))
        #expect(person.transcript.contains("Use existing ACME_API_KEY (env: ACME_API_KEY, ***6789)?"))
        #expect(!person.transcript.joined().contains("canary"))
    }

    @Test func givingUpWritesNothing() async throws {
        let home = try Home()
        let error = await #expect(throws: InferenceError.self) {
            try await home.onboard("acme-api-key", prompter: ScriptedPrompter(.giveUp))
        }
        #expect(error?.code == .cancelled && home.isUntouched)
    }

    @Test(
        arguments: [
            { (o: inout OnboardingOptions) in o.authChoice = "nobody" }, { $0.authChoice = "acme-portal" },
            { $0.secretInputMode = "other" }, { $0.mode = "elsewhere" }, { $0.flow = "fast" },
            { $0.gateway.port = "no" },
            { $0.resetScope = "all" }, { $0.keyFile = "/nonexistent/key" },
            {
                $0.takesKeyFromInput = true
                $0.keyFile = "key.txt"
            },
            { $0.keyFlags = [KeyFlagValue(flag: "--acmestudio-api-key", value: Secret("ak-canary with space"))] },
            { $0.keyFlags = [KeyFlagValue(flag: "--acme-team-api-key", value: Secret("ak-canary-0123456789"))] },
            {
                $0.resets = true
                $0.resetScope = "everything"
            },
        ] as [@Sendable (inout OnboardingOptions) -> Void])
    func whatIsWrongIsSaidBeforeAnythingIsWritten(_ change: @escaping @Sendable (inout OnboardingOptions) -> Void)
        async throws
    {
        let home = try Home()
        let error = await #expect(throws: InferenceError.self) {
            try await home.onboard("acme-api-key", change: change)
        }
        #expect(error?.code == .invalidConfiguration)
        let said = (error?.message ?? "") + (error?.hint ?? "")
        #expect(!said.contains("canary"))
        #expect(home.isUntouched)
    }

    @Test func unreadableCredentialFileStopsEverything() async throws {
        let home = try Home()
        try home.directory.write("{ broken", to: "state/agents/main/agent/auth-profiles.json")
        await #expect(throws: InferenceError.self) { try await home.onboard("acme-api-key", input: Self.key) }
        #expect(home.edits.withLock { $0.isEmpty })
    }

    @Test func credentialsArePutBackWhenTheConfigurationCannotBeWritten() async throws {
        let home = try Home()
        _ = try await home.onboard("acme-api-key", input: Self.key)
        let before = try home.directory.text("state/agents/main/agent/auth-profiles.json")
        await #expect(throws: InferenceError.self) {
            try await home.onboard("acme-standard-api-key", input: "ak-other-0123456789", failsToEdit: true)
        }
        #expect(try home.directory.text("state/agents/main/agent/auth-profiles.json") == before)
    }

    @Test func resetMovesFilesAsideAndStartsAnew() async throws {
        let home = try Home()
        _ = try await home.onboard("acme-api-key", input: Self.key)
        try home.directory.write(#"{"tools": {"profile": "full"}}"#, to: "state/openclaw.json")
        let outcome = try await home.onboard("acme-standard-api-key", input: "ak-new-0123456789") { $0.resets = true }
        let backup = try #require(outcome.backup)
        #expect(backup.hasPrefix(home.directory.file("state/backups/reset-2026")))
        let moved = try FileManager.default.contentsOfDirectory(atPath: backup)
        #expect(Set(moved).isSuperset(of: ["auth-profiles.json", "openclaw.json"]))
        #expect(!FileManager.default.fileExists(atPath: home.directory.file("state/openclaw.json")))
        #expect(try home.stored() == ["acme:default": "ak-new-0123456789"])
        #expect(outcome.plan.changes.contains { $0.keys == ["tools", "profile"] && $0.value == "coding" })
    }

    @Test func orderOfTheAgentPutsTheNewKeyFirst() async throws {
        let home = try Home()
        let store = AuthProfileStore(directory: home.directory.file("state/agents/main/agent"))
        try store.updateState { $0.setOrder(["acme:manual"], for: "acme", spellings: ["acme"]) }
        _ = try await home.onboard("acme-api-key", input: Self.key)
        #expect(store.loadState().order(for: ["acme"]) == ["acme:default", "acme:manual"])
    }

    @Test func nothingChosenWithoutAnybodyToAskWritesTheLocalSettingsOnly() async throws {
        let home = try Home()
        let outcome = try await home.onboard(nil) { $0.isNonInteractive = true }
        #expect(outcome.plan.choice == .skip && outcome.key == nil)
        #expect(try home.stored().isEmpty)
        await #expect(throws: InferenceError.self) { try await home.onboard(nil) }
    }

    @Test func oldSpellingIsSaidOnce() async throws {
        let home = try Home()
        _ = try await home.onboard("acmestudio-api-key", input: Self.key)
        #expect(home.said.withLock { $0.count } == 1)
    }
}

/// A home for one test.
private final class Home: Sendable {
    let directory: TemporaryDirectory
    let edits = Mutex<[[SettingChange]]>([])
    let said = Mutex<[String]>([])

    init() throws { directory = try TemporaryDirectory() }

    func onboard(
        _ choice: String?, input: String = "", environment: [String: String] = [:], prompter: (any Prompter)? = nil,
        failsToEdit: Bool = false, change: (inout OnboardingOptions) -> Void = { _ in }
    ) async throws -> OnboardingOutcome {
        var options = OnboardingOptions()
        options.authChoice = choice
        change(&options)
        let variables = ["HOME": directory.path, "OPENCLAW_STATE_DIR": directory.file("state")]
        let host = try HostSettings.load(
            environment: variables.merging(environment) { $1 }, workingDirectory: directory.path, expectedKeys: [])
        let onboarding = Onboarding(
            manifests: Acme.all, host: host, options: options,
            input: KeyInput(workingDirectory: directory.path, home: directory.path) { Array(input.utf8) },
            prompter: prompter, version: "1.2.3", now: 1_795_000_000, newToken: String(repeating: "ab", count: 32),
            edit: SettingsEditing { [self] (changes, isDryRun) throws(InferenceError) in
                if isDryRun { return }
                if failsToEdit { throw InferenceError(.invalidConfiguration, "the disk is full") }
                edits.withLock { $0.append(changes) }
            },
            say: { [self] line in said.withLock { $0.append(line) } })
        return try await onboarding.run()
    }

    func stored() throws -> [String: String] {
        let store = AuthProfileStore(directory: directory.file("state/agents/main/agent"))
        return try store.load().all.reduce(into: [:]) { result, profile in
            if case .literal(let secret) = profile.secret { result[profile.id] = secret.expose() }
        }
    }

    /// Whether neither credentials nor configuration were written.
    var isUntouched: Bool {
        edits.withLock { $0.isEmpty }
            && !FileManager.default.fileExists(atPath: directory.file("state/agents/main/agent/auth-profiles.json"))
    }
}
