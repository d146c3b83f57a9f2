import Inference
import Testing

@testable import OpenClawHost

@Suite struct EndpointSelectionTests {
    @Test func takesTheFirstEndpointWhenNothingIsConfigured() throws {
        let selected = try select()
        #expect(selected.endpoint.id == "standard-world")
        #expect(selected.origin == "default of Acme Cloud")
    }

    @Test func takesTheEndpointThatTheActiveProfileWasGivenFor() throws {
        let selected = try select(profiles: [Acme.profile("acme:default", "ak-cp-1", endpoint: "coding-world")])
        #expect(selected.endpoint.id == "coding-world")
        #expect(selected.origin == "profile acme:default")
    }

    @Test func configuredBaseURLWinsOverTheProfile() throws {
        let selected = try select(
            ["models": ["providers": ["acme": ["baseUrl": "https://api.acme.test"]]]],
            profiles: [Acme.profile("acme:default", "ak-cp-1", endpoint: "coding-world")])
        #expect(selected.endpoint.id == "standard-world")
        #expect(selected.origin == "models.providers.acme.baseUrl (openclaw.json)")
    }

    @Test func namedProfileWinsOverTheConfiguredBaseURL() throws {
        let settings: JSONValue = ["models": ["providers": ["acme": ["baseUrl": "https://api.acme.test"]]]]
        let profiles = [Acme.profile("acme:coding-world", "ak-cp-1", endpoint: "coding-world")]
        #expect(try select(settings, profiles: profiles, pinned: "acme:coding-world").endpoint.id == "coding-world")
    }

    @Test func hostOfTheUserWinsOverANamedProfile() throws {
        let settings: JSONValue = ["models": ["providers": ["acme": ["baseUrl": "http://localhost:4010/v1"]]]]
        let profiles = [Acme.profile("acme:coding-world", "ak-cp-1", endpoint: "coding-world")]
        #expect(try select(settings, profiles: profiles, pinned: "acme:coding-world").isCustom)
    }

    @Test func customIdOnAKnownHostHasThatEndpointsAbilities() throws {
        let settings: JSONValue = ["models": ["providers": ["mine": ["baseUrl": "https://coding.acme.test/v1"]]]]
        let accounts = Acme.accounts(settings)
        let selected = try accounts.endpoint(for: accounts.account("mine"))
        #expect(selected.endpoint.id == "coding-world" && selected.endpoint.streamingUsage)
    }

    @Test func customProviderNeedsABaseURL() throws {
        let accounts = Acme.accounts(["models": ["providers": ["mine": ["models": []]]]])
        let account = try accounts.account("mine")
        #expect(throws: InferenceError.self) { try accounts.endpoint(for: account) }
    }

    private func select(
        _ settings: JSONValue = .object(JSONObject()), profiles: [AuthProfile] = [], pinned: String? = nil
    ) throws -> SelectedEndpoint {
        let accounts = Acme.accounts(settings, profiles: profiles)
        return try accounts.endpoint(for: accounts.account("acme"), profile: pinned)
    }
}
