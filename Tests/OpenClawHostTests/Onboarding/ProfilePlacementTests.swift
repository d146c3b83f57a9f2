import Inference
import Testing

@testable import OpenClawHost

@Suite struct ProfilePlacementTests {
    @Test func secondPlanKeepsTheFirstPlansKey() {
        var profiles = AuthProfiles()
        #expect(place("ak-cp-1", on: "coding-world", in: &profiles).isEmpty)
        let notes = place("ak-1", on: "standard-world", in: &profiles)
        #expect(keys(profiles) == ["acme:default": "ak-1", "acme:coding-world": "ak-cp-1"])
        #expect(profiles["acme:default"]?.endpoint == "standard-world")
        #expect(profiles["acme:coding-world"]?.endpoint == "coding-world")
        #expect(notes == ["kept the key of coding-world as profile acme:coding-world"])
    }

    @Test func goingBackSwapsTheTwo() {
        var profiles = AuthProfiles()
        _ = place("ak-cp-1", on: "coding-world", in: &profiles)
        _ = place("ak-1", on: "standard-world", in: &profiles)
        _ = place("ak-cp-2", on: "coding-world", in: &profiles)
        #expect(keys(profiles) == ["acme:default": "ak-cp-2", "acme:standard-world": "ak-1"])
    }

    @Test func thirdPlanKeepsBothOthers() {
        var profiles = AuthProfiles()
        for (key, endpoint) in [("a", "coding-world"), ("b", "standard-world"), ("c", "standard-home")] {
            _ = place(key, on: EndpointID(endpoint), in: &profiles)
        }
        #expect(
            keys(profiles) == ["acme:default": "c", "acme:coding-world": "a", "acme:standard-world": "b"])
    }

    @Test func newKeyOfTheSameEndpointKeepsWhatElseTheProfileSays() {
        var profiles = AuthProfiles()
        var old = Acme.profile("acme:default", "ak-old", endpoint: "coding-world")
        old = AuthProfile(
            id: old.id, members: JSONObject(old.members.members.map { ($0.key, $0.value) } + [("email", "me")]))
        profiles["acme:default"] = old
        _ = place("ak-new", on: "coding-world", in: &profiles)
        #expect(profiles["acme:default"]?.members["email"] == "me")
        #expect(keys(profiles) == ["acme:default": "ak-new"])
    }

    @Test func keyOfAnotherToolIsBoundToWhereItWasUsed() {
        var profiles = AuthProfiles()
        profiles["acme:default"] = Acme.profile("acme:default", "ak-cp-old")
        profiles["acmestudio:old"] = Acme.profile("acmestudio:old", "ak-older", provider: "acmestudio")
        _ = place("ak-1", on: "standard-world", previous: "coding-world", in: &profiles)
        #expect(
            keys(profiles) == ["acme:default": "ak-1", "acme:coding-world": "ak-cp-old", "acmestudio:old": "ak-older"])
        #expect(profiles["acmestudio:old"]?.endpoint == "coding-world")
    }

    @Test func tokenUnderTheSameNameIsReplacedNotMixed() {
        var profiles = AuthProfiles()
        profiles["acme:default"] = Acme.profile("acme:default", "t", kind: .token)
        _ = place("ak-1", on: "coding-world", in: &profiles)
        #expect(profiles["acme:default"]?.kind == .apiKey)
        #expect(profiles["acme:default"]?.members["token"] == nil)
    }

    @Test func addedKeyLeavesTheOneInUse() {
        var profiles = AuthProfiles()
        profiles["acme:default"] = Acme.profile("acme:default", "ak-cp-1")
        let placement = ProfilePlacement(
            provider: "acme", spellings: ["acme"], endpoint: "standard-world", secret: .literal(Secret("ak-2")),
            previousEndpoint: "coding-world", isBeside: true)
        _ = placement.apply(to: &profiles)
        #expect(keys(profiles) == ["acme:default": "ak-cp-1", "acme:standard-world": "ak-2"])
        #expect(profiles["acme:default"]?.endpoint == "coding-world")
    }

    @Test func theSameKeyMovesToItsRightEndpoint() {
        var profiles = AuthProfiles()
        profiles["acme:default"] = Acme.profile("acme:default", "ak-1", endpoint: "coding-world")
        _ = place("ak-1", on: "standard-world", in: &profiles)
        #expect(keys(profiles) == ["acme:default": "ak-1"])
        #expect(profiles["acme:default"]?.endpoint == "standard-world")
    }

    private func place(
        _ key: String, on endpoint: EndpointID, previous: EndpointID? = nil, in profiles: inout AuthProfiles
    ) -> [String] {
        ProfilePlacement(
            provider: "acme", spellings: ["acme", "acmestudio"], endpoint: endpoint, secret: .literal(Secret(key)),
            previousEndpoint: previous
        ).apply(to: &profiles)
    }

    private func keys(_ profiles: AuthProfiles) -> [String: String] {
        profiles.all.reduce(into: [:]) { result, profile in
            if case .literal(let secret) = profile.secret { result[profile.id] = secret.expose() }
        }
    }
}
