import Inference
import OpenClawHost

/// The result of the command that speaks, in its shapes.
struct SpeechEnvelope: Renderable {
    private let prepared: PreparedSpeech
    private let outcome: SpeechOutcome?
    private let file: JobFile?
    private let error: ErrorReport?

    init(
        _ prepared: PreparedSpeech, outcome: SpeechOutcome? = nil, file: JobFile? = nil, error: ErrorReport? = nil
    ) {
        self.prepared = prepared
        self.outcome = outcome
        self.file = file
        self.error = error
    }

    var json: JSONValue {
        let plan = prepared.plan
        return .members { object in
            object["ok"] = .bool(error == nil)
            object["capability"] = "tts.convert"
            object["transport"] = "local"
            object["provider"] = .string(prepared.reference.provider.rawValue)
            object["model"] = .string(prepared.reference.model.rawValue)
            object["endpoint"] = .string(prepared.endpoint.id.rawValue)
            object["attempts"] = []
            object["voice"] = .string(plan.voice)
            object["language"] = .text(plan.language)
            object["format"] = .string(plan.format.rawValue)
            object["sampleRate"] = .int(plan.sampleRate)
            object["characters"] = .int(outcome?.characters ?? plan.characters)
            object["requests"] = .int(plan.requests.count)
            object["outputs"] = .array(outputs)
            object["requestIds"] = .strings(outcome?.requestIDs ?? [])
            object["estimate"] = plan.cost?.json ?? .null
            object["cost"] = outcome?.cost?.json ?? .null
            if !plan.ignored.isEmpty {
                object["ignoredOverrides"] = .array(
                    plan.ignored.map { ["key": .string($0.name), "value": .string($0.value)] })
            }
            if !prepared.warnings.isEmpty { object["warnings"] = .strings(prepared.warnings) }
            object["error"] = error?.json
        }
    }

    var plain: [String] { file.map { [$0.path] } ?? [] }

    var text: [String] {
        [
            "tts.convert via local", "provider: \(prepared.reference.provider)", "model: \(prepared.reference.model)",
            "outputs: \(plain.count)",
        ] + plain
    }

    private var outputs: [JSONValue] {
        guard let file, var output = file.json.object else { return [] }
        if prepared.plan.streamFormat == .pcm, let outcome {
            let seconds = Double(outcome.byteCount) / Double(prepared.plan.sampleRate * 2)
            output["durationSeconds"] = .number(JSONNumber(seconds))
        }
        return [.object(output)]
    }
}
