/// The variables of one run: those of the process, of the installation's files, of the configuration and, for expected
/// keys that nothing else sets, of the login shell. Blank values count as absent.
package struct EnvironmentVariables: Sendable {
    /// A variable of a project's `.env` that is not taken, because projects choose no keys, addresses or paths.
    package struct Ignored: Hashable, Sendable {
        package var name: String
        package var file: String
        package var line: Int
    }

    package let locations: ConfigurationLocations
    private var variables: [String: EnvironmentVariable] = [:]
    private var shell: ShellImport?
    /// What a project's `.env` would have set.
    package private(set) var ignored: [Ignored] = []
    /// Conflicts and lines that could not be read.
    package private(set) var warnings: [String] = []

    /// The environment that the process was started with.
    package init(process: [String: String], locations: ConfigurationLocations) {
        self.locations = locations
        for (name, value) in process { add(EnvironmentVariable(name: name, value: value, source: .process)) }
    }

    /// The variable of a name; asks the login shell only for an expected key that nothing else sets.
    package subscript(name: String) -> EnvironmentVariable? {
        if let variable = variables[name] { return variable }
        return shell?.value(of: name).map { EnvironmentVariable(name: name, value: $0, source: .shell) }
    }

    /// The value of a variable and where it was set, for listings.
    package func find(_ name: String) -> (value: String, label: String)? {
        self[name].map { ($0.value, $0.label(locations)) }
    }

    /// All variables but those that only the login shell has.
    package var values: [String: String] { variables.mapValues(\.value) }

    /// What went wrong when the login shell was asked, if it was.
    package var shellWarning: String? { shell?.problem }

    /// Adds a variable unless an earlier layer has set it. False when it was set already.
    @discardableResult
    mutating func add(_ variable: EnvironmentVariable) -> Bool {
        guard !variable.value.utf8.allSatisfy({ Byte.isBlank($0) || Byte.isLineEnd($0) }) else { return true }
        guard variables[variable.name] == nil else { return false }
        variables[variable.name] = variable
        return true
    }

    mutating func ignore(_ variable: Ignored) { ignored.append(variable) }
    mutating func warn(_ message: String) { warnings.append(message) }
    mutating func ask(_ shell: ShellImport) { self.shell = shell }
}
