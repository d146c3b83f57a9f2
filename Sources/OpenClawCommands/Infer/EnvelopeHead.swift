import Inference
import OpenClawHost

/// What every result of a command that asks a service begins with.
struct EnvelopeHead {
    let capability: String
    var reference: ModelRef?
    var endpoint: EndpointID?
    /// What was asked before, as each command shows it.
    var attempts: [JSONValue] = []

    func write(_ isOK: Bool, into object: inout JSONObject) {
        object["ok"] = .bool(isOK)
        object["capability"] = .string(capability)
        object["transport"] = "local"
        object["provider"] = .text(reference?.provider.rawValue)
        object["model"] = .text(reference?.model.rawValue)
        object["endpoint"] = endpoint.map { .string($0.rawValue) }
        object["attempts"] = .array(attempts)
    }

    /// The lines for people.
    func text(outputs count: Int) -> [String] {
        [
            "\(capability) via local", "provider: \(reference?.provider.rawValue ?? "")",
            "model: \(reference?.model.rawValue ?? "")", "outputs: \(count)",
        ]
    }

    /// What the user should know of wishes that were not kept.
    static func write(_ ignored: [IgnoredOverride], warnings: [String], into object: inout JSONObject) {
        if !ignored.isEmpty {
            object["ignoredOverrides"] = .array(
                ignored.map { ["key": .string($0.name), "value": .string($0.value)] })
        }
        if !warnings.isEmpty { object["warnings"] = .strings(warnings) }
    }

    /// How far the job is, and what it costs.
    static func write(_ job: Job?, estimate: CostEstimate?, into object: inout JSONObject) {
        object["job"] = job.map { .string($0.id) }
        object["state"] = job.map { .string($0.state.rawValue) }
        object["taskId"] = job?.task.map { .string($0.id) }
        object["requestId"] = (job?.task?.requestID ?? job?.results?.requestID).map { .string($0) }
        object["estimate"] = estimate?.json ?? .null
        object["cost"] = job?.cost?.json ?? .null
    }
}
