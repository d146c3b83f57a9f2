import Inference
import OpenClawHost

/// One job in its shapes.
struct JobView: Renderable {
    let job: Job

    var json: JSONValue { job.json }
    var plain: [String] { job.files.map(\.path) }

    var text: [String] {
        var lines = [
            "job: \(job.id)", "state: \(job.state.text)", "model: \(job.reference)", "endpoint: \(job.endpoint)",
        ]
        if let prompt = job.plan.prompt { lines.append("prompt: \(TerminalText.safe(prompt))") }
        if let task = job.task { lines.append("task: \(task.id)") }
        if let cost = job.cost {
            lines.append("cost: \(cost.text)")
        } else if let cost = job.plan.cost {
            lines.append("estimate: \(cost.text)")
        }
        for file in job.files { lines.append("output: \(file.path) (\(file.byteCount) bytes)") }
        if let failure = job.failure {
            lines.append("error: \(TerminalText.safe(failure.message))")
            if let hint = failure.hint { lines.append("hint: \(hint)") }
        }
        return lines
    }
}
