import Inference
import NIOSSL
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The TLS settings of one client, made when the first connection needs them and then shared.
final class TLSContexts: Sendable {
    private let trust: TrustConfiguration
    private let made = Mutex<NIOSSLContext?>(nil)

    init(trust: TrustConfiguration) {
        self.trust = trust
    }

    /// - Throws: `.invalidConfiguration` naming the variable and path that cannot be used.
    func context() throws(InferenceError) -> NIOSSLContext {
        // Held while loading, so that requests that start together read the certificates once.
        let result = made.withLock { made -> Result<NIOSSLContext, InferenceError> in
            if let made { return .success(made) }
            do throws(InferenceError) {
                let context = try make()
                made = context
                return .success(context)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func make() throws(InferenceError) -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        if trust != .platform {
            try set(&configuration)
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw InferenceError(
                .invalidConfiguration, "the trusted certificates could not be loaded",
                hint: "install the package ca-certificates, or set SSL_CERT_FILE to a PEM file of authorities")
        }
    }

    /// NIOSSL takes a directory as the main source only; certificates of a file and of more directories are added to it.
    private func set(_ configuration: inout TLSConfiguration) throws(InferenceError) {
        var certificates = try fileCertificates()
        for directory in trust.directories { try requireReadable(directory, variable: "SSL_CERT_DIR") }
        guard let first = trust.directories.first else {
            configuration.trustRoots = .certificates(certificates)
            return
        }
        certificates += trust.directories.dropFirst().flatMap(Self.certificates)
        configuration.trustRoots = .file(first)
        configuration.additionalTrustRoots = [.certificates(certificates)]
    }

    /// The certificates of a directory; what is none is skipped, as OpenSSL does.
    private static func certificates(in directory: String) -> [NIOSSLCertificate] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.flatMap { (try? NIOSSLCertificate.fromPEMFile("\(directory)/\($0)")) ?? [] }
    }

    private func fileCertificates() throws(InferenceError) -> [NIOSSLCertificate] {
        guard let file = trust.file else { return [] }
        try requireReadable(file, variable: "SSL_CERT_FILE")
        let certificates = (try? NIOSSLCertificate.fromPEMFile(file)) ?? []
        guard !certificates.isEmpty else {
            throw InferenceError(.invalidConfiguration, "SSL_CERT_FILE: '\(file)' holds no PEM certificate")
        }
        return certificates
    }

    private func requireReadable(_ path: String, variable: String) throws(InferenceError) {
        guard access(path, R_OK) == 0 else {
            let reason = errno == ENOENT ? "does not exist" : "cannot be read"
            throw InferenceError(
                .invalidConfiguration, "\(variable): '\(path)' \(reason)",
                hint: "correct or unset \(variable)")
        }
    }
}
