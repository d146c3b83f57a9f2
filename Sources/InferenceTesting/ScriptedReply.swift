public import Inference

/// What a ``ScriptedTransport`` answers to one request.
public struct ScriptedReply: Sendable {
    /// The status.
    public var status: Int
    /// Header fields by name.
    public var fields: [String: String]
    /// What the body does, in order; then it ends.
    public var steps: [Step]
    /// When set, no head arrives and this is thrown.
    public var failure: InferenceError?
    /// What must be true of the request: returns what is wrong with it, `nil` for nothing.
    public var complaint: @Sendable (HTTPExchangeRequest) -> String?

    /// One thing that a body does.
    public enum Step: Hashable, Sendable {
        /// Bytes arrive.
        case bytes([UInt8])
        /// Nothing arrives until the deadline of the reader. Without a deadline, until the exchange is given up.
        case silence
        /// The connection breaks.
        case failure(InferenceError)
    }

    public init(
        status: Int = 200, fields: [String: String] = [:], steps: [Step],
        complaint: @escaping @Sendable (HTTPExchangeRequest) -> String? = { _ in nil }
    ) {
        self.status = status
        self.fields = fields
        self.steps = steps
        self.complaint = complaint
    }

    /// A recorded answer.
    public init(
        _ body: [UInt8], status: Int = 200, fields: [String: String] = [:], chunking: Chunking = .whole,
        complaint: @escaping @Sendable (HTTPExchangeRequest) -> String? = { _ in nil }
    ) {
        self.init(
            status: status, fields: fields, steps: chunking.chunks(of: body).map { .bytes($0) }, complaint: complaint)
    }

    /// A recorded answer.
    public init(
        _ body: String, status: Int = 200, fields: [String: String] = [:], chunking: Chunking = .whole,
        complaint: @escaping @Sendable (HTTPExchangeRequest) -> String? = { _ in nil }
    ) {
        self.init(Array(body.utf8), status: status, fields: fields, chunking: chunking, complaint: complaint)
    }

    /// A connection that fails before anything is answered.
    public static func failing(_ error: InferenceError) -> ScriptedReply {
        var reply = ScriptedReply(steps: [])
        reply.failure = error
        return reply
    }
}
