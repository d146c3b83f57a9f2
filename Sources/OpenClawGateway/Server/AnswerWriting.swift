import Inference

/// What is known of the answer that a connection is writing, for its framing, for metrics and for the access log.
struct AnswerWriting {
    typealias ChatAccount = AccessEntry.ChatAccount

    var id = ""
    /// When the head of the request was read; zero between requests.
    var start: UInt64 = 0
    var method = RequestMethod.get
    /// Whether a stream is framed in chunks; otherwise it ends with the connection.
    var isChunked = true
    /// Whether the request counts among the open ones.
    var isCounted = false
    /// The virtual key among whose requests it counts.
    var heldKey: String?
    var path: String?
    var client: String?
    var trace: TraceContext?
    /// Whether the service is told of the trace.
    var propagatesTrace = false
    /// The model as the client named it.
    var requested: String?
    /// The service's id of the request.
    var upstreamID: String?
    var status = 0
    var firstByte: UInt64?
    /// Bytes of the request's body.
    var bytesIn = 0
    /// Bytes of the answer so far, without its head.
    var bytes = 0
    var isStreamed = false
    var error: InferenceError?
    var chat: ChatAccount?
}
