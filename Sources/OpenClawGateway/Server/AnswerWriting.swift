import Inference

/// What is known of the answer that a connection is writing, for its framing, for metrics and for the access log.
struct AnswerWriting {
    var id = ""
    /// When the head of the request was read; zero between requests.
    var start: UInt64 = 0
    var method = RequestMethod.get
    /// Whether a stream is framed in chunks; otherwise it ends with the connection.
    var isChunked = true
    /// Whether the request counts among the open ones.
    var isCounted = false
    var path: String?
    var client: String?
    var traceparent: String?
    var status = 0
    var firstByte: UInt64?
    /// Bytes of the answer so far, without its head.
    var bytes = 0
    var isStreamed = false
    var error: InferenceError?
    var chat: ChatAccount?

    /// What a chat request adds to the account.
    struct ChatAccount {
        var model: String
        var endpoint: String
        var attempts: Int
        /// What the service counted.
        var usage: Usage?
    }
}
