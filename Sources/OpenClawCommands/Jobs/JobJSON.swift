import Inference
import OpenClawHost

extension Job {
    /// The job for programs.
    var json: JSONValue {
        .members { object in
            object["id"] = .string(id)
            object["state"] = .string(state.rawValue)
            object["kind"] = .string(kind.rawValue)
            object["model"] = .string(reference.description)
            object["endpoint"] = .string(endpoint.rawValue)
            object["prompt"] = .text(plan.prompt)
            object["createdAt"] = .number(JSONNumber(createdAt))
            object["updatedAt"] = .number(JSONNumber(updatedAt))
            object["submittedAt"] = submittedAt.map { .number(JSONNumber($0)) }
            object["submissions"] = .int(submissions)
            object["taskId"] = task.map { .string($0.id) }
            object["requestId"] = (task?.requestID ?? results?.requestID).map { .string($0) }
            object["estimate"] = plan.cost?.json ?? .null
            object["cost"] = cost?.json ?? .null
            object["outputs"] = .array(files.map(\.json))
            object["error"] = failure.map { ErrorReport($0.error).json }
        }
    }
}

extension JobFile {
    var json: JSONValue {
        ["path": .string(path), "mimeType": .string(mediaType), "size": .int(byteCount), "sha256": .string(digest)]
    }
}

extension CostEstimate {
    var json: JSONValue { ["amount": .string("\(amount)"), "currency": .string(currency)] }

    /// For people.
    var text: String { "\(AmountText.short(amount)) \(currency)" }
}
