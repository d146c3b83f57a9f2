package import Inference

/// Reads the configuration files: JSON5, then `$include`, then `${VAR}`, then validation.
///
/// A missing file is an empty configuration. A file with a syntax error is replaced by its last good copy with a warning
/// that names line and column; unknown keys warn; nothing but an unreadable file without a copy throws.
package struct ConfigurationLoader: Sendable {
    package let locations: ConfigurationLocations
    package let schema: ConfigurationSchema

    package init(locations: ConfigurationLocations, schema: ConfigurationSchema = .openclaw) {
        self.locations = locations
        self.schema = schema
    }

    /// The files with includes merged, before variables are replaced.
    package struct Files: Sendable {
        package var written: ConfigurationValue
        package var sources: [ConfigurationSource]
        package var issues: [ConfigurationIssue]
    }

    /// - Parameter lookUp: the value of a variable; blank values count as absent.
    /// - Throws: `.invalidConfiguration` when a file cannot be read and there is no last good copy.
    package func load(lookUp: (String) -> String?) throws(InferenceError) -> Configuration {
        resolve(try readFiles(), lookUp: lookUp)
    }

    /// Reads the files and merges includes.
    ///
    /// - Parameter overlay: bytes to use instead of those on disk, by path.
    package func readFiles(overlay: [String: [UInt8]] = [:]) throws(InferenceError) -> Files {
        let path = locations.configurationFile
        let origin = ConfigurationOrigin(file: path, position: SourcePosition(line: 1, column: 1))
        let empty = ConfigurationValue(.object([]), origin: origin)
        do throws(ConfigurationReadError) {
            guard let main = try ConfigurationSource.read(path, overlay: overlay) else {
                return Files(written: empty, sources: [], issues: [])
            }
            var resolver = IncludeResolver(mainFile: path, roots: locations.includeRoots, overlay: overlay)
            let value = main.document.root.map { ConfigurationValue($0, of: main.document, file: path) } ?? empty
            let written = resolver.resolve(value)
            let sources = [main] + resolver.sources
            return Files(written: written, sources: sources, issues: sources.compactMap(note) + resolver.issues)
        } catch {
            throw error.inferenceError
        }
    }

    /// Replaces variables and validates.
    package func resolve(_ files: Files, lookUp: (String) -> String?) -> Configuration {
        withoutActuallyEscaping(lookUp) { lookUp in
            var substitution = VariableSubstitution { name in
                lookUp(name).flatMap { $0.trimmingASCIIWhitespace().isEmpty ? nil : $0 }
            }
            let root = substitution.resolve(files.written)
            let issues = files.issues + substitution.issues + schema.validate(root)
            return Configuration(
                locations: locations, root: root, written: files.written, sources: files.sources, issues: issues)
        }
    }

    private func note(_ source: ConfigurationSource) -> ConfigurationIssue? {
        source.syntaxError.map { error in
            ConfigurationIssue(
                .warning, .root, "syntax error, so the last good copy is used: \(error.message)",
                origin: ConfigurationOrigin(file: source.path, position: error.position))
        }
    }
}
