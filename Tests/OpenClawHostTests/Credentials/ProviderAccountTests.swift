import Inference
import Testing

@testable import OpenClawHost

@Suite struct ProviderAccountTests {
    @Test(arguments: ["acme", "ACME", " acmestudio ", "acmecloud"])
    func everySpellingIsTheSameProvider(_ id: String) throws {
        let account = try Acme.accounts().account(ProviderID(id))
        #expect(account.id == "acme" && account.manifest?.id == "acme")
    }

    @Test func olderSpellingInTheConfigurationStillCounts() throws {
        let settings: JSONValue = ["models": ["providers": ["acmestudio": ["baseUrl": "https://coding.acme.test/v1"]]]]
        for id: ProviderID in ["acme", "acmestudio"] {
            let account = try Acme.accounts(settings).account(id)
            #expect(account.id == "acme" && account.settingsKey == "acmestudio")
        }
    }

    @Test(arguments: [
        ["baseUrl": "https://proxy.test/v1"] as JSONValue,
        ["baseUrl": "https://api.acme.test", "api": "anthropic-messages"],
    ])
    func entryOfTheUsersOwnUnderAnAliasOwnsItsRefs(_ entry: JSONValue) throws {
        let accounts = Acme.accounts(["models": ["providers": ["acmestudio": entry]]])
        let own = try accounts.account("acmestudio")
        #expect(own.id == "acmestudio" && own.manifest == nil)
        let canonical = try accounts.account("acme")
        #expect(canonical.manifest?.id == "acme" && canonical.settings == nil)
    }

    @Test func retiredProviderSaysTheWayForward() {
        let error = #expect(throws: InferenceError.self) { try Acme.accounts().account("acme-portal") }
        #expect(error?.message == "Acme login has been removed")
        #expect(error?.hint == "openclaw onboard --auth-choice acme-api-key")
    }

    @Test func unknownProviderNamesTheKnownOnes() {
        let error = #expect(throws: InferenceError.self) { try Acme.accounts().account("nobody") }
        #expect(error?.message.contains("acme, acme-team") == true)
    }
}
