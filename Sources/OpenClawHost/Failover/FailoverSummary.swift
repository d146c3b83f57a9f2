package import Inference

/// Why no target answered: every attempt, and every target that was left alone because it rests.
package struct FailoverSummary: Sendable {
    package var failures: [FailoverMachine.Failure]
    package var resting: [Resting]
    /// The failure that ended the run at once, if one did.
    package var final: InferenceError?
    /// When the first rest ends, in seconds since 1970.
    package var soonest: Double?

    /// A target that was not asked.
    package struct Resting: Hashable, Sendable {
        package var target: FailoverTarget
        package var rest: CredentialRest
    }

    /// The one error of the run. A single attempt speaks for itself; of several, each is named.
    package func error(at now: Double) -> InferenceError {
        let leading = failures.first.flatMap { first in failures.last { $0.target.isSameModel(as: first.target) } }
        guard var error = final ?? leading?.error ?? resting.first?.rest.error else {
            return InferenceError(.invalidConfiguration, "no model was named")
        }
        let lines = Self.counted(failures.map(Self.line) + resting.map(Self.line))
        if lines.count > 1 {
            error.message = "All models failed (\(failures.count + resting.count)): " + lines.joined(separator: " | ")
        } else if failures.count > 1 {
            error.message += " (\(failures.count) attempts)"
        } else if failures.isEmpty {
            error.message += " (left alone since an earlier failure)"
        }
        let wait = soonest.map { Int(($0 - now).rounded(.up)) } ?? 0
        if wait > 0, lines.count > 1 || failures.isEmpty {
            error.message += "; the soonest cooldown ends in \(Self.span(wait))"
        }
        error.resetAt = error.resetAt ?? soonest
        error.hint = error.hint ?? (soonest == nil ? nil : "openclaw models status --probe")
        return error
    }

    private static func line(_ failure: FailoverMachine.Failure) -> String {
        "\(name(failure.target)): \(failure.error.message) (\(FailureReason(failure.error).rawValue))"
    }

    private static func line(_ resting: Resting) -> String {
        "\(name(resting.target)): \(resting.rest.message) (\(resting.rest.reason.rawValue), not asked)"
    }

    /// The lines with repetitions counted.
    private static func counted(_ lines: [String]) -> [String] {
        var counted: [(line: String, count: Int)] = []
        for line in lines {
            if let index = counted.firstIndex(where: { $0.line == line }) {
                counted[index].count += 1
            } else {
                counted.append((line, 1))
            }
        }
        return counted.map { $0.count == 1 ? $0.line : "\($0.line) x\($0.count)" }
    }

    private static func name(_ target: FailoverTarget) -> String { "\(target.provider)/\(target.model)" }

    /// A span of time in its largest useful unit.
    static func span(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\((seconds + 59) / 60) min"
        case ..<172_800: "\((seconds + 3599) / 3600) h"
        default: "\((seconds + 86_399) / 86_400) days"
        }
    }
}
