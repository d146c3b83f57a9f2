#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The gateway that runs, as it wrote itself into its lock.
package struct GatewayHolder: Hashable, Codable, Sendable {
    package var pid: Int32
    package var version: String
    /// The absolute path of its program.
    package var program: String
    package var host: String
    package var port: Int
    /// Seconds since 1970.
    package var startedAt: Double
    package var configHash: String

    package init(
        pid: Int32, version: String, program: String, host: String, port: Int, startedAt: Double, configHash: String
    ) {
        self.pid = pid
        self.version = version
        self.program = program
        self.host = host
        self.port = port
        self.startedAt = startedAt
        self.configHash = configHash
    }
}
