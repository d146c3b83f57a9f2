package import Inference

/// Reads secrets where references point to: variables, and JSON files named under `secrets.providers`.
package struct SecretReader: Sendable {
    package var variables: VariableLookup
    package var settings: SettingsView
    /// What `~` in file paths stands for.
    package var home: String

    package init(variables: VariableLookup, settings: SettingsView, home: String) {
        self.variables = variables
        self.settings = settings
        self.home = home
    }

    /// A secret that was found, with the place it stands in.
    package struct Found: Hashable, Sendable {
        package var secret: Secret
        /// The variable's or the file's own place; `nil` for a literal, which stands where the input stands.
        package var label: String?
    }

    /// - Throws: `.unauthenticated` when nothing is there, `.unsupported` for sources that are not read.
    package func read(_ input: SecretInput) throws(InferenceError) -> Found {
        switch input {
        case .literal(let secret): return Found(secret: secret)
        case .reference(let reference): return try read(reference)
        }
    }

    private func read(_ reference: SecretReference) throws(InferenceError) -> Found {
        switch reference.source {
        case "env":
            guard let found = variables[reference.id] else {
                throw missing("variable \(reference.id) is not set or empty", hint: "export \(reference.id)=<key>")
            }
            return Found(secret: Secret(found.value), label: found.label)
        case "file": return try readFile(reference)
        default:
            throw InferenceError(
                .unsupported, "secret source \"\(reference.source)\" is not supported; expected env or file",
                hint: "openclaw onboard --secret-input-mode ref")
        }
    }

    private func readFile(_ reference: SecretReference) throws(InferenceError) -> Found {
        let path = ["secrets", "providers", reference.provider]
        guard let file = settings.value(path + ["path"])?.string, !file.isEmpty else {
            throw missing(
                "secret provider \"\(reference.provider)\" is not configured; expected \(path.joined(separator: ".")).path",
                hint: "openclaw config set \(path.joined(separator: ".")).path <file>")
        }
        let target = expand(file)
        let text = try contents(target)
        if settings.value(path + ["mode"])?.string == "singleValue" {
            return Found(secret: Secret(text), label: target)
        }
        guard let document = (try? JSON5Document.value(of: text)) ?? nil else {
            throw missing("secret file \(target) is not JSON", hint: nil)
        }
        guard let value = JSONPointer(reference.id).value(in: document)?.string, !Secret(value).isEmpty else {
            throw missing("secret file \(target) has no text at \(reference.id)", hint: nil)
        }
        return Found(secret: Secret(value), label: "\(target)#\(reference.id)")
    }

    private func contents(_ path: String) throws(InferenceError) -> String {
        do {
            guard let bytes = try FileContents.read(path, limit: 1 << 20) else {
                throw FileError("read", path, number: 0, reason: "there is no such file")
            }
            return String(decoding: bytes, as: UTF8.self)
        } catch let error as FileError {
            throw missing(error.description, hint: nil)
        } catch {
            throw missing("cannot read \(path)", hint: nil)
        }
    }

    private func expand(_ path: String) -> String {
        path.hasPrefix("~/") ? FilePathText.join(home, String(path.dropFirst(2))) : path
    }

    private func missing(_ message: String, hint: String?) -> InferenceError {
        InferenceError(.unauthenticated, message, hint: hint)
    }
}
