import Inference
import NIOCore
import OpenClawHost

/// The lines of a head that tell of the way that an answer took. Mostly it is the same way as before.
struct RouteLines {
    private var terms: UsageTerms?
    private var attempt = 0
    private var bytes: [UInt8] = []

    mutating func make(for sending: ChatSending, _ adjustments: [Adjustment]) -> [UInt8] {
        let route = sending.route
        guard adjustments.isEmpty else { return Self.lines(for: sending, adjustments) }
        if attempt != sending.attempt || terms !== route.terms {
            (terms, attempt, bytes) = (route.terms, sending.attempt, Self.lines(for: sending, []))
        }
        return bytes
    }

    private static func lines(for sending: ChatSending, _ adjustments: [Adjustment]) -> [UInt8] {
        var account = AccessEntry.ChatAccount(sending.route, attempts: sending.attempt, deadlines: sending.deadlines)
        account.adjustments = adjustments
        var buffer = ByteBuffer()
        for field in account.fields(with: sending.route.selection.warnings) {
            buffer.writeField(named: field.name, field.value)
        }
        return Array(buffer.readableBytesView)
    }
}
