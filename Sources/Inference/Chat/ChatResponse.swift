/// A whole answer: what remains of the events of a stream.
public struct ChatResponse: Hashable, Sendable {
    /// The id of the completion.
    public var id: String?
    /// The model that answered, as the service spells it.
    public var model: ModelID?
    /// The service's request id, to quote in a complaint.
    public var requestID: String?
    /// The visible text.
    public var text = ""
    /// The model's reasoning.
    public var reasoning = ""
    /// The complete tool calls, by index.
    public var toolCalls: [ToolCall] = []
    /// Token counts, when the service gave any.
    public var usage: Usage?
    /// Why the answer ended; `nil` when it broke off.
    public var finishReason: FinishReason?
    /// What was changed on the way there and back.
    public var adjustments: [Adjustment] = []
    /// Events of kinds that this version does not know.
    public var unknown: [JSONValue] = []

    public init() {}

    /// Reads a stream to its end.
    ///
    /// - Throws: the error of the stream. What came before it is lost; use ``ChatResponseBuilder`` to keep it.
    public init<Events: AsyncSequence>(
        folding events: Events
    ) async throws(InferenceError) where Events.Element == ChatEvent, Events.Failure == InferenceError {
        var builder = ChatResponseBuilder()
        var iterator = events.makeAsyncIterator()
        while let event = try await iterator.next(isolation: #isolation) { builder.add(event) }
        self = builder.response
    }

    /// The answer as a message, to continue the conversation with.
    public var message: ChatMessage {
        ChatMessage(
            role: .assistant, content: [.text(text)], reasoning: reasoning.isEmpty ? nil : reasoning,
            toolCalls: toolCalls)
    }

    /// The text as a type of your own, for requests with a ``ResponseFormat``. Nothing is stripped or mended: what is decoded
    /// is what the model wrote, and ``text`` still holds it when that fails.
    ///
    /// - Throws: `InferenceError` with code `.malformedResponse`.
    public func decoded<T: Decodable>(as type: T.Type = T.self) throws(InferenceError) -> T {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: text)
        } catch {
            let cut = finishReason == .length ? "; the output limit cut it" : ""
            throw InferenceError(
                .malformedResponse, "expected the answer to be JSON: \(error)\(cut)", requestID: requestID)
        }
        do {
            return try value.decode(type)
        } catch {
            throw InferenceError(
                .malformedResponse, "expected the answer to fit \(type): \(Self.reason(error))", requestID: requestID)
        }
    }

    /// Where decoding failed. The path consists of the keys that the type asked for, so it quotes nothing of the answer but
    /// keys of dictionaries.
    private static func reason(_ error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?, .keyNotFound(_, let context)?,
                .dataCorrupted(let context)?:
                context
            default: nil
            }
        var path = (context?.codingPath ?? []).map { $0.intValue.map(String.init) ?? $0.stringValue }
        if case .keyNotFound(let key, _)? = error as? DecodingError { path.append(key.stringValue) }
        return path.isEmpty ? "wrong type" : "wrong or missing '\(path.joined(separator: "."))'"
    }
}
