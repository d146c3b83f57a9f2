/// An edit that the text does not allow.
package struct JSON5EditError: Error, Hashable, Sendable {
    package let path: ConfigurationPath
    /// What is in the way, in lower case without a full stop.
    package let message: String
}

extension JSON5EditError: CustomStringConvertible {
    package var description: String { path.isRoot ? message : "\(path): \(message)" }
}
