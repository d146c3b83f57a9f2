import Inference
import OpenClawHost

/// Puts a client's settings into its file and leaves everything else as it stands.
struct ConfigurationMerge {
    let file: ClientFile
    let values: ConnectValues

    /// The file afterwards.
    ///
    /// - Parameter bytes: the file as it is; `nil` when there is none.
    /// - Throws: `.invalidConfiguration` when it is written in a way that cannot be changed without risk.
    func merged(into bytes: [UInt8]?) throws(InferenceError) -> [UInt8] {
        let text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? values.filled(file.seed)
        guard bytes == nil || Array(text.utf8) == bytes else { throw refusal("it is not UTF-8") }
        switch file.format {
        case .json: return try json(text)
        case .toml: return Array(try toml(text).utf8)
        case .yaml: return Array(try yaml(text).utf8)
        case .env: return Array(environment(text).utf8)
        }
    }

    private func json(_ text: String) throws(InferenceError) -> [UInt8] {
        do {
            var editor = JSON5Editor(try JSON5Document(text))
            for (path, value) in file.values {
                try editor.set(values.filled(value), at: try ConfigurationPath(parsing: values.filled(path)))
            }
            return editor.document.bytes
        } catch {
            throw refusal("\(error)")
        }
    }

    private func toml(_ text: String) throws(InferenceError) -> String {
        var document = TOMLLines(text)
        do throws(LineEditError) {
            for (key, value) in file.values { try document.set(key, Self.quoted(values.filled(value)), in: nil) }
            for (table, members) in file.tables {
                for member in members.members {
                    try document.set(member.key, Self.quoted(values.filled(member.value)), in: table)
                }
            }
        } catch {
            throw refusal(error.message)
        }
        return document.text
    }

    private func yaml(_ text: String) throws(InferenceError) -> String {
        var document = YAMLLines(text)
        do throws(LineEditError) {
            for (key, value) in file.values { try document.set(key, Self.quoted(values.filled(value))) }
            for (list, members) in file.elements {
                let element = members.members.map { ($0.key, Self.quoted(values.filled($0.value))) }
                try document.setElement(of: list, element)
            }
        } catch {
            throw refusal(error.message)
        }
        return document.text
    }

    private func environment(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        for (name, value) in file.values {
            let line = "export \(name)='\(values.filled(value).string ?? "")'"
            if let index = lines.firstIndex(where: { $0.hasPrefix("export \(name)=") }) {
                lines[index] = line
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A scalar as JSON writes it, which TOML and YAML read the same way.
    private static func quoted(_ value: JSONValue) -> String { value.text }

    private func refusal(_ reason: String) -> InferenceError {
        InferenceError(
            .invalidConfiguration, "\(file.path) is not changed: \(reason)", hint: "openclaw connect --help")
    }
}
