import Inference
import Testing

@Suite struct EndpointTests {
    let endpoint = Endpoint(
        id: "home", plan: "metered", region: "north", label: "Home", baseURL: "https://api.example.com/v1",
        hosts: ["api.example.com", "{workspace}.north.example.com"], excludedHosts: ["plan.north.example.com"],
        capabilities: [.chat])

    @Test(arguments: [
        ("api.example.com", true), ("API.Example.COM.", true), ("team-1.north.example.com", true),
        ("plan.north.example.com", false), ("a.b.north.example.com", false), (".north.example.com", false),
        ("north.example.com", false), ("evilapi.example.com", false), ("api.example.com.evil.net", false),
        ("team-1.south.example.com", false), ("", false),
    ])
    func servesItsHostsAndOneWorkspaceLabel(host: String, serves: Bool) {
        #expect(endpoint.serves(host: host) == serves)
    }
}
