/// Which certificate authorities a client trusts.
///
/// Environment keys, as OpenSSL reads them; either one replaces the platform's store:
/// - `SSL_CERT_FILE`: a PEM file with one or more authorities
/// - `SSL_CERT_DIR`: directories, separated by colons, in the layout of `openssl rehash`
public struct TrustConfiguration: Hashable, Sendable {
    /// The authorities that the operating system trusts.
    public static let platform = TrustConfiguration(file: nil, directories: [])

    /// A PEM file that replaces the platform's store.
    public var file: String?
    /// Hashed certificate directories that replace the platform's store.
    public var directories: [String]

    public init(file: String?, directories: [String] = []) {
        self.file = file
        self.directories = directories
    }

    /// Reads `SSL_CERT_FILE` and `SSL_CERT_DIR`. The files are opened by the first request that needs TLS.
    public init(environment: [String: String]) {
        let file = environment["SSL_CERT_FILE"] ?? ""
        let directories = (environment["SSL_CERT_DIR"] ?? "").split(separator: ":").map(String.init)
        self.init(file: file.isEmpty ? nil : file, directories: directories)
    }
}
