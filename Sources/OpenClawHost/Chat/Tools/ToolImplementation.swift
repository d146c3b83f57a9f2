/// What answers the calls of one tool. Only tools that the user named on the command line have one.
package enum ToolImplementation: Hashable, Sendable {
    /// Always the same text.
    case text(String)
    /// A program that gets the arguments on its standard input and prints the result.
    case program(path: String)
}
