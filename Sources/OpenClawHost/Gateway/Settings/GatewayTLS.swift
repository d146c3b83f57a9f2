/// The certificate that the gateway shows. Files are read when it starts and when the configuration changes.
///
/// Configuration: `gateway.tls.certPath` and `gateway.tls.keyPath`, both PEM.
package struct GatewayTLS: Hashable, Sendable {
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
