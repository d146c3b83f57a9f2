import Synchronization

/// The faults that wait for requests.
final class FaultBook: Sendable {
    private let known: @Sendable (String) -> Bool
    private let faults = Mutex<[Fault]>([])

    init(errors: ErrorTable) {
        known = { errors[$0] != nil || FaultBehaviour(rawValue: $0) != nil }
    }

    func add(_ fault: Fault) throws(SimulatorError) {
        guard known(fault.name) else { throw Self.unknown(fault.name) }
        if let error = fault.values["error"], !known(error) {
            throw SimulatorError("no error row is called '\(error)'")
        }
        faults.withLock { $0.append(fault) }
    }

    func clear() { faults.withLock { $0 = [] } }

    var waiting: [Fault] { faults.withLock { $0 } }

    /// The faults that meet a request; those with a number of times are used up.
    func take(path: String, endpoint: String, model: String?, scope: FaultScope = .call) -> [Fault] {
        faults.withLock { faults in
            var taken: [Fault] = []
            for index in faults.indices {
                let fault = faults[index]
                guard scope.admits(fault), fault.model == nil || fault.model == model,
                    fault.endpoint == nil || fault.endpoint == endpoint,
                    fault.path.map({ path.contains($0) }) ?? true
                else { continue }
                if let passing = fault.number("after"), passing > 0 {
                    faults[index].values["after"] = String(passing - 1)
                    continue
                }
                taken.append(fault)
                if let times = fault.times { faults[index].times = times - 1 }
            }
            faults.removeAll { $0.times.map { $0 <= 0 } ?? false }
            return taken
        }
    }

    /// Faults written in a request header, separated by semicolons.
    func parse(header: String) throws(SimulatorError) -> [Fault] {
        var parsed: [Fault] = []
        for part in header.split(separator: ";") {
            let fault = try Fault(parsing: String(part.drop { $0 == " " }))
            guard known(fault.name) else { throw Self.unknown(fault.name) }
            parsed.append(fault)
        }
        return parsed
    }

    private static func unknown(_ name: String) -> SimulatorError {
        let behaviours = FaultBehaviour.allCases.map(\.rawValue).joined(separator: ", ")
        return SimulatorError(
            "no fault is called '\(name)'; expected an error code such as limit_requests, or one of \(behaviours)")
    }
}
