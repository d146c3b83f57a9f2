import Inference

/// A line of the gateway's log for people.
struct LogLineView {
    private let object: JSONObject

    init?(_ line: String) {
        guard let object = (try? JSONValue(parsing: line))?.object else { return nil }
        self.object = object
    }

    func text(_ style: TextStyle) -> String {
        let time = object["time"]?.string ?? ""
        let level = object["level"]?.string ?? ""
        let head = "\(style.dim(time)) \(colored(level, style))"
        let text = object["log"]?.string == "access" ? access : message
        return head + " " + TerminalText.safe(text)
    }

    private var message: String {
        (object["msg"]?.string ?? "") + details(without: ["time", "level", "log", "msg"])
    }

    private var access: String {
        let field = { (name: String) in value(object[name]) }
        let line = "\(field("method")) \(field("path")) \(field("status")) \(field("ms")) ms"
        return line + details(without: ["time", "level", "log", "method", "path", "status", "ms"])
    }

    private func details(without names: Set<String>) -> String {
        object.members.filter { !names.contains($0.key) }.map { " \($0.key)=\(value($0.value))" }.joined()
    }

    private func value(_ value: JSONValue?) -> String { value.map { $0.string ?? $0.text } ?? "" }

    private func colored(_ level: String, _ style: TextStyle) -> String {
        switch level {
        case "error", "critical": style.red(level)
        case "warning": style.yellow(level)
        default: level
        }
    }
}
