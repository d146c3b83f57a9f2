import NIOCore

/// What is being done for a client that waits for an answer.
protocol ConnectionWork: AnyObject {
    /// Nobody waits any longer; everything that goes on for the client ends now.
    func clientLeft()

    /// Whether the client takes more bytes now.
    func clientTakesBytes(_ takes: Bool)

    /// What a client sends on a socket that is open.
    func clientSent(_ bytes: ByteBuffer)

    func pulse(at now: UInt64)
}

extension ConnectionWork {
    func clientSent(_ bytes: ByteBuffer) {}
}
