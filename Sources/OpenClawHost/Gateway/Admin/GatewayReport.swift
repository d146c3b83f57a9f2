/// How a gateway stands.
package struct GatewayReport: Hashable, Codable, Sendable {
    package var pid: Int32
    package var version: String
    package var program: String
    package var host: String
    package var port: Int
    package var isTLS: Bool
    /// Seconds since 1970.
    package var startedAt: Double
    /// The contents of the configuration that is in use.
    package var configHash: String
    package var openStreams: Int
    package var openConnections: Int
    package var requests: Int
    package var isDraining: Bool
    /// Times at which the files were taken over since the start.
    package var reloads: Int
    /// Why the last change of the files was not taken over.
    package var reloadProblem: String?

    package init(
        pid: Int32, version: String, program: String, host: String, port: Int, isTLS: Bool, startedAt: Double,
        configHash: String, openStreams: Int = 0, openConnections: Int = 0, requests: Int = 0,
        isDraining: Bool = false, reloads: Int = 0, reloadProblem: String? = nil
    ) {
        self.pid = pid
        self.version = version
        self.program = program
        self.host = host
        self.port = port
        self.isTLS = isTLS
        self.startedAt = startedAt
        self.configHash = configHash
        self.openStreams = openStreams
        self.openConnections = openConnections
        self.requests = requests
        self.isDraining = isDraining
        self.reloads = reloads
        self.reloadProblem = reloadProblem
    }
}
