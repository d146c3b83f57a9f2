import Inference
import OpenClawHost

/// The result of the command that speaks, in its shapes.
struct SpeechEnvelope: Renderable {
    private let prepared: PreparedSpeech
    private let attempts: [MediaEnvelope.Attempt]
    private let outcome: SpeechOutcome?
    private let file: JobFile?
    private let error: ErrorReport?

    init(
        _ prepared: PreparedSpeech, attempts: [MediaEnvelope.Attempt] = [], outcome: SpeechOutcome? = nil,
        file: JobFile? = nil, error: ErrorReport? = nil
    ) {
        self.prepared = prepared
        self.attempts = attempts
        self.outcome = outcome
        self.file = file
        self.error = error
    }

    private var head: EnvelopeHead {
        EnvelopeHead(
            capability: "tts.convert", reference: prepared.reference, endpoint: prepared.endpoint.id,
            attempts: attempts.map(\.json))
    }

    var json: JSONValue {
        let plan = prepared.plan
        return .members { object in
            head.write(error == nil, into: &object)
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
            EnvelopeHead.write(plan.ignored, warnings: prepared.warnings, into: &object)
            object["error"] = error?.json
        }
    }

    var plain: [String] { file.map { [$0.path] } ?? [] }

    var text: [String] {
        head.text(outputs: plain.count) + plain
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
