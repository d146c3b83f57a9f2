/// The one error of the library: what failed, why, and what to do next.
///
/// `description` is safe to show: it never holds a key, a prompt or a header.
public struct InferenceError: Error, Hashable, Sendable {
    /// What the caller should do about it.
    public var code: Code
    /// One line in lower case without a full stop: what failed and what was expected.
    public var message: String
    /// The next command to run or setting to change, when there is one.
    public var hint: String?
    /// The HTTP status, when the service answered.
    public var status: Int?
    /// The service's own error code, verbatim.
    public var serviceCode: String?
    /// The service's id of the failed request.
    public var requestID: String?
    /// How long the service asks to wait.
    public var retryAfter: Duration?
    /// When the exhausted window opens again, in seconds since 1970, when the service said so.
    public var resetAt: Double?
    /// What failover may do about it; `nil` when only `code` is known.
    public var disposition: FailureDisposition?
    /// The provider's rule that recognised the failure, for logs and for repairs.
    public var rule: String?

    public init(
        _ code: Code, _ message: String, hint: String? = nil, status: Int? = nil, serviceCode: String? = nil,
        requestID: String? = nil, retryAfter: Duration? = nil, resetAt: Double? = nil,
        disposition: FailureDisposition? = nil, rule: String? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.status = status
        self.serviceCode = serviceCode
        self.requestID = requestID
        self.retryAfter = retryAfter
        self.resetAt = resetAt
        self.disposition = disposition
        self.rule = rule
    }
}

extension InferenceError: CustomStringConvertible {
    public var description: String {
        var text = "\(code): \(message)"
        if let status { text += " (status \(status))" }
        if let requestID { text += " [request \(requestID)]" }
        return text
    }
}
