/// A free question that tells whether an endpoint takes a key: a listing, or a request that is incomplete on purpose.
///
/// ```swift
/// probe.verdict(status: 401, code: "invalid_api_key")  // .refused
/// ```
public struct EndpointProbe: Hashable, Sendable {
    /// The HTTP method.
    public var method: String
    /// The path below the base URL of the endpoint.
    public var path: String
    /// The JSON body, for requests that have one.
    public var body: String?
    /// Answers that only a key of the endpoint gets. They are looked at first.
    public var accepts: [Answer]
    /// Answers to keys that the endpoint does not take.
    public var refuses: [Answer]

    public init(method: String, path: String, body: String? = nil, accepts: [Answer], refuses: [Answer]) {
        self.method = method
        self.path = path
        self.body = body
        self.accepts = accepts
        self.refuses = refuses
    }

    /// A kind of answer.
    public struct Answer: Hashable, Sendable {
        /// The HTTP status.
        public var status: Int
        /// The service's error codes that count; empty for any.
        public var codes: [String]

        public init(status: Int, codes: [String] = []) {
            self.status = status
            self.codes = codes
        }
    }

    /// What an answer says about the key.
    public enum Verdict: String, Hashable, Sendable {
        case accepted, refused, unclear
    }

    /// What an answer says about the key.
    ///
    /// - Parameter code: the error code in the body, if it has one.
    public func verdict(status: Int, code: String?) -> Verdict {
        if accepts.contains(where: { $0.matches(status, code) }) { return .accepted }
        return refuses.contains { $0.matches(status, code) } ? .refused : .unclear
    }
}

extension EndpointProbe.Answer {
    fileprivate func matches(_ status: Int, _ code: String?) -> Bool {
        guard self.status == status else { return false }
        return codes.isEmpty || code.map(codes.contains) == true
    }
}
