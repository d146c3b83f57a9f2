import Inference
import OpenClawHost

/// What was written for a client, or what it has to be told.
struct ConnectView: Renderable {
    let job: ConnectJob
    let key: ConnectJob.Key
    let values: ConnectValues
    let changes: [ConnectJob.Change]
    /// The files that were written; `nil` when the settings are only shown.
    let written: [String]?

    var json: JSONValue {
        .members { object in
            object["client"] = .string(job.recipe.id)
            object["address"] = .string(values.address)
            object["model"] = .string(values.model)
            object["key"] = written == nil ? .text(key.secret?.expose()) : .text(key.secret?.masked)
            object["written"] = written.map { .strings($0) } ?? .null
            object["files"] = .array(
                changes.map { change in
                    .members { object in
                        object["path"] = .string(change.path)
                        if written == nil { object["content"] = .string(change.excerpt) }
                    }
                })
            object["variables"] = .members { object in
                guard written == nil else { return }
                for variable in job.recipe.variables { object[variable.name] = .string(values.filled(variable.value)) }
            }
            object["steps"] = .strings(steps)
        }
    }

    var text: [String] { written.map(report) ?? settings }

    private func report(_ written: [String]) -> [String] {
        var lines = written.map { "wrote \(short($0))" }
        if written.isEmpty, !changes.isEmpty {
            lines.append("\(job.recipe.label) is connected already; nothing has changed")
        }
        if !job.recipe.variables.isEmpty { lines.append("Use it in a shell with: . \(short(job.variablesFile))") }
        return lines + steps + end
    }

    private var settings: [String] {
        var lines: [String] = []
        for change in changes where change.path != job.variablesFile {
            lines += ["\(short(change.path)):", ""] + change.excerpt.split(separator: "\n").map { "  " + $0 } + [""]
        }
        for variable in job.recipe.variables {
            lines.append("export \(variable.name)='\(values.filled(variable.value))'")
        }
        lines += steps.map { "# " + $0 }
        if case .unknown = key {
            lines.append(
                "# \(job.recipe.label) has a key already, which is stored as a hash only; for a new one: "
                    + "openclaw connect \(job.recipe.id) --rotate")
        }
        return lines
    }

    private var steps: [String] { job.recipe.steps.map(values.filled) }

    private var end: [String] {
        let check = job.recipe.check.map { ["Try it: \(values.filled($0))"] } ?? []
        return check + ["Undo it: openclaw connect \(job.recipe.id) --undo"]
    }

    private func short(_ path: String) -> String { job.installation.locations.shortened(path) }
}
