/// The shape of what a command prints on standard output.
package enum OutputFormat: Sendable {
    /// For people.
    case text
    /// One JSON value.
    case json
    /// Bare values, one a line.
    case plain
}
