import Foundation

@testable import Transport

/// Clients that trust the test authority, as `SSL_CERT_FILE` makes them.
enum TestTrust {
    static func client(environment: [String: String] = [:]) throws -> HTTPClient {
        let environment = environment.merging(["SSL_CERT_FILE": try file(TestAuthority.certificate)]) { $1 }
        return HTTPClient(configuration: HTTPClientConfiguration(environment: environment))
    }

    /// A temporary file with this text.
    static func file(_ text: String) throws -> String {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("transport-\(UUID().uuidString).pem")
        try Data(text.utf8).write(to: url)
        return url.path
    }
}
