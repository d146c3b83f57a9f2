import Inference
import NIOSSL
import OpenClawHost

/// The certificate that the gateway shows to its clients.
enum ServerCertificate {
    /// - Throws: `.gatewayConfiguration` naming the files that cannot be used.
    static func context(_ files: GatewayTLS) throws(InferenceError) -> NIOSSLContext {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map(NIOSSLCertificateSource.certificate)
            let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw InferenceError(
                .gatewayConfiguration,
                "the certificate '\(files.certificate)' and its key '\(files.key)' cannot be used; expected PEM files",
                hint: "openclaw config get gateway.tls")
        }
    }
}
