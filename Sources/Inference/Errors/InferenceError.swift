/// The one error of the library: what failed, why, and what to do next.
///
/// `description` is safe to show: it never holds a key, a prompt or a header.
public struct InferenceError: Error, Hashable, Sendable {
    /// What the caller should do about it.
    public var code: Code {
        get { box.facts.code }
        set { change { $0.code = newValue } }
    }
    /// One line in lower case without a full stop: what failed and what was expected.
    public var message: String {
        get { box.facts.message }
        set { change { $0.message = newValue } }
    }
    /// The next command to run or setting to change, when there is one.
    public var hint: String? {
        get { box.facts.hint }
        set { change { $0.hint = newValue } }
    }
    /// The HTTP status, when the service answered.
    public var status: Int? {
        get { box.facts.status }
        set { change { $0.status = newValue } }
    }
    /// The service's own error code, verbatim.
    public var serviceCode: String? {
        get { box.facts.serviceCode }
        set { change { $0.serviceCode = newValue } }
    }
    /// The service's id of the failed request.
    public var requestID: String? {
        get { box.facts.requestID }
        set { change { $0.requestID = newValue } }
    }
    /// How long the service asks to wait.
    public var retryAfter: Duration? {
        get { box.facts.retryAfter }
        set { change { $0.retryAfter = newValue } }
    }
    /// When the exhausted window opens again, in seconds since 1970, when the service said so.
    public var resetAt: Double? {
        get { box.facts.resetAt }
        set { change { $0.resetAt = newValue } }
    }
    /// What failover may do about it; `nil` when only `code` is known.
    public var disposition: FailureDisposition? {
        get { box.facts.disposition }
        set { change { $0.disposition = newValue } }
    }
    /// The provider's rule that recognised the failure, for logs and for repairs.
    public var rule: String? {
        get { box.facts.rule }
        set { change { $0.rule = newValue } }
    }

    /// Nearly every function may throw this and nearly every outcome may hold it, so it is as small as a reference.
    private var box: Box

    public init(
        _ code: Code, _ message: String, hint: String? = nil, status: Int? = nil, serviceCode: String? = nil,
        requestID: String? = nil, retryAfter: Duration? = nil, resetAt: Double? = nil,
        disposition: FailureDisposition? = nil, rule: String? = nil
    ) {
        box = Box(
            Facts(
                code: code, message: message, hint: hint, status: status, serviceCode: serviceCode,
                requestID: requestID, retryAfter: retryAfter, resetAt: resetAt, disposition: disposition, rule: rule))
    }

    private mutating func change(_ edit: (inout Facts) -> Void) {
        var facts = box.facts
        edit(&facts)
        box = Box(facts)
    }

    public static func == (left: Self, right: Self) -> Bool { left.box.facts == right.box.facts }

    public func hash(into hasher: inout Hasher) { hasher.combine(box.facts) }
}

extension InferenceError {
    private struct Facts: Hashable, Sendable {
        var code: Code
        var message: String
        var hint: String?
        var status: Int?
        var serviceCode: String?
        var requestID: String?
        var retryAfter: Duration?
        var resetAt: Double?
        var disposition: FailureDisposition?
        var rule: String?
    }

    private final class Box: Sendable {
        let facts: Facts

        init(_ facts: Facts) { self.facts = facts }
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
