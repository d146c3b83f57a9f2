import Inference
import OpenClawHost

/// The body of a request for people: a line per member, without the messages.
struct ParameterTable {
    private let explanation: ChatExplanation
    private let style: TextStyle

    init(_ explanation: ChatExplanation, style: TextStyle) {
        self.explanation = explanation
        self.style = style
    }

    var lines: [String] {
        let rows = [("model", explanation.model.value, "")] + explanation.parameters.map(row)
        let names = rows.map(\.0.count).max() ?? 0
        let values = rows.map(\.1.count).max() ?? 0
        return rows.map { name, value, note in
            let cells = Self.padded(name, names) + "  " + Self.padded(value, values) + "  " + style.dim(note)
            return cells.trimmingTrailingSpaces()
        }
    }

    private func row(_ parameter: ExplainedParameter) -> (String, String, String) {
        let before = parameter.before.map { "was \(Self.short($0)); " } ?? ""
        let source = Self.source(of: parameter).map { " - \($0)" } ?? ""
        return (
            parameter.name, parameter.value.map(Self.short) ?? "not sent", before + parameter.why + source
        )
    }

    /// Where a member comes from: an option or the configuration.
    static func source(of parameter: ExplainedParameter) -> String? {
        parameter.isAsked ? options[parameter.name] : parameter.place
    }

    private static let options = [
        "max_tokens": "--max-tokens", "temperature": "--temperature", "top_p": "--top-p", "seed": "--seed",
        "enable_thinking": "--thinking", "reasoning_effort": "--thinking", "thinking_budget": "--thinking-budget",
        "response_format": "--schema", "tools": "--tools",
    ]

    private static func short(_ value: JSONValue) -> String {
        let text = String(decoding: value.serialized(), as: UTF8.self)
        return text.count > 44 ? text.prefix(41) + "..." : text
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
