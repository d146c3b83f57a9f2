import NIOCore
import NIOHTTP1

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Performs steps on one connection and ends early when the client goes away.
struct ReplyWriter: Sendable {
    typealias Part = HTTPServerResponsePart

    struct ClientGone: Error {}

    private static let slice = Duration.milliseconds(20)

    let channel: any Channel
    let outbound: NIOAsyncChannelOutboundWriter<Part>

    func perform(_ step: ReplyStep) async throws {
        switch step {
        case .bytes(let bytes):
            try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
        case .pause(let duration):
            try await pause(duration)
        case .cut:
            try? await channel.close()
            throw ClientGone()
        case .reset:
            let socket = channel as? any SocketOptionProvider
            try? await socket?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
            try? await channel.close()
            throw ClientGone()
        }
    }

    /// Ends a reply and waits until its last byte is on the way, because closing drops what still waits.
    func end() async throws { try await channel.writeAndFlush(Part.end(nil)).get() }

    /// Waits in slices, because a client that leaves must end the reply.
    func pause(_ duration: Duration) async throws {
        var rest = duration
        while rest > .zero {
            guard channel.isActive else { throw ClientGone() }
            let next = min(rest, Self.slice)
            try await Task.sleep(for: next)
            rest -= next
        }
        guard channel.isActive else { throw ClientGone() }
    }
}
