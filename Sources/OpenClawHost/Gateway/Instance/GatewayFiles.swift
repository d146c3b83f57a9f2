#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the gateway of an installation keeps what it needs while it runs.
package struct GatewayFiles: Hashable, Sendable {
    package let stateDirectory: String

    package init(stateDirectory: String) { self.stateDirectory = stateDirectory }

    package init(_ locations: ConfigurationLocations) { self.init(stateDirectory: locations.stateDirectory) }

    /// The token that is generated when none is configured.
    package var token: String { FilePathText.join(stateDirectory, "gateway.token") }
    /// Held by the one gateway of this state directory.
    package var lock: String { FilePathText.join(stateDirectory, "gateway.lock") }
    package var logDirectory: String { FilePathText.join(stateDirectory, "logs") }
    package var log: String { FilePathText.join(logDirectory, "gateway.log") }
    /// What a gateway in the background prints beside its log: usually nothing.
    package var standardError: String { FilePathText.join(logDirectory, "gateway.err.log") }

    /// The socket of its owner. The system takes about a hundred bytes, so that a deep state directory has its socket in a
    /// private directory of the temporary one.
    package var adminSocket: String {
        let path = FilePathText.join(stateDirectory, "gateway.sock")
        guard path.utf8.count > 100 else { return path }
        return "/tmp/openclaw-\(getuid())/\(ContentHash.text(of: Array(stateDirectory.utf8))).sock"
    }
}
