/// One protocol on a socket: messages in and acts out.
protocol SocketConversation: Sendable {
    /// What the service says first.
    mutating func begin() -> [SocketAct]

    mutating func receive(_ text: String) -> [SocketAct]

    /// Binary messages.
    mutating func receive(samples: Int) -> [SocketAct]

    /// What is said to a client that sends nothing for too long.
    func timeout() -> JSON
}
