import HTTPTypes
import Inference
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
    /// Heads that requests share, the oldest first: one for each model, credential and way of answering.
    private var heads: [ReadyHead] = []
    private static let headLimit = 64

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

    /// Whether requests with this head went here before.
    func knows(_ head: SharedHead) -> Bool { known(head) != nil }

    func takes(_ request: HTTPRequest) -> Bool {
        request.path == path && request.authority == authority && request.scheme == scheme
    }

    private func known(_ head: SharedHead) -> ReadyHead? {
        for index in heads.indices where heads[index].shared === head { return heads[index] }
        return nil
    }

    /// A head as it is written.
    ///
    /// - Throws: `.invalidRequest` when a field would change the framing or the destination.
    func ready(_ head: SharedHead) throws(InferenceError) -> ReadyHead {
        if let known = known(head) { return known }
        let made = try ReadyHead(head, for: self)
        guard head.isRepeated else { return made }
        if heads.count >= Self.headLimit { heads.removeFirst() }
        heads.append(made)
        return made
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
