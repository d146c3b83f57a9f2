package import ArgumentParser
import Inference
import OpenClawHost

/// The options of `config set`, and the assignments that they mean.
package struct ConfigSetOptions: ParsableArguments {
    @Flag(help: "Take the value as strict JSON only.")
    package var strictJson = false

    @Flag(help: "Print JSON on standard output, also for errors. Without --dry-run the value must be strict JSON.")
    package var json = false

    @Flag(help: "Add to the object or list that stands there; rows of lists are matched by id.")
    package var merge = false

    @Flag(help: "Replace the value even when entries of a collection are lost.")
    package var replace = false

    @Flag(help: "Check the change and write nothing.")
    package var dryRun = false

    @Option(help: ArgumentHelp("Several changes: [{ path, value }, ...].", valueName: "json5"))
    package var batchJson: String?

    @Option(help: ArgumentHelp("A file with several changes.", valueName: "file"))
    package var batchFile: String?

    @Option(help: ArgumentHelp("Set a reference to a secret: env, file or exec.", valueName: "source"))
    package var refSource: String?

    @Option(help: ArgumentHelp("The name of the secret's provider.", valueName: "name"))
    package var refProvider: String?

    @Option(help: ArgumentHelp("The variable, JSON pointer or id of the secret.", valueName: "id"))
    package var refId: String?

    package init() {}

    package func validate() throws {
        if merge && replace { throw ValidationError("choose either --merge or --replace, not both") }
        if batchJson != nil && batchFile != nil { throw ValidationError("choose either --batch-json or --batch-file") }
        if (refSource == nil) != (refId == nil) || refProvider != nil && refSource == nil {
            throw ValidationError("a reference needs --ref-source and --ref-id")
        }
    }
}

extension ConfigSetOptions {
    /// What the command line asks for.
    func assignments(path: String?, value: String?) throws -> [ConfigurationAssignment] {
        if let batch = try batchText() {
            guard path == nil else { throw ValidationError("a batch names its paths itself") }
            return try ConfigurationAssignment.batch(batch).map { assignment in
                var assignment = assignment
                assignment.mode = mode
                return assignment
            }
        }
        guard let path else { throw ValidationError("expected a path") }
        let parsed = try ConfigurationPath(parsing: path)
        return [ConfigurationAssignment(path: parsed, value: try self.value(of: value), mode: mode)]
    }

    /// Prints what a dry run found.
    func check(
        _ assignments: [ConfigurationAssignment], _ writer: ConfigurationWriter, _ context: CommandContext
    ) throws {
        let result = ConfigurationDryRun(assignments, inputMode: inputMode, writer: writer)
        if json {
            try context.show(json: result.json)
        } else {
            for problem in result.problems { context.say("× \(problem.message)") }
            if result.isGood {
                try context.print("Dry run: \(result.operations) changes are valid; nothing was written.")
            }
        }
        if !result.isGood { throw CommandFailure(.failure) }
    }

    /// Prints what was set.
    func confirm(_ assignments: [ConfigurationAssignment], _ context: CommandContext) throws {
        let paths = assignments.map(\.path.description)
        if json { return try context.show(json: ["ok": true, "updated": .array(paths.map(JSONValue.string))]) }
        let what = paths.count == 1 ? paths[0] : "\(paths.count) config paths"
        try context.print("Updated \(what). Restart the gateway to apply.")
    }

    private var mode: ConfigurationAssignment.Mode { merge ? .merge : replace ? .replace : .set }

    private var inputMode: String { refSource != nil ? "builder" : strictJson ? "json" : "value" }

    private func value(of text: String?) throws -> JSONValue {
        if let refSource, let refId {
            guard text == nil else { throw ValidationError("choose either a value or a reference") }
            let provider = refProvider ?? "default"
            return ["source": .string(refSource), "provider": .string(provider), "id": .string(refId)]
        }
        guard let text else { throw ValidationError("expected a value; openclaw config unset removes one") }
        return try ConfigurationAssignment.value(of: text, strictJSON: strictJson || json && !dryRun)
    }

    private func batchText() throws -> String? {
        if let batchJson { return batchJson }
        guard let batchFile else { return nil }
        let path = FilePathText.join(CommandContext.current.workingDirectory, batchFile)
        do {
            guard let bytes = try FileContents.read(path) else {
                throw InferenceError(.invalidConfiguration, "file not found: \(batchFile)")
            }
            return String(decoding: bytes, as: UTF8.self)
        } catch let error as FileError {
            throw error.inferenceError
        }
    }
}
