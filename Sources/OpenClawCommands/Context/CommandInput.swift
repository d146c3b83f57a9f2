package import Inference

/// Standard input as commands use it.
package protocol CommandInput: Sendable {
    /// Whether a person types.
    var isTerminal: Bool { get }

    /// Everything up to the end of the input.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when there are more than `limit` bytes.
    func readToEnd(limit: Int) throws(InferenceError) -> [UInt8]

    /// One line without its line break, `nil` at the end of the input. `hidden` switches the echo of a terminal off.
    func readLine(hidden: Bool) throws(InferenceError) -> String?
}

/// An input with nothing in it.
package struct EmptyInput: CommandInput {
    package init() {}
    package var isTerminal: Bool { false }
    package func readToEnd(limit: Int) -> [UInt8] { [] }
    package func readLine(hidden: Bool) -> String? { nil }
}
