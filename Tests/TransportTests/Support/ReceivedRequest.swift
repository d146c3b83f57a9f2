/// A request as a server got it.
struct ReceivedRequest: Sendable {
    /// Request line and header lines, without the empty line.
    let lines: [String]
    let body: [UInt8]

    var requestLine: String { lines.first ?? "" }

    /// All values of a header, by its lower-case name.
    func values(_ name: String) -> [String] {
        lines.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == name else { return nil }
            return String(parts[1].drop { $0 == " " })
        }
    }
}
