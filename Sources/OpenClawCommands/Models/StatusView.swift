import Inference
import OpenClawHost

/// The status in its three shapes.
struct StatusView: Renderable {
    private let status: ModelsStatus
    private let findings: [ProviderProbe.Finding]?
    private let rests: [RestStatus]
    private let zone: LocalZone

    /// - Parameters:
    ///   - findings: what probes found, `nil` when nothing was probed.
    ///   - rests: what is left alone.
    init(_ status: ModelsStatus, findings: [ProviderProbe.Finding]? = nil, rests: [RestStatus], zone: LocalZone) {
        self.status = status
        self.findings = findings
        self.rests = rests
        self.zone = zone
    }

    var plain: [String] { status.resolvedDefault.map { [$0.description] } ?? [] }

    var json: JSONValue {
        .members { object in
            object["configPath"] = .string(status.configPath)
            object["agentId"] = "main"
            object["agentDir"] = .string(status.agentDirectory)
            object["defaultModel"] = .text(status.configuredDefault)
            object["resolvedDefault"] = .text(status.resolvedDefault?.description)
            object["fallbacks"] = .strings(status.fallbacks)
            object["imageModel"] = .text(status.imageModel)
            object["imageFallbacks"] = .strings(status.imageFallbacks)
            object["aliases"] = AliasListView.object(status.aliases)
            object["allowed"] = .strings(status.configured)
            if !status.problems.isEmpty { object["problems"] = .strings(status.problems) }
            object["auth"] = StatusAuthJSON(status, findings: findings, rests: rests).value
        }
    }

    var text: [String] {
        var lines = models
        lines += ["", "Auth overview", line("Auth store", status.storePath)]
        let shell = status.shellImport
        let applied = shell.appliedKeys.isEmpty ? "" : " (\(shell.appliedKeys.joined(separator: ", ")))"
        lines.append(line("Shell env", (shell.isEnabled ? "on" : "off") + applied))
        lines += status.providers.map(StatusProviderLine.text)
        if !status.missing.isEmpty {
            lines += ["", "Missing auth"]
            lines += status.missing.map { "- \($0): run openclaw onboard" }
        }
        if !rests.isEmpty { lines += ["", "Left alone"] + rests.map { "- \($0.line(in: zone))" } }
        if !status.problems.isEmpty { lines += ["", "Problems"] + status.problems.map { "- \($0)" } }
        if let findings { lines += ["", "Auth probes"] + probes(findings) }
        return lines
    }

    private var models: [String] {
        let resolved = status.resolvedDefault?.description ?? "-"
        let raw = status.configuredDefault
        let suffix = raw == nil ? " (default of the provider)" : raw == resolved ? "" : " (from \(raw ?? ""))"
        return [
            line("Config", status.configPath), line("Agent dir", status.agentDirectory),
            line("Default", resolved + suffix), list("Fallbacks", status.fallbacks),
            line("Image model", status.imageModel ?? "-"), list("Image fallbacks", status.imageFallbacks),
            list("Aliases", status.aliases.map { "\($0.alias) -> \($0.reference)" }),
            list("Configured models", status.configured, empty: "all"),
        ]
    }

    private func probes(_ findings: [ProviderProbe.Finding]) -> [String] {
        guard !findings.isEmpty else { return ["- nothing to probe"] }
        var table = TextTable(columns: [
            .init("Model", width: 42), .init("Status", width: 10), .init("Time", width: 8), .init("Detail", width: 1),
        ])
        for finding in findings {
            table.append([
                finding.reference.description, finding.verdict.rawValue, "\(finding.duration.milliseconds) ms",
                finding.error?.message ?? finding.source ?? "",
            ])
        }
        return table.lines
    }

    private func list(_ label: String, _ values: [String], empty: String = "-") -> String {
        line("\(label) (\(values.count))", values.isEmpty ? empty : values.joined(separator: ", "))
    }

    private func line(_ label: String, _ value: String) -> String {
        label + String(repeating: " ", count: max(0, 14 - label.count)) + ": " + value
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
