import Inference
import OpenClawHost

/// One provider of the status for people.
enum StatusProviderLine {
    static func text(_ provider: ProviderStatus) -> String {
        var parts = ["effective=\(provider.effective?.source.label ?? "missing")"]
        if let target = provider.target { parts.append("endpoint=\(target.endpoint.label) (\(target.origin))") }
        if let problem = provider.problem { parts.append("problem=\(problem)") }
        if !provider.profiles.isEmpty {
            let count = { (kind: AuthProfile.Kind) in provider.profiles.count { $0.kind == kind } }
            parts.append(
                "profiles=\(provider.profiles.count) (oauth=\(count(.oauth)), token=\(count(.token)), "
                    + "api_key=\(count(.apiKey)))")
            parts += provider.profiles.map { "\($0.id)=\($0.masked)" }
        }
        for candidate in provider.candidates {
            guard let secret = candidate.secret else { continue }
            switch candidate.source {
            case .variable(_, let place): parts.append("env=\(secret.masked)|source=\(place)")
            case .settings(_, let place): parts.append("models.json=\(secret.masked)|source=\(place)")
            case .profile, .loopback: break
            }
        }
        return "- \(provider.id) \(parts.joined(separator: " | "))"
    }
}
