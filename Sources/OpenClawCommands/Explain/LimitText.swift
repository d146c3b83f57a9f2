import Inference
import OpenClawHost

/// Limits for people.
enum LimitText {
    static func tokens(_ limits: ExplainedLimits) -> String {
        let known = limits.tokens.map { "\($0.name) \(grouped($0.value))" }.joined(separator: ", ")
        return known.isEmpty ? "unknown" : known + " tokens"
    }

    static func windows(of plan: Plan) -> String {
        let parts = plan.windows.map { "\($0.label) \($0.limit.map(grouped) ?? "by edition")" }
        return "\(plan.label): " + parts.joined(separator: ", ")
    }

    /// `1,000,000`
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
            text.append(digit.element)
        }
    }

    /// A duration in seconds without needless digits.
    static func seconds(_ duration: Duration) -> String {
        let seconds = duration / .seconds(1)
        return seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
