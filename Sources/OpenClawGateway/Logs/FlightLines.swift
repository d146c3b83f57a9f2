import OpenClawHost

/// Lines of the log about requests that ended at about the same time.
struct FlightLines: Sendable {
    var bytes: [UInt8] = []
    var count = 0

    /// The records that the lines hold, the newest first.
    var newestFirst: some Sequence<FlightRecord> {
        bytes.split(separator: UInt8(ascii: "\n")).reversed().lazy.compactMap { FlightRecord(line: $0) }
    }
}
