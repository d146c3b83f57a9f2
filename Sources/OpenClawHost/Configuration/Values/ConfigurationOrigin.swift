/// Where a configuration value was written.
package struct ConfigurationOrigin: Hashable, Sendable {
    /// The absolute path of the file.
    package var file: String
    package var position: SourcePosition
    /// The variables that the value was made of.
    package var variables: [String]

    package init(file: String, position: SourcePosition, variables: [String] = []) {
        self.file = file
        self.position = position
        self.variables = variables
    }
}

extension ConfigurationOrigin: CustomStringConvertible {
    package var description: String { "\(file):\(position.line)" }
}
