/// A stream that a command writes to.
package protocol OutputSink: Sendable {
    /// Whether a person reads.
    var isTerminal: Bool { get }
    /// The columns of the terminal; `nil` when there is none.
    var columns: Int? { get }
    /// The lines of the terminal; `nil` when there is none.
    var rows: Int? { get }

    /// Writes all of the text.
    func write(_ text: String) throws(OutputClosed)
}

extension OutputSink {
    package var rows: Int? { nil }
}

/// The reader of an output is gone: there is nobody to write for.
package struct OutputClosed: Error {
    package init() {}
}

/// A sink for nobody.
package struct DiscardingSink: OutputSink {
    package init() {}
    package var isTerminal: Bool { false }
    package var columns: Int? { nil }
    package func write(_ text: String) {}
}
