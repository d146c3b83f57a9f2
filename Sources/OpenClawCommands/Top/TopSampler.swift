import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Asks a gateway how it stands, again and again, and makes rates of what it counts.
struct TopSampler: Sendable {
    private struct Sample: Sendable {
        var time: Double
        var requests: Int
        var tokens: Int
    }

    /// Over so many seconds rates are taken: the tokens of an answer are counted when it ends, which would flicker otherwise.
    private static let window: Double = 10
    /// The ledger is asked less often than the gateway.
    private static let costInterval: Double = 5

    private let client: AdminClient
    private let ledger: (any UsageLedger)?
    private let zone: LocalZone
    private var samples: [Sample] = []
    private var costTime = -Double.infinity
    private(set) var state = TopState()

    init(client: AdminClient, ledger: (any UsageLedger)?, zone: LocalZone) {
        self.client = client
        self.ledger = ledger
        self.zone = zone
    }

    /// - Throws: `.gatewayStopped` when no gateway answers.
    mutating func sample(at now: Double) throws(InferenceError) {
        guard let report = try client.ask(.status).status, let activity = try client.ask(.activity).activity else {
            throw InferenceError(
                .gatewayStopped, "the gateway is older than this command", hint: "openclaw gateway restart")
        }
        state.time = now
        state.report = report
        state.activity = activity
        state.streams = try client.ask(.streams).streams ?? []
        state.cooldowns = try client.ask(.cooldowns).cooldowns ?? []
        readCost(at: now)
        note(Sample(time: now, requests: activity.requests, tokens: activity.inputTokens + activity.outputTokens))
    }

    private mutating func note(_ sample: Sample) {
        // A gateway that was started anew counts from zero.
        if let last = samples.last, last.requests > sample.requests { samples = [] }
        samples.append(sample)
        samples.removeAll { sample.time - $0.time > Self.window }
        guard let first = samples.first, sample.time > first.time else { return }
        let seconds = sample.time - first.time
        state.requestRate = Double(sample.requests - first.requests) / seconds
        state.tokenRate = Double(sample.tokens - first.tokens) / seconds
    }

    private mutating func readCost(at now: Double) {
        guard let ledger, now - costTime >= Self.costInterval else { return }
        costTime = now
        let midnight = zone.start(of: zone.day(at: now))
        // A ledger that cannot be read is no reason to see nothing.
        state.costs = (try? ledger.spent(UsageQuery(since: midnight))) ?? [:]
    }
}

/// How a gateway stands, as `top` shows it.
struct TopState: Sendable {
    var time: Double = 0
    var report: GatewayReport?
    var activity = GatewayActivity()
    var streams: [OpenStream] = []
    var cooldowns: [GatewayCooldown] = []
    /// Requests that ended, by second; `nil` before the second look.
    var requestRate: Double?
    var tokenRate: Double?
    /// What was spent since midnight, by currency.
    var costs: [String: Decimal] = [:]
}
