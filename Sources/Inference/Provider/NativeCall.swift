public import HTTPTypes

/// A request in a service's own protocol, to be sent as its client wrote it.
public struct NativeCall: Sendable {
    public var method: HTTPRequest.Method
    /// The path below the base of the protocol, with the query: `/tasks/6b1c`.
    public var path: String
    /// Fields that describe the body and the answer; no credential and nothing about a connection.
    public var fields: HTTPFields
    public var body: [UInt8]
    /// Whether the body is a document that names a model, which is then spelled as the service does.
    public var namesModel: Bool

    public init(
        method: HTTPRequest.Method, path: String, fields: HTTPFields = HTTPFields(), body: [UInt8] = [],
        namesModel: Bool = false
    ) {
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

    public init(usage: Usage? = nil, task: String? = nil, files: [String] = []) {
        self.usage = usage
        self.task = task
        self.files = files
    }
}
