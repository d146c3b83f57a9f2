import Inference
import OpenClawHost

/// Finds what was done for a request: what a running gateway has in memory, then its log, and the ledger for what every
/// attempt took and cost.
struct FlightSearch {
    let locations: ConfigurationLocations
    let ledger: (any UsageLedger)?

    /// - Returns: `nil` when nobody knows the request.
    func find(_ id: String) throws(InferenceError) -> FlightStory? {
        var flight = inMemory(id)
        if flight == nil { flight = try inLog(id) }
        let calls = try calls(of: flight, id)
        guard flight != nil || !calls.isEmpty else { return nil }
        return FlightStory(flight: flight, calls: calls)
    }

    private func inMemory(_ id: String) -> FlightRecord? {
        // A gateway that does not run, or that does not answer, has a log all the same.
        (try? AdminClient(GatewayFiles(locations), timeout: .seconds(2)).ask(.flight, about: id))?.flight
    }

    /// The newest line about the request, from the newest file to the oldest.
    private func inLog(_ id: String) throws(InferenceError) -> FlightRecord? {
        let path = GatewayFiles(locations).log
        for file in [path] + (1...5).map({ "\(path).\($0)" }) {
            if let found = try record(of: id, in: file) { return found }
        }
        return nil
    }

    private func record(of id: String, in file: String) throws(InferenceError) -> FlightRecord? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(file, limit: 64 << 20) ?? []
        } catch {
            throw error.inferenceError
        }
        let wanted = Array(id.utf8)
        for line in bytes.split(separator: 0x0A).reversed() where Self.contains(line, wanted) {
            if let record = FlightRecord(line: line), record.isNamed(id) { return record }
        }
        return nil
    }

    /// A look at the bytes first: to decode every line would take seconds.
    private static func contains(_ line: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, line.count >= wanted.count else { return false }
        return line.withUnsafeBufferPointer { line in
            var index = 0
            let last = line.count - wanted.count
            while index <= last {
                if line[index] == first, wanted.indices.allSatisfy({ line[index + $0] == wanted[$0] }) { return true }
                index += 1
            }
            return false
        }
    }

    private func calls(of flight: FlightRecord?, _ id: String) throws(InferenceError) -> [UsageRecord] {
        guard let ledger else { return [] }
        var query = UsageQuery(id: flight?.requestID ?? id)
        if let flight {
            // The ledger is sorted by time, so that a day of requests need not be read.
            let start = Double(flight.started) / 1000
            query.since = start - 60
            query.until = start + Double(flight.milliseconds) / 1000 + 60
        }
        var calls: [UsageRecord] = []
        try ledger.forEach(in: query) { calls.append($0) }
        guard flight == nil, let call = calls.first, call.callID != id else { return calls }
        // Found by the service's id of one attempt: the others belong to the story.
        var all: [UsageRecord] = []
        try ledger.forEach(in: UsageQuery(id: call.callID)) { all.append($0) }
        return all
    }
}

/// What is known of one request.
struct FlightStory: Sendable {
    /// What the gateway did; `nil` for requests of other commands, and for those whose line is gone.
    var flight: FlightRecord?
    /// What went out, as the ledger has it, in order.
    var calls: [UsageRecord]

    var requestID: String { flight?.requestID ?? calls.first?.callID ?? "" }
}
