import Inference
import OpenClawHost

/// The result of a command that makes pictures or clips, in its shapes.
struct MediaEnvelope: Renderable {
    /// A model that was asked before, and why that failed.
    struct Attempt: Sendable {
        var reference: ModelRef
        var error: InferenceError

        var json: JSONValue {
            [
                "provider": .string(reference.provider.rawValue), "model": .string(reference.model.rawValue),
                "error": .string(error.message),
            ]
        }
    }

    private let capability: String
    private let generation: PreparedGeneration
    private let attempts: [Attempt]
    private let job: Job?

    init(_ capability: String, _ generation: PreparedGeneration, attempts: [Attempt], job: Job? = nil) {
        self.capability = capability
        self.generation = generation
        self.attempts = attempts
        self.job = job
    }

    private var head: EnvelopeHead {
        EnvelopeHead(
            capability: capability, reference: generation.reference, endpoint: generation.route.endpoint.id,
            attempts: attempts.map(\.json))
    }

    var json: JSONValue {
        let plan = generation.plan
        return .members { object in
            head.write(job?.failure == nil, into: &object)
            object["mode"] = .string(plan.mode.rawValue)
            object["outputs"] = .array(outputs)
            if isStory { object["texts"] = .strings(job?.results?.texts ?? []) }
            EnvelopeHead.write(job, estimate: plan.cost, into: &object)
            if !plan.normalizations.isEmpty { object["normalization"] = normalization }
            EnvelopeHead.write(plan.ignored, warnings: generation.warnings, into: &object)
            object["error"] = job?.failure.map { ErrorReport($0.error).json }
        }
    }

    var plain: [String] { job?.files.map(\.path) ?? [] }

    var text: [String] {
        var lines = head.text(outputs: plain.count)
        if isStory { lines += job?.results?.texts ?? [] }
        lines += plain
        if let job, !job.state.isFinal { lines.append("job: \(job.id)") }
        return lines
    }

    /// Whether the words of the model are a result and not its understanding of the prompt.
    private var isStory: Bool { generation.plan.mode == .interleave }

    private var outputs: [JSONValue] {
        (job?.files ?? []).enumerated().map { index, file in
            var output = file.json.object ?? JSONObject()
            if generation.plan.kind == .image, let size = (try? MediaFacts(ofFile: file.path))?.size {
                output["width"] = .int(size.width)
                output["height"] = .int(size.height)
            }
            if !isStory, let texts = job?.results?.texts, texts.indices.contains(index) {
                output["revisedPrompt"] = .string(texts[index])
            }
            return .object(output)
        }
    }

    private var normalization: JSONValue {
        .members { object in
            for change in generation.plan.normalizations {
                var entry = JSONObject([
                    ("requested", .string(change.requested)), ("applied", .string(change.applied)),
                ])
                entry["derivedFrom"] = change.derivedFrom.map { .string($0) }
                if !change.supported.isEmpty { entry["supportedValues"] = .strings(change.supported) }
                object[change.name] = .object(entry)
            }
        }
    }
}
