import Inference
import OpenClawHost

/// Jobs in their shapes.
struct JobListView: Renderable {
    let jobs: [Job]
    let now: Double

    var json: JSONValue { ["count": .int(jobs.count), "jobs": .array(jobs.map(\.json))] }

    var plain: [String] { jobs.map(\.id) }

    var text: [String] {
        guard !jobs.isEmpty else { return ["No jobs."] }
        var table = TextTable(columns: [
            .init("Job", width: 16), .init("State", width: 20), .init("Age", width: 7), .init("Model", width: 28),
            .init("Cost", width: 14), .init("Output", width: 1),
        ])
        for job in jobs {
            table.append([
                job.id, job.state.text, Self.age(now - job.createdAt), job.reference.description,
                (job.cost ?? job.plan.cost).map { (job.cost == nil ? "~" : "") + $0.text } ?? "-",
                job.files.first?.path ?? job.failure?.message ?? "-",
            ])
        }
        return table.lines
    }

    static func age(_ seconds: Double) -> String {
        let whole = max(0, Int(seconds))
        if whole < 120 { return "\(whole)s" }
        if whole < 7200 { return "\(whole / 60)m" }
        return whole < 172_800 ? "\(whole / 3600)h" : "\(whole / 86_400)d"
    }
}
