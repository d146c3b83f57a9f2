package import Inference

/// What one endpoint said about a key.
package struct ProbeAnswer: Hashable, Sendable {
    package var target: ProbeTarget
    package var verdict: Verdict
    /// The HTTP status, when there was an answer.
    package var status: Int?
    /// The service's own error code.
    package var code: String?
    /// Why there was no answer.
    package var failure: InferenceError?
    /// How many models it listed, where it lists them.
    package var listed: Int?
    /// The clock of the service, in seconds since 1970.
    package var serverTime: Double?
    package var milliseconds: Int

    package enum Verdict: String, Hashable, Sendable {
        case accepted, refused, unclear, unreachable
    }

    package var endpoint: Endpoint { target.endpoint }

    /// What happened, without the name of the endpoint.
    package var reason: String {
        let answer = status.map { "\($0)" + (code.map { " \($0)" } ?? "") }
        switch verdict {
        case .accepted: return "accepted"
        case .refused: return "refused" + (answer.map { " (\($0))" } ?? "")
        case .unclear: return "unclear" + (answer.map { " (\($0))" } ?? "")
        case .unreachable: return "no answer" + (failure.map { " (\($0.message))" } ?? "")
        }
    }

    /// One line for `--verbose`.
    package var line: String {
        let proof = verdict == .accepted ? status.map { " (\($0))" } ?? "" : ""
        return "\(target.probe.method) \(target.host): \(endpoint.label): \(reason)\(proof), \(milliseconds) ms"
    }

    package var json: JSONValue {
        var object = JSONObject([
            ("endpoint", .string(endpoint.id.rawValue)), ("provider", .string(target.provider.rawValue)),
            ("plan", .string(endpoint.plan.rawValue)), ("region", .string(endpoint.region.rawValue)),
            ("host", .string(target.host)), ("verdict", .string(verdict.rawValue)),
        ])
        object["status"] = status.map(JSONValue.int) ?? .null
        object["code"] = code.map(JSONValue.string) ?? .null
        object["error"] = failure.map { .string($0.message) } ?? .null
        object["listed"] = listed.map(JSONValue.int) ?? .null
        object["milliseconds"] = .int(milliseconds)
        return .object(object)
    }
}
