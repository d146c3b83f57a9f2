import NIOCore
import NIOSSL
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A certificate authority that is made at start and signs a leaf for each host that is asked for.
final class CertificateAuthority: Sendable {
    private let key = SigningKey()
    private let leafKey = SigningKey()
    private let certificate: [UInt8]
    private let now: Date
    private let contexts = Mutex<[String: NIOSSLContext]>([:])

    private static let name = X509.name("openclaw simulator CA")
    private static let day: TimeInterval = 86_400

    init(now: Date) {
        self.now = now
        certificate = X509.certificate(
            serial: Self.serial(), issuer: Self.name, subject: Self.name,
            validity: (now - Self.day, now + 825 * Self.day),
            key: key, extensions: X509.authorityExtensions(key: key), signedBy: key)
    }

    /// The certificate to trust.
    var pem: String { X509.pem(certificate) }

    /// TLS for one host, made once.
    func context(for host: String) -> NIOSSLContext? {
        contexts.withLock { contexts in
            if let known = contexts[host] { return known }
            guard let made = try? makeContext(for: host) else { return nil }
            contexts[host] = made
            return made
        }
    }

    func leaf(for host: String) -> [UInt8] {
        X509.certificate(
            serial: Self.serial(), issuer: Self.name, subject: X509.name(String(host.prefix(64))),
            validity: (now - Self.day, now + 397 * Self.day), key: leafKey,
            extensions: X509.leafExtensions(host: host, key: leafKey, authority: key), signedBy: key
        )
    }

    private func makeContext(for host: String) throws -> NIOSSLContext {
        let chain = try [leaf(for: host), certificate].map {
            NIOSSLCertificateSource.certificate(try NIOSSLCertificate(bytes: $0, format: .der))
        }
        let key = try NIOSSLPrivateKey(bytes: leafKey.privateInformation, format: .der)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(key))
        configuration.applicationProtocols = ["http/1.1"]
        configuration.shutdownTimeout = .milliseconds(200)
        return try NIOSSLContext(configuration: configuration)
    }

    private static func serial() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<15).map { _ in UInt8.random(in: 1...255, using: &generator) }
    }
}
