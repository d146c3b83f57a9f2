import HTTPTypes
import Inference
import NIOCore
import NIOPosix
import Testing

@testable import Transport

@Suite struct AddressRuleTests {
    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "localhost",
        "a.localhost",
        "printer.local", "metadata.google.internal", "router",
    ])
    func whatIsNotPublicIsRefused(_ host: String) { #expect(!AddressRule.publicOnly.allows(host: host)) }

    @Test(arguments: [
        "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "64:ff9b::101:101", "result.example.com",
    ])
    func whatIsPublicIsAllowed(_ host: String) { #expect(AddressRule.publicOnly.allows(host: host)) }

    @Test func aGuardedClientReachesNothingOnThisMachine() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        var configuration = HTTPClientConfiguration()
        configuration.addresses = .publicOnly
        let client = HTTPClient(configuration: configuration)
        for host in ["127.0.0.1", "[::ffff:127.0.0.1]", "localhost"] {
            let error = try await failure { () async throws(InferenceError) in
                try await client.send(.get, to: "http://\(host):\(server.port)")
            }
            #expect(error.code == .invalidRequest, "\(host)")
        }
        #expect(server.requests.isEmpty && server.connections.isEmpty)
    }

    /// The name of a machine in a hosts file or a name server may mean anything; what it means is looked at.
    @Test func theAddressBehindANameIsLookedAt() async throws {
        let found = AddressLookup.addresses(
            of: "localhost", port: 80, allowedBy: .publicOnly, on: MultiThreadedEventLoopGroup.singleton.any())
        await #expect(throws: InferenceError.self) { try await found.get() }
        let any = try await AddressLookup.addresses(
            of: "localhost", port: 80, allowedBy: .any, on: MultiThreadedEventLoopGroup.singleton.any()
        ).get()
        #expect(!any.isEmpty)
    }
}
