/// What the service does on a socket after a message.
enum SocketAct: Sendable, Equatable {
    case text(JSON)
    case binary([UInt8])
    case close
    /// Ends the connection without a word.
    case cut
}
