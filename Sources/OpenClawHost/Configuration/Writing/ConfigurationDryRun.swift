package import Inference

/// What `config set --dry-run` found.
package struct ConfigurationDryRun: Sendable {
    package struct Problem: Sendable {
        /// `schema`, `resolvability` or `usage`.
        package var kind: String
        package var message: String
        package var reference: String?
    }

    package let operations: Int
    package let configurationPath: String
    /// `value`, `json` or `builder`.
    package let inputMode: String
    package let referencesChecked: Int
    /// References to programs, which are not run.
    package let referencesSkipped: Int
    package let problems: [Problem]

    package var isGood: Bool { problems.isEmpty }

    /// Checks assignments without writing anything.
    package init(_ assignments: [ConfigurationAssignment], inputMode: String, writer: ConfigurationWriter) {
        var problems: [Problem] = []
        do throws(InferenceError) {
            try writer.update(dryRun: true) { configuration throws(InferenceError) in
                try assignments.edits(for: configuration)
            }
        } catch {
            problems.append(Problem(kind: "schema", message: error.message))
        }
        let references = assignments.flatMap { Self.references(in: $0.value) }
        let variables = references.filter { $0.source == "env" }
        for reference in variables where writer.lookUp(reference.id) == nil {
            let message = "variable \(reference.id) is not set"
            problems.append(
                Problem(kind: "resolvability", message: message, reference: "env:\(reference.provider):\(reference.id)")
            )
        }
        operations = assignments.count
        configurationPath = writer.loader.locations.configurationFile
        self.inputMode = inputMode
        referencesChecked = variables.count
        referencesSkipped = references.count - variables.count
        self.problems = problems
    }

    package var json: JSONValue {
        let checks: JSONValue = [
            "schema": true, "resolvability": true, "resolvabilityComplete": .bool(referencesSkipped == 0),
        ]
        let members: [(String, JSONValue)] = [
            ("ok", .bool(isGood)), ("operations", .int(operations)), ("configPath", .string(configurationPath)),
            ("inputModes", .array([.string(inputMode)])), ("checks", checks), ("refsChecked", .int(referencesChecked)),
            ("skippedExecRefs", .int(referencesSkipped)),
        ]
        var object = JSONObject(members)
        if !isGood { object["errors"] = .array(problems.map(Self.json)) }
        return .object(object)
    }

    private static func json(_ problem: Problem) -> JSONValue {
        var object = JSONObject([("kind", .string(problem.kind)), ("message", .string(problem.message))])
        object["ref"] = problem.reference.map(JSONValue.string)
        return .object(object)
    }

    private typealias Reference = (source: String, provider: String, id: String)

    private static func references(in value: JSONValue) -> [Reference] {
        if let source = value["source"]?.string, let id = value["id"]?.string {
            return [(source, value["provider"]?.string ?? "default", id)]
        }
        return (value.object?.members.map(\.value) ?? value.array ?? []).flatMap(references)
    }
}

extension [ConfigurationAssignment] {
    /// The edits of all assignments for a configuration.
    package func edits(for configuration: Configuration) throws(InferenceError) -> [ConfigurationEdit] {
        var edits: [ConfigurationEdit] = []
        for assignment in self { edits += try assignment.edits(for: configuration) }
        return edits
    }
}
