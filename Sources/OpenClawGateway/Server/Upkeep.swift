/// Notices when the load of an event loop has fallen, so that the memory which it needed is given back.
struct Upkeep {
    /// The most requests at a time since memory was given back.
    private var peak = 0
    private var quietSince: UInt64?
    /// Whether a request came or went since the last look.
    private var isTouched = false

    /// So many leave memory behind that is worth the time at once; fewer, when nobody came for long.
    private static let least = 32
    private static let patience = GatewayClock.seconds(2)
    private static let longPatience = GatewayClock.seconds(30)

    /// - Parameter open: requests that are being answered.
    mutating func note(open: Int) {
        peak = max(peak, open)
        isTouched = true
    }

    /// Whether memory will have to be given back.
    var isPending: Bool { peak > 0 }

    /// Whether this is the moment to give memory back.
    mutating func isDue(open: Int, at now: UInt64) -> Bool {
        let hasFallen = peak >= Self.least && open <= peak / 8
        let isQuiet = hasFallen || peak > 0 && open == 0 && !isTouched
        isTouched = false
        guard isQuiet else {
            quietSince = nil
            return false
        }
        let since = quietSince ?? now
        guard now - since >= (hasFallen ? Self.patience : Self.longPatience) else {
            quietSince = since
            return false
        }
        (peak, quietSince) = (open, nil)
        return true
    }
}
