/// Something that goes wrong on purpose: an error row of the service, or a misbehaviour of its connection.
///
/// The written form is `NAME` or `NAME@key=value,key=value`, for example `limit_requests@times=2`,
/// `cut-stream@chunks=3` or `mid-stream-error@error=internal_error,chunks=2,model=qwen-plus`.
public struct Fault: Sendable, Equatable {
    /// The name of an error row (`limit_requests`, `Throttling.RateQuota`) or of a behaviour (`cut-stream`).
    public var name: String
    /// How many requests it meets; without a number every one.
    public var times: Int?
    /// Only requests for this model.
    public var model: String?
    /// Only requests whose path contains this text.
    public var path: String?
    /// Only requests to this endpoint, such as `coding-intl`.
    public var endpoint: String?
    /// Everything else the fault needs: `after` (requests that it lets pass first), `chunks`, `ms`, `error`, `bytes`, or the
    /// placeholders of a message.
    public var values: [String: String]

    /// A fault by name.
    public init(
        _ name: String, times: Int? = nil, model: String? = nil, path: String? = nil, endpoint: String? = nil,
        values: [String: String] = [:]
    ) {
        self.name = name
        self.times = times
        self.model = model
        self.path = path
        self.endpoint = endpoint
        self.values = values
    }

    /// Reads the written form.
    ///
    /// - Throws: ``SimulatorError`` when an option is not `key=value` or a number is expected.
    public init(parsing text: String) throws(SimulatorError) {
        let parts = text.split(separator: "@", maxSplits: 1)
        guard let name = parts.first, !name.isEmpty else {
            throw SimulatorError("expected a fault such as 'cut-stream'")
        }
        var options: [String: String] = [:]
        for option in parts.count > 1 ? parts[1].split(separator: ",") : [] {
            let pair = option.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else {
                throw SimulatorError("expected key=value in fault '\(text)', got '\(option)'")
            }
            options[String(pair[0])] = String(pair[1])
        }
        try self.init(name: String(name), options: options)
    }

    init(name: String, options: [String: String]) throws(SimulatorError) {
        var options = options
        let times = options.removeValue(forKey: "times")
        self.init(
            name, times: times.flatMap(Int.init), model: options.removeValue(forKey: "model"),
            path: options.removeValue(forKey: "path"), endpoint: options.removeValue(forKey: "endpoint"),
            values: options)
        if times != nil, self.times == nil { throw SimulatorError("expected a number for times in fault '\(name)'") }
        for key in ["chunks", "ms", "bytes", "every", "count", "after"] where options[key] != nil && number(key) == nil
        {
            throw SimulatorError("expected a number for \(key) in fault '\(name)'")
        }
    }

    func number(_ key: String) -> Int? { values[key].flatMap { Int($0) } }

    func duration(_ key: String) -> Duration? { number(key).map { .milliseconds($0) } }
}
