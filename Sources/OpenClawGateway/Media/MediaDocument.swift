import Inference
import OpenClawHost

/// Jobs as OpenAI's clients read them.
struct MediaDocument {
    let job: Job
    /// Seconds since 1970.
    let now: Double

    /// `queued`, `in_progress`, `completed` or `failed`.
    var status: String {
        switch job.state {
        case .prepared, .submitting, .waiting: "queued"
        case .running, .fetching: "in_progress"
        case .succeeded: "completed"
        case .failed, .cancelled, .expired, .unresolved: "failed"
        }
    }

    var json: JSONValue {
        var object = JSONObject([
            ("id", .string(job.id)), ("object", .string(job.kind.rawValue)),
            ("created_at", .int(Int(job.createdAt))), ("status", .string(status)),
            ("model", .string(job.reference.description)), ("progress", .int(progress)),
            ("prompt", job.plan.prompt.map { .string($0) } ?? .null),
            ("completed_at", job.state == .succeeded ? .int(Int(job.updatedAt)) : .null), ("expires_at", .null),
            ("size", .string(size)), ("error", error),
        ])
        if job.kind == .video {
            object["seconds"] = .string(job.plan.seconds.map(String.init) ?? "0")
            object["remixed_from_video_id"] = .null
        }
        return .object(object)
    }

    /// Nobody says how far the service is, so that it is guessed from the time that such things take.
    private var progress: Int {
        switch job.state {
        case .succeeded: return 100
        case .fetching: return 99
        case .running:
            let elapsed = now - (job.submittedAt ?? job.createdAt)
            return min(95, max(1, Int(elapsed * 100 / Double(job.plan.typicalSeconds ?? 120))))
        default: return 0
        }
    }

    private var size: String {
        switch job.plan.frame {
        case .size(let size): size.description
        case .word(let word): word
        case .resolution(let name, let ratio): ratio.map { "\(name) \($0)" } ?? name
        case .unsaid: "auto"
        }
    }

    private var error: JSONValue {
        guard status == "failed" else { return .null }
        var object = JSONObject([
            ("code", .string(job.failure?.code.rawValue ?? job.state.rawValue)),
            ("message", .string(job.failure?.message ?? "it \(job.state.rawValue)")),
        ])
        object["hint"] = job.failure?.hint.map { .string($0) }
        return .object(object)
    }

    /// How many milliseconds a client should leave between two questions.
    var pollAfter: Int { min(max((job.plan.typicalSeconds ?? 60) * 1000 / 60, 1000), 5000) }
}
