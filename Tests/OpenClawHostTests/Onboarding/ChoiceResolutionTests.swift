import Inference
import Testing

@testable import OpenClawHost

@Suite struct ChoiceResolutionTests {
    static let resolution = ChoiceResolution(manifests: Acme.all)

    @Test(arguments: [
        ("acme-api-key", "acme-api-key", 0), ("acme-standard-api-key", "acme-standard-api-key", 0),
        ("acmestudio-api-key", "acme-api-key", 1),
        ("acmestudio-standard-api-key-home", "acme-standard-api-key-home", 1),
        ("provider-plugin:acme:api-key", "acme-api-key", 0), ("provider-plugin:acmestudio:api-key", "acme-api-key", 0),
        ("provider-plugin:acme", "acme-standard-api-key-home", 1), ("acme", "acme-standard-api-key-home", 1),
        ("acmecloud", "acme-standard-api-key-home", 1), ("acme-team", "acme-team", 0), ("skip", "skip", 0),
        ("custom-api-key", "custom-api-key", 0), (" acme-api-key ", "acme-api-key", 0),
    ])
    func understandsEverySpelling(_ text: String, _ id: String, _ notices: Int) throws {
        let found = try #require(try Self.resolution.resolve(text, flags: []))
        #expect(found.choice.id == id)
        #expect(found.notices.count == notices)
    }

    @Test func oldSpellingIsAdvisedInOneLine() throws {
        let found = try Self.resolution.find("acmestudio-api-key")
        #expect(found.notices.count == 1 && found.notices[0].contains("\"acme-api-key\""))
        #expect(!found.notices[0].contains("\n"))
    }

    @Test(arguments: ["acme-portal", "acme-oauth"])
    func retiredLoginSaysTheWayForward(_ id: String) {
        let error = #expect(throws: InferenceError.self) { try Self.resolution.resolve(id, flags: []) }
        #expect(error?.code == .invalidConfiguration)
        #expect(error?.message == "Acme login has been removed")
        #expect(error?.hint == "openclaw onboard --auth-choice acme-api-key")
    }

    @Test(arguments: ["nobody", "provider-plugin:acme:nothing", "provider-plugin:", "ACME-API-KEY"])
    func unknownChoiceNamesTheKnownOnes(_ id: String) {
        let error = #expect(throws: InferenceError.self) { try Self.resolution.resolve(id, flags: []) }
        #expect(error?.message.contains("acme-standard-api-key") == true)
    }

    @Test func oneKeyFlagNamesTheChoice() throws {
        let found = try Self.resolution.resolve(nil, flags: [flag("--acmestudio-api-key")])
        #expect(found?.choice.id == "acme-api-key")
        #expect(try Self.resolution.resolve(nil, flags: []) == nil)
    }

    @Test func severalKeyFlagsAreRefusedInThreeLines() {
        let error = #expect(throws: InferenceError.self) {
            try Self.resolution.resolve(nil, flags: [flag("--acmestudio-api-key"), flag("--acme-team-api-key")])
        }
        let lines = error?.message.split(separator: "\n") ?? []
        #expect(lines.count == 3)
        #expect(lines.last == "flags: --acmestudio-api-key, --acme-team-api-key")
    }

    @Test func flagOfAnotherPlanIsRefused() {
        let error = #expect(throws: InferenceError.self) {
            try Self.resolution.resolve("acme-standard-api-key", flags: [flag("--acmestudio-api-key")])
        }
        #expect(error?.message.contains("expected --acmestudio-standard-api-key") == true)
    }

    @Test func keyFlagsAreTakenFromTheManifestsAndNothingElse() throws {
        let arguments = ["--acmestudio-api-key", "ak-canary-1", "--acme-team-api-key=@file"]
        let flags = try KeyFlagValue.parse(arguments, manifests: Acme.all)
        #expect(flags.map(\.flag) == ["--acmestudio-api-key", "--acme-team-api-key"])
        #expect(flags.map(\.isLiteral) == [true, false])
        for wrong in [["--nothing"], ["ak-canary-1"], ["--acmestudio-api-key"], ["--acmestudio-api-key="]] {
            let error = #expect(throws: InferenceError.self) { try KeyFlagValue.parse(wrong, manifests: Acme.all) }
            #expect(error?.message.contains("canary") == false)
        }
    }

    private func flag(_ name: String) -> KeyFlagValue { KeyFlagValue(flag: name, value: Secret("ak-0123456789")) }
}
