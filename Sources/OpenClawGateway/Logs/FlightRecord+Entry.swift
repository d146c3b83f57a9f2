import Inference
import OpenClawHost

extension FlightRecord {
    package init(_ entry: AccessEntry) {
        self.init(
            requestID: entry.id, started: Int((entry.started * 1000).rounded()), method: entry.method,
            path: entry.path ?? "", status: entry.status, milliseconds: Int(entry.duration / 1_000_000))
        (traceparent, span) = (entry.trace?.parent, entry.trace?.span)
        (key, requested, isStreamed) = (entry.client, entry.requested, entry.isStreamed)
        (upstreamID, firstByte) = (entry.upstreamID, entry.firstByte.map { Int($0 / 1_000_000) })
        if entry.bytesIn > 0 { bytesIn = entry.bytesIn }
        bytesOut = entry.bytesOut
        if entry.isAbandoned { isAbandoned = true }
        code = entry.error?.code.rawValue
        error = entry.error?.message
        if let chat = entry.chat { note(chat) }
        upstreamID = upstreamID ?? entry.error?.requestID
    }

    private mutating func note(_ chat: AccessEntry.ChatAccount) {
        (model, endpoint) = (chat.model, chat.endpoint)
        attempts = chat.attempts > 0 ? chat.attempts : nil
        (inputTokens, outputTokens) = (chat.usage?.input, chat.usage?.output)
        if !chat.tries.isEmpty { tries = chat.tries.map(FlightAttempt.init) }
        if !chat.adjustments.isEmpty { adjustments = chat.adjustments.map { "\($0.rule): \($0.message)" } }
        deadlines = chat.deadlines.map { limits in
            [limits.connect, limits.firstByte, limits.idle, limits.total].map { limit in
                limit.map { Int($0 / .milliseconds(1)) }
            }
        }
    }
}
