public import HTTPTypes
public import Inference

/// Turns what the service said about a failure into the one error of the library, by the rows of `Resources/errors.json`.
///
/// ```swift
/// let classifier = ErrorClassifier(manifest: manifest)
/// let error = classifier.classify(head, body: bytes, of: call)
/// ```
public struct ErrorClassifier: Sendable {
    private let manifest: ProviderManifest
    private let siblings: @Sendable () -> [ProviderManifest]
    private let ownRules: [ErrorRule]?
    private let now: @Sendable () -> Double

    /// Creates a classifier. The built-in rows are read when the first error needs them.
    ///
    /// - Parameters:
    ///   - siblings: manifests of providers whose keys people mix up with this one's, for advice on refused keys.
    ///   - rules: rows instead of the built-in ones.
    ///   - now: the time in seconds since 1970, the clock's when `nil`; the service names reset times without a year.
    public init(
        manifest: ProviderManifest, siblings: @escaping @Sendable () -> [ProviderManifest] = { [] },
        rules: [ErrorRule]? = nil, now: (@Sendable () -> Double)? = nil
    ) {
        self.manifest = manifest
        self.siblings = siblings
        self.ownRules = rules
        self.now = now ?? { SystemTime.secondsSince1970 }
    }

    /// The rows in order.
    public var rules: [ErrorRule] { ownRules ?? ErrorRule.builtIn }

    /// The error of a refused request.
    public func classify(_ head: HTTPResponse, body: [UInt8], of call: FailedCall) -> InferenceError {
        var failure = ServiceFailure(body: body, status: head.status.code)
        let fields = ChatResponseFields(requestID: HTTPResponse.serviceRequestIDNames)
        failure.requestID = failure.requestID ?? fields.requestID(in: head)
        var error = classify(failure, of: call)
        if let wait = head.statedRetryAfter { error.retryAfter = wait }
        return error
    }

    /// The row that recognised an error, when one did.
    public func rule(of error: InferenceError) -> ErrorRule? {
        error.rule.flatMap { id in rules.first { $0.id == id } }
    }

    func classify(_ failure: ServiceFailure, of call: FailedCall) -> InferenceError {
        guard let rule = rules.first(where: { $0.matches(failure) }) else { return unrecognised(failure, of: call) }
        let advice = advice(on: failure, of: call)
        let resetAt = resetTime(rule, failure)
        return InferenceError(
            rule.code, advice.sentence(rule.says, quoting: failure.message), hint: advice.command(of: rule.hints),
            status: failure.status, serviceCode: failure.codes.first?.scrubbed(of: call.credential),
            requestID: failure.requestID,
            retryAfter: resetAt.map { .seconds(max(0, $0 - now())) } ?? rule.retryAfter.map { .seconds($0) },
            resetAt: resetAt, disposition: rule.disposition, rule: rule.id)
    }

    private func advice(on failure: ServiceFailure, of call: FailedCall) -> FailureAdvice {
        FailureAdvice(failure: failure, call: call, manifest: manifest, siblings: siblings)
    }

    private func resetTime(_ rule: ErrorRule, _ failure: ServiceFailure) -> Double? {
        switch rule.reset {
        case .message: ResetTime.stated(in: failure.message, now: now())
        case .week: ResetTime.nextMonday(after: now())
        case nil: nil
        }
    }

    /// An error that no row describes: refused without a known reason, or an answer that is none.
    private func unrecognised(_ failure: ServiceFailure, of call: FailedCall) -> InferenceError {
        let advice = advice(on: failure, of: call)
        let isRefusal = !failure.codes.isEmpty || !failure.message.isEmpty
        return InferenceError(
            isRefusal ? .unavailable : .malformedResponse,
            advice.sentence("the service answered with an error that is not known here", quoting: failure.message),
            status: failure.status, serviceCode: failure.codes.first?.scrubbed(of: call.credential),
            requestID: failure.requestID,
            disposition: FailureDisposition(retry: .once, rotates: false, triesNextModel: true, scope: .request))
    }
}
