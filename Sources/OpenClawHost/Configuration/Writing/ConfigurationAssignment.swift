package import Inference

/// One `config set`: a path, the value as it was typed, and what to do with what stands there.
package struct ConfigurationAssignment: Hashable, Sendable {
    package enum Mode: String, Hashable, Sendable {
        /// Sets the value; collections may not lose entries.
        case set
        /// Adds to the object or list that stands there.
        case merge
        /// Sets the value whatever is lost.
        case replace
    }

    package var path: ConfigurationPath
    package var value: JSONValue
    package var mode: Mode

    package init(path: ConfigurationPath, value: JSONValue, mode: Mode = .set) {
        self.path = path
        self.value = value
        self.mode = mode
    }

    /// Reads a value as JSON5, and as a text when it is none; strictly as JSON when asked.
    ///
    /// - Throws: `.invalidConfiguration` for text that is no JSON when that is asked for.
    package static func value(of text: String, strictJSON: Bool) throws(InferenceError) -> JSONValue {
        var value: JSONValue?
        do throws(JSON5SyntaxError) {
            value = try JSON5Document.value(of: text, strictJSON: strictJSON)
        } catch {
            guard !strictJSON else { throw .notJSON(error.message) }
        }
        guard value != nil || !strictJSON else { throw .notJSON("expected a value") }
        return value ?? .string(text)
    }

    /// Reads `[{ "path": "a.b", "value": 1 }, ...]`.
    package static func batch(_ text: String) throws(InferenceError) -> [ConfigurationAssignment] {
        let expectation = "expected a list of { path, value } objects"
        var value: JSONValue?
        do throws(JSON5SyntaxError) {
            value = try JSON5Document.value(of: text)
        } catch {
            throw InferenceError(.invalidConfiguration, "\(expectation); \(error)")
        }
        guard let rows = value?.array, !rows.isEmpty else { throw InferenceError(.invalidConfiguration, expectation) }
        var assignments: [ConfigurationAssignment] = []
        for (index, row) in rows.enumerated() {
            guard let path = row["path"]?.string, let value = row["value"] ?? row["ref"] else {
                throw InferenceError(.invalidConfiguration, "\(expectation); entry \(index) is none")
            }
            assignments.append(ConfigurationAssignment(path: try ConfigurationPath(parsing: path), value: value))
        }
        return assignments
    }

    /// The edits that this means for a configuration.
    ///
    /// - Throws: `.invalidConfiguration` for redacted values and for entries that would be lost.
    package func edits(for configuration: Configuration) throws(InferenceError) -> [ConfigurationEdit] {
        guard !RedactedValue.holdsPlaceholder(value) else {
            throw InferenceError(
                .invalidConfiguration, "\(path): the value is redacted output, not a value; nothing was written")
        }
        let old = configuration.written[path]?.json
        if mode == .merge { return [.set(path, ProtectedCollection.merge(value, over: old))] }
        let dropped = mode == .replace ? [] : ProtectedCollection.dropped(by: value, at: path, from: old)
        guard dropped.isEmpty else {
            throw InferenceError(
                .invalidConfiguration, "\(path): this would drop \(dropped.joined(separator: ", "))",
                hint: "openclaw config set --merge '\(path)' <value>, or --replace to drop them")
        }
        let pruned = prunedCredential(in: configuration)
        return [.set(path, value)] + (pruned.map { [.unset($0)] } ?? [])
    }

    /// The credential that a new `gateway.auth.mode` leaves without use.
    package func prunedCredential(in configuration: Configuration) -> ConfigurationPath? {
        guard path == ConfigurationPath(keys: "gateway", "auth", "mode") else { return nil }
        let unused = ["token": "password", "password": "token"][value.string ?? ""]
        return unused.map { path.parent.appending($0) }.flatMap { configuration.written[$0] == nil ? nil : $0 }
    }
}

extension InferenceError {
    fileprivate static func notJSON(_ reason: String) -> InferenceError {
        InferenceError(.invalidConfiguration, "Failed to parse JSON value: \(reason)")
    }
}
