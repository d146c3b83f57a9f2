public import HTTPTypes

/// One request to speak, ready to be carried by whoever holds a transport.
public struct SpeechExchange: Sendable {
    /// The request, or the opening of the socket.
    public var request: HTTPExchangeRequest
    public var way: Way
    /// Reads the body of a refused request or opening.
    public var classify: @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError

    /// How the answer comes. A decoder or dialogue is for one exchange.
    public enum Way: Sendable {
        /// As the body of the answer.
        case stream(any SpeechStreamDecoder)
        /// By messages on a socket.
        case socket(any SpeechDialogue)
    }

    public init(
        request: HTTPExchangeRequest, way: Way,
        classify: @escaping @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError
    ) {
        self.request = request
        self.way = way
        self.classify = classify
    }
}

/// Reads the body of an accepted request to speak, whatever pieces it comes in.
public protocol SpeechStreamDecoder: Sendable {
    mutating func consume(_ bytes: [UInt8]) throws(InferenceError) -> [SpeechEvent]

    /// - Throws: `.truncated` when the sound is not complete.
    mutating func finish() throws(InferenceError) -> [SpeechEvent]
}

/// One side of a conversation on a socket: it says what to send and is told what arrived. Whoever carries it needs not know
/// the protocol.
public protocol SpeechDialogue: Sendable {
    /// What to send when the socket is open.
    mutating func begin() -> [SocketMessage]

    /// - Throws: what the service said, or `.malformedResponse`.
    mutating func receive(_ message: SocketMessage) throws(InferenceError) -> SpeechTurn

    /// The socket was closed by the other side.
    ///
    /// - Throws: `.truncated` when the sound is not complete.
    mutating func closed() throws(InferenceError)
}

/// What follows from a message on a socket.
public struct SpeechTurn: Hashable, Sendable {
    public var events: [SpeechEvent]
    public var messages: [SocketMessage]
    /// Whether nothing more will come, so that the socket may be closed.
    public var isOver: Bool

    public init(events: [SpeechEvent] = [], messages: [SocketMessage] = [], isOver: Bool = false) {
        self.events = events
        self.messages = messages
        self.isOver = isOver
    }
}
