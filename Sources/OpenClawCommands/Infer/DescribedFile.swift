import Inference
import OpenClawHost

/// A file that was asked about, and what came of it.
struct DescribedFile: Sendable {
    /// As the user wrote it.
    var name: String
    var outcome = ChatOutcome()
    var description: Description?
    var error: InferenceError?

    func json(_ kind: Modality) -> JSONValue {
        .members { object in
            object["path"] = .string(name)
            if let description { object["text"] = .string(description.text) }
            let reference = outcome.route?.selection.reference
            object["provider"] = .text(reference?.provider.rawValue)
            object["model"] = .text(reference?.model.rawValue)
            object["kind"] = .string("\(kind).description")
            if let limit = description?.cutAt { object["cutAt"] = .int(limit) }
            object["usage"] = outcome.usage?.json
            object["cost"] = outcome.usage == nil ? nil : (outcome.cost ?? .unknown).json
            object["error"] = error.map { ErrorReport($0).json }
        }
    }
}

/// The JSON of `infer image describe` and its siblings: the same members for one file and for many, for descriptions and
/// for failures.
struct DescriptionEnvelope {
    let capability: String
    let kind: Modality
    let files: [DescribedFile]
    var error: ErrorReport?

    var json: JSONValue {
        let outcomes = files.map(\.outcome)
        let route = outcomes.lazy.compactMap(\.route).first
        let attempts = outcomes.flatMap(\.attempts)
        let reference = route?.selection.reference ?? attempts.last?.reference
        return .members { object in
            object["ok"] = .bool(error == nil)
            object["capability"] = .string(capability)
            object["transport"] = "local"
            object["provider"] = .text(reference?.provider.rawValue)
            object["model"] = .text(reference?.model.rawValue)
            object["endpoint"] = .text(route?.endpoint.id.rawValue)
            object["credential"] = .text(route?.account.credential.source.label)
            object["attempts"] = .array(attempts.map(\.json))
            // A single failure stands beside the outputs; of many, each has its own.
            let isFailure = files.count == 1 && error != nil && files[0].description == nil && files[0].error == nil
            object["outputs"] = .array(isFailure ? [] : files.map { $0.json(kind) })
            object["error"] = error?.json
        }
    }
}
