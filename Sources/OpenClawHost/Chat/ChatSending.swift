package import Inference

/// One request that is to go out now, with everything that whoever carries it has to know. Looked at often and never changed,
/// and large: one reference is handed on.
package final class ChatSending: Sendable {
    /// What to send, and how to read what comes back. Its adjustments are all that were made.
    package let exchange: ChatExchange
    package let route: ChatRoute
    package let deadlines: Deadlines
    /// The account of this request, already begun. It hears of every event; it is finished or failed by the carrier once the
    /// answer was accepted, and failed by the dispatch before.
    package let meter: CallMeter?
    /// Whether the way is asked although it rests, because nothing else is left.
    package let isProbe: Bool
    /// Which attempt of the request this is, beginning with one.
    package let attempt: Int
    /// Where the way stands in the lineup.
    let index: Int
    /// The request as the codec was given it.
    let prepared: PreparedChat

    /// - Parameter exchange: what the codec made of the request, with its own adjustments alone.
    init(
        _ prepared: PreparedChat, exchange: consuming ChatExchange, route: ChatRoute, deadlines: Deadlines,
        meter: CallMeter?,
        isProbe: Bool, attempt: Int, index: Int
    ) {
        self.prepared = prepared
        self.index = index
        if !prepared.adjustments.isEmpty { exchange.adjustments = prepared.adjustments + exchange.adjustments }
        self.exchange = exchange
        self.route = route
        self.deadlines = deadlines
        self.meter = meter
        self.isProbe = isProbe
        self.attempt = attempt
    }

    /// What was changed in the request, to be told to the client.
    package var adjustments: [Adjustment] { exchange.adjustments }
}
