import NIOCore
import Synchronization

/// Cuts the bytes of one connection into requests.
final class ScriptHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    static let name = "script"

    private let connection: ServerConnection
    private let moment: LoopbackServer.Moment
    private let script: (ReceivedRequest) -> Void
    private var bytes: [UInt8] = []
    private var isHandled = false

    init(
        connection: ServerConnection, moment: LoopbackServer.Moment, script: @escaping (ReceivedRequest) -> Void
    ) {
        self.connection = connection
        self.moment = moment
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection.arrivals.add(1, ordering: .relaxed)
        bytes.append(contentsOf: unwrapInboundIn(data).readableBytesView)
        while let end = endOfHead {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            let head = ReceivedRequest(lines: text.split(separator: "\r\n").map(String.init), body: [])
            let length = head.values("content-length").first.flatMap { Int($0) } ?? 0
            let isComplete = bytes.count >= end + 4 + length
            if !isHandled && (moment == .head || isComplete) {
                isHandled = true
                let body = Array(bytes[(end + 4)...].prefix(length))
                script(ReceivedRequest(lines: head.lines, body: body))
            }
            guard isComplete else { return }
            isHandled = false
            bytes.removeFirst(end + 4 + length)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private var endOfHead: Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...(bytes.count - 4)).first { bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
    }
}
