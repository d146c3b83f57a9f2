import NIOCore
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The server's side of one connection.
final class ServerConnection: Sendable {
    let channel: any Channel
    /// How many requests a script has counted.
    let answered = Atomic(0)
    /// How often bytes arrived.
    let arrivals = Atomic(0)

    init(channel: any Channel) {
        self.channel = channel
    }

    var reads: Int { arrivals.load(ordering: .relaxed) }

    func send(_ text: String) {
        channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
    }

    func send(_ bytes: [UInt8]) {
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// A complete response with `Content-Length`.
    func respond(_ body: String = "", status: String = "200 OK", headers: String = "") {
        send("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }

    func close() {
        channel.close(promise: nil)
    }

    /// Closes so that the peer gets a reset instead of a regular end.
    func reset() {
        guard let provider = channel as? any SocketOptionProvider else { return }
        provider.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { [channel] _ in channel.close(promise: nil)
        }
    }

    func waitUntilClosed() async {
        try? await channel.closeFuture.get()
    }
}
