public import HTTPTypes

/// Which header fields of an answer mean something to the reader of its body. Services name them differently.
public struct ChatResponseFields: Hashable, Sendable {
    /// Names of fields that may hold the service's request id; the first one present counts.
    public var requestID: [String]
    /// The name of the field by which a service marks an answer that it cut short with `true`, when it has one.
    public var partialMark: String?

    public init(requestID: [String] = ["x-request-id"], partialMark: String? = nil) {
        self.requestID = requestID
        self.partialMark = partialMark
    }

    /// The request id in a response head.
    public func requestID(in head: HTTPResponse) -> String? {
        requestID.lazy.compactMap { Self.value(of: $0, in: head) }.first
    }

    /// Whether a response head marks its body as cut short.
    public func isPartial(_ head: HTTPResponse) -> Bool {
        partialMark.flatMap { Self.value(of: $0, in: head) }?.lowercased() == "true"
    }

    private static func value(of name: String, in head: HTTPResponse) -> String? {
        guard let name = HTTPField.Name(name), let value = head.headerFields[name], !value.isEmpty else { return nil }
        return value
    }
}
