import NIOHTTP1

extension Reply {
    /// Ends an answer that is sent at once in its middle, as the stream faults end a stream.
    mutating func interrupt(with faults: [FaultBehaviour: Fault]) {
        guard case .whole(let bytes) = body, faults[.cutStream] != nil || faults[.reset] != nil else { return }
        headers.replaceOrAdd(name: "content-length", value: String(bytes.count))
        let half = Array(bytes.prefix(bytes.count / 2))
        body = .steps([.bytes(half), faults[.reset] != nil ? .reset : .cut])
    }
}
