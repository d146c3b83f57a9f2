import Inference
import OpenClawHost

/// The result of the command that writes a recording down, in its shapes.
struct TranscriptionEnvelope: Renderable {
    private let prepared: PreparedTranscription
    private let source: String
    private let format: TranscriptFormat
    private let job: Job?
    private let transcript: JSONValue?

    init(
        _ prepared: PreparedTranscription, source: String, format: TranscriptFormat, job: Job?, transcript: JSONValue?
    ) {
        self.prepared = prepared
        self.source = source
        self.format = format
        self.job = job
        self.transcript = transcript
    }

    var json: JSONValue {
        let plan = prepared.plan
        return .members { object in
            object["ok"] = .bool(job?.failure == nil)
            object["capability"] = "audio.transcribe"
            object["transport"] = "local"
            object["provider"] = .string(prepared.reference.provider.rawValue)
            object["model"] = .string(prepared.reference.model.rawValue)
            object["endpoint"] = .string(prepared.route.endpoint.id.rawValue)
            object["attempts"] = []
            object["mode"] = .string(plan.isTask ? "task" : "sync")
            object["outputs"] = .array(outputs)
            object["job"] = job.map { .string($0.id) }
            object["state"] = job.map { .string($0.state.rawValue) }
            object["taskId"] = job?.task.map { .string($0.id) }
            object["requestId"] = (job?.task?.requestID ?? job?.results?.requestID).map { .string($0) }
            object["estimate"] = plan.cost?.json ?? .null
            object["cost"] = job?.cost?.json ?? .null
            if !plan.ignored.isEmpty {
                object["ignoredOverrides"] = .array(
                    plan.ignored.map { ["key": .string($0.name), "value": .string($0.value)] })
            }
            if !prepared.warnings.isEmpty { object["warnings"] = .strings(prepared.warnings) }
            object["error"] = job?.failure.map { ErrorReport($0.error).json }
        }
    }

    var plain: [String] { job?.files.map(\.path) ?? [] }

    var text: [String] {
        var lines = [
            "audio.transcribe via local", "provider: \(prepared.reference.provider)",
            "model: \(prepared.reference.model)", "outputs: \(plain.count)",
        ]
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
