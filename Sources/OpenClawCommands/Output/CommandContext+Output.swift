package import Inference
import OpenClawHost

extension CommandContext {
    /// Prints one result on standard output in the shape that was asked for.
    package func show(_ result: some Renderable, as format: OutputFormat) throws(OutputClosed) {
        switch format {
        case .json: try output.write(JSONText.pretty(result.json) + "\n")
        case .text: try write(result.text)
        case .plain: try write(result.plain)
        }
    }

    /// Prints one JSON value on standard output.
    package func show(json: JSONValue) throws(OutputClosed) {
        try output.write(JSONText.pretty(json) + "\n")
    }

    /// Prints the JSON of a failure; unlike other data it never rightly holds anything that looks like a key.
    package func showError(_ json: JSONValue) throws(OutputClosed) {
        try output.write(scrubber.scrub(JSONText.pretty(json)) + "\n")
    }

    /// Prints one line of data.
    package func print(_ line: String) throws(OutputClosed) { try output.write(line + "\n") }

    /// Prints a line on standard error. Nobody listening there is no reason to stop.
    package func say(_ line: String) { try? diagnostics.write(line + "\n") }

    /// Prints advice on standard error.
    package func note(_ message: String) { say("note: \(message)") }

    /// Prints a warning on standard error.
    package func warn(_ message: String) { say("\(diagnosticStyle.yellow("warning:")) \(message)") }

    /// Colours for standard output.
    package var style: TextStyle { TextStyle(for: output, environment: environment) }

    /// Colours for standard error.
    package var diagnosticStyle: TextStyle { TextStyle(for: diagnostics, environment: environment) }

    private func write(_ lines: [String]) throws(OutputClosed) {
        guard !lines.isEmpty else { return }
        try output.write(lines.joined(separator: "\n") + "\n")
    }
}
