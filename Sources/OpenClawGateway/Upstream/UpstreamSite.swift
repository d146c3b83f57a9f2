import HTTPTypes
import Transport

/// One address that requests go to, with its idle connections: the most recently used one is taken first.
final class UpstreamSite {
    let origin: Origin
    /// What requests say of the origin, made once.
    let targetPrefix: String
    let hostName: String
    let proxyAuthorization: String?
    private let scheme: String
    private let authority: String
    private let path: String
    private var idle: [UpstreamConnection] = []
    private static let idleLimit = 256

    init(origin: Origin, request: HTTPRequest) {
        self.origin = origin
        targetPrefix = origin.targetPrefix
        hostName = origin.authority
        proxyAuthorization = origin.proxyAuthorization
        scheme = request.scheme ?? ""
        authority = request.authority ?? ""
        path = request.path ?? ""
    }

    var idleCount: Int { idle.count }

    func takes(_ request: HTTPRequest) -> Bool {
        request.path == path && request.authority == authority && request.scheme == scheme
    }

    func checkOut() -> UpstreamConnection? {
        while let connection = idle.popLast() {
            if connection.isUsable { return connection }
        }
        return nil
    }

    /// - Returns: whether the connection is kept.
    func park(_ connection: UpstreamConnection) -> Bool {
        guard idle.count < Self.idleLimit else { return false }
        idle.append(connection)
        return true
    }

    func forget(_ connection: UpstreamConnection) {
        guard let index = idle.lastIndex(where: { $0 === connection }) else { return }
        idle.remove(at: index)
    }
}
