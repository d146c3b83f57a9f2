import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Carries the messages of one WebSocket to a session and its answers back.
struct SocketConnection: Sendable {
    typealias Stream = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    private static let idle = TimeAmount.seconds(23)

    let stream: Stream
    let service: SimulatedService
    let head: HTTPRequestHead

    func serve() async throws {
        let door = SocketDoor(service: service, head: head)
        var generator = SystemRandomNumberGenerator()
        let requestID = String(generator.next(), radix: 16)
        let entry = service.log.begin(door.call, resolver: service)
        service.log.answered(entry, status: 101, requestID: nil)
        try await stream.executeThenClose { inbound, outbound in
            var session = door.conversation(id: requestID)
            guard try await perform(session.begin(), outbound) else { return }
            var message = ByteBuffer()
            var isText = true
            var limit = watch(session)
            defer { limit.cancel() }
            for try await frame in inbound {
                limit.cancel()
                limit = watch(session)
                var data = frame.unmaskedData
                switch frame.opcode {
                case .text, .binary:
                    isText = frame.opcode == .text
                    message = data
                case .continuation: message.writeBuffer(&data)
                case .ping:
                    try await outbound.write(WebSocketFrame(fin: true, opcode: .pong, data: data))
                    continue
                case .connectionClose:
                    try await outbound.write(WebSocketFrame(fin: true, opcode: .connectionClose, data: data))
                    return
                default: continue
                }
                guard frame.fin else { continue }
                let acts =
                    isText
                    ? session.receive(String(buffer: message)) : session.receive(samples: message.readableBytes)
                guard try await perform(acts, outbound) else { return }
            }
        }
        service.log.finished(entry)
    }

    /// Returns whether the connection stays open.
    private func perform(_ acts: [SocketAct], _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>) async throws
        -> Bool
    {
        for act in acts {
            switch act {
            case .text(let json):
                let frame = WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: json.text))
                try await outbound.write(frame)
            case .binary(let bytes):
                try await outbound.write(WebSocketFrame(fin: true, opcode: .binary, data: ByteBuffer(bytes: bytes)))
            case .close:
                var reason = ByteBuffer()
                reason.write(webSocketErrorCode: .normalClosure)
                try await outbound.write(WebSocketFrame(fin: true, opcode: .connectionClose, data: reason))
                return false
            case .cut: return false
            }
        }
        return true
    }

    /// Ends the connection when the other side sends nothing for too long.
    private func watch(_ session: any SocketConversation) -> Scheduled<Void> {
        let channel = stream.channel
        let text = session.timeout().text
        return channel.eventLoop.scheduleTask(in: Self.idle) {
            let frame = WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))
            channel.writeAndFlush(frame).whenComplete { _ in channel.close(promise: nil) }
        }
    }
}
