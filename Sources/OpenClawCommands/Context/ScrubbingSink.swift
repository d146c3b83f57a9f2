import OpenClawHost

/// The last filter before a stream: known keys never pass, and on request nothing that looks like a key does.
struct ScrubbingSink: OutputSink {
    private let base: any OutputSink
    private let scrubber: SecretScrubber
    private let findsShapes: Bool

    init(_ base: any OutputSink, scrubber: SecretScrubber, findsShapes: Bool) {
        self.base = base
        self.scrubber = scrubber
        self.findsShapes = findsShapes
    }

    var isTerminal: Bool { base.isTerminal }
    var columns: Int? { base.columns }
    var rows: Int? { base.rows }

    func write(_ text: String) throws(OutputClosed) {
        try base.write(findsShapes ? scrubber.scrub(text) : scrubber.scrubKnown(text))
    }
}
