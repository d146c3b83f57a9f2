package import Inference

/// Changes the configuration in place: one writer at a time, validated before anything is written, replaced as a whole,
/// with the last five versions kept beside it.
///
///     try settings.writer(version: version, now: now).update { configuration throws(InferenceError) in
///         [.set(ConfigurationPath(keys: "agents", "defaults", "model"), ["primary": "acme/large"])]
///     }
package struct ConfigurationWriter: Sendable {
    package let loader: ConfigurationLoader
    /// The version that is stamped into files that have such a stamp.
    package var version: String
    /// Seconds since 1970.
    package var now: @Sendable () -> Double
    package var lookUp: @Sendable (String) -> String?
    /// Whether keys that the schema does not know are refused instead of warned about.
    package var refusesUnknownKeys = false
    /// Called after each step of replacing a file; tests stop there.
    var afterStep: @Sendable (AtomicFile.Step) throws(FileError) -> Void = { _ in }

    package init(
        loader: ConfigurationLoader, version: String, now: @escaping @Sendable () -> Double,
        lookUp: @escaping @Sendable (String) -> String?
    ) {
        self.loader = loader
        self.version = version
        self.now = now
        self.lookUp = lookUp
    }

    private var mainFile: String { loader.locations.configurationFile }

    /// Applies edits that are made for the configuration as it is now, while nobody else can change it.
    ///
    /// - Parameters:
    ///   - expected: what the caller read; when the files differ by now, nothing is written.
    ///   - dryRun: whether to validate only.
    /// - Throws: `.invalidConfiguration` when the files changed, have a syntax error, or would become invalid.
    @discardableResult
    package func update(
        expecting expected: Configuration? = nil, dryRun: Bool = false,
        _ edits: (Configuration) throws(InferenceError) -> [ConfigurationEdit]
    ) throws(InferenceError) -> ConfigurationUpdate {
        if dryRun { return try plan(expecting: expected, edits).change }
        do {
            return try FileLock(protecting: mainFile).withLock {
                let (change, documents) = try plan(expecting: expected, edits)
                for file in change.changedFiles { try write(documents[file]?.bytes ?? [], to: file) }
                if !change.changedFiles.isEmpty { LastGoodCopy.keep(change.configuration) }
                return change
            }
        } catch let error as InferenceError {
            throw error
        } catch let error as FileError {
            throw error.inferenceError
        } catch {
            throw InferenceError(.invalidConfiguration, "the configuration cannot be written")
        }
    }

    private typealias Plan = (change: ConfigurationUpdate, documents: [String: JSON5Document])

    private func plan(
        expecting expected: Configuration?, _ edits: (Configuration) throws(InferenceError) -> [ConfigurationEdit]
    ) throws(InferenceError) -> Plan {
        let before = loader.resolve(try loader.readFiles(), lookUp: lookUp)
        try requireUnchanged(before, since: expected)
        try requireReadable(before)
        let old = documents(of: before)
        var new = old
        for edit in try edits(before) { try apply(edit, to: &new, before) }
        let changed = new.keys.filter { new[$0]?.bytes != old[$0]?.bytes }.sorted { $0 != mainFile && $1 == mainFile }
        if new[mainFile]?.bytes != old[mainFile]?.bytes { try stamp(&new) }
        let after = loader.resolve(try loader.readFiles(overlay: new.mapValues(\.bytes)), lookUp: lookUp)
        let warnings = try newWarnings(before, after)
        let change = ConfigurationUpdate(configuration: after, changedFiles: changed, newWarnings: warnings)
        return (change, new)
    }

    private func documents(of configuration: Configuration) -> [String: JSON5Document] {
        var documents: [String: JSON5Document] = [:]
        documents[mainFile] = try? JSON5Document([])
        for source in configuration.sources { documents[source.path] = source.document }
        return documents
    }

    private func requireUnchanged(_ current: Configuration, since expected: Configuration?) throws(InferenceError) {
        guard let expected, current.sources != expected.sources else { return }
        throw InferenceError(
            .invalidConfiguration, "config changed since last load; nothing was written", hint: "repeat the command")
    }

    private func requireReadable(_ configuration: Configuration) throws(InferenceError) {
        for source in configuration.sources {
            guard let error = source.syntaxError else { continue }
            throw ConfigurationReadError.syntax(path: source.path, error).inferenceError
        }
    }

    private func apply(
        _ edit: ConfigurationEdit, to documents: inout [String: JSON5Document], _ before: Configuration
    ) throws(InferenceError) {
        let place = try EditTarget(documents: documents).place(of: edit.path, in: mainFile)
        guard let document = documents[place.file] else { return }
        var editor = JSON5Editor(document)
        do throws(JSON5EditError) {
            switch edit {
            case .unset: try editor.unset(place.path)
            case .set(let path, let value):
                try editor.set(
                    WrittenVariables.restore(value, resolved: before[path], written: before.written[path]),
                    at: place.path)
            }
        } catch {
            throw InferenceError(.invalidConfiguration, error.description)
        }
        documents[place.file] = editor.document
    }

    /// Files that carry a stamp, and new ones, say who wrote them last; nobody else's file gets one.
    private func stamp(_ documents: inout [String: JSON5Document]) throws(InferenceError) {
        guard let document = documents[mainFile] else { return }
        let meta = document.root?.member("meta")?.value
        let isNew = (try? FileContents.read(mainFile)).flatMap { $0 } == nil
        let stamp: [(String, JSONValue)] = [
            ("lastTouchedVersion", .string(version)), ("lastTouchedAt", .string(Timestamp.text(now()))),
        ]
        var editor = JSON5Editor(document)
        for (key, value) in stamp where isNew || meta?.member(key) != nil {
            do throws(JSON5EditError) {
                try editor.set(value, at: ConfigurationPath(keys: "meta", key))
            } catch {
                throw InferenceError(.invalidConfiguration, error.description)
            }
        }
        documents[mainFile] = editor.document
    }

    private func newWarnings(
        _ before: Configuration, _ after: Configuration
    ) throws(InferenceError) -> [ConfigurationIssue] {
        let known = Set(before.issues.map { "\($0.path) \($0.message)" })
        let new = after.issues.filter { !known.contains("\($0.path) \($0.message)") }
        let refused = new.filter { $0.severity == .error || refusesUnknownKeys && $0.isUnknownKey }
        guard let first = refused.first else { return new }
        let lines = refused.map { "\($0.path.isRoot ? "" : "\($0.path): ")\($0.refusal)" }
        throw InferenceError(
            .invalidConfiguration, lines.joined(separator: "\n"), hint: Self.hint(for: first))
    }

    private static func hint(for issue: ConfigurationIssue) -> String {
        guard let suggestion = issue.suggestion else { return "openclaw config schema" }
        if issue.allowedValues.isEmpty {
            return "openclaw config set '\(issue.path.parent.appending(suggestion))' <value>"
        }
        return "openclaw config set '\(issue.path)' \(suggestion)"
    }

    private func write(_ bytes: [UInt8], to file: String) throws(FileError) {
        if let old = try FileContents.read(file), !old.isEmpty { try BackupRotation(path: file).keep(old) }
        try AtomicFile(file, after: afterStep).replace(with: bytes)
    }
}

extension ConfigurationIssue {
    fileprivate var isUnknownKey: Bool { consequence == ConfigurationSchema.unknownKeyConsequence }
}

extension HostSettings {
    /// The writer of this configuration.
    package func writer(version: String, now: @escaping @Sendable () -> Double) -> ConfigurationWriter {
        let environment = environment
        return ConfigurationWriter(loader: ConfigurationLoader(locations: locations), version: version, now: now) {
            environment[$0]?.value
        }
    }
}
