import NIOCore
import NIOPosix
import Synchronization

/// A service on loopback that reads requests and answers as a script says, byte for byte.
final class ScriptedUpstream: Sendable {
    typealias Script = @Sendable (_ request: String, _ connection: Connection) -> Void

    /// The service's side of one connection.
    final class Connection: Sendable {
        let channel: any Channel

        init(_ channel: any Channel) { self.channel = channel }

        func send(_ text: String) { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }

        /// A complete answer.
        func respond(_ body: String, status: String = "200 OK", fields: String = "") {
            send("HTTP/1.1 \(status)\r\ncontent-length: \(body.utf8.count)\r\n\(fields)\r\n\(body)")
        }

        /// The head of a stream, then its pieces as chunks.
        func stream(_ pieces: [String], isComplete: Bool = true) {
            var text = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
            for piece in pieces { text += String(piece.utf8.count, radix: 16) + "\r\n" + piece + "\r\n" }
            send(text + (isComplete ? "0\r\n\r\n" : ""))
        }

        func close() { channel.close(promise: nil) }
    }

    private struct State {
        var requests: [String] = []
        var connections: [Connection] = []
    }

    private let state = Mutex(State())
    private let listener = Mutex<(any Channel)?>(nil)

    init(_ script: @escaping Script) async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                let connection = Connection(channel)
                state.withLock { $0.connections.append(connection) }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        RequestCutter { request in
                            self.state.withLock { $0.requests.append(request) }
                            script(request, connection)
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        listener.withLock { $0 = channel }
    }

    deinit { listener.withLock { $0 }?.close(promise: nil) }

    var base: String { "http://127.0.0.1:\(listener.withLock { $0?.localAddress?.port } ?? 0)/v1" }
    var requests: [String] { state.withLock { $0.requests } }
    var connections: [Connection] { state.withLock { $0.connections } }

    /// The connection that was opened first, also when that is still to come.
    func firstConnection() async -> Connection {
        while true {
            if let first = connections.first { return first }
            await Task.yield()
        }
    }
}

/// Cuts the bytes of a connection into requests with a content length.
private final class RequestCutter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let take: (String) -> Void
    private var text = ""

    init(_ take: @escaping (String) -> Void) { self.take = take }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        text += String(buffer: unwrapInboundIn(data))
        while let end = text.firstRange(of: "\r\n\r\n") {
            let head = text[..<end.upperBound]
            let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            let length = line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
            guard text[end.upperBound...].utf8.count >= length else { return }
            let rest = text.utf8.dropFirst(head.utf8.count + length)
            let request = String(text.utf8.prefix(head.utf8.count + length)) ?? ""
            text = String(rest) ?? ""
            take(request)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
