public import HTTPTypes

/// One chat call, ready to be carried by whoever holds a transport.
public struct ChatExchange: Sendable {
    /// What to send.
    public var request: HTTPExchangeRequest
    /// What was changed in the request, to be shown to the user.
    public var adjustments: [Adjustment]
    /// Which header fields of the answer the decoder is told of.
    public var responseFields: ChatResponseFields
    /// Reads what comes back.
    public var answers: any ChatAnswerCodec
    private let callID: String
    /// Whether the service was asked for a stream. It may have to be, although the answer is wanted whole.
    public var isStreamed: Bool

    /// - Parameters:
    ///   - answers: reads what comes back.
    ///   - callID: the caller's own id of the request.
    public init(
        request: HTTPExchangeRequest, adjustments: [Adjustment], responseFields: ChatResponseFields = .init(),
        answers: any ChatAnswerCodec, callID: String, isStreamed: Bool = true
    ) {
        self.request = request
        self.adjustments = adjustments
        self.responseFields = responseFields
        self.answers = answers
        self.callID = callID
        self.isStreamed = isStreamed
    }

    /// Reads the body of an accepted answer, streaming or not. A new one each time.
    public var decoder: any ChatStreamDecoder { answers.makeDecoder() }

    /// The reader of the body for a client that reads chat completions itself. A new one each time.
    public func makeRepairer(_ delivery: ChatDelivery) -> any ChatAnswerRepairer {
        answers.makeRepairer(delivery, callID: callID)
    }

    /// Reads the body of a refused request: status, header fields and body to an error.
    public func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError { answers.classify(head, body) }

    /// The error that a refused request ends with, with status and request id.
    public func refusal(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError {
        var error = classify(head, body)
        error.status = error.status ?? head.status.code
        error.requestID = error.requestID ?? responseFields.requestID(in: head)
        return error
    }
}
