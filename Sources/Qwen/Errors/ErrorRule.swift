public import Inference

/// One row of the service's error table: how a failure is recognised, what it means and what to do about it.
///
/// The table is `Resources/errors.json`; its order matters, the first row that matches wins. Conditions look at the
/// fields `code`, `type` and `message` of an error only, never at a whole body or at a URL, and ignore case.
public struct ErrorRule: Hashable, Sendable {
    /// The name of the row, as it stands in `InferenceError.rule`.
    public let id: String
    /// What the failure means for the caller.
    public let code: InferenceError.Code
    /// What retries and failover may do.
    public let disposition: FailureDisposition
    /// How long to wait when the service does not say, in seconds.
    public let retryAfter: Int?
    /// How the end of an exhausted window is found.
    public let reset: Reset?
    /// The change that cures the request, when there is one.
    public let repair: Repair?
    /// The sentence for the user, with placeholders in braces.
    public let says: String
    /// Commands for the user, with placeholders; the first whose placeholders are all known is shown.
    public let hints: [String]
    /// The section of the reference that the row comes from.
    public let source: String

    let condition: Condition

    /// How the end of an exhausted window is found: it stands in the message, or it is the next Monday, 00:00 UTC+8.
    public enum Reset: String, Hashable, Sendable, Decodable { case message, week }

    /// A change of the request after which one more try is worth it.
    public enum Repair: String, Hashable, Sendable, Decodable {
        case outputLimit, thinkingBudget, dropThinkingBudget, thinkingOn, thinkingOff, dropThinking, jsonWord
        case dropParallelToolCalls, stream
    }

    /// What a failure has to look like.
    struct Condition: Hashable, Sendable {
        var status: [Int]?
        var codes: [String]?
        var all: [String]?
        var any: [String]?
    }
}

extension ErrorRule {
    /// Whether the row describes a failure.
    ///
    /// Errors inside an accepted stream have no status of their own; rows that ask for one do not match them.
    func matches(_ failure: ServiceFailure) -> Bool {
        if let wanted = condition.status, failure.status.map(wanted.contains) != true { return false }
        if let codes = condition.codes, !codes.contains(where: failure.hasCode(matching:)) { return false }
        let message = failure.comparableMessage
        if let all = condition.all, !all.allSatisfy({ message.contains($0) }) { return false }
        if let any = condition.any, !any.contains(where: { message.contains($0) }) { return false }
        return true
    }
}

extension ErrorRule: Decodable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case id, status, codes, all, any, code, retry, rotates, nextModel, scope, rest, probe, lesson, retryAfter, reset
        case repair, says, hints, source
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(String.self, forKey: .id)
        code = try fields.decode(InferenceError.Code.self, forKey: .code)
        disposition = FailureDisposition(
            retry: try fields.decodeIfPresent(FailureDisposition.Retry.self, forKey: .retry) ?? .never,
            rotates: try fields.decodeIfPresent(Bool.self, forKey: .rotates) ?? false,
            triesNextModel: try fields.decodeIfPresent(Bool.self, forKey: .nextModel) ?? false,
            scope: try fields.decodeIfPresent(FailureDisposition.Scope.self, forKey: .scope) ?? .request,
            rest: try fields.decodeIfPresent(FailureDisposition.Rest.self, forKey: .rest) ?? .brief,
            probing: try fields.decodeIfPresent(FailureDisposition.Probing.self, forKey: .probe),
            isLesson: try fields.decodeIfPresent(Bool.self, forKey: .lesson) ?? false)
        retryAfter = try fields.decodeIfPresent(Int.self, forKey: .retryAfter)
        reset = try fields.decodeIfPresent(Reset.self, forKey: .reset)
        repair = try fields.decodeIfPresent(Repair.self, forKey: .repair)
        says = try fields.decode(String.self, forKey: .says)
        hints = try fields.decodeIfPresent([String].self, forKey: .hints) ?? []
        source = try fields.decode(String.self, forKey: .source)
        condition = Condition(
            status: try fields.decodeIfPresent([Int].self, forKey: .status),
            codes: try fields.decodeIfPresent([String].self, forKey: .codes)?.map { $0.lowercased() },
            all: try fields.decodeIfPresent([String].self, forKey: .all)?.map { $0.lowercased() },
            any: try fields.decodeIfPresent([String].self, forKey: .any)?.map { $0.lowercased() })
    }

    /// The keys that a row may have, for the strict test of the resource file.
    static let knownKeys = Set(CodingKeys.allCases.map(\.rawValue))
}
