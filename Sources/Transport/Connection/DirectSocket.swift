package import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The socket of a channel, for bytes that need not go through the channel: that costs thirty counted references and some thousand
/// instructions for every buffer. Use it on the event loop of the channel, and only while the channel has nothing left to write.
package struct DirectSocket {
    private let channel: any Channel
    private let handle: NIOBSDSocket.Handle

    /// - Returns: `nil` for a channel without a socket.
    package init?(_ channel: any Channel) {
        let pipeline = channel.pipeline.syncOperations
        guard let handle = try? pipeline.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self, { $0 }) else {
            return nil
        }
        (self.channel, self.handle) = (channel, handle)
    }

    /// Sends bytes. What the socket does not take at once stays in the buffer, and so does what it refuses: the channel will meet the
    /// same failure.
    ///
    /// - Returns: whether the socket took everything.
    package func take(_ buffer: inout ByteBuffer) -> Bool {
        // The number of a closed socket may be another one's.
        guard channel.isActive else { return false }
        let count = buffer.readableBytes
        let sent = buffer.withUnsafeReadableBytes { send(handle, $0.baseAddress, count, Self.flags) }
        guard sent < count else { return true }
        buffer.moveReaderIndex(forwardBy: max(sent, 0))
        return false
    }

    #if canImport(Darwin)
        private static let flags: CInt = 0
    #else
        private static let flags = CInt(MSG_NOSIGNAL)
    #endif
}
