import HTTPTypes
import Inference
import NIOCore
import Transport

/// The connections of one event loop to services. They stay on the loop of the clients they serve, so nothing changes threads.
final class UpstreamPool {
    private let loop: any EventLoop
    private let connector: OriginConnector
    private let pulse: Pulse
    private let turn: LoopTurn
    private var sites: [UpstreamSite] = []
    private static let siteLimit = 64

    init(loop: any EventLoop, connector: OriginConnector, pulse: Pulse, turn: LoopTurn) {
        self.loop = loop
        self.connector = connector
        self.pulse = pulse
        self.turn = turn
    }

    /// Connections that wait for a request.
    var idleCount: Int { sites.reduce(0) { $0 + $1.idleCount } }

    /// Where a request goes.
    ///
    /// - Throws: `.invalidRequest` for a URL that is none, `.invalidConfiguration` for a proxy setting that is none.
    func site(for head: SharedHead) throws(InferenceError) -> UpstreamSite {
        for index in sites.indices where sites[index].knows(head) { return sites[index] }
        return try site(for: head.request)
    }

    func site(for request: HTTPRequest) throws(InferenceError) -> UpstreamSite {
        if let known = sites.first(where: { $0.takes(request) }) { return known }
        let site = UpstreamSite(origin: try connector.origin(of: request), request: request)
        if sites.count >= Self.siteLimit { sites.removeFirst() }
        sites.append(site)
        return site
    }

    /// Finds or opens a connection and tells the receiver when it stands.
    ///
    /// - Parameter isFresh: whether a new connection is wanted, because an old one turned out to be closed.
    func connect(
        to site: UpstreamSite, isFresh: Bool = false, within limit: Duration?, for receiver: any UpstreamReceiver
    ) {
        if !isFresh, let idle = site.checkOut() {
            receiver.upstreamIsOpen(idle)
            return
        }
        connector.open(site.origin, on: loop, within: limit).assumeIsolated().whenComplete { [pulse, turn] result in
            switch result {
            case .success(let channel):
                do {
                    let connection = UpstreamConnection(site: site, pulse: pulse, turn: turn)
                    try channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
                    try channel.syncOptions?.setOption(.recvAllocator, value: ReceiveSizes.upstream)
                    try channel.pipeline.syncOperations.addHandler(connection)
                    receiver.upstreamIsOpen(connection)
                } catch {
                    OriginConnector.close(channel)
                    let failure = InferenceError(
                        .connectionFailed, "\(site.origin.name) closed the connection while it was set up")
                    receiver.upstreamFailed(failure, isReplayable: false)
                }
            case .failure(let error):
                let failure = error as? InferenceError
                receiver.upstreamFailed(
                    failure ?? InferenceError(.connectionFailed, "could not connect to \(site.origin.name)"),
                    isReplayable: false)
            }
        }
    }
}
