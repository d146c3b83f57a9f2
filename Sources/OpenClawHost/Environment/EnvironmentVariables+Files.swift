extension EnvironmentVariables {
    /// Adds `<state>/.env` and the file of an older gateway service, and notes what a project's `.env` would have set.
    mutating func addFiles(workingDirectory: String, expectedKeys: Set<String>) {
        addFile(locations.dotenvFile)
        if let older = locations.gatewayEnvironmentFile { addFile(older, isOlder: true) }
        let project = FilePathText.join(workingDirectory, ".env")
        guard project != locations.dotenvFile, let dotenv = read(project) else { return }
        for entry in dotenv.entries where ProjectVariable.isRefused(entry.name, expectedKeys: expectedKeys) {
            ignore(Ignored(name: entry.name, file: project, line: entry.line))
        }
    }

    private mutating func addFile(_ path: String, isOlder: Bool = false) {
        guard let dotenv = read(path) else { return }
        for line in dotenv.unreadableLines {
            warn("\(locations.shortened(path)):\(line): expected NAME=value; the line is skipped")
        }
        for entry in dotenv.entries {
            let source = EnvironmentVariable.Source.file(path, line: entry.line)
            let variable = EnvironmentVariable(name: entry.name, value: entry.value, source: source)
            guard !add(variable), isOlder, let earlier = self[entry.name], earlier.value != entry.value else {
                continue
            }
            guard case .file = earlier.source else { continue }
            let (first, second) = (earlier.label(locations), variable.label(locations))
            warn("\(entry.name) is set at \(first) and, differently, at \(second); the first counts")
        }
    }

    private mutating func read(_ path: String) -> Dotenv? {
        do throws(FileError) {
            return try FileContents.read(path, limit: 1 << 20).map(Dotenv.init)
        } catch {
            warn(error.description)
            return nil
        }
    }
}
