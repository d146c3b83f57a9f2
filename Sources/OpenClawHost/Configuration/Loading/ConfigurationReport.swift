package import Inference

/// Whether the configuration on disk is valid, without the help of last good copies.
package struct ConfigurationReport: Sendable {
    package let locations: ConfigurationLocations
    package let exists: Bool
    package let errors: [ConfigurationIssue]
    package let warnings: [ConfigurationIssue]
    /// The lines of the file around syntax errors.
    package let excerpts: [String]

    package var isValid: Bool { exists && errors.isEmpty }
    package var path: String { locations.shortened(locations.configurationFile) }

    /// Reads and validates the files of an installation.
    package init(
        environment: [String: String], workingDirectory: String, expectedKeys: [String]
    ) throws(InferenceError) {
        locations = try ConfigurationLocations(environment: environment, workingDirectory: workingDirectory)
        var problem: InferenceError?
        var configuration: Configuration?
        do throws(InferenceError) {
            configuration = try HostSettings.load(
                environment: environment, workingDirectory: workingDirectory, expectedKeys: expectedKeys,
                keepsLastGood: false
            ).configuration
        } catch {
            problem = error
        }
        exists = problem != nil || configuration?.fileExists == true
        let broken = configuration?.sources.compactMap { source in source.syntaxError.map { (source.path, $0) } } ?? []
        let syntax = broken.map { path, error in
            ConfigurationIssue(
                .error, .root, error.message, origin: ConfigurationOrigin(file: path, position: error.position))
        }
        let unreadable = problem.map { [ConfigurationIssue(.error, .root, $0.message)] } ?? []
        errors = syntax + unreadable + (configuration?.errors ?? [])
        let brokenFiles = Set(broken.map(\.0))
        warnings =
            configuration?.warnings.filter { !($0.path.isRoot && brokenFiles.contains($0.origin?.file ?? "")) } ?? []
        excerpts = broken.map(\.1.excerpt)
    }

    /// The report as `config validate --json` prints it.
    package var json: JSONValue {
        var object = JSONObject([("valid", .bool(isValid)), ("path", .string(locations.configurationFile))])
        if !exists { object["error"] = "file not found" }
        if exists && !errors.isEmpty { object["issues"] = .array(errors.map(\.json)) }
        if !warnings.isEmpty { object["warnings"] = .array(warnings.map(\.json)) }
        return .object(object)
    }

    /// The report for people: the verdict, then a line for each error.
    package var lines: [String] {
        guard exists else { return ["Config file not found: \(path)"] }
        guard !errors.isEmpty else { return ["Config valid: \(path)"] }
        let issues = errors.map { "× " + locations.shortened($0.description) }
        return ["Config invalid at \(path):"] + issues + excerpts
    }
}
