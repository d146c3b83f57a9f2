import Inference

/// What one event loop has counted. Merged with the others only when somebody asks, so that nothing is locked for a request.
struct LoopMetrics: Sendable {
    /// What requests are told apart by.
    struct Key: Hashable, Sendable {
        var path: String
        var model: String
        var endpoint: String
    }

    struct Series: Sendable {
        /// By status.
        var requests = Tally<Int, Int>()
        var duration = Histogram()
        var firstByte = Histogram()
        var inputTokens = 0
        var outputTokens = 0
        var attempts = 0
    }

    /// What one client has asked for.
    struct Client: Sendable {
        var requests = 0
        var failures = 0
        var inputTokens = 0
        var outputTokens = 0
    }

    private(set) var series = Tally<Key, Series>()
    /// By the name of the key, which its owner has chosen.
    private(set) var clients = Tally<String, Client>()
    private(set) var errors: [String: Int] = [:]
    private(set) var abandoned = 0
    private(set) var requests = 0
    /// More combinations than anybody uses; models that clients make up get no series of their own.
    private static let limit = 512

    mutating func note(_ writing: AnswerWriting, isAbandoned: Bool, at now: UInt64) {
        requests += 1
        if isAbandoned { abandoned += 1 }
        if let error = writing.error { errors[error.code.rawValue, default: 0] += 1 }
        var key = Key(
            path: writing.path ?? "", model: writing.chat?.model ?? "", endpoint: writing.chat?.endpoint ?? "")
        if series.count >= Self.limit, !series.contains(key) { key.model = "other" }
        let usage = writing.chat?.usage
        let (input, output) = (usage?.input ?? 0, usage?.output ?? 0)
        series.update(key, from: Series()) { series in
            series.note(writing, at: now)
            series.inputTokens += input
            series.outputTokens += output
        }
        guard let client = writing.client else { return }
        clients.update(client, from: Client()) { client in
            client.requests += 1
            if writing.status >= 400 { client.failures += 1 }
            client.inputTokens += input
            client.outputTokens += output
        }
    }

    mutating func merge(_ other: LoopMetrics) {
        requests += other.requests
        abandoned += other.abandoned
        errors.merge(other.errors, uniquingKeysWith: +)
        series.merge(other.series, from: Series()) { $0.merge($1) }
        clients.merge(other.clients, from: Client()) { $0.merge($1) }
    }
}

extension LoopMetrics.Client {
    fileprivate mutating func merge(_ other: Self) {
        requests += other.requests
        failures += other.failures
        inputTokens += other.inputTokens
        outputTokens += other.outputTokens
    }
}

extension LoopMetrics.Series {
    fileprivate mutating func note(_ writing: AnswerWriting, at now: UInt64) {
        requests.update(writing.status, from: 0) { $0 += 1 }
        duration.add(now - writing.start)
        if let first = writing.firstByte { firstByte.add(first - writing.start) }
        attempts += writing.chat?.attempts ?? 0
    }

    fileprivate mutating func merge(_ other: Self) {
        requests.merge(other.requests, from: 0) { $0 += $1 }
        duration.merge(other.duration)
        firstByte.merge(other.firstByte)
        inputTokens += other.inputTokens
        outputTokens += other.outputTokens
        attempts += other.attempts
    }
}
