import Inference
import Testing

@testable import Transport

@Suite struct ConnectionFailureTests {
    private let client = HTTPClient()

    @Test(arguments: ["http", "https"])
    func saysThatAConnectionWasRefused(scheme: String) async throws {
        let server = try await LoopbackServer { _, _ in }
        let authority = server.authority
        try await server.close()
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: "\(scheme)://\(authority)", path: "/v1?api_key=sk-canary")
        }
        #expect(error.code == .connectionFailed)
        #expect(error.message == "\(authority) refused the connection")
        #expect(error.hint != nil)
    }

    @Test func saysThatANameIsUnknown() async throws {
        // A label over 63 bytes is refused by the resolver itself, without a question to the network.
        let host = String(repeating: "a", count: 70) + ".invalid"
        let error = try await failure { () throws(InferenceError) in try await client.send(to: "http://\(host)") }
        #expect(error.code == .connectionFailed)
        #expect(error.message == "could not resolve the host name of \(host):80")
    }
}
