import NIOCore
import NIOHTTP1
import NIOWebSocket

/// What a connection turned out to be with its first request.
enum Accepted: Sendable {
    case requests(Connection.Stream)
    case socket(SocketConnection.Stream, HTTPRequestHead)

    private static let largestFrame = 16 << 20

    static func configure(_ channel: any Channel, service: SimulatedService) throws -> EventLoopFuture<Accepted> {
        let upgrader = NIOTypedWebSocketServerUpgrader<Accepted>(
            maxFrameSize: largestFrame,
            shouldUpgrade: { channel, head in
                // A refused handshake is answered as the request that it is.
                let headers: HTTPHeaders? = SocketDoor(service: service, head: head).isOpen ? [:] : nil
                return channel.eventLoop.makeSucceededFuture(headers)
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    .socket(try SocketConnection.Stream(wrappingChannelSynchronously: channel), head)
                }
            })
        let upgrade = NIOTypedHTTPServerUpgradeConfiguration(upgraders: [upgrader]) { channel in
            channel.eventLoop.makeCompletedFuture {
                Accepted.requests(try Connection.Stream(wrappingChannelSynchronously: channel))
            }
        }
        var configuration = NIOUpgradableHTTPServerPipelineConfiguration(upgradeConfiguration: upgrade)
        configuration.enablePipelining = false
        return try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(configuration: configuration)
    }

    func serve(_ service: SimulatedService) async throws {
        switch self {
        case .requests(let stream): try await Connection(stream: stream, service: service).serve()
        case .socket(let stream, let head):
            try await SocketConnection(stream: stream, service: service, head: head).serve()
        }
    }
}
