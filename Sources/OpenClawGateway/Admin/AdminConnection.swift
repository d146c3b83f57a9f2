import Dispatch
import Inference
import NIOCore
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One connection of the owner: a line asks, a line answers.
final class AdminConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let longestLine = 1 << 16
    private static let queue = DispatchQueue(label: "openclaw.admin")

    private let administration: any GatewayAdministration
    private var pending = ByteBuffer()
    private var isTrusted = false

    init(_ administration: any GatewayAdministration) { self.administration = administration }

    func channelActive(context: ChannelHandlerContext) {
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        PeerUser.of(context.channel).whenComplete { result in
            let (handler, context) = loopBound.value
            guard case .success(let user) = result, PeerUser.isTrusted(user) else {
                return context.close(promise: nil)
            }
            handler.isTrusted = true
            handler.answerLines(context)
        }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        pending.writeBuffer(&bytes)
        guard pending.readableBytes <= Self.longestLine else { return context.close(promise: nil) }
        answerLines(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answerLines(_ context: ChannelHandlerContext) {
        guard isTrusted else { return }
        while let end = pending.readableBytesView.firstIndex(of: 0x0A) {
            let line = pending.readBytes(length: end - pending.readerIndex + 1) ?? []
            answer(line, context)
        }
    }

    private func answer(_ line: [UInt8], _ context: ChannelHandlerContext) {
        let channel = context.channel
        let administration = administration
        // Reading files may take its time; the loop also carries the clients' streams.
        Self.queue.async {
            let request = try? JSONDecoder().decode(AdminRequest.self, from: Data(line))
            let reply = request.map { administration.answer($0) } ?? Self.notUnderstood
            guard var bytes = try? JSONEncoder().encode(reply) else { return }
            bytes.append(0x0A)
            channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in
                guard let operation = request?.operation, operation == .stop || operation == .drain else { return }
                administration.stop(draining: operation == .drain)
            }
        }
    }

    private static var notUnderstood: AdminReply {
        let names = AdminRequest.Operation.allCases.map(\.rawValue).joined(separator: ", ")
        return AdminReply(InferenceError(.invalidRequest, "expected {\"op\": one of \(names)}"))
    }
}
