import Inference
import Testing

@testable import OpenClawHost

@Suite struct ProfileOrderTests {
    static let profiles = [
        Acme.profile("acme:key", "ak-1"), Acme.profile("acme:default", "ak-2"),
        Acme.profile("acmestudio:old", "ak-3", provider: "acmestudio"),
        Acme.profile("acme:manual", "ak-4", kind: .token), Acme.profile("acme:login", "ak-5", kind: .oauth),
        Acme.profile("other:default", "ak-6", provider: "other"),
    ]

    @Test func loginsComeBeforeTokensBeforeKeys() throws {
        #expect(try ids() == ["acme:login", "acme:manual", "acme:default", "acme:key", "acmestudio:old"])
    }

    @Test func orderOfTheAgentBeatsOrderOfTheConfiguration() throws {
        let settings: JSONValue = ["auth": ["order": ["acmestudio": ["acme:key", "acme:gone"]]]]
        #expect(try ids(settings) == ["acme:key", "acme:gone"])
        var state = AuthState()
        state.setOrder(["acme:manual"], for: "acme", spellings: ["acme"])
        #expect(try ids(settings, state: state) == ["acme:manual"])
    }

    @Test func listInTheConfigurationIsExhaustiveUnlessNothingInItExists() throws {
        let listed: JSONValue = ["auth": ["profiles": ["acme:key": ["provider": "acme", "mode": "api_key"]]]]
        #expect(try ids(listed) == ["acme:key"])
        let gone: JSONValue = ["auth": ["profiles": ["acme:gone": ["provider": "acme", "mode": "api_key"]]]]
        #expect(try ids(gone).count == 5)
    }

    @Test func unusableProfilesCarryTheirReason() throws {
        var profiles = Self.profiles
        profiles[3].expires = 1_000
        profiles[4].expires = 0
        profiles[0].secret = nil
        let settings: JSONValue = ["auth": ["profiles": ["acme:default": ["mode": "oauth"]]]]
        let accounts = Acme.accounts(settings, profiles: profiles)
        let account = try accounts.account("acme")
        let codes = accounts.order.entries(for: account).map { "\($0.id) \($0.exclusion ?? "usable")" }
        #expect(
            codes == [
                "acme:login invalid_expires", "acme:manual expired", "acme:default mode_mismatch",
                "acme:key missing_credential", "acmestudio:old usable",
            ])
    }

    private func ids(_ settings: JSONValue = .object(JSONObject()), state: AuthState = AuthState()) throws -> [String] {
        let accounts = Acme.accounts(settings, profiles: Self.profiles, state: state)
        return try accounts.order.entries(for: accounts.account("acme")).map(\.id)
    }
}
