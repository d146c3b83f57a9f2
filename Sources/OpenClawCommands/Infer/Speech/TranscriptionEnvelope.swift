import Inference
import OpenClawHost

/// The result of the command that writes a recording down, in its shapes.
struct TranscriptionEnvelope: Renderable {
    private let prepared: PreparedTranscription
    private let attempts: [MediaEnvelope.Attempt]
    private let source: String
    private let format: TranscriptFormat
    private let job: Job?
    private let transcript: JSONValue?

    init(
        _ prepared: PreparedTranscription, attempts: [MediaEnvelope.Attempt], source: String,
        format: TranscriptFormat, job: Job?, transcript: JSONValue?
    ) {
        self.prepared = prepared
        self.attempts = attempts
        self.source = source
        self.format = format
        self.job = job
        self.transcript = transcript
    }

    private var head: EnvelopeHead {
        EnvelopeHead(
            capability: "audio.transcribe", reference: prepared.reference, endpoint: prepared.route.endpoint.id,
            attempts: attempts.map(\.json))
    }

    var json: JSONValue {
        let plan = prepared.plan
        return .members { object in
            head.write(job?.failure == nil, into: &object)
            object["mode"] = .string(plan.isTask ? "task" : "sync")
            object["outputs"] = .array(outputs)
            EnvelopeHead.write(job, estimate: plan.cost, into: &object)
            EnvelopeHead.write(plan.ignored, warnings: prepared.warnings, into: &object)
            object["error"] = job?.failure.map { ErrorReport($0.error).json }
        }
    }

    var plain: [String] { job?.files.map(\.path) ?? [] }

    var text: [String] {
        var lines = head.text(outputs: plain.count)
        lines += plain
        if let job, !job.state.isFinal { lines.append("job: \(job.id)") }
        return lines
    }

    private var outputs: [JSONValue] {
        guard let file = job?.files.first, let transcript else { return [] }
        return [
            .members { output in
                output["path"] = .string(source)
                output["text"] = transcript["text"] ?? ""
                output["kind"] = "audio.transcription"
                output["format"] = .string(format.rawValue)
                output["language"] = transcript["language"]
                output["durationSeconds"] = transcript["duration"]
                if format != .text { output["segments"] = transcript["segments"] }
                output["file"] = file.json
            }
        ]
    }
}
