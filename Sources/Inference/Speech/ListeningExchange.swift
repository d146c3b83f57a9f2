public import HTTPTypes

/// One recording told to a model on a socket, ready to be carried by whoever holds a transport.
public struct ListeningExchange: Sendable {
    /// The opening of the socket.
    public var request: HTTPExchangeRequest
    public var dialogue: any ListeningDialogue
    /// Samples a second of 16 bits in one channel that the model wants; `nil` when the file is told as it is.
    public var sampleRate: Int?
    /// How many times faster than it was spoken a recording may be told.
    public var pace: Double
    /// Reads the body of a refused opening.
    public var classify: @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError

    public init(
        request: HTTPExchangeRequest, dialogue: any ListeningDialogue, sampleRate: Int?, pace: Double,
        classify: @escaping @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError
    ) {
        self.request = request
        self.dialogue = dialogue
        self.sampleRate = sampleRate
        self.pace = pace
        self.classify = classify
    }
}

/// One side of a conversation in which a recording is told: it says what to send and is told what arrived.
public protocol ListeningDialogue: Sendable {
    /// What to send when the socket is open.
    func begin() -> [SocketMessage]

    /// A piece of the recording.
    ///
    /// - Parameter number: of the piece, from 0: some protocols want every message to have a name of its own.
    func sound(_ bytes: [UInt8], number: Int) -> SocketMessage

    /// What says that there is no more of it.
    func end() -> [SocketMessage]

    /// - Throws: what the service said, or `.malformedResponse`.
    mutating func receive(_ message: SocketMessage) throws(InferenceError) -> ListeningTurn

    /// What was heard, as a document for ``TranscriptionModel/transcript(in:)``, and what is charged for it.
    ///
    /// - Parameter seconds: how long the recording that was told is, by our own count.
    func result(seconds: Double?) -> GenerationResults
}

/// What follows from a message on a socket.
public struct ListeningTurn: Hashable, Sendable {
    public var messages: [SocketMessage]
    /// Whether the recording may be told now.
    public var isListening: Bool
    /// Whether nothing more will come, so that the socket may be closed.
    public var isOver: Bool

    public init(messages: [SocketMessage] = [], isListening: Bool = false, isOver: Bool = false) {
        self.messages = messages
        self.isListening = isListening
        self.isOver = isOver
    }
}
