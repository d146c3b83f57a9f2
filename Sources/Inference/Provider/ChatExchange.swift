public import HTTPTypes

/// One chat call, ready to be carried by whoever holds a transport.
public struct ChatExchange: Sendable {
    /// What to send.
    public var request: HTTPExchangeRequest
    /// What was changed in the request, to be shown to the user.
    public var adjustments: [Adjustment]
    /// Which header fields of the answer the decoder is told of.
    public var responseFields: ChatResponseFields
    /// Makes the reader of the body of an accepted answer, streaming or not.
    private let makeDecoder: @Sendable () -> any ChatStreamDecoder
    /// Makes the reader of the body for a client that reads chat completions itself.
    public var makeRepairer: @Sendable (ChatDelivery) -> any ChatAnswerRepairer
    /// Whether the service was asked for a stream. It may have to be, although the answer is wanted whole.
    public var isStreamed: Bool
    /// Reads the body of a refused request: status, header fields and body to an error.
    public var classify: @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError

    public init(
        request: HTTPExchangeRequest, adjustments: [Adjustment], responseFields: ChatResponseFields = .init(),
        decoder: @autoclosure @escaping @Sendable () -> any ChatStreamDecoder, isStreamed: Bool = true,
        makeRepairer: @escaping @Sendable (ChatDelivery) -> any ChatAnswerRepairer,
        classify: @escaping @Sendable (_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError
    ) {
        self.request = request
        self.adjustments = adjustments
        self.responseFields = responseFields
        makeDecoder = decoder
        self.isStreamed = isStreamed
        self.makeRepairer = makeRepairer
        self.classify = classify
    }

    /// Reads the body of an accepted answer, streaming or not. A new one each time.
    public var decoder: any ChatStreamDecoder { makeDecoder() }

    /// The error that a refused request ends with, with status and request id.
    public func refusal(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError {
        var error = classify(head, body)
        error.status = error.status ?? head.status.code
        error.requestID = error.requestID ?? responseFields.requestID(in: head)
        return error
    }
}
