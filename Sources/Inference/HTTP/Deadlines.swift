/// How long an exchange may take. Every value is a duration from the start of the phase it names; `nil` means no limit.
public struct Deadlines: Hashable, Sendable {
    /// Time to establish the connection, TLS and proxy included.
    public var connect: Duration?
    /// Time from sending the request to the response head.
    public var firstByte: Duration?
    /// Longest silence between two data events of a stream. Comments and keep-alives do not count as data.
    public var idle: Duration?
    /// Time for the whole exchange.
    public var total: Duration?

    public init(
        connect: Duration? = .seconds(15), firstByte: Duration? = .seconds(300), idle: Duration? = .seconds(180),
        total: Duration? = nil
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }
}
