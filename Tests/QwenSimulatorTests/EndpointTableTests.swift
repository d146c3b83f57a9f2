import Testing

@testable import QwenSimulator

@Suite struct EndpointTableTests {
    @Test(arguments: [
        ("dashscope.aliyuncs.com", "standard-cn"), ("dashscope-intl.aliyuncs.com", "standard-intl"),
        ("maas.qwencloudapi.com", "standard-intl"), ("coding-intl.dashscope.aliyuncs.com", "coding-intl"),
        ("token-plan.cn-beijing.maas.aliyuncs.com", "token-plan-cn"),
        ("token-plan.maas.qwencloudapi.com", "token-plan-intl"),
        ("my-space_1.eu-central-1.maas.aliyuncs.com", "workspace-eu"),
    ])
    func knowsRealHosts(host: String, endpoint: String) throws {
        #expect(try EndpointTable(PackageResources.endpoints_json).endpoint(forHost: host)?.id == endpoint)
    }

    @Test(arguments: [
        "example.com", "-a.eu-central-1.maas.aliyuncs.com", "a.b.eu-central-1.maas.aliyuncs.com",
        "a.mars-1.maas.aliyuncs.com",
    ])
    func knowsNoOtherHosts(_ host: String) throws {
        #expect(try EndpointTable(PackageResources.endpoints_json).endpoint(forHost: host) == nil)
    }

    @Test func tellsEndpointsApartByPrefix() throws {
        let table = try EndpointTable(PackageResources.endpoints_json)
        let coding = table.resolve(host: "127.0.0.1", path: "/coding-cn/v1/models")
        #expect(coding.endpoint.id == "coding-cn" && coding.path == "/v1/models")
        let plain = table.resolve(host: "localhost", path: "/compatible-mode/v1/models")
        #expect(plain.endpoint.id == "standard-intl" && plain.path == "/compatible-mode/v1/models")
    }
}
