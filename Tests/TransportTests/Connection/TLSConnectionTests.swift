import Foundation
import Inference
import Testing

@testable import Transport

@Suite struct TLSConnectionTests {
    private func server() async throws -> LoopbackServer {
        try await LoopbackServer(tls: true) { _, connection in connection.respond("safe") }
    }

    private func error(
        _ environment: [String: String], _ base: String
    ) async throws -> InferenceError {
        let client = HTTPClient(configuration: HTTPClientConfiguration(environment: environment))
        return try await failure { () throws(InferenceError) in try await client.send(to: base) }
    }

    @Test(arguments: ["localhost", "127.0.0.1"])
    func trustsTheAuthorityOfSSLCertFile(host: String) async throws {
        let server = try await server()
        let client = try TestTrust.client()
        for _ in 0..<2 { #expect(try await client.send(to: "https://\(host):\(server.port)").text() == "safe") }
        #expect(server.connections.count == 1)
    }

    @Test func aDirectoryWithoutAuthoritiesChangesNothingBesideAFile() async throws {
        let server = try await server()
        let client = try TestTrust.client(environment: ["SSL_CERT_DIR": "/etc"])
        #expect(try await client.send(to: "https://localhost:\(server.port)").text() == "safe")
    }

    @Test func refusesAnUnknownAuthority() async throws {
        let server = try await server()
        let error = try await error([:], "https://localhost:\(server.port)")
        #expect(error.code == .connectionFailed)
        #expect(error.message == "the certificate of localhost:\(server.port) is not trusted")
        #expect(error.hint?.contains("SSL_CERT_FILE") == true)
        #expect(server.requests.isEmpty)
    }

    @Test func refusesACertificateForAnotherHost() async throws {
        let server = try await server()
        let file = try TestTrust.file(TestAuthority.certificate)
        let error = try await error(["SSL_CERT_FILE": file], "https://127.0.0.2:\(server.port)")
        #expect(error.code == .connectionFailed)
        #expect(server.requests.isEmpty)
    }

    @Test func refusesAServerWithoutTLS() async throws {
        let server = try await LoopbackServer(onConnect: { $0.send("HTTP/1.1 400 Bad Request\r\n\r\n") }) { _, _ in }
        let error = try await error([:], "https://127.0.0.1:\(server.port)")
        #expect(error.code == .connectionFailed)
        #expect(error.message == "no TLS connection to 127.0.0.1:\(server.port)")
    }

    @Test func directoriesOfCertificatesStandBesideTheFile() async throws {
        let server = try await server()
        let base = "https://localhost:\(server.port)"
        let folders = try (0..<2).map { _ in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trust-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return folder
        }
        let empty = folders[0].path
        #expect(try await TestTrust.client(environment: ["SSL_CERT_DIR": empty]).send(to: base).text() == "safe")
        #expect(try await error(["SSL_CERT_DIR": empty], base).code == .connectionFailed)
        try Data(TestAuthority.certificate.utf8).write(to: folders[1].appendingPathComponent("authority.pem"))
        let environment = ["SSL_CERT_DIR": "\(empty):\(folders[1].path)"]
        let client = HTTPClient(configuration: HTTPClientConfiguration(environment: environment))
        #expect(try await client.send(to: base).text() == "safe")
    }

    @Test(arguments: ["SSL_CERT_FILE", "SSL_CERT_DIR"])
    func namesTheVariableAndPathOfAMissingFile(variable: String) async throws {
        let error = try await error([variable: "/no/such/authority"], "https://127.0.0.1:1")
        #expect(error.code == .invalidConfiguration)
        #expect(error.message == "\(variable): '/no/such/authority' does not exist")
    }

    @Test(arguments: ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
    func refusesAFileWithoutCertificates(text: String) async throws {
        let file = try TestTrust.file(text)
        let error = try await error(["SSL_CERT_FILE": file], "https://127.0.0.1:1")
        #expect(error.message == "SSL_CERT_FILE: '\(file)' holds no PEM certificate")
    }

    @Test func plainRequestsReadNoCertificates() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("plain") }
        let environment = ["SSL_CERT_FILE": "/no/such/authority"]
        let client = HTTPClient(configuration: HTTPClientConfiguration(environment: environment))
        #expect(try await client.send(to: server.base).text() == "plain")
    }

    @Test func readsTrustFromTheEnvironment() {
        #expect(TrustConfiguration(environment: [:]) == .platform)
        #expect(TrustConfiguration(environment: ["SSL_CERT_FILE": "", "SSL_CERT_DIR": ""]) == .platform)
        #expect(TrustConfiguration(environment: ["SSL_CERT_FILE": "/a"]) == TrustConfiguration(file: "/a"))
        #expect(TrustConfiguration(environment: ["SSL_CERT_DIR": "/a:/b"]).directories == ["/a", "/b"])
    }
}
