import Inference
import OpenClawHost

// What is noted of a request for a model, and the header fields by which its client learns of it.
extension AccessEntry.ChatAccount {
    /// A request is about to go out.
    init(_ route: some CallRoute, attempts: Int, deadlines: Deadlines) {
        self.init(
            model: route.selection.name, endpoint: route.endpointID.rawValue, attempts: attempts,
            deadlines: deadlines)
    }

    /// Nobody answered.
    init(failed attempts: [ChatAttempt]) {
        let last = attempts.last
        self.init(
            model: last?.reference.description ?? "", endpoint: last?.endpoint?.rawValue ?? "",
            attempts: attempts.count, tries: attempts)
    }

    /// An answer has begun.
    mutating func accept(_ attempts: [ChatAttempt], adjustments: [Adjustment]) {
        self.attempts = max(1, attempts.count)
        if attempts.count > 1 { tries = attempts }
        self.adjustments = adjustments
    }

    /// Another way failed before this one was tried.
    mutating func follow(_ failed: Self, after error: InferenceError) {
        var tries = failed.tries.isEmpty ? [failed.asAttempt].compactMap(\.self) : failed.tries
        if !tries.isEmpty { tries[tries.count - 1].error = error }
        self.tries = tries + [asAttempt].compactMap(\.self)
        attempts = failed.attempts + 1
    }

    private var asAttempt: ChatAttempt? {
        ModelRef(parsing: model).map { ChatAttempt(reference: $0, endpoint: EndpointID(rawValue: endpoint)) }
    }

    /// Bytes of a value; what is longer is cut.
    private static let limit = 1024

    /// - Parameter warnings: what the client should know of the name that it chose.
    func fields(with warnings: [String] = []) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        fields.reserveCapacity(5)
        fields.append(("x-openclaw-attempts", String(attempts)))
        if !model.isEmpty { fields.append(("x-openclaw-model", model)) }
        if !endpoint.isEmpty { fields.append(("x-openclaw-endpoint", endpoint)) }
        if !adjustments.isEmpty {
            fields.append(("x-openclaw-adjustments", Self.list(adjustments.map { "\($0.rule): \($0.message)" })))
        }
        if !warnings.isEmpty { fields.append(("x-openclaw-warning", Self.list(warnings))) }
        return fields
    }

    private static func list(_ items: [String]) -> String {
        let text = items.joined(separator: "; ")
        return text.utf8.count <= limit ? text : String(decoding: text.utf8.prefix(limit - 3), as: UTF8.self) + "..."
    }
}
