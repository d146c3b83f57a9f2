public import HTTPTypes

/// A request in a service's own protocol, to be sent as its client wrote it.
public struct NativeCall: Sendable {
    /// The protocol that it is written in.
    public var spoken: ServiceProtocol
    public var method: HTTPRequest.Method
    /// The path below the base of the protocol, with the query: `/tasks/6b1c`.
    public var path: String
    /// Fields that describe the body and the answer; no credential and nothing about a connection.
    public var fields: HTTPFields
    public var body: [UInt8]
    /// Whether the body is a document that names a model, which is then spelled as the service does.
    public var namesModel: Bool

    public init(
        _ spoken: ServiceProtocol = .native, method: HTTPRequest.Method, path: String,
        fields: HTTPFields = HTTPFields(), body: [UInt8] = [],
        namesModel: Bool = false
    ) {
        self.spoken = spoken
        self.method = method
        self.path = path
        self.fields = fields
        self.body = body
        self.namesModel = namesModel
    }
}

/// What is worth knowing of an answer that is handed on as it came.
public struct NativeAnswer: Hashable, Sendable {
    /// Tokens, where the service counts in them.
    public var usage: Usage?
    /// The task that goes on after the answer.
    public var task: String?
    /// The files that were stored.
    public var files: [String]
    /// The answer itself, when the service keeps it, so that another one can continue it.
    public var response: String?
    /// Pictures and seconds, where the service counts in them.
    public var generation: GenerationUsage?
    /// How far the task is, when the answer says it.
    public var state: TaskReport.State?

    public init(usage: Usage? = nil, task: String? = nil, files: [String] = [], response: String? = nil) {
        self.usage = usage
        self.task = task
        self.files = files
        self.response = response
    }
}
