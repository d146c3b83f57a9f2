/// Notices when the load of an event loop has fallen, so that the memory which it needed is given back.
struct Upkeep {
    /// The most requests at a time since memory was given back.
    private var peak = 0
    private var quietSince: UInt64?

    /// Fewer requests leave nothing behind that would be worth the time.
    private static let least = 32
    private static let patience = GatewayClock.seconds(2)

    /// - Parameter open: requests that are being answered.
    mutating func note(open: Int) { peak = max(peak, open) }

    /// Whether memory will have to be given back.
    var isPending: Bool { peak >= Self.least }

    /// Whether this is the moment to give memory back.
    mutating func isDue(open: Int, at now: UInt64) -> Bool {
        guard peak >= Self.least, open <= peak / 8 else {
            quietSince = nil
            return false
        }
        let since = quietSince ?? now
        guard now - since >= Self.patience else {
            quietSince = since
            return false
        }
        (peak, quietSince) = (open, nil)
        return true
    }
}
