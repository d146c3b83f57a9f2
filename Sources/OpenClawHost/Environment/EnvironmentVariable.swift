/// A variable with the place that set it.
package struct EnvironmentVariable: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
        /// The environment that the process was started with.
        case process
        /// A line of a dotenv file.
        case file(String, line: Int)
        /// `env` or `env.vars` of the configuration.
        case configuration(ConfigurationOrigin)
        /// The login shell.
        case shell
    }

    package var name: String
    package var value: String
    package var source: Source

    package init(name: String, value: String, source: Source) {
        self.name = name
        self.value = value
        self.source = source
    }

    /// Where the value was set, as listings show it: `env: NAME`, `~/.openclaw/.env:3`, `shell env: NAME`.
    package func label(_ locations: ConfigurationLocations) -> String {
        switch source {
        case .process: "env: \(name)"
        case .shell: "shell env: \(name)"
        case .file(let path, let line): "\(locations.shortened(path)):\(line)"
        case .configuration(let origin): "config env: \(locations.shortened(origin.file)):\(origin.position.line)"
        }
    }
}
