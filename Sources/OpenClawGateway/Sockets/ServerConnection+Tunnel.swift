import NIOCore

// Sockets: behind the head, whatever either side sends passes.
extension ServerConnection {
    /// Tells the client that its socket is open; from now on its bytes go to the work.
    func openTunnel(_ head: ByteBuffer) {
        writing.status = 101
        writing.firstByte = loop.now
        send(head)
        beginTunnel()
    }

    func tunnel(_ bytes: ByteBuffer) {
        writing.bytes += bytes.readableBytes
        send(bytes)
    }
}
