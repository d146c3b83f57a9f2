import Inference

/// What is written beside a result, so that it can be made again.
struct ResultSidecar {
    let job: Job
    let file: JobFile

    var json: JSONValue {
        let plan = job.plan
        var object = JSONObject([
            ("job", .string(job.id)), ("model", .string(job.reference.description)),
            ("mode", .string(plan.mode.rawValue)), ("prompt", plan.prompt.map { .string($0) } ?? .null),
            ("seed", plan.parameters["seed"] ?? .null),
        ])
        object["size"] = size
        object["resolution"] = resolution
        object["durationSeconds"] = plan.seconds.map { .int($0) }
        object["parameters"] = .object(plan.parameters)
        object["inputs"] = .array(plan.inputs.map(Self.input))
        object["taskId"] = job.task.map { .string($0.id) }
        object["requestId"] = (job.task?.requestID ?? job.results?.requestID).map { .string($0) }
        object["endpoint"] = .string(job.endpoint.rawValue)
        object["cost"] = job.cost.map {
            .object(JSONObject([("amount", .string("\($0.amount)")), ("currency", .string($0.currency))]))
        }
        object["texts"] = .array(job.results?.texts.map { .string($0) } ?? [])
        object["mediaType"] = .string(file.mediaType)
        object["bytes"] = .int(file.byteCount)
        object["sha256"] = .string(file.digest)
        return .object(object)
    }

    private var size: JSONValue? {
        switch job.plan.frame {
        case .size(let size): .string(size.description)
        case .word(let word): .string(word)
        default: nil
        }
    }

    private var resolution: JSONValue? {
        guard case .resolution(let name, _) = job.plan.frame else { return nil }
        return .string(name)
    }

    private static func input(_ planned: GenerationPlan.PlannedInput) -> JSONValue {
        let place =
            switch planned.input.source {
            case .file(let path): path
            case .address(let address): String(address.prefix { $0 != "?" })
            }
        return .object(JSONObject([("role", .string(planned.rule.role.rawValue)), ("source", .string(place))]))
    }
}
