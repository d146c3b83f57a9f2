/// Why a simulator could not start or a fault could not be read.
public struct SimulatorError: Error, Sendable, CustomStringConvertible {
    /// Lower case, without a full stop, saying what was expected.
    public let message: String

    init(_ message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
